package words

// chartWords is the texts of charts.
var chartWords = table{
	"chart.enlarge":     {"放大查看", "Enlarge"},
	"chart.close":       {"关闭", "Close"},
	"chart.save_title":  {"保存图", "Save the chart"},
	"chart.saved":       {"已保存 {file}", "Saved {file}"},
	"chart.save_as":     {"另存为…", "Save as…"},
	"chart.save_svg":    {"SVG 矢量图…", "SVG drawing…"},
	"chart.save_pdf":    {"PDF 文件…", "PDF document…"},
	"chart.save_png":    {"PNG 图片…", "PNG picture…"},
	"chart.copy_text":   {"复制文字说明", "Copy the description"},
	"chart.zoom_in":     {"放大", "Zoom in"},
	"chart.zoom_out":    {"缩小", "Zoom out"},
	"chart.zoom_fit":    {"显示全图", "Show all"},
	"chart.description": {"{title}：{text}", "{title}: {text}"},
}
