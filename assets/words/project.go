package words

// projectWords is what is said of investors, projects and the schedule.
var projectWords = table{
	"code.length":     {"统一社会信用代码有 18 位，这里有 {n} 位；请对照营业执照填写", "a unified social credit code has 18 characters, this has {n}; copy it from the business licence"},
	"code.character":  {"第 {n} 位“{character}”不会出现在统一社会信用代码里（只用数字和除 I、O、S、V、Z 以外的大写字母）；请对照营业执照改正", "character {n}, “{character}”, cannot stand in a unified social credit code (digits and capital letters without I, O, S, V, Z); correct it by the business licence"},
	"code.region":     {"第 {n} 位“{character}”应为数字（第 3–8 位是登记机关的区划代码）；请对照营业执照改正", "character {n}, “{character}”, must be a digit (3 to 8 are the district of registration); correct it by the business licence"},
	"code.check":      {"第 18 位的校验码应为 {want}，填的是 {got}：有一位填错了，请对照营业执照逐位核对", "the check character 18 should be {want} and is {got}: one character is wrong; compare with the business licence"},
	"code.body_check": {"组织机构代码（第 9–17 位）不对：第 17 位的校验码应为 {want}，填的是 {got}；请对照营业执照核对", "the organisation code (characters 9 to 17) is wrong: its check character 17 should be {want} and is {got}; compare with the business licence"},

	"month.unreadable":   {"“{text}”不是年月；请写成 2026-03 或 2026年3月 的样子", "“{text}” is not a month; write it like 2026-03"},
	"month.out_of_range": {"“{text}”超出范围；年份要在 2000 到 2105 之间，月份要在 1 到 12 之间", "“{text}” is out of range; the year must lie between 2000 and 2105, the month between 1 and 12"},

	"share.unreadable":   {"“{text}”不是百分数；请填写数字，如 35 或 35.25", "“{text}” is not a percentage; enter a number such as 35 or 35.25"},
	"share.out_of_range": {"“{text}”超出范围；请填写 0 到 100", "“{text}” is out of range; enter 0 to 100"},
	"share.too_fine":     {"“{text}”精确到了万分之一以下；请保留两位小数", "“{text}” is finer than a hundredth of a percent; use two decimals"},

	"code.not_normal": {"请把统一社会信用代码写成 {normal}", "write the unified social credit code as {normal}"},

	"project.unnamed":           {"项目名称不能为空；请填写名称", "a project needs a name; enter one"},
	"project.twice":             {"已经有名为“{name}”的项目；请换一个名称", "there is a project “{name}” already; choose another name"},
	"project.kind_unknown":      {"不认识这种项目类型；请从列表中选择", "this kind of project is not known; choose one from the list"},
	"project.area_range":        {"用地面积要在 0 到全国面积之间；请改正", "the land must be 0 or more and less than the country; correct it"},
	"project.months_reversed":   {"开工 {start} 晚于竣工 {end}；请改正其中一个", "the start {start} is after the end {end}; correct one of them"},
	"project.removed_with_rows": {"删除项目 {name} 及其 {n} 行投资计划", "remove the project {name} with its rows of the schedule ({n})"},
	"project.removed_with_site": {"删除项目 {name} 及其位置", "remove the project {name} with its place"},
	"project.removed_with_all":  {"删除项目 {name} 及其 {n} 行投资计划和位置", "remove the project {name} with its rows of the schedule ({n}) and its place"},

	"project.kind.industry": {"产业", "industry"},
	"project.kind.tourism":  {"旅游与文化", "tourism and culture"},
	"project.kind.public":   {"公共服务", "public services"},
	"project.kind.works":    {"基础设施", "infrastructure"},
	"project.kind.housing":  {"商品住宅", "housing for sale"},
	"project.kind.complex":  {"商业综合体", "commercial complex"},
	"project.kind.other":    {"其他", "other"},

	"fund.own":    {"自有资金", "own money"},
	"fund.loan":   {"银行贷款", "bank loan"},
	"fund.fiscal": {"财政资金", "public money"},
	"fund.bond":   {"债券与基金", "bonds and funds"},
	"fund.other":  {"其他", "other"},

	"investors.has_files": {"“{name}”有证明材料，名称不能为空；请直接改成新名称", "“{name}” has evidence attached, so the name cannot be empty; type the new name over the old one"},

	"schedule.add_row":        {"投资计划增加一行：{name}", "schedule: add a row for {name}"},
	"schedule.set_row":        {"修改投资计划：{name}", "schedule: change the row of {name}"},
	"schedule.remove_row":     {"投资计划删除一行：{name}", "schedule: remove a row of {name}"},
	"schedule.set_span":       {"投资计划年数：{n}", "years of the schedule: {n}"},
	"schedule.span_range":     {"投资计划为 {least} 到 {most} 年；请改正", "a schedule has {least} to {most} years; correct it"},
	"schedule.span_money":     {"{year}还有 {money}，不能缩短；请先清空那一年", "there is {money} in {year}, so it cannot be cut off; empty that year first"},
	"schedule.fund_unknown":   {"不认识这种资金来源；请从列表中选择", "this source of money is not known; choose one from the list"},
	"schedule.below_quarters": {"{year}各季度合计 {quarters}，全年不能更少；请先改季度", "the quarters of {year} sum up to {quarters}, and the year cannot be less; change the quarters first"},
	"schedule.beyond_span":    {"{year}不在 {n} 年的计划之内；请先延长计划年数", "{year} is beyond the {n} years of the schedule; make the schedule longer first"},
	"schedule.nth_year":       {"第 {n} 年", "year {n}"},
	"schedule.calendar_year":  {"{year} 年", "{year}"},

	"field.code":              {"统一社会信用代码", "credit code"},
	"field.share":             {"股权占比", "share"},
	"field.phone":             {"电话", "phone"},
	"field.project":           {"项目", "project"},
	"field.project_kind":      {"类型", "kind"},
	"field.land_use":          {"用地性质", "land use"},
	"field.land_area":         {"用地面积", "land"},
	"field.start":             {"开工", "start"},
	"field.end":               {"竣工", "end"},
	"field.budget":            {"总投资", "budget"},
	"field.remark":            {"备注", "remark"},
	"field.fund":              {"资金来源", "source of money"},
	"field.amount_of":         {"{year}投资", "investment of {year}"},
	"field.amount_of_quarter": {"{year}第 {q} 季度投资", "investment of {year}, quarter {q}"},
}
