package words

var quantityWords = table{
	"raw":              {"{text}", "{text}"},
	"unexpected":       {"没有预料到的错误：{error}；请把这一行报告给开发者", "unexpected error: {error}; please report this line"},
	"both":             {"{zh}{en}", "{zh}{en}"}, // one of the two, see Both
	"quantity.unknown": {"无法计算", "not available"},
	"quantity.m2":      {"{n} m²", "{n} m²"},
	"quantity.km2":     {"{n} km²", "{n} km²"},
	"quantity.ha":      {"{n} 公顷", "{n} ha"},
	"quantity.mu":      {"{n} 亩", "{n} mu"},
}
