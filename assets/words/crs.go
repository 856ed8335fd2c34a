package words

// crsWords are those of coordinate systems: their kinds, what is wrong with a
// description of one, and what tells them apart in a file's numbers.
var crsWords = table{
	"crs.utm": {"WGS 84 UTM 第 {zone} 带（中央子午线 {meridian}）", "WGS 84 UTM zone {zone} (central meridian {meridian})"},
	"crs.custom": {
		"{datum} 横轴墨卡托（中央子午线 {meridian}，东坐标加常数 {easting} m，北坐标加常数 {northing} m，比例因子 {scale}）",
		"{datum} transverse Mercator (central meridian {meridian}, false easting {easting} m, false northing {northing} m, scale {scale})",
	},
	"crs.metre":  {"米", "metre"},
	"crs.degree": {"度", "degree"},

	"crs.wkt_long":    {"坐标系描述（WKT）超过 {limit} KB；请检查文件是否是坐标系描述", "the description of the coordinate system (WKT) is longer than {limit} KB; check whether it is one"},
	"crs.wkt_deep":    {"坐标系描述（WKT）嵌套超过 {limit} 层；请重新导出，或指明坐标系", "the description of the coordinate system (WKT) is nested deeper than {limit}; export it again, or name the system"},
	"crs.wkt_broken":  {"坐标系描述（WKT）第 {at} 字节处有语法错误；请重新导出，或指明坐标系", "the description of the coordinate system (WKT) is damaged at byte {at}; export it again, or name the system"},
	"crs.wkt_kind":    {"坐标系描述（WKT）是“{kind}”，不是经纬度或平面坐标系；请转换后再导入", "the coordinate system described (WKT) is a “{kind}”, neither degrees nor a plane; transform the data first"},
	"crs.wkt_missing": {"坐标系描述（WKT）里缺少 {what}；请重新导出，或指明坐标系", "the description of the coordinate system (WKT) lacks {what}; export it again, or name the system"},
	"crs.wkt_unit":    {"坐标系的单位是“{unit}”，只支持{want}；请转换后再导入", "the coordinate system counts in “{unit}”; only the {want} is supported: transform the data first"},
	"crs.wkt_datum":   {"不支持大地基准“{datum}”，按同椭球的基准处理会偏差数米；请转换为 CGCS2000 后再导入", "the datum “{datum}” is not supported, and others on its ellipsoid are metres away; transform the data to CGCS2000 first"},
	"crs.wkt_prime":   {"坐标系的首子午线是“{name}”，只支持格林尼治；请转换后再导入", "the prime meridian of the coordinate system is “{name}”; only Greenwich is supported: transform the data first"},
	"crs.wkt_ellipsoid": {
		"坐标系的椭球“{name}”（a = {a}，1/f = {f}）不是 CGCS2000、WGS 84、西安80 或北京54 的椭球；请转换为 CGCS2000 后再导入",
		"the ellipsoid “{name}” (a = {a}, 1/f = {f}) is none of CGCS2000, WGS 84, Xian 1980 and Beijing 1954; transform the data to CGCS2000 first",
	},
	"crs.wkt_shift": {
		"坐标系描述给“{datum}”附了转换参数，与该基准的定义不符；请转换为 CGCS2000 后再导入，或指明坐标系",
		"the description of the coordinate system gives “{datum}” a datum shift of its own, which contradicts the datum; transform the data to CGCS2000 first, or name the system",
	},
	"crs.wkt_method":    {"不支持投影方法“{method}”；请转换为高斯-克吕格或经纬度后再导入", "the projection “{method}” is not supported; transform the data to Gauss-Krüger or degrees first"},
	"crs.wkt_parameter": {"不支持投影参数“{parameter}”= {value}；请核对坐标系，或转换后再导入", "the projection's parameter “{parameter}” = {value} is not supported; check the system, or transform the data first"},
	"crs.wkt_axis":      {"坐标轴“{axis}”不是向东、向北；请转换后再导入", "the axis “{axis}” counts neither eastwards nor northwards; transform the data first"},
	"crs.wkt_range":     {"坐标系“{name}”的投影参数超出合理范围；请核对坐标系", "the parameters of the coordinate system “{name}” are out of all bounds; check it"},

	"crs.shift_range": {
		"转换参数超出合理范围（平移 {metres} m、旋转 {seconds}″、尺度 {ppm} ppm 以内）；请核对参数的单位和顺序",
		"the parameters of the datum shift are out of all bounds ({metres} m, {seconds}″, {ppm} ppm); check their units and order",
	},
	"crs.two_datums": {
		"从{from}不能直接换算到{to}；请先换算到 CGCS2000",
		"there is no direct way from {from} to {to}; go by way of CGCS2000",
	},

	"detect.declared":          {"文件声明", "declared by the file"},
	"detect.degrees":           {"数值是中国的经纬度，经度在前", "the numbers are longitudes and latitudes of China, longitude first"},
	"detect.degrees_swapped":   {"数值是中国的经纬度，纬度在前", "the numbers are latitudes and longitudes of China, latitude first"},
	"detect.degrees_elsewhere": {"数值可作经纬度，但不在中国", "the numbers can be degrees, though not of China"},
	"detect.zone":              {"东坐标前有 {width}° 带第 {zone} 带的带号", "the eastings begin with the number of the {width}° zone {zone}"},
	"detect.bare":              {"数值是不带带号的高斯-克吕格坐标，中央子午线可能是 {meridian}°E", "the numbers are Gauss-Krüger metres without a zone number, the central meridian perhaps {meridian}°E"},
	"detect.utm":               {"数值也可作 {name}", "the numbers can be {name} as well"},
	"detect.mercator":          {"数值是中国的 Web 墨卡托坐标", "the numbers are Web Mercator metres of China"},
	"detect.swapped":           {"{why}；北坐标在前", "{why}; northing first"},
	"detect.near":              {"{why}；与现有边界同在一处", "{why}; it lies where the boundaries at hand do"},
}
