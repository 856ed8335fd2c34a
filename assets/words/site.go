package words

// siteWords is what is said of the places of projects.
var siteWords = table{
	"site.placed":     {"标注项目“{name}”的位置", "Place the project \"{name}\" on the map"},
	"site.drawn":      {"画项目“{name}”的用地", "Draw the ground of the project \"{name}\""},
	"site.moved":      {"移动项目“{name}”的位置", "Move the project \"{name}\" on the map"},
	"site.removed":    {"去掉项目“{name}”的位置", "Take the project \"{name}\" off the map"},
	"site.none":       {"项目“{name}”在地图上没有位置", "the project \"{name}\" has no place on the map"},
	"site.no_ground":  {"用地没有边界点；请画出至少三个点", "the ground has no corner; draw three points at least"},
	"site.no_project": {"没有叫“{name}”的项目；请先在项目表里添加", "there is no project \"{name}\"; add it to the list of projects first"},

	"site.remark.outside":  {"项目“{name}”在规划范围以外；请核对位置", "the project \"{name}\" stands outside the extent; check its place"},
	"site.remark.across":   {"项目“{name}”的用地超出了规划范围；请核对", "the ground of the project \"{name}\" reaches beyond the extent; check it"},
	"site.remark.fault":    {"项目“{name}”的用地图形有误：{fault}", "the ground of the project \"{name}\" is wrong: {fault}"},
	"site.summary.outside": {"位置超出规划范围的项目：{names}", "Projects that reach beyond the extent: {names}"},
	"site.summary.faulty":  {"用地图形有误的项目：{names}", "Projects whose ground is wrong: {names}"},
	"site.summary.both":    {"{outside}。{faulty}", "{outside}. {faulty}"},
	"site.and":             {"{before}、{next}", "{before}, {next}"},
	"site.and_more":        {"{names}等 {n} 个", "{names} and others, {n} in all"},
}
