package words

// boundaryWords are those of the page of extent and core.
var boundaryWords = table{
	"page.boundary":    {"边界与面积", "Boundary"},
	"page.positioning": {"定位", "Positioning"},
	"page.investors":   {"投资主体", "Investors"},
	"page.projects":    {"建设项目", "Projects"},
	"page.schedule":    {"投资计划", "Schedule"},
	"page.checks":      {"检查", "Checks"},
	"page.history":     {"历史", "History"},

	"boundary.import":           {"载入边界…", "Load boundary…"},
	"boundary.swap":             {"对调", "Swap"},
	"boundary.clear_core":       {"删除核心区", "Remove core"},
	"boundary.source":           {"来源：{file}", "Source: {file}"},
	"boundary.extent":           {"规划范围", "Planning extent"},
	"boundary.core":             {"核心区", "Core"},
	"boundary.problems":         {"图形检查", "Validity"},
	"boundary.none":             {"还没有边界。载入文件，或把文件拖到窗口里。", "No boundary yet. Load a file, or drop one onto the window."},
	"boundary.record":           {"图斑椭球面积 {area}（± {sigma}）", "Survey area {area} (± {sigma})"},
	"boundary.unreliable":       {"图形有错，这些面积不能作为依据；见下面的图形检查", "The outline is invalid: these areas are not to be relied on; see Validity below"},
	"boundary.units":            {"{km2}　{ha}　{mu}", "{km2}   {ha}   {mu}"},
	"boundary.others":           {"测地线面积 {geodesic}（{geodesic_ppm} ppm）；平面面积 {plane}（{plane_ppm} ppm），{crs}", "Geodesic {geodesic} ({geodesic_ppm} ppm); plane {plane} ({plane_ppm} ppm), {crs}"},
	"boundary.counts":           {"{vertices} 个边界点，{parts} 个部分，{holes} 个孔洞", "vertices: {vertices}, parts: {parts}, holes: {holes}"},
	"boundary.claim.extent":     {"申报规划面积（km²）", "Claimed extent (km²)"},
	"boundary.claim.core":       {"申报核心区面积（亩）", "Claimed core (mu)"},
	"boundary.claim.difference": {"测量值比申报数 {difference}（{percent}%）", "measured − claimed: {difference} ({percent}%)"},
	"boundary.problem":          {"{what}：{problem}", "{what}: {problem}"},
	"boundary.no_outline":       {"载入边界后在这里列出图形错误。", "Faults of the outlines will be listed here."},
	"boundary.no_problem":       {"没有发现图形错误。", "No faults found."},
	"boundary.more_problems":    {"还有 {n} 处，见地图上的标记。", "{n} more, see the marks on the map."},
}
