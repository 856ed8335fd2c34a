package words

// formatTableWords are the faults of tables of coordinates and the notes on them,
// and those of texts read line by line.
var formatTableWords = table{
	"lines.line_long":     {"这一行超过 {limit} KB，不像坐标；请检查文件", "this line is longer than {limit} KB, which no coordinates are; check the file"},
	"lines.feature_bytes": {"从这一行起的一个要素超过 {limit} MB；请拆分后再打开", "the feature that begins here is larger than {limit} MB; split it first"},

	"table.empty":           {"表格是空的；请重新导出", "the table is empty; export it again"},
	"table.no_rows":         {"标题行下面没有数据；请检查表格", "there is nothing below the headings; check the table"},
	"table.no_roles":        {"认不出坐标列：表头是“{headings}”，缺少{missing}；请把坐标两列的标题写成 经度、纬度 或 X、Y", "the columns of the coordinates cannot be told: the headings are “{headings}”, {missing} is missing; name the two columns longitude and latitude, or X and Y"},
	"table.missing.both":    {"经度（东坐标）和纬度（北坐标）", "longitude (easting) and latitude (northing)"},
	"table.missing.east":    {"经度（东坐标）", "longitude (easting)"},
	"table.missing.north":   {"纬度（北坐标）", "latitude (northing)"},
	"table.order_unknown":   {"“{x}”和“{y}”两列的数值看不出哪个是经度（东）、哪个是纬度（北）；请把标题写成 经度、纬度 或 东坐标、北坐标", "the numbers do not tell which of “{x}” and “{y}” is the longitude (easting); name the columns longitude and latitude, or easting and northing"},
	"table.quote_open":      {"这一行的引号没有结束；请检查引号，或重新导出", "the quotes of this row do not end; check them, or export the table again"},
	"table.coordinate":      {"“{text}”不是坐标；请写成 120.1234567、120°07′24.44″ 这样的度，或 3350123.456 这样的米", "“{text}” is no coordinate; write degrees such as 120.1234567 or 120°07′24.44″, or metres such as 3350123.456"},
	"table.mixed_unit":      {"这一行与前面各行不同，一种是度，一种是米；请统一", "this row and those before are not in the same unit, one being degrees and one metres; give all in one"},
	"table.mixed_order":     {"这一行的两个坐标与前面各行次序相反；请统一次序", "the coordinates of this row stand the other way round than before; give all in one order"},
	"table.mixed_zone":      {"这一行东坐标的带号与第一点不同；请换算到同一个投影带", "the zone number of this easting is not that of the first point; convert all points to one zone"},
	"table.outside":         {"经度 {lon}、纬度 {lat} 超出范围；请改正", "longitude {lon}, latitude {lat} is no place on earth; correct it"},
	"table.rings":           {"一个要素的圈超过 {limit} 个；请拆分后再打开", "one feature has more than {limit} rings; split it first"},
	"table.vertices":        {"一个要素的点超过 {limit} 个；请拆分或抽稀后再打开", "one feature has more than {limit} points; split or simplify it first"},
	"table.attribute_bytes": {"一个要素的属性超过 {limit} MB；请删去不需要的列", "the attributes of one feature are larger than {limit} MB; remove columns that are not needed"},

	"table.why.headings":    {"按标题，“{east}”列是经度或东坐标，“{north}”列是纬度或北坐标", "by the headings, “{east}” is the longitude or easting and “{north}” the latitude or northing"},
	"table.why.swapped":     {"标题与数值相反：按数值，“{east}”列才是经度或东坐标，“{north}”列是纬度或北坐标；请核对位置", "the headings contradict the numbers, by which “{east}” is the longitude or easting and “{north}” the latitude or northing: check the place"},
	"table.why.size":        {"按数值大小，“{east}”列是经度或东坐标，“{north}”列是纬度或北坐标", "by the size of the numbers, “{east}” is the longitude or easting and “{north}” the latitude or northing"},
	"table.why.no_headings": {"没有标题行；按数值大小，{east} 列是经度或东坐标，{north} 列是纬度或北坐标，请核对", "there are no headings; by the size of the numbers, column {east} is the longitude or easting and {north} the latitude or northing: check them"},
	"table.why.packed":      {"坐标按 度分秒连写 读入（301520.5 即 30°15′20.5″）", "the coordinates were read as degrees, minutes and seconds in one number (301520.5 is 30°15′20.5″)"},
	"table.why.pointed":     {"坐标按 度.分秒 读入（30.15205 即 30°15′20.5″）", "the coordinates were read as degrees, a point, minutes and seconds (30.15205 is 30°15′20.5″)"},
	"table.why.wkt":         {"“{column}”列是图形（WKT），每行一个要素", "“{column}” holds geometries (WKT), a feature a row"},
	"table.why.features":    {"“{column}”列的值变化时开始下一个要素", "the next feature begins where “{column}” changes"},
	"table.why.empty_rows":  {"没有名称或编号列：空行分隔要素", "there is no column of names or ids: empty rows divide the features"},
	"table.why.rings":       {"“{column}”列是圈号", "“{column}” is the number of the ring"},

	"table.xlsx_broken":    {"工作簿无法读取（{error}）；请用 Excel 或 WPS 打开后另存为 .xlsx，或另存为 CSV", "the workbook cannot be read ({error}); open it in Excel or WPS and save it again as .xlsx, or as CSV"},
	"table.xlsx_large":     {"工作簿超过 {limit} MB；请拆分，或另存为 CSV", "the workbook is larger than {limit} MB; split it, or save it as CSV"},
	"table.xlsx_protected": {"工作簿有密码；请去掉密码另存后再打开", "the workbook is protected by a password; save it without one first"},
	"table.xlsx_rows":      {"数据超过一个工作表的 {limit} 行，不能写出；请拆分，或改用 CSV", "the data exceed the {limit} rows of a sheet and were not written; split them, or use CSV"},

	"table.write_not_a_number": {"坐标不是有限的数，不能写出；请先修复图形", "a coordinate is not a finite number and cannot be written; repair the shape first"},
	"table.write_mixed":        {"有的要素是度，有的是米，不能写进一张表；请先统一坐标系", "some features are in degrees and some in metres, which one table cannot hold; convert them to one system first"},

	"table.loss.crs":    {"坐标系的名称不写进表格；读入时请指明坐标系", "the name of the coordinate system is not written into a table; name it when the table is read"},
	"table.loss.ids":    {"编号有重复或缺失，改写为顺序号", "ids that are missing or come twice were replaced by running numbers"},
	"table.loss.layers": {"图层名称不写进 CSV；需要时请写成 XLSX", "CSV does not keep the layers; write XLSX where they matter"},

	"table.note.sheets":     {"没有坐标的工作表已略去：{names}", "sheets without coordinates were passed over: {names}"},
	"table.note.gb18030":    {"文字按 GB 18030（GBK）读出；请核对名称", "the text was read as GB 18030 (GBK); check the names"},
	"table.note.no_points":  {"要素没有坐标", "the feature has no coordinates"},
	"table.note.point":      {"要素只有一个点，没有面积", "the feature is a single point and has no area"},
	"table.note.two_points": {"要素只有两个点，没有面积", "the feature has two points and no area"},
	"table.note.closed":     {"{n} 个圈没有重复起点，已闭合", "{n} rings did not repeat their first point and were closed"},
	"table.note.parted":     {"点回到圈的起点后，后面的点作为下一圈读入；请核对孔洞", "points behind one that came back to the first of its ring were taken as the next ring: check the holes"},
}
