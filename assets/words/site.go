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

	"tool.site":        {"项目位置（B）", "Places of projects (B)"},
	"site.hint":        {"单击选中项目，拖动移动（方向键 1 m，Shift 10 m）；Delete 去掉，空格选下一个，双击或 Enter 看项目表，N 输入坐标", "Click a project to select it, drag to move (arrow keys 1 m, Shift 10 m); Delete takes it off, Space selects the next, double click or Enter shows the list, N enters coordinates"},
	"site.point.hint":  {"在项目所在处单击；N 输入坐标，Esc 放弃", "Click where the project stands; N enters coordinates, Esc gives up"},
	"site.ground.hint": {"逐点画出用地；双击或 Enter 结束，Backspace 退一点，Esc 放弃；N 输入坐标", "Draw the ground point by point; double click or Enter ends, Backspace takes one back, Esc gives up; N enters coordinates"},
	"site.tip":         {"{before}，{next}", "{before}, {next}"},

	"site.ask":             {"标注项目…", "Place a project…"},
	"site.ask.project":     {"项目", "Project"},
	"site.ask.how":         {"怎样标注", "How"},
	"site.ask.point":       {"在地图上单击", "Click on the map"},
	"site.ask.ground":      {"在地图上画出用地", "Draw the ground on the map"},
	"site.ask.typed":       {"输入坐标", "Enter coordinates"},
	"site.ask.extent":      {"以规划范围为用地", "Take the extent as the ground"},
	"site.ask.core":        {"以核心区为用地", "Take the core as the ground"},
	"site.ask.part":        {"以选中边界点所在的部分为用地", "Take the part with the selected corners as the ground"},
	"site.ask.no_projects": {"还没有项目；请先在“项目”页添加", "There are no projects yet; add them on the page of projects first"},
	"site.ask.all_placed":  {"所有项目都已标注；用“项目位置”工具（B）移动，或在项目表里重新标注", "All projects are on the map; move them with the tool \"Places of projects\" (B), or place one anew from the list"},
	"site.typed.hint":      {"一个点，或用地的三个以上边界点；每行一点：经度 纬度，或 X Y（高斯平面米）", "one point, or three corners of the ground and more; a point a line: longitude latitude, or X Y (Gauss–Krüger metres)"},
	"site.typed.two":       {"有 {n} 个点；请输入一个点，或至少三个边界点", "there are {n} points; enter one, or three corners at least"},
	"site.layer":           {"建设项目", "Projects"},
	"menu.map":             {"地图", "Map"},
	"site.menu.tool":       {"选择和移动项目", "Select and move projects"},
}
