package words

// checkWords are verdicts, limits and what a finding advises.
var checkWords = table{
	"verdict.pass":       {"达标", "met"},
	"verdict.fail":       {"不达标", "not met"},
	"verdict.borderline": {"临界", "borderline"},
	"verdict.missing":    {"待补", "missing"},

	"limit.m2":      {"{range} m²", "{range} m²"},
	"limit.km2":     {"{range} km²", "{range} km²"},
	"limit.ha":      {"{range} 公顷", "{range} ha"},
	"limit.mu":      {"{range} 亩", "{range} mu"},
	"limit.yi":      {"{range} 亿元", "{range} × 100M yuan"},
	"limit.wan":     {"{range} 万元", "{range} × 10k yuan"},
	"limit.percent": {"{range}%", "{range}%"},
	"limit.about":   {"约 {n}（±{tolerance}%）", "about {n} (±{tolerance}%)"},

	"check.not_measured": {"尚无数据", "no data yet"},
	"check.not_chosen":   {"未选择", "not chosen"},
	"check.with_mu":      {"{area}（{mu}）", "{area} ({mu})"},
	"check.count":        {"{n}/{of} 项", "{n} of {of}"},
	"check.list":         {"{first}、{next}", "{first}; {next}"},

	"check.one_industry": {"恰好一个，并明确细分领域", "exactly one, with its sub-field"},
	"check.all_declared": {"{n} 项均已声明", "all {n} declared"},
	"check.all_final":    {"{n} 项均已定稿", "all {n} final"},

	"check.low":          {"比下限少 {gap}；请核对数据，或调整方案", "{gap} below the lower limit; check the data or change the plan"},
	"check.high":         {"比上限多 {gap}；请核对数据，或调整方案", "{gap} above the upper limit; check the data or change the plan"},
	"check.outside":      {"核心区有 {gap} 在规划范围之外；请把核心区改到范围之内，或扩大规划范围", "{gap} of the core lie outside the extent; move the core inside or enlarge the extent"},
	"check.within_sigma": {"限值 {limit} 落在测量值 ± {sigma} 之内，不能断定；请复核界址点精度，或离限值远一些", "the limit of {limit} lies within ± {sigma} of the measured value, so nothing is certain; verify the accuracy of the boundary points or keep away from the limit"},
	"check.unusual_low":  {"比通常要求少 {gap}，未到不达标的程度；请说明理由，或调整方案", "{gap} less than usually asked for, but not a failure; give the reasons or change the plan"},
	"check.unusual_high": {"比通常要求多 {gap}，未到不达标的程度；请说明理由，或调整方案", "{gap} more than usually asked for, but not a failure; give the reasons or change the plan"},
	"check.invalid":      {"边界图形有错，面积不能作为依据；请先修正图上标出的问题", "the outline is invalid and its area is not to be relied on; mend the places marked on the map first"},

	"check.missing.extent.area":              {"请载入或绘制规划范围", "load or draw the planning extent"},
	"check.missing.core.area":                {"请载入或绘制核心区", "load or draw the core"},
	"check.missing.core.outside":             {"规划范围和核心区都有了才能核查", "this needs both the extent and the core"},
	"check.missing.investment.total":         {"请填写三年投资计划", "fill in the three-year schedule"},
	"check.missing.investment.leading_share": {"请填写三年投资计划，并标明哪些项目属于主导产业", "fill in the three-year schedule and say which projects belong to the leading industry"},

	"check.industry.missing":   {"请在“定位”中选择一个主导产业", "choose one leading industry under Positioning"},
	"check.industry.unlisted":  {"所选产业不在本规则集的名录中；请另选，或换用规则集", "the industry is not on this rulebook's list; choose another or change the rulebook"},
	"check.industry.sub_field": {"请填写细分领域", "name the sub-field"},
	"check.industry.chosen":    {"{industry}：{field}", "{industry}: {field}"},

	"check.declared_no":           {"声明为“否”：{what}；不符合申报条件", "declared \"no\": {what}; the conditions of the application are not met"},
	"check.declared_no_preferred": {"声明为“否”：{what}；不属于优先范围，请说明理由", "declared \"no\": {what}; not among those preferred, give the reasons"},
	"check.undeclared":            {"尚未声明：{what}", "not declared yet: {what}"},
	"check.not_final":             {"尚未定稿：{what}", "not final yet: {what}"},

	"rulebook.too_large":  {"规则文件超过 {max} MB；请检查是否选错了文件", "the rulebook is larger than {max} MB; check that it is the right file"},
	"rulebook.anchor":     {"规则文件用了 YAML 锚点或别名（& 或 *），不支持；请写出完整内容", "the rulebook uses YAML anchors or aliases (& or *), which are not supported; write the content out"},
	"rulebook.unreadable": {"规则文件看不懂（{reason}）；请对照 docs/rulebooks.md 修改", "the rulebook cannot be read ({reason}); see docs/rulebooks.md"},
	"rulebook.bad_id":     {"编号“{id}”不合格；请用小写字母、数字、点、下划线和连字符，不超过 64 个", "the id \"{id}\" will not do; use at most 64 lower-case letters, digits, dots, underscores and hyphens"},
	"rulebook.twice":      {"编号“{id}”用了两次；请改掉一个", "the id \"{id}\" is used twice; change one"},
	"rulebook.no_rules":   {"规则文件里没有规则；请在 rules 下至少写一条", "the rulebook has no rules; write at least one below rules"},
	"rulebook.too_many":   {"规则文件最多有 {rules} 条规则、{items} 个名录条目；请删减", "a rulebook has at most {rules} rules and {items} items; remove some"},
	"rulebook.measure":    {"规则 {rule} 的 measure“{measure}”不认识；请对照 docs/rulebooks.md", "the measure \"{measure}\" of rule {rule} is not known; see docs/rulebooks.md"},
	"rulebook.no_items":   {"规则 {rule} 没有 items；请列出它要求的条目", "rule {rule} has no items; list what it asks for"},
	"rulebook.no_item":    {"规则 {rule} 的条目 {item} 不在名录中；请补上或改正", "item {item} of rule {rule} is on no list; add or correct it"},
	"rulebook.no_limit":   {"规则 {rule} 没有 limit；请写出限值", "rule {rule} has no limit; write one"},
	"rulebook.unit":       {"规则 {rule} 的单位“{unit}”不适用；面积用 km2、ha、mu、m2，金额用 yi、wan，比例用 percent", "the unit \"{unit}\" of rule {rule} does not fit; areas are in km2, ha, mu, m2, money in yi or wan, shares in percent"},
	"rulebook.limit":      {"规则 {rule} 的限值前后矛盾，或没有写任何界限；请改正", "the limit of rule {rule} contradicts itself or says nothing; correct it"},
	"rulebook.unknown":    {"没有规则集“{id}”；可用的有：{ids}", "there is no rulebook \"{id}\"; available are {ids}"},
	"rulebook.missing":    {"项目选用的规则集“{id}”在这台电脑上没有，已改用默认规则集", "the project's rulebook \"{id}\" is not on this computer; the default is used instead"},
}
