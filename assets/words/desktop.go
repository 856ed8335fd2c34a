package words

// desktopWords are those of the window round the pages: menus, start page,
// questions about files.
var desktopWords = table{
	"window.title":         {"镇界", "Zhenjie"},
	"window.title_project": {"{name} — {file} — 镇界", "{name} — {file} — Zhenjie"},
	"window.about":         {"特色小镇申报的范围、面积与规则核查", "Boundaries, areas and rules of characteristic-town applications"},
	"window.open_button":   {"打开…", "Open…"},
	"window.new_button":    {"新建项目…", "New project…"},
	"window.sample_button": {"示例小镇", "Sample town"},
	"window.drop_hint":     {"也可以把项目文件（.gpkg）或边界文件（Shapefile、DXF、KML、GeoJSON、坐标表等）拖到窗口里。", "Or drop a project (.gpkg) or a boundary file (shapefile, DXF, KML, GeoJSON, table …) onto the window."},
	"window.recent":        {"最近打开", "Opened last"},
	"window.no_recent":     {"打开过的项目会列在这里。", "Projects you open will be listed here."},

	"window.saved":   {"已保存 {time}　{path}", "Saved {time}   {path}"},
	"window.pointer": {"{place}　X {x}　Y {y}（{meridian}°）", "{place}   X {x}   Y {y} ({meridian}°)"},
	"window.extreme": {"{side} {point}", "{side} {point}"},
	"window.verdict": {"{verdict}　{limit}", "{verdict}   {limit}"},
	"window.counts":  {"检查结果：{pass}/{all} 项达标", "Findings: {pass} of {all} met"},

	"window.opening":   {"正在打开 {file}", "Opening {file}"},
	"window.reading":   {"正在读取 {file}", "Reading {file}"},
	"window.salvaging": {"正在抢救到 {file}", "Salvaging into {file}"},
	"window.stop":      {"停止", "Stop"},

	"window.open_title":      {"打开项目或边界文件", "Open a project or a boundary file"},
	"window.import_title":    {"载入边界文件", "Load a boundary file"},
	"window.new_title":       {"新建项目", "New project"},
	"window.save_as_title":   {"另存为", "Save as"},
	"window.files":           {"项目和边界文件", "Projects and boundary files"},
	"window.projects":        {"镇界项目", "Zhenjie projects"},
	"window.all_files":       {"所有文件", "All files"},
	"window.new_file":        {"新小镇.gpkg", "New town.gpkg"},
	"window.sample_file":     {"龙溪茶镇（示例）.gpkg", "Longxi tea town (sample).gpkg"},
	"window.folder":          {"文件夹", "Folder"},
	"window.file_name":       {"文件名", "File name"},
	"window.save":            {"保存", "Save"},
	"window.cancel":          {"取消", "Cancel"},
	"window.close":           {"关闭", "Close"},
	"window.no_folder":       {"没有这个文件夹；请另选一个", "There is no such folder; choose another"},
	"window.no_name":         {"请填写文件名", "Enter a file name"},
	"window.one_file":        {"一次只能拖入一个文件；请把规划范围和核心区放在同一个文件里，或分两次拖入", "drop one file at a time; put extent and core into one file, or drop them one after the other"},
	"window.salvage":         {"抢救", "Salvage"},
	"window.salvaged_suffix": {"（抢救）", " (salvaged)"},

	"window.book_folder": {"规则文件放在 {folder}", "Rulebook files belong into {folder}"},

	"window.no_book_folder": {"找不到放规则文件的文件夹；请在“检查”页或命令行用 --rules 指定规则文件", "there is no folder for rulebooks on this system; name a rulebook file with --rules on the command line"},
	"window.forget":         {"从列表中去掉", "Remove from the list"},
	"window.lost":           {"没能读出：{part}", "Could not be read: {part}"},
	"window.refused_title":  {"有内容还没有保存", "Something is not saved"},
	"window.refused":        {"有一处填写不能用，还没有保存（标红的地方）。继续就会丢掉它。", "A field holds something that could not be used and is not saved (marked in red). Going on loses it."},
	"window.go_on":          {"继续", "Go on"},
	"window.replace_title":  {"替换文件？", "Replace the file?"},
	"window.replace":        {"已有 {file}。替换以后，原来的内容就没有了。", "{file} is there already. Replacing it loses what it holds."},
	"window.replace_it":     {"替换", "Replace"},
	"window.system":         {"坐标系", "Coordinate system"},
	"window.system_title":   {"{file} 的坐标系", "Coordinate system of {file}"},
	"window.system_hint":    {"图纸或数据说明里写着；投影坐标看带号和中央子午线", "as the drawing or its description says; for metres, the zone and its central meridian"},
	"window.name_system":    {"指明坐标系…", "Name the coordinate system…"},

	"window.which_title":   {"哪个是规划范围，哪个是核心区？", "Which is the extent, which is the core?"},
	"window.which_polygon": {"{file} 里有 {n} 个面，请确认各自的用途。", "{file} holds {n} polygons; say what each is."},
	"window.polygon":       {"面 {n}", "Polygon {n}"},
	"window.not_used":      {"不使用", "not used"},
	"window.more_polygons": {"还有 {n} 个面没有列出；请先在 GIS 软件中挑出需要的面", "{n} more polygons are not listed; pick out those you need with a GIS first"},
	"window.none_chosen":   {"请至少指定一个面", "Choose at least one polygon"},
	"window.take":          {"载入", "Load"},

	"menu.file":        {"文件", "File"},
	"menu.new":         {"新建项目…", "New project…"},
	"menu.open":        {"打开…", "Open…"},
	"menu.recent":      {"最近打开", "Open recent"},
	"menu.sample":      {"打开示例小镇", "Open the sample town"},
	"menu.import":      {"载入边界…", "Load boundary…"},
	"menu.import_as":   {"载入边界（指明坐标系）…", "Load boundary, naming its system…"},
	"menu.save_as":     {"另存为…", "Save as…"},
	"menu.close":       {"关闭项目", "Close project"},
	"menu.books":       {"规则文件夹", "Rulebook folder"},
	"menu.quit":        {"退出", "Quit"},
	"menu.edit":        {"编辑", "Edit"},
	"menu.undo":        {"撤销", "Undo"},
	"menu.redo":        {"重做", "Redo"},
	"menu.view":        {"视图", "View"},
	"menu.fit":         {"全图", "Fit"},
	"menu.zoom_in":     {"放大", "Zoom in"},
	"menu.zoom_out":    {"缩小", "Zoom out"},
	"menu.grid":        {"公里网", "Kilometre grid"},
	"menu.lang":        {"语言 / Language", "Language / 语言"},
	"menu.mode":        {"外观", "Appearance"},
	"menu.mode.system": {"跟随系统", "As the system"},
	"menu.mode.light":  {"浅色", "Light"},
	"menu.mode.dark":   {"深色", "Dark"},
	"menu.help":        {"帮助", "Help"},
	"menu.keys":        {"快捷键", "Keys"},
	"menu.about":       {"关于镇界", "About Zhenjie"},

	"window.keys": {
		"Ctrl+N 新建　Ctrl+O 打开　Ctrl+I 载入边界　Ctrl+E 导出填报表　Ctrl+Shift+E 导入填报表　Ctrl+Shift+S 另存为\n" +
			"Ctrl+Z 撤销　Ctrl+Y 重做\n" +
			"Ctrl+1 … Ctrl+7 切换页面\n" +
			"地图：中键拖动平移（没有工具时左键也行），滚轮缩放；方向键平移，+ 和 − 缩放，Home 全图；Ctrl+G 公里网，Ctrl+L 图层，Ctrl+B 标注项目\n" +
			"画图（先点一下地图）：V 边界点　W 整体　P 多边形　R 矩形　C 圆　F 手绘　H 挖洞　S 切开　B 项目位置　M 量测　Esc 放下工具\n" +
			"L 换边界（规划范围/核心区）　N 输入坐标或尺寸　T 目标面积　O 平移边界　K 把核心区裁剪到范围内　J 合并各部分　A 全选边界点　? 本页\n" +
			"表格：Tab 向右，Enter 向下；Esc 恢复原来的内容",
		"Ctrl+N new, Ctrl+O open, Ctrl+I load boundary, Ctrl+E export a form, Ctrl+Shift+E import one, Ctrl+Shift+S save as\n" +
			"Ctrl+Z undo, Ctrl+Y redo\n" +
			"Ctrl+1 … Ctrl+7 pages\n" +
			"Map: drag with the middle button to pan (or the left one, with no tool), wheel to zoom; arrow keys pan, + and − zoom, Home fits; Ctrl+G kilometre grid, Ctrl+L layers, Ctrl+B places a project\n" +
			"Drawing (click the map first): V vertices, W whole, P polygon, R rectangle, C circle, F free-hand, H hole, S split, B places of projects, M measure, Esc puts the tool down\n" +
			"L other outline (extent/core), N coordinates or sizes, T fit to an area, O move the border, K clip the core to the extent, J merge parts, A select all vertices, ? this page\n" +
			"Tables: Tab goes right, Enter down; Esc brings back what was there",
	},
	"window.about_text": {
		"镇界：特色小镇申报的范围、面积与规则核查。\n" +
			"图斑椭球面积按国土调查办发〔2008〕32号计算。WGS 84 与 CGCS2000 相差数厘米，按同一坐标系处理。\n" +
			"字体：思源黑体（Noto Sans SC），SIL 开放字体许可证 1.1。",
		"Zhenjie: boundaries, areas and rules of characteristic-town applications.\n" +
			"The survey area follows 国土调查办发〔2008〕32号. WGS 84 and CGCS2000 differ by centimetres and are taken for one.\n" +
			"Typeface: Noto Sans SC, SIL Open Font License 1.1.",
	},
}
