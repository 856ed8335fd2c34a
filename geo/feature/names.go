package feature

import "bytes"

// Keys are names of attributes, best first; the case of letters does not
// matter.
type Keys []string

// NameKeys are the attributes a feature's name is looked for in. The short
// forms are those of land survey databases, and what a shapefile leaves of three
// characters of the long ones.
var NameKeys = Keys{
	"name", "名称", "小镇名称", "特色小镇名称", "镇名", "镇名称", "项目名称", "地块名称", "规划范围", "title", "标题", "label",
	"XZQMC", "DKMC", "MC", "XMMC", "name:zh", "name_zh", "name_chn", "镇", "名字", "标注", "Text",
	"小镇名", "项目名", "地块名",
}

// IDKeys are the attributes a feature without an id of its own is known by.
var IDKeys = Keys{"id", "编号", "小镇编号", "项目编号", "地块编号", "代码", "code", "XZQDM", "DKBH", "BH", "uuid", "guid", "fid", "objectid", "gid",
	"小镇编", "项目编", "地块编"}

// Rank is the place of a key in the list, its length when it is not there.
func (k Keys) Rank(key []byte) int {
	for i, one := range k {
		if len(one) == len(key) && bytes.EqualFold([]byte(one), key) {
			return i
		}
	}
	return len(k)
}
