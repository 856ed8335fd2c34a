package words

// rulebookWords is what is said of rulebooks, their editor and their comparison.
var rulebookWords = table{
	"confirmed.read":      {"据引用或转载原文的页面核对", "read in a page that quotes or reports the text"},
	"confirmed.press":     {"据新闻报道", "from press reports"},
	"confirmed.secondary": {"据二手资料", "at second hand"},

	"measure.extent.area":              {"规划范围面积", "Area of the extent"},
	"measure.core.area":                {"核心区面积", "Area of the core"},
	"measure.core.outside":             {"核心区超出规划范围的面积", "Core outside the extent"},
	"measure.investment.total":         {"累计总投资", "Investment in all"},
	"measure.investment.per_year":      {"每年投资", "Investment of each year"},
	"measure.investment.leading_share": {"主导产业投资占比", "Share of the leading industry"},
	"measure.stated":                   {"申报指标：{what}", "Stated: {what}"},
	"measure.industry":                 {"主导产业", "Leading industry"},
	"measure.declarations":             {"声明", "Declarations"},
	"measure.materials":                {"申报材料", "Papers"},

	"rulebook.kind.industry": {"产业项目", "industry"},
	"rulebook.kind.tourism":  {"旅游与文化", "tourism and culture"},
	"rulebook.kind.public":   {"公共服务", "public services"},
	"rulebook.kind.works":    {"基础设施", "infrastructure"},
	"rulebook.kind.housing":  {"商品住宅", "housing for sale"},
	"rulebook.kind.complex":  {"商业综合体", "commercial complexes"},
	"rulebook.kind.other":    {"其他项目", "other projects"},
	"rulebook.town.new":      {"新建类", "new towns"},
	"rulebook.town.upgrade":  {"改造提升类", "upgraded towns"},

	"rulebook.no_folder": {"这台电脑没有存放设置的地方，不能保存规则集；请设置 HOME 后重试", "this computer has no place for settings, so that a rulebook cannot be kept; set HOME and try again"},

	"rulebook.asks.industry":  {"{n} 个产业中恰好一个", "exactly one of {n} industries"},
	"rulebook.asks.relaxed":   {"{limit}；{towns}：{other}", "{limit}; for {towns}: {other}"},
	"rulebook.asks.years":     {"{limit}；按 {n} 年计", "{limit}; years counted: {n}"},
	"rulebook.asks.excludes":  {"{limit}；不计{kinds}", "{limit}; without {kinds}"},
	"rulebook.asks.preferred": {"{what}（优先）", "{what} (preferred)"},

	"rulebook.confirmed":      {"{of} 的 confirmed“{confirmed}”不认识；请写 read、press 或 secondary，或者删去", "confirmed “{confirmed}” of {of} is not known; write read, press or secondary, or leave it out"},
	"rulebook.reserved":       {"编号“{id}”是小镇类型的编号，不能用作产业；请改掉", "the id “{id}” is that of a kind of towns and cannot be an industry's; change it"},
	"rulebook.indicator_unit": {"指标 {id} 的单位“{unit}”不适用；请用 persons、percent 或 grade", "the unit “{unit}” of indicator {id} does not fit; use persons, percent or grade"},
	"rulebook.option":         {"规则 {rule} 的 {key} 不适用于 {measure}；请删去", "{key} of rule {rule} does not go with {measure}; leave it out"},
	"rulebook.of":             {"规则 {rule} 的 of“{of}”不认识；请写 total，或者删去", "of “{of}” of rule {rule} is not known; write total, or leave it out"},
	"rulebook.years":          {"规则 {rule} 的年数要在 1 到 {max} 之间；请改正", "the years of rule {rule} must be from 1 to {max}; correct them"},
	"rulebook.excludes":       {"规则 {rule} 不计的项目种类“{kind}”不认识；请用 industry、tourism、public、works、housing、complex、other", "the kind of projects “{kind}” that rule {rule} excludes is not known; use industry, tourism, public, works, housing, complex, other"},
	"rulebook.example":        {"规则 {rule} 的例子 {verdict} 不是一个数、一个词或空值；请改正", "the example {verdict} of rule {rule} is no number, word or null; correct it"},
}
