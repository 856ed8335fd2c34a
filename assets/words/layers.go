package words

// layerWords are about base maps and the panel of layers.
var layerWords = table{
	"layers.tile_unreadable": {"瓦片不是完整的 PNG 或 JPEG 图片；请重新下载或重新导出", "a tile is no whole PNG or JPEG picture; download or export it again"},
	"layers.tile_size":       {"瓦片为 {width} × {height} 像素，每边应在 1 到 {limit} 之间；请用 256 像素的瓦片重新导出", "a tile has {width} × {height} pixels, but each side should have 1 to {limit}; export again with tiles of 256 pixels"},
	"layers.tile_bytes":      {"一个瓦片超过 {limit} MB；请用 256 像素的瓦片重新导出", "a tile is larger than {limit} MB; export again with tiles of 256 pixels"},
	"layers.webp":            {"瓦片是 WebP 格式，不能显示；请导出为 PNG 或 JPEG", "the tiles are in WebP, which cannot be shown; export them as PNG or JPEG"},
	"layers.vector":          {"这是矢量瓦片（pbf），不能作底图；请导出为 PNG 或 JPEG 的栅格瓦片", "these are vector tiles (pbf), which cannot be a base map; export raster tiles in PNG or JPEG"},
}
