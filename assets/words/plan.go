package words

var planWords = table{
	"number.unreadable": {"“{text}”不是数；请填写数字，如 0.5 或 1,200", "“{text}” is not a number; enter one such as 0.5 or 1,200"},

	"area.unreadable": {"“{text}”不是面积；请填写数字，可带单位，如 3.6 平方公里、1500 亩", "“{text}” is not an area; enter a number, with a unit if you like, such as 3.6 km2 or 1500 mu"},

	"money.yi":           {"{n} 亿元", "{n} billion yuan"},
	"money.wan":          {"{n} 万元", "{n} million yuan"},
	"money.yuan":         {"{n} 元", "{n} yuan"},
	"money.unreadable":   {"“{text}”不是金额；请填写数字，如 1200.5（万元）或 38.95 亿元", "“{text}” is not an amount; enter a number such as 1200.5 (in 10,000 yuan) or 38.95亿元"},
	"money.below_fen":    {"“{text}”精确到了分以下；请减少小数位数", "“{text}” is finer than a fen; use fewer decimals"},
	"money.out_of_range": {"“{text}”超出范围；请填写 0 到 1 万亿元之间的金额", "“{text}” is out of range; enter an amount from 0 to 1 trillion yuan"},
}
