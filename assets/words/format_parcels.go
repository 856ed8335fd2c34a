package words

// parcelsWords are the faults of 界址点坐标 texts and the notes on them.
var parcelsWords = table{
	"parcels.none":         {"没有找到界址点坐标；每个点一行，例如 J1,1,3350123.456,40512345.678，并以地块行（末尾为 @）开头", "no boundary points were found; write one a line, such as J1,1,3350123.456,40512345.678, below the line of a parcel that ends with @"},
	"parcels.point":        {"“{text}”不是界址点；请写成 点号,圈号,X,Y，例如 J1,1,3350123.456,40512345.678", "“{text}” is no boundary point; write name, ring, X, Y, such as J1,1,3350123.456,40512345.678"},
	"parcels.mixed_order":  {"这一点的 X、Y 次序与前面各点相反；请统一次序", "the coordinates of this point stand the other way round than before; give all in one order"},
	"parcels.mixed_zone":   {"这一点东坐标的带号与第一点不同；请换算到同一个投影带", "the zone number of this easting is not that of the first point; convert all points to one zone"},
	"parcels.mixed_place":  {"这一点与第一点不像在同一个地方（一个在中国的坐标范围内，一个不在）；请检查是否漏写或多写了数字", "this point and the first cannot be of one parcel, as only one of them can lie in China; look for a digit missing or too many"},
	"parcels.rings":        {"一个地块的圈超过 {limit} 个；请拆分后再打开", "one parcel has more than {limit} rings; split it first"},
	"parcels.vertices":     {"一个地块的点超过 {limit} 个；请拆分或抽稀后再打开", "one parcel has more than {limit} points; split or simplify it first"},
	"parcels.section_long": {"[属性描述] 超过 {limit} 行；请检查文件", "the section [属性描述] has more than {limit} lines; check the file"},

	"parcels.write_not_a_number": {"坐标不是有限的数，不能写出；请先修复图形", "a coordinate is not a finite number and cannot be written; repair the shape first"},
	"parcels.write_system":       {"坐标系 {system} 写不成界址点坐标文件；请先转换为 CGCS2000 的经纬度或高斯投影坐标", "a text of boundary points cannot be in {system}; convert to degrees or Gauss–Krüger metres of CGCS2000 first"},
	"parcels.write_mixed":        {"要素的坐标系不一致，界址点坐标文件只能声明一个；请先统一坐标系", "the features are in different coordinate systems, but the text declares only one; convert them to one first"},
	"parcels.write_too_wide":     {"要素离投影带中央经线 {meridian}° 超过 {most}°，不能写进一个带；请按投影带分成几个文件", "a feature lies more than {most}° from the central meridian {meridian}°; write one file for each zone"},

	"parcels.loss.rounded":    {"坐标写成高斯投影的米，精确到 0.001 m", "coordinates are written as Gauss–Krüger metres, to 0.001 m"},
	"parcels.loss.layers":     {"图层名称不写进界址点坐标文件", "a text of boundary points does not keep the layers"},
	"parcels.loss.attributes": {"除编号、名称、图幅号和地块用途外，其他属性不写进界址点坐标文件", "a text of boundary points keeps id, name, 图幅号 and 地块用途, no other attributes"},

	"parcels.note.gb18030":       {"文字按 GB 18030（GBK）读出；请核对名称", "the text was read as GB 18030 (GBK); check the names"},
	"parcels.note.east_first":    {"坐标是东坐标（Y）在前，与规范相反，已按数值大小判定；请核对位置", "the easting (Y) stands first, against the norm; the size of the numbers says so: check the place"},
	"parcels.note.order_assumed": {"数值看不出哪个是北坐标，按规范以 X（北）在前读入；请核对位置", "the numbers do not tell which is the northing; it was taken to stand first (X), as the norm has it: check the place"},
	"parcels.note.degrees":       {"坐标是经纬度（度），不是米，按数值范围判定经度和纬度", "the coordinates are degrees and not metres; their ranges tell longitude from latitude"},
	"parcels.note.no_header":     {"没有 [属性描述]，文件没有声明坐标系", "there is no [属性描述]: the file declares no coordinate system"},
	"parcels.note.no_zone":       {"[属性描述] 没有写带号，东坐标前也没有；请指明坐标系", "neither [属性描述] nor the eastings give the zone number; name the coordinate system"},
	"parcels.note.zone_read":     {"[属性描述] 没有写带号，由东坐标前的 {zone} 得出", "[属性描述] gives no zone number; {zone} was taken from the eastings"},
	"parcels.note.closed":        {"{n} 个圈没有回到起点，已闭合", "{n} rings did not return to their first point and were closed"},
	"parcels.note.count":         {"地块行写着 {claimed} 个点，实际有 {found} 个（含闭合点）；请核对是否缺点", "the line of the parcel claims {claimed} points, {found} were found (closing ones included); check whether some are missing"},
	"parcels.note.area":          {"地块行写着 {claimed} 公顷，按坐标算得平面面积 {found} 公顷；请核对", "the line of the parcel claims {claimed} ha, the coordinates give a plane area of {found} ha; check them"},
	"parcels.note.nested":        {"圈号与包含关系不符：有的圈不在第 1 圈之内；内外圈按包含关系判定，请核对", "the ring numbers do not fit: some rings do not lie within ring 1; outer rings and holes were told by which lies in which: check them"},
	"parcels.note.not_polygonal": {"地块的图形是“{type}”，不是面，没有面积", "the parcel is a “{type}”, not a polygon, and has no area"},
	"parcels.note.no_points":     {"地块没有界址点", "the parcel has no points"},
}
