package words

var validityWords = table{
	"validity.outer":    {"外环", "the outer ring"},
	"validity.hole":     {"第 {hole} 个洞", "hole {hole}"},
	"validity.outer_of": {"第 {part} 部分的外环", "the outer ring of part {part}"},
	"validity.hole_of":  {"第 {part} 部分的第 {hole} 个洞", "hole {hole} of part {part}"},
	"validity.place":    {"({x}, {y})", "({x}, {y})"},
	"validity.metres":   {"{n} m", "{n} m"},

	"validity.ring.open": {
		"{ring}没有闭合，首尾相距 {gap}，终点在 {at}；请把终点接到起点",
		"{ring} is open by {gap}; it ends at {at}: close it on its first point",
	},
	"validity.ring.short": {
		"{ring}只有 {n} 个不同的点，围不成面；请补全拐点或删去这个环",
		"{ring} has {n} distinct points and encloses nothing; add its corners or delete it",
	},
	"validity.ring.collapsed": {
		"{ring}的点都在一条直线上（{at}），面积为零；请补全拐点或删去这个环",
		"all points of {ring} lie on one line at {at}, so it has no area; add its corners or delete it",
	},
	"validity.repeated_point": {
		"{ring}第 {n} 点 {at} 与前一点重复；不影响面积，可删去",
		"point {n} of {ring} at {at} repeats the one before; the area does not change, it can be deleted",
	},
	"validity.spike": {
		"{ring}在第 {n} 点 {at} 处有尖刺（边线原路折回）；请删去该点",
		"{ring} has a spike at point {n}, {at}: the line goes out and straight back; delete the point",
	},
	"validity.self_intersection": {
		"{ring}在第 {n} 点之后的 {at} 处自相交；请检查附近拐点的次序和位置",
		"{ring} crosses itself after point {n}, at {at}; check the order and place of the corners near it",
	},
	"validity.self_overlap": {
		"{ring}在第 {n} 点之后的 {at} 处与自身的边重叠；请删去重复的一段",
		"{ring} runs along itself after point {n}, at {at}; delete the part that is drawn twice",
	},
	"validity.self_touch": {
		"{ring}在第 {n} 点附近的 {at} 处碰到自身；请移开拐点，或把它分成两个环",
		"{ring} touches itself near point {n}, at {at}; move the corner away or make two rings of it",
	},

	"validity.rings_cross": {
		"{ring}在第 {n} 点之后的 {at} 处与{other}相交；请移动其中一条边线",
		"{ring} crosses {other} after point {n}, at {at}; move one of the two lines",
	},
	"validity.rings_share_edge": {
		"{ring}在第 {n} 点之后的 {at} 处与{other}有一段边重合；请把洞并入边界或移开",
		"{ring} runs along {other} after point {n}, at {at}; make the hole part of the outline or move it away",
	},
	"validity.hole_outside": {
		"{ring}从第 {n} 点 {at} 起不在所属外环之内；请移到外环内，或改为单独的部分",
		"{ring} lies outside its outer ring, from point {n} at {at}; move it inside or make it a part of its own",
	},
	"validity.hole_nested": {
		"{ring}在{other}之内（第 {n} 点 {at}）；请删去里面的洞，或改为单独的部分",
		"{ring} lies inside {other}, see point {n} at {at}; delete the inner hole or make it a part of its own",
	},
	"validity.interior_disconnected": {
		"{ring}与{other}在第 {n} 点附近的 {at} 处相接，把内部隔断；请移开洞，或拆成两个部分",
		"{ring} and {other} touch near point {n}, at {at}, and cut the inside in two; move the hole away or make two parts",
	},
	"validity.parts_overlap": {
		"{ring}在第 {n} 点之后的 {at} 处与{other}重叠，重叠处会重复计算面积；请修改边线或合并",
		"{ring} overlaps {other} after point {n}, at {at}, where ground is counted twice; move a line or merge them",
	},
	"validity.parts_share_edge": {
		"{ring}在第 {n} 点之后的 {at} 处与{other}共用一段边；请合并成一个部分",
		"{ring} shares an edge with {other} after point {n}, at {at}; merge them into one part",
	},
	"validity.parts_nested": {
		"{ring}（第 {n} 点 {at}）在{other}之内，面积会重复计算；请删去里面的部分，或把它改为洞",
		"{ring}, see point {n} at {at}, lies inside {other} and its ground is counted twice; delete the inner part or make it a hole",
	},
	"validity.parts_duplicate": {
		"{ring}（第 {n} 点 {at}）与{other}完全相同，面积会重复计算；请删去其中一个",
		"{ring}, see point {n} at {at}, is the same as {other} and its ground is counted twice; delete one of them",
	},

	"validity.not_finite": {
		"{ring}第 {n} 点 {at} 的坐标不是数；请重新导出或补上坐标",
		"point {n} of {ring}, {at}, is not a number; export again or fill in the coordinate",
	},
	"validity.out_of_range": {
		"{ring}第 {n} 点 {at} 超出经纬度范围（经度 ±180°，纬度 ±90°）；请检查坐标和坐标系",
		"point {n} of {ring}, {at}, is outside longitude ±180° and latitude ±90°; check the number and the coordinate system",
	},
	"validity.swapped_axes": {
		"{ring}的坐标（如 {at}）像是纬度在前、经度在后；请对调两列坐标",
		"the coordinates of {ring}, such as {at}, look like latitude before longitude; swap the two columns",
	},
	"validity.projected_metres": {
		"{ring}的坐标（如 {at}）是以米为单位的平面坐标，不是经纬度（{zone}）；请指定坐标系",
		"the coordinates of {ring}, such as {at}, are metres of a plane and not degrees ({zone}); say which coordinate system they are in",
	},
	"validity.zone": {
		"带号像是高斯-克吕格 {width}°带第 {zone} 带，中央子午线 {meridian}°",
		"the zone number suggests Gauss-Krüger {width}° zone {zone}, central meridian {meridian}°",
	},
	"validity.no_zone": {"坐标不带带号", "without a zone number"},
	"validity.round_pole": {
		"{ring}（从第 {n} 点 {at} 起）绕过极点，无法判断；请在 180° 经线处断开",
		"{ring}, from point {n} at {at}, goes round a pole and cannot be judged; cut it at the meridian of 180°",
	},

	"validity.overlay_invalid": {
		"图形有错，无法求差或求交：{problem}",
		"the shapes cannot be overlaid: {problem}",
	},
	"validity.overlay_wide": {
		"图形跨越 180° 经线，无法求差或求交；请在该经线处断开",
		"a shape reaches across the meridian of 180° and cannot be overlaid; cut it there",
	},
	"validity.overlay_failed": {
		"两个图形求差或求交失败（{reason}）；请稍微移动几乎重合的拐点后再试",
		"the overlay of the two shapes failed ({reason}); move corners that nearly coincide a little and try again",
	},

	"validity.tangled": {"边线相交的地方太多", "the lines cross in too many places"},

	"validity.effect":         {"面积变化 {n} m²", "area {n} m²"},
	"validity.effect_none":    {"面积不变", "area unchanged"},
	"validity.effect_unknown": {"面积变化不能计算", "change of area not known"},
	"validity.more_changes":   {"{what}：另有 {n} 处未列出；合计{area}", "{what}: {n} more are not listed; together {area}"},

	"validity.repaired.close": {
		"闭合了{ring}：终点（第 {n} 点）{at} 接到起点；{area}",
		"closed {ring}: its end, point {n} at {at}, now leads to its first point; {area}",
	},
	"validity.repaired.repeated": {
		"删去{ring}第 {n} 点 {at}：与前一点重复；{area}",
		"dropped point {n} of {ring} at {at}, which repeats the one before; {area}",
	},
	"validity.repaired.not_finite": {
		"删去{ring}第 {n} 点 {at}：坐标不是数；{area}",
		"dropped point {n} of {ring}, {at}, which is not a number; {area}",
	},
	"validity.repaired.spike": {
		"删去{ring}第 {n} 点 {at} 的尖刺；{area}",
		"dropped the tip of a spike, point {n} of {ring} at {at}; {area}",
	},
	"validity.repaired.ring": {
		"删去{ring}（{at}）：围不成面；{area}",
		"dropped {ring} at {at}, which encloses nothing; {area}",
	},
	"validity.repaired.hole_in_nothing": {
		"删去{ring}（{at}）：所属外环围不成面；{area}",
		"dropped {ring} at {at}: its outer ring encloses nothing; {area}",
	},
	"validity.repaired.split": {
		"{ring}第 {n} 点之后的 {at} 处自相交或自相接，已分成不相交的环；{area}",
		"{ring} crossed or touched itself after point {n}, at {at}, and was split into sound rings; {area}",
	},
	"validity.repaired.holes": {
		"{ring}第 {n} 点附近的 {at} 处洞与环的关系有错，已重新归位；{area}",
		"holes and rings met or were misplaced at {ring}, point {n} near {at}, and were sorted anew; {area}",
	},
	"validity.repaired.merged": {
		"{ring}第 {n} 点附近的 {at} 处与其他部分重叠或相邻，已合并；{area}",
		"{ring} overlapped or adjoined another part near point {n}, at {at}, and was merged with it; {area}",
	},
	"validity.repaired.sliver": {
		"删去{ring}旁 {at} 处比容差窄的碎片或缝隙；{area}",
		"dropped a sliver or gap by {ring} at {at}, thinner than the tolerance; {area}",
	},
	"validity.repaired.snapped": {
		"{ring}第 {n} 点移到边界上的 {at}；{area}",
		"moved point {n} of {ring} onto the border at {at}; {area}",
	},
	"validity.repaired.followed": {
		"{ring}第 {n} 点之后改沿边界走，经过 {at}；{area}",
		"{ring} follows the border after point {n}, through {at}; {area}",
	},
	"validity.repaired.snap_folds": {
		"没有移动：移到边界上会使图形自相交；请减小距离",
		"nothing was moved: on the border the shape would cross itself; use a smaller distance",
	},
	"validity.repaired.left": {
		"没有修复：有绕过极点的环或过大的坐标；请检查坐标和坐标系",
		"not repaired: a ring goes round a pole or a coordinate is far too large; check the coordinates and their system",
	},
	"validity.repaired.tangled": {
		"没有修复：边线相交的地方太多；请重新绘制或导出",
		"not repaired: the lines cross in too many places; draw or export them again",
	},

	"validity.more":          {"{what}：另有 {n} 处未列出", "{what}: {n} more places are not listed"},
	"validity.more_at_least": {"{what}：至少另有 {n} 处未列出", "{what}: at least {n} more places are not listed"},

	"validity.name.ring_closed":     {"闭合的环", "rings closed"},
	"validity.name.point_dropped":   {"删去的点", "points dropped"},
	"validity.name.spike_dropped":   {"删去的尖刺", "spikes dropped"},
	"validity.name.ring_dropped":    {"删去的环", "rings dropped"},
	"validity.name.ring_split":      {"分开的自相交", "self-crossings split"},
	"validity.name.holes_sorted":    {"归位的洞", "holes sorted"},
	"validity.name.parts_merged":    {"合并的部分", "parts merged"},
	"validity.name.sliver_dropped":  {"删去的碎片", "slivers dropped"},
	"validity.name.snapped":         {"移到边界上的点", "corners moved onto the border"},
	"validity.name.border_followed": {"沿边界的点", "corners of the border taken over"},
	"validity.name.left_alone":      {"没有修复的", "left alone"},

	"validity.name.ring.open":             {"没有闭合的环", "open rings"},
	"validity.name.ring.short":            {"点数不足的环", "rings with too few points"},
	"validity.name.ring.collapsed":        {"面积为零的环", "rings without area"},
	"validity.name.repeated_point":        {"重复点", "repeated points"},
	"validity.name.spike":                 {"尖刺", "spikes"},
	"validity.name.self_intersection":     {"自相交", "self-intersections"},
	"validity.name.self_touch":            {"自相接", "self-touches"},
	"validity.name.rings_cross":           {"环相交", "crossing rings"},
	"validity.name.rings_share_edge":      {"洞与环共边", "rings sharing an edge"},
	"validity.name.hole_outside":          {"洞在外环之外", "holes outside their outer ring"},
	"validity.name.hole_nested":           {"洞中洞", "holes inside holes"},
	"validity.name.interior_disconnected": {"内部被隔断", "insides cut in two"},
	"validity.name.parts_overlap":         {"部分重叠", "overlapping parts"},
	"validity.name.parts_share_edge":      {"部分共边", "parts sharing an edge"},
	"validity.name.parts_nested":          {"部分嵌套", "parts inside parts"},
	"validity.name.parts_duplicate":       {"重复的部分", "repeated parts"},
	"validity.name.not_finite":            {"不是数的坐标", "coordinates that are not numbers"},
	"validity.name.out_of_range":          {"超出经纬度范围的点", "points outside longitude and latitude"},
	"validity.name.swapped_axes":          {"经纬度颠倒的环", "rings with latitude first"},
	"validity.name.projected_metres":      {"以米为单位的环", "rings in metres"},
	"validity.name.round_pole":            {"绕过极点的环", "rings round a pole"},
}
