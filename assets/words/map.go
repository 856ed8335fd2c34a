package words

// mapWords are what the map says: coordinates, lengths and its own few signs.
var mapWords = table{
	"map.position": {"{lon}  {lat}", "{lon}  {lat}"},
	"map.east":     {"东经{dms}", "{dms}E"},
	"map.west":     {"西经{dms}", "{dms}W"},
	"map.north":    {"北纬{dms}", "{dms}N"},
	"map.south":    {"南纬{dms}", "{dms}S"},

	"map.edge.east":  {"{dms}", "{dms}E"},
	"map.edge.west":  {"西{dms}", "{dms}W"},
	"map.edge.north": {"{dms}", "{dms}N"},
	"map.edge.south": {"南{dms}", "{dms}S"},

	"map.north_sign": {"北", "N"},
	"map.scale.cm":   {"{n} 厘米", "{n} cm"},
	"map.scale.m":    {"{n} 米", "{n} m"},
	"map.scale.km":   {"{n} 公里", "{n} km"},
}
