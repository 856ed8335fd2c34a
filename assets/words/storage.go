package words

// storageWords are about the project file: each fault says what to do.
var storageWords = table{
	"storage.in_use":             {"这个项目正在另一个窗口或程序中打开；请先在那里关闭，或另选一个文件", "this project is open in another window or program; close it there first, or choose another file"},
	"storage.read_only":          {"项目文件是只读的；请取消只读属性，或复制到自己的文件夹再打开", "the project file is read-only; make it writable, or open a copy in a folder of your own"},
	"storage.read_only_folder":   {"不能在项目所在的文件夹中写入；请把项目复制到自己的文件夹再打开", "the folder of the project cannot be written to; open a copy in a folder of your own"},
	"storage.disk_full":          {"磁盘已满，这一步没有保存；请腾出空间后再试", "the disk is full and this step was not saved; free some space and try again"},
	"storage.exists":             {"已有同名文件；请换一个名称，或先移走原来的文件", "there is a file of this name already; choose another name or move that file away"},
	"storage.onto_itself":        {"这就是正在使用的项目文件；请另选一个名称", "this is the project file in use; choose another name"},
	"storage.not_project":        {"这不是镇界项目文件，或者文件开头已经损坏；请选择镇界保存的 .gpkg 文件，或使用备份", "this is not a Zhenjie project, or its beginning is damaged; choose a .gpkg file that Zhenjie saved, or use a backup"},
	"storage.not_geopackage":     {"这是别的程序的数据库，不是镇界项目；请选择镇界保存的 .gpkg 文件", "this is another program's database, not a Zhenjie project; choose a .gpkg file that Zhenjie saved"},
	"storage.foreign_geopackage": {"这个 GeoPackage 里没有镇界的规划数据；请在 GIS 软件中把其中的边界导出为 GeoJSON，再导入新项目", "this GeoPackage holds no Zhenjie plan; export the boundary from it as GeoJSON with a GIS and import that into a new project"},
	"storage.empty":              {"项目文件是空的，可能没有复制完整；请重新复制，或使用备份", "the project file is empty, perhaps it was not copied whole; copy it again or use a backup"},
	"storage.newer":              {"项目由更新版本的镇界保存；请升级程序后再打开", "the project was saved by a newer version of Zhenjie; update the program first"},
	"storage.damaged":            {"项目文件已损坏（{detail}），没有改动它；请使用备份，或在窗口中打开它，用“抢救”把还能读出的内容另存为新项目", "the project file is damaged ({detail}) and was left as it is; use a backup, or open it in the window and salvage what can be read into a new project"},
	"storage.nothing_left":       {"文件损坏严重，读不出任何规划内容；请使用备份", "the file is too badly damaged to read anything of the plan; use a backup"},
	"storage.no_step":            {"历史记录中没有第 {step} 步；请重新选择", "the history has no step {step}; choose another"},
	"storage.unstorable":         {"“{part}”中有无法保存的字符或数值；请改正后再试", "“{part}” holds a character or number that cannot be saved; correct it and try again"},
	"storage.unstorable_step":    {"这一步的名称太长或时间不对，没有保存；请检查电脑的日期，再试一次", "the step's name is too long or its time is wrong, and it was not saved; check the computer's date and try again"},
	"storage.too_many_points":    {"边界的点超过 {limit} 万个，没有保存；请抽稀后再试", "the boundary has more than {limit} × 10,000 points and was not saved; simplify it and try again"},
	"storage.failed":             {"读写项目文件时出错（{detail}）；请把项目复制到本机磁盘再试", "reading or writing the project file failed ({detail}); copy the project to a local disk and try again"},

	"storage.part.identity":    {"小镇名称与所在地", "name and place"},
	"storage.part.extent":      {"规划范围", "planned extent"},
	"storage.part.core":        {"核心区", "core area"},
	"storage.part.claims":      {"申报数值", "claimed numbers"},
	"storage.part.positioning": {"产业定位", "positioning"},
	"storage.part.investors":   {"投资主体", "investors"},
	"storage.part.schedule":    {"投资计划", "investment schedule"},
	"storage.part.eligibility": {"资格声明", "declarations"},
	"storage.part.materials":   {"申报材料", "application papers"},
	"storage.part.settings":    {"设置", "settings"},

	"storage.geometry_head": {"图形不是 GeoPackage 格式；请用 GIS 软件重新保存这个图层", "a geometry is not in GeoPackage form; save the layer again with a GIS"},
	"storage.geometry_cut":  {"图形数据在这里中断；请用 GIS 软件重新保存这个图层", "a geometry breaks off here; save the layer again with a GIS"},
	"storage.geometry_rest": {"图形数据之后多出 {n} 字节；请用 GIS 软件重新保存这个图层", "more bytes follow a geometry than belong to it ({n}); save the layer again with a GIS"},
	"storage.geometry_kind": {"图形类型 {kind} 不是面；边界图层只能有面，请用 GIS 软件删去其他图形", "geometry type {kind} is no polygon; a boundary layer holds polygons only: delete the rest with a GIS"},

	"storage.edited_outside":        {"边界已在其他程序中修改", "Boundary edited in another program"},
	"storage.edited_outside_notice": {"项目的边界图层在其他程序中修改过，已作为新的一步采用；撤销即可恢复原来的边界", "the boundary layers were changed in another program and taken over as a new step; undo brings the old boundary back"},
	"storage.layer_remade":          {"图层“{layer}”无法读取，已按项目中的边界重建；改动前的文件保存为 {backup}", "the layer “{layer}” could not be read and was made again from the project's boundary; the file as it was is kept as {backup}"},
	"storage.migrated":              {"项目由旧版本保存，已更新；原来的文件保存为 {backup}", "the project was saved by an older version and has been updated; the file as it was is kept as {backup}"},
}
