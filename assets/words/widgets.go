package words

// widgetWords is what the toolkit's own menus and dialogs say, and what the
// widgets say by themselves.
var widgetWords = table{
	"toolkit.undo":       {"撤消", "Undo"},
	"toolkit.redo":       {"重做", "Redo"},
	"toolkit.cut":        {"剪切", "Cut"},
	"toolkit.copy":       {"复制", "Copy"},
	"toolkit.paste":      {"粘贴", "Paste"},
	"toolkit.select_all": {"全选", "Select all"},
	"toolkit.ok":         {"确定", "OK"},
	"toolkit.cancel":     {"取消", "Cancel"},
	"toolkit.yes":        {"是", "Yes"},
	"toolkit.no":         {"否", "No"},
	"toolkit.error":      {"错误", "Error"},
	"toolkit.open":       {"打开", "Open"},
	"toolkit.save":       {"保存", "Save"},
	"toolkit.file":       {"文件", "File"},
	"toolkit.folder":     {"文件夹", "Folder"},
	"toolkit.quit":       {"退出", "Quit"},
	"toolkit.choose":     {"请选择", "Choose"},
}
