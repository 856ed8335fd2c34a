package words

var areaWords = table{
	"crs.cgcs2000":  {"CGCS2000", "CGCS2000"},
	"crs.wgs84":     {"WGS 84", "WGS 84"},
	"crs.xian80":    {"西安80", "Xian 1980"},
	"crs.beijing54": {"北京54", "Beijing 1954"},

	"crs.none":       {"未知坐标系", "unknown coordinate system"},
	"crs.geographic": {"{datum} 经纬度", "{datum} longitude and latitude"},
	"crs.zone": {
		"{datum} 高斯-克吕格 {width}°带 第 {zone} 带（中央子午线 {meridian}，坐标带带号）",
		"{datum} Gauss-Krüger {width}° zone {zone} (central meridian {meridian}, zone number in the easting)",
	},
	"crs.meridian": {
		"{datum} 高斯-克吕格 {width}°带（中央子午线 {meridian}，坐标不带带号）",
		"{datum} Gauss-Krüger {width}° zone (central meridian {meridian}, no zone number)",
	},
	"crs.mercator": {"Web 墨卡托（网络地图）", "Web Mercator (web maps)"},
	"crs.gcj02":    {"GCJ-02（高德、腾讯地图）", "GCJ-02 (AutoNavi, Tencent maps)"},
	"crs.bd09":     {"BD-09（百度地图）", "BD-09 (Baidu maps)"},

	"crs.unknown": {
		"不认识坐标系“{name}”；请写 EPSG 代码（如 EPSG:4490、EPSG:4549）、gcj02 或 bd09",
		"the coordinate system \"{name}\" is not known; write an EPSG code (such as EPSG:4490 or EPSG:4549), gcj02 or bd09",
	},
	"crs.unusable_unknown": {
		"坐标系未知，无法换算到 CGCS2000；请指定坐标系",
		"the coordinate system is unknown and cannot be brought to CGCS2000; say which one it is",
	},
	"crs.unusable_datum": {
		"{system} 属于{datum}，换算到 CGCS2000 需要当地的转换参数；请先用当地参数转换为 CGCS2000 再导入",
		"{system} is on {datum}; bringing it to CGCS2000 needs local parameters: transform it to CGCS2000 with them first, then import",
	},
}
