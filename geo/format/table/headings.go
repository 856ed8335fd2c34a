package table

import (
	"strings"
	"unicode"

	"zhenjie/geo/coordtext"
	"zhenjie/geo/feature"
)

// role is what a heading says of its column.
type role int

const (
	none role = iota
	longitude
	latitude
	easting
	northing
	xAxis
	yAxis
	idOf
	nameOf
	ringOf
	pointOf
	wktOf
)

// headings are names of columns as heading makes them plain.
var headings = map[role]string{
	longitude: "经度 东经 经 LON LNG LONG LONGITUDE 大地经度 L",
	latitude:  "纬度 北纬 纬 LAT LATITUDE 大地纬度 B",
	easting:   "E EAST EASTING 东 东坐标 横坐标 横坐标Y Y横坐标 东坐标Y Y东",
	northing:  "N NORTH NORTHING 北 北坐标 纵坐标 纵坐标X X纵坐标 北坐标X X北",
	xAxis:     "X X坐标 坐标X POINTX XCOORD COORDX XCOORDINATE",
	yAxis:     "Y Y坐标 坐标Y POINTY YCOORD COORDY YCOORDINATE",
	idOf:      "地块号 地块编号 地块序号 图斑号 图斑编号 宗地号 要素号 要素 FEATURE FEATUREID PARCEL PARCELID POLYGON POLYGONID SHAPEID",
	nameOf:    "地块 小镇 宗地 宗地名称 范围 区域 图斑",
	ringOf:    "圈号 环号 圈 环 RING RINGID RINGNO 界址线圈号",
	pointOf:   "点号 点名 点 序号 序 界址点 界址点号 界址点编号 拐点 拐点号 拐点编号 顶点 顶点号 J NO POINT POINTID POINTNO VERTEX VERTEXID INDEX SEQ",
	wktOf:     "WKT GEOMETRY GEOM THEGEOM WKTGEOM WKTGEOMETRY 几何 图形 空间",
}

var byHeading = func() map[string]role {
	all := map[string]role{}
	for r, names := range headings {
		for name := range strings.FieldsSeq(names) {
			all[name] = r
		}
	}
	return all
}()

// roleOf tells the role from a heading.
func roleOf(text string) role {
	plain := heading(text)
	if r := byHeading[plain]; r != none {
		return r
	}
	if feature.NameKeys.Rank([]byte(text)) < len(feature.NameKeys) {
		return nameOf
	}
	if feature.IDKeys.Rank([]byte(text)) < len(feature.IDKeys) {
		return idOf
	}
	return none
}

// heading is a heading in capitals, without units, brackets and signs: "X 坐标 (m)"
// is X坐标.
func heading(text string) string {
	text = strings.ToUpper(text)
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}} {
		before, rest, ok := strings.Cut(text, pair[0])
		if _, behind, closed := strings.Cut(rest, pair[1]); ok && closed && before != "" {
			text = before + behind
		}
	}
	text = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if r >= '！' && r <= '～' {
				r -= '！' - '!'
			}
			return r
		}
		return -1
	}, text)
	return text
}

// pointed reports whether a heading says that angles are written as 30.15205.
func pointed(text string) bool {
	text = strings.ToUpper(coordtext.Plain(text))
	return strings.Contains(text, `°.'"`) || strings.Contains(text, "D.MS") || strings.Contains(text, "DD.MMSS") || strings.Contains(text, "DDD.MMSS")
}
