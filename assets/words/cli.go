package words

// cliWords are what the command line alone says: its help, its tables and its
// complaints. A help tag of the grammar is an id of this table.
var cliWords = table{
	"cli.about":      {"镇界：特色小镇申报的范围、面积与规则核查", "Zhenjie: boundaries, areas and rule checks for characteristic-town applications"},
	"cli.usage_line": {"用法：{line}", "Usage: {line}"},

	"cli.help.help":      {"显示帮助", "show this help"},
	"cli.help.lang":      {"语言：zh 或 en；默认随系统，不明时为中文", "language: zh or en; by default the system's, Chinese when unknown"},
	"cli.help.json":      {"每行输出一个 JSON 对象", "print one JSON object a line"},
	"cli.help.version":   {"显示版本", "print the version"},
	"cli.help.area":      {"按三种方法计算每个面要素的面积，并指出图形错误", "areas of every polygon feature, three ways, with validity problems"},
	"cli.help.check":     {"按规则核查项目或边界文件", "check a project or a bare boundary against a rulebook"},
	"cli.help.new":       {"不打开窗口，新建项目文件", "make a project file without opening the window"},
	"cli.help.sample":    {"把示例小镇写成项目文件和摘要，并核查", "write the sample town as a project file and a summary, and check it"},
	"cli.help.from":      {"坐标系，如 EPSG:4549、gcj02、bd09；优先于文件中的声明", "coordinate system such as EPSG:4549, gcj02, bd09; overrides what the file says"},
	"cli.help.method":    {"只按一种方法计算：survey（图斑椭球面积）、geodesic（测地线）或 plane（平面）", "one method alone: survey (statutory), geodesic or plane"},
	"cli.help.sigma":     {"界址点中误差，米（每个坐标方向）", "standard error of a boundary point in each coordinate, metres"},
	"cli.help.core":      {"核心区边界文件", "boundary file of the core"},
	"cli.help.extent":    {"规划范围边界文件", "boundary file of the planning extent"},
	"cli.help.rules_all": {"规则集编号、规则文件，或 all（与所有规则集对照）", "rulebook id, a rulebook file, or all (all rulebooks side by side)"},
	"cli.help.rules_id":  {"规则集编号", "rulebook id"},
	"cli.help.name":      {"小镇名称", "name of the town"},
	"cli.help.force":     {"覆盖已有的文件", "overwrite an existing file"},

	"cli.help.shot": {"把窗口画成 PNG 后退出", "draw the window into a PNG file and leave"},

	"cli.cancelled":           {"已取消；没有写出任何文件", "cancelled; no file was written"},
	"cli.unreadable":          {"看不懂命令行（{what}）；运行 zhenjie --help 查看用法", "cannot read the command line ({what}); run zhenjie --help"},
	"cli.unknown_flag":        {"没有选项 {what}；运行 zhenjie --help 查看全部选项", "there is no option {what}; run zhenjie --help for all options"},
	"cli.unexpected_argument": {"多余的参数 {what}；运行 zhenjie --help 查看用法", "unexpected argument {what}; run zhenjie --help"},
	"cli.missing_argument":    {"缺少参数 {what}；运行 zhenjie --help 查看用法", "missing argument {what}; run zhenjie --help"},
	"cli.no_window":           {"这个版本没有窗口；请使用 zhenjie --help 列出的命令", "this build has no window; use the commands that zhenjie --help lists"},
	"cli.no_display":          {"没有图形界面；请在桌面环境中运行，或使用 zhenjie --help 列出的命令", "there is no display; run it in a desktop session, or use the commands that zhenjie --help lists"},
	"cli.no_polygon":          {"文件里没有面要素；请检查是否选错了文件", "the file has no polygon; check that it is the right file"},
	"cli.which_polygon":       {"文件里有 {n} 个面，看不出哪个是规划范围（{names}）；请把规划范围单独存成一个文件，核心区用 --core 给出", "the file has {n} polygons and does not say which is the extent ({names}); save the extent in a file of its own and give the core with --core"},
	"cli.exists":              {"文件已存在；换一个名字，或加 --force 覆盖", "the file exists already; choose another name, or add --force"},

	"cli.area.feature":    {"要素 {n}  {name}  {crs}（{source}）  {vertices} 个边界点，{parts} 个部分，{holes} 个孔洞", "feature {n}  {name}  {crs} ({source})  vertices {vertices}, parts {parts}, holes {holes}"},
	"cli.area.survey":     {"图斑椭球面积{crs}", "survey (statutory){crs}"},
	"cli.area.geodesic":   {"测地线面积{crs}", "geodesic{crs}"},
	"cli.area.plane":      {"平面面积 {crs}", "plane {crs}"},
	"cli.area.unreliable": {"图形有错，以上面积不能作为依据；请先修正", "the outline is invalid: these areas are not to be relied on; mend it first"},
	"cli.area.total":      {"{file}：{n} 个要素，图斑椭球面积合计 {area}（{mu}）", "{file}: features {n}, survey area in all {area} ({mu})"},

	"cli.crs.given":    {"由 --from 指定", "given by --from"},
	"cli.crs.declared": {"文件声明", "declared by the file"},
	"cli.crs.detected": {"由坐标判断", "detected from the coordinates"},
	"cli.crs.assumed":  {"文件未声明，按此处理", "assumed, the file declares none"},

	"cli.check.town":    {"{name}：按《{rulebook}》核查", "{name}: checked against {rulebook}"},
	"cli.check.unnamed": {"未命名小镇", "unnamed town"},
	"cli.check.counts":  {"达标 {pass} 项，临界 {borderline} 项，不达标 {fail} 项，待补 {missing} 项", "{pass} met, {borderline} borderline, {fail} not met, {missing} missing"},

	"cli.check.all":      {"{name}：按 {n} 个规则集核查", "{name}: checked against all rulebooks ({n})"},
	"cli.check.rulebook": {"规则集", "rulebook"},
	"cli.check.topic":    {"要求", "asked"},
	"cli.check.marks":    {"{pass} 达标，{borderline} 临界，{fail} 不达标，{missing} 待补，{none} 没有这项要求", "{pass} met, {borderline} borderline, {fail} not met, {missing} missing, {none} not asked"},
	"cli.check.met":      {"全部达标：{rulebook}", "met in full: {rulebook}"},
	"cli.check.none_met": {"没有一个规则集全部达标", "no rulebook is met in full"},

	"cli.check.extent":    {"规划范围", "extent"},
	"cli.check.core":      {"核心区", "core"},
	"cli.check.problem":   {"{what}：{problem}", "{what}: {problem}"},
	"cli.core_of_project": {"项目文件里已有核心区，不能再用 --core；请去掉这个选项", "a project has its own core; leave out --core"},
	"cli.from_of_project": {"项目文件里的边界已是经纬度，不能再用 --from；请去掉这个选项", "the outlines of a project are in degrees already; leave out --from"},
	"cli.new.from_alone":  {"有 --from 而没有边界文件；请用 --extent 给出规划范围，或去掉这个选项", "--from without a boundary file; give the extent with --extent, or leave --from out"},
	"cli.new.rules_file":  {"项目只记规则集的编号；请先把这个文件放进规则文件夹 {folder}，再用 --rules {id}", "a project keeps a rulebook's id alone; put this file into the rulebook folder {folder} first, then use --rules {id}"},
	"cli.new.extension":   {"项目文件的扩展名是 .gpkg；请改名", "a project file ends in .gpkg; change the name"},
	"cli.new.core_alone":  {"有 --core 而没有 --extent；请同时给出规划范围", "--core without --extent; give the extent as well"},

	"cli.sample.done": {"已写出项目文件 {project} 和摘要 {summary}", "wrote the project file {project} and the summary {summary}"},
	"cli.new.done":    {"已新建项目 {file}", "made the project {file}"},
}
