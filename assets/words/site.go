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

	"site.edited_outside":        {"项目位置已在其他程序中修改", "Places of projects edited in another program"},
	"site.edited_outside_notice": {"图层“建设项目”在其他程序中修改过，已作为新的一步采用；撤销即可恢复原来的位置", "the places of projects were changed in another program and taken over as a new step; undo brings the old ones back"},
	"site.layer_restored":        {"图层“{layer}”里有名称不在项目表中的行、无法用的图形或改动过的投资，未采用；改动前的文件保存为 {backup}。名称、类型和投资请在项目表里改", "the layer “{layer}” held rows of no known project, unusable geometries or changed money, which were not taken over; the file as it was is kept as {backup}. Change names, kinds and money in the list of projects"},
}
