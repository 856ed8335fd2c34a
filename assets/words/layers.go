package words

// layerWords are about base maps and the panel of layers.
var layerWords = table{
	"layers.tile_unreadable": {"瓦片不是完整的 PNG 或 JPEG 图片；请重新下载或重新导出", "a tile is no whole PNG or JPEG picture; download or export it again"},
	"layers.tile_size":       {"瓦片为 {width} × {height} 像素，每边应在 1 到 {limit} 之间；请用 256 像素的瓦片重新导出", "a tile has {width} × {height} pixels, but each side should have 1 to {limit}; export again with tiles of 256 pixels"},
	"layers.tile_bytes":      {"一个瓦片超过 {limit} MB；请用 256 像素的瓦片重新导出", "a tile is larger than {limit} MB; export again with tiles of 256 pixels"},
	"layers.webp":            {"瓦片是 WebP 格式，不能显示；请导出为 PNG 或 JPEG", "the tiles are in WebP, which cannot be shown; export them as PNG or JPEG"},
	"layers.vector":          {"这是矢量瓦片（pbf），不能作底图；请导出为 PNG 或 JPEG 的栅格瓦片", "these are vector tiles (pbf), which cannot be a base map; export raster tiles in PNG or JPEG"},

	"layers.not_mbtiles": {"这不是 MBTiles 文件；请选择含 tiles 和 metadata 两个表的 .mbtiles 文件", "this is no MBTiles file; choose an .mbtiles file, which has the tables tiles and metadata"},
	"layers.no_tiles":    {"文件里没有瓦片；请重新导出", "the file holds no tiles; export it again"},
	"layers.slow":        {"读取瓦片用时过长，已停止；请检查文件的索引，或重新导出", "reading a tile took too long and was stopped; check the file's index, or export it again"},
	"layers.busy":        {"文件正由另一个程序写入；请等它写完再打开", "another program is writing to the file; open it when that has finished"},
	"layers.damaged":     {"底图文件已损坏（{detail}）；请重新复制或重新导出", "the base map file is damaged ({detail}); copy or export it again"},
}
