package words

// wktWords are the faults of well-known text and the notes on it.
var wktWords = table{
	"wkt.no_geometry":        {"这里应是 POLYGON、MULTIPOLYGON 这样的几何类型，却是“{got}”；请改正，或重新导出为 WKT", "here should stand a type of geometry such as POLYGON or MULTIPOLYGON, but there is “{got}”; correct it or export the WKT again"},
	"wkt.truncated":          {"几何在这里中断，括号没有配对；请补全，或重新导出", "the geometry breaks off here with brackets left open; complete it or export it again"},
	"wkt.unexpected":         {"这里应是{want}，却是“{got}”；请改正，或重新导出", "here should stand {want}, but there is “{got}”; correct it or export it again"},
	"wkt.srid":               {"SRID= 后面应是编号和分号（如 SRID=4490;），却是“{got}”；请改正或删去", "SRID= is followed by a code and a semicolon, as in SRID=4490; but here stands “{got}”: correct or delete it"},
	"wkt.huge_number":        {"数“{got}”太大，不可能是坐标；请改正", "the number “{got}” is too large for a coordinate; correct it"},
	"wkt.depth":              {"几何集合嵌套超过 {limit} 层，不像边界文件；请检查文件", "collections are nested more than {limit} deep, which no boundary file is; check the file"},
	"wkt.feature_bytes":      {"一个几何超过 {limit} MB；请拆分后再打开", "one geometry is larger than {limit} MB; split it first"},
	"wkt.vertices":           {"一个几何的点超过 {limit} 个；请拆分或抽稀后再打开", "one geometry has more than {limit} points; split or simplify it first"},
	"wkt.rings":              {"一个几何的环超过 {limit} 个；请拆分后再打开", "one geometry has more than {limit} rings; split it first"},
	"wkt.no_outer_ring":      {"多边形的外环没有点，却有内环；请补上外环，或删去这个多边形", "the polygon has holes, but its outer ring has no point; add the outer ring or delete the polygon"},
	"wkt.write_not_a_number": {"坐标不是有限的数，无法写成 WKT；请先修复这个点", "a coordinate is not a finite number and cannot be written as WKT; repair the point first"},

	"wkt.want.end":      {"几何的结尾", "the end of the geometry"},
	"wkt.want.list":     {"以“(”开头的内容", "a content that begins with “(”"},
	"wkt.want.polygon":  {"以“(”开头的多边形", "a polygon, beginning with “(”"},
	"wkt.want.geometry": {"以“(”开头的几何列表", "a list of geometries, beginning with “(”"},
	"wkt.want.ring":     {"以“(”开头的环", "a ring, beginning with “(”"},
	"wkt.want.number":   {"坐标数字", "a number"},
	"wkt.want.goes_on":  {"逗号或“)”", "a comma or “)”"},

	"wkt.note.curves":            {"{types} 含有圆弧，还不能读取，已略去；请在原软件中转换为折线多边形再导出", "the {types} has arcs, which cannot be read, and was left out; convert it to straight edges in the program it comes from"},
	"wkt.note.collection_others": {"几何集合中的 {types} 不是面，已略去", "the {types} in the geometry collection is not polygonal and was left out"},
	"wkt.note.not_polygonal":     {"要素的几何是 {type}，不是面，没有面积", "the feature is a {type}, not a polygon, and has no area"},
	"wkt.note.some_closed":       {"要素含有线：{rings} 条闭合的当作边界环读入，{open} 条未闭合的已略去", "the feature has lines: {rings} closed ones were taken as outlines, {open} open ones left out"},
	"wkt.note.lines_closed":      {"要素是线，首尾相接的线当作边界环读入", "the feature is a line; lines that end where they begin were taken as outlines"},
	"wkt.note.open_lines":        {"要素是线且没有闭合（{n} 条），没有面积；请在原软件中闭合成面", "the feature is a line and not closed ({n} lines), so it has no area; close it to a polygon in the program it comes from"},
	"wkt.note.heights":           {"高程和量度值（Z、M）已略去", "heights and measures (Z, M) were left out"},
	"wkt.note.empty_ring":        {"没有点的环已略去", "rings without points were left out"},
	"wkt.note.empty":             {"几何是空的（EMPTY），没有面积", "the geometry is EMPTY and has no area"},

	"wkt.loss.attributes": {"WKT 只有图形，名称和属性没有写出", "WKT holds shapes alone; names and attributes were not written"},
	"wkt.loss.layers":     {"WKT 没有图层，图层名没有写出", "WKT has no layers, so their names were not written"},
	"wkt.loss.crs":        {"WKT 只能用 EPSG 编号注明坐标系，这个坐标系没有写出；以后打开时须自己指明（命令行用 --from）", "WKT names a coordinate system by its EPSG code alone, and this one was not written; name it when the file is opened (on the command line with --from)"},
}
