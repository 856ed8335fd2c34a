package parcels

import (
	"strings"

	"zhenjie/geo/feature"
)

// header is the line of a parcel:
//
//	5,3.2145,1,地块1,面,,规划范围,,@
type header struct {
	count, area, kind string
}

// keys name the values of a parcel's line, as the norm calls them.
var keys = []string{"界址点数", "地块面积", "地块编号", "地块名称", "记录图形属性", "图幅号", "地块用途", "地类编码"}

// Places in the line of a parcel.
const (
	countAt = iota
	areaAt
	idAt
	nameAt
	kindAt
)

func (d *decoder) parcelLine(line []byte) {
	text := strings.ReplaceAll(d.utf8(line), "＠", "@")
	if strings.Count(text, ",") < kindAt { // and not a name with such a comma
		text = strings.ReplaceAll(text, "，", ",")
	}
	fields := strings.Split(strings.TrimSuffix(strings.TrimSpace(text), "@"), ",")
	value := func(i int) string {
		if i < len(fields) {
			return strings.TrimSpace(fields[i])
		}
		return ""
	}
	d.header = header{count: value(countAt), area: value(areaAt), kind: value(kindAt)}
	d.f.ID, d.f.Name = value(idAt), value(nameAt)
	if !d.wanted {
		return
	}
	for i, key := range keys {
		kind := feature.Text
		if i == countAt || i == areaAt {
			kind = feature.Number
		}
		if text := value(i); text != "" {
			d.f.Attributes = append(d.f.Attributes, feature.Attribute{Key: key, Kind: kind, Text: text})
		}
	}
}
