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
}
