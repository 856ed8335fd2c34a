package words

// crsWords are those of coordinate systems: their kinds, what is wrong with a
// description of one, and what tells them apart in a file's numbers.
var crsWords = table{
	"crs.utm": {"WGS 84 UTM 第 {zone} 带（中央子午线 {meridian}）", "WGS 84 UTM zone {zone} (central meridian {meridian})"},
	"crs.custom": {
		"{datum} 横轴墨卡托（中央子午线 {meridian}，东坐标加常数 {easting} m，北坐标加常数 {northing} m，比例因子 {scale}）",
		"{datum} transverse Mercator (central meridian {meridian}, false easting {easting} m, false northing {northing} m, scale {scale})",
	},
}
