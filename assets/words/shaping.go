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
	"shaping.side_range":       {"移动这条边，面积只能在 {least} 到 {most} 之间，得不到 {target}；请换一条边，或换一个目标面积", "moving this side gives {least} to {most} and not {target}; choose another side or ask for another area"},

	"snap.vertex":      {"顶点", "corner"},
	"snap.crossing":    {"交点", "crossing"},
	"snap.right_angle": {"直角", "right angle"},
	"snap.extension":   {"延长线", "extension"},
	"snap.edge":        {"边线", "edge"},
	"snap.grid":        {"网格", "grid"},
}
