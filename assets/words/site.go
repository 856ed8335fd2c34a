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
}
