package words

// formatTableWords are the faults of tables of coordinates and the notes on them,
// and those of texts read line by line.
var formatTableWords = table{
	"lines.line_long":     {"这一行超过 {limit} KB，不像坐标；请检查文件", "this line is longer than {limit} KB, which no coordinates are; check the file"},
	"lines.feature_bytes": {"从这一行起的一个要素超过 {limit} MB；请拆分后再打开", "the feature that begins here is larger than {limit} MB; split it first"},
}
