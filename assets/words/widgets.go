package words

// widgetWords is what the window's toolkit says by itself: the menus of its
// fields, the buttons of its dialogs, its own dialog for files.
var widgetWords = table{
	"toolkit.undo":           {"撤销", "Undo"},
	"toolkit.redo":           {"重做", "Redo"},
	"toolkit.cut":            {"剪切", "Cut"},
	"toolkit.copy":           {"复制", "Copy"},
	"toolkit.paste":          {"粘贴", "Paste"},
	"toolkit.select_all":     {"全选", "Select all"},
	"toolkit.ok":             {"确定", "OK"},
	"toolkit.confirm":        {"确认", "Confirm"},
	"toolkit.cancel":         {"取消", "Cancel"},
	"toolkit.yes":            {"是", "Yes"},
	"toolkit.no":             {"否", "No"},
	"toolkit.error":          {"错误", "Error"},
	"toolkit.open":           {"打开", "Open"},
	"toolkit.save":           {"保存", "Save"},
	"toolkit.quit":           {"退出", "Quit"},
	"toolkit.file":           {"文件", "File"},
	"toolkit.folder":         {"文件夹", "Folder"},
	"toolkit.new_folder":     {"新建文件夹", "New folder"},
	"toolkit.create_folder":  {"新建文件夹", "Create folder"},
	"toolkit.enter_filename": {"输入文件名", "Enter a file name"},
	"toolkit.favourites":     {"常用位置", "Favourites"},
	"toolkit.show_hidden":    {"显示隐藏的文件", "Show hidden files"},
	"toolkit.advanced":       {"高级", "Advanced"},
	"toolkit.file_name":      {"名称", "Name"},
	"toolkit.file_parent":    {"上级文件夹", "Parent"},
}
