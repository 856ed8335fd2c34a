package words

// shapingWords are what drawing, snapping and pasted coordinates say.
var shapingWords = table{
	"shaping.factor":   {"缩放倍数 {factor} 不能用；请给出大于 0、不超过 1000 的数", "the factor {factor} cannot be used; give a number above 0 and at most 1000"},
	"shaping.size":     {"长度 {metres} m 不能用；请给出大于 0、不超过 100 km 的长度", "a length of {metres} m cannot be used; give one above 0 and at most 100 km"},
	"shaping.corners":  {"{n} 个角不能用；请给出 3 到 10000", "{n} corners cannot be used; give 3 to 10000"},
	"shaping.freehand": {"画出的线围不成面；请画大一些", "the line drawn encloses nothing; draw it larger"},

	"shaping.too_wide": {"图形跨过 {degrees}° 以上的经度，无法在一个投影带内编辑；请检查坐标，或分成几部分", "the shape spans more than {degrees}° of longitude and cannot be edited in one zone; check its coordinates or divide it"},
	"shaping.result":   {"这样做得不到有效的图形：{problem}", "this would not give a valid shape: {problem}"},
	"shaping.vanishes": {"向内平移 {metres} m 后什么也不剩；请减小距离", "nothing is left when the border moves inward by {metres} m; choose a smaller distance"},

	"shaping.hole_outside": {"所画的洞不在图形之内；请画在要挖去的地方", "the hole lies outside the shape; draw it where ground is to be taken out"},
	"shaping.hole_all":     {"所画的洞盖住了整个图形；请画小一些", "the hole covers the whole shape; draw it smaller"},
	"shaping.split_across": {"切割线没有从边界到边界穿过任何一部分；请把两端画到边界上或边界外", "the line leads through no part from border to border; draw both ends on or beyond the border"},

	"shaping.target":           {"目标面积必须大于 0；请重新填写", "the area asked for must be above 0; enter another"},
	"shaping.area_unreachable": {"平移边界得不到 {target}；请换一个目标面积，或先修改图形", "no offset of the border gives {target}; ask for another area or change the shape first"},
	"shaping.side":             {"没有选中边；请先选一条边或连续的几条边", "no side is chosen; choose an edge or a run of edges first"},
	"shaping.side_whole":       {"选中的边首尾相接，没有移动的方向；请少选几条边，或改为平移整个边界", "the edges chosen come back to where they begin and have no direction to move in; choose fewer, or offset the whole border"},
	"shaping.side_range":       {"移动这条边，面积只能在 {least} 到 {most} 之间，得不到 {target}；请换一条边，或换一个目标面积", "moving this side gives {least} to {most} and not {target}; choose another side or ask for another area"},

	"snap.vertex":      {"顶点", "corner"},
	"snap.crossing":    {"交点", "crossing"},
	"snap.right_angle": {"直角", "right angle"},
	"snap.extension":   {"延长线", "extension"},
	"snap.edge":        {"边线", "edge"},
	"snap.grid":        {"网格", "grid"},

	"paste.taken":       {"读入 {n} 点：按{notation}，{order}", "{n} points read as {notation}, {order}"},
	"paste.decimal":     {"十进制度", "decimal degrees"},
	"paste.sexagesimal": {"度分秒", "degrees, minutes, seconds"},
	"paste.metres":      {"米（{zone}）", "metres ({zone})"},
	"paste.east_first":  {"经度或东坐标在前", "longitude or easting first"},
	"paste.north_first": {"纬度或北坐标在前", "latitude or northing first"},

	"paste.empty":          {"没有找到坐标；每行写一个点，例如 119.3012,30.2045、119°18′04″E 30°12′16″N 或 3342512.35 40528996.20", "no coordinates found; write one point a line, such as 119.3012,30.2045, 119°18′04″E 30°12′16″N or 3342512.35 40528996.20"},
	"paste.unreadable":     {"“{text}”不是一个点的坐标；请写成经度和纬度，或 X 和 Y 两个数", "“{text}” is not the coordinates of a point; write longitude and latitude, or X and Y, as two numbers"},
	"paste.mixed_notation": {"这一行与前面各行不同，一种是度，一种是米；请分两次粘贴", "this line and those before are not in the same unit, one being degrees and one metres; paste them one after the other"},
	"paste.mixed_order":    {"这一行的经纬度（或 X、Y）次序与前面各行相反；请统一次序", "in this line the coordinates stand the other way round than before; give all in one order"},
	"paste.mixed_zone":     {"这一行东坐标的带号与第一点不同；请换算到同一个投影带", "the zone number of this easting is not that of the first point; convert all points to one zone"},
	"paste.mixed_place":    {"这一点（经度 {lon}，纬度 {lat}）与第一点一个在中国、一个不在；请检查是否漏写或多写了数字", "this point (longitude {lon}, latitude {lat}) and the first are not both in China; look for a digit missing or too many"},
	"paste.outside":        {"经度 {lon}、纬度 {lat} 超出范围；请改正", "longitude {lon}, latitude {lat} is no place on earth; correct it"},
	"paste.zone":           {"东坐标的带号 {zone} 不存在；中国的带号是 13–23（6° 带）和 25–45（3° 带），请改正", "there is no zone {zone}; those of China are 13–23 (6°) and 25–45 (3°): correct the easting"},
	"paste.zone_needed":    {"东坐标 {easting} 没有带号，不知道在哪个投影带；请在前面加上带号，例如 40", "the easting {easting} has no zone number, so that its zone is not known; write the number in front, such as 40"},
	"paste.line_long":      {"这一行超过 {limit} 个字节，不像坐标；请每行写一个点", "this line is longer than {limit} bytes, which no coordinates are; write one point a line"},
	"paste.too_many":       {"超过 {limit} 个点；请改为打开文件", "there are more than {limit} points; open them as a file"},
	"paste.too_long":       {"粘贴的内容超过 {limit} MB；请改为打开文件", "what was pasted is larger than {limit} MB; open it as a file"},
	"paste.one_point":      {"这里只要一个点，却有 {n} 个；请只留一行", "one point is wanted here, not {n}; keep one line"},
}
