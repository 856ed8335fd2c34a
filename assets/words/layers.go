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

	"layers.no_world":           {"图片旁边没有坐标文件（.pgw、.jgw、.pngw 或 .wld）；请把它与图片放在同一个文件夹，名称相同", "there is no world file (.pgw, .jgw, .pngw or .wld) beside the picture; put it into the same folder under the same name"},
	"layers.world_size":         {"坐标文件超过 {limit} 字节，它应只有六个数；请检查是否选错了文件", "the world file is longer than {limit} bytes, but should hold six numbers; check that it is the right file"},
	"layers.world_count":        {"坐标文件应有六个数，每行一个，这里有 {n} 个；请重新导出", "a world file has six numbers, one a line, but this one has {n}; export it again"},
	"layers.world_number":       {"“{got}”不是可用的数；请改正坐标文件，或重新导出", "“{got}” is no usable number; correct the world file or export it again"},
	"layers.world_flat":         {"坐标文件把图片压成了一条线（像素大小为零）；请改正像素大小", "the world file squeezes the picture into a line (a pixel has no size); correct the size of a pixel"},
	"layers.picture_bytes":      {"图片超过 {limit} MB；请裁剪或降低分辨率", "the picture is larger than {limit} MB; crop it or lower its resolution"},
	"layers.picture_size":       {"图片有 {width} × {height} 像素，最多可以有 {limit} 万；请裁剪、分块，或转成 MBTiles", "the picture has {width} × {height} pixels, but {limit} × 10,000 is the limit; crop or split it, or convert it to MBTiles"},
	"layers.picture_unreadable": {"图片不是完整的 PNG 或 JPEG；请重新导出", "the file is no whole PNG or JPEG picture; export it again"},
	"layers.off_globe":          {"按{system}解释，图片不在地球上；请另选坐标系，或检查坐标文件", "taken as {system}, the picture lies off the globe; choose another coordinate system or check the world file"},

	"layers.template_marks":   {"地址模板里应有 {marks}；请补上", "the address needs {marks}; add them"},
	"layers.template_address": {"地址模板不是完整的 http 或 https 地址；请核对", "the address is no whole http or https address; check it"},
	"layers.template_key":     {"这个地址需要密钥；请填写自己申请的密钥", "this address needs a key; enter your own"},
	"layers.server_refuses":   {"服务器拒绝了请求（{status}）；请检查密钥是否有效、是否超过每日配额", "the server refuses ({status}); check that the key is valid and the day's quota is not used up"},
	"layers.server_busy":      {"服务器要求放慢；稍后会自动再试", "the server asks to slow down; it will be tried again later"},
	"layers.server_status":    {"服务器出错（{status}）；稍后会自动再试", "the server has a fault ({status}); it will be tried again later"},
	"layers.server_slow":      {"服务器没有及时应答；请检查网络，稍后会自动再试", "the server does not answer in time; check the network, it will be tried again later"},
	"layers.server_away":      {"连不上服务器；请检查网络，稍后会自动再试", "the server cannot be reached; check the network, it will be tried again later"},
}
