package chart

// Bars shows sums of money by year, as bars of what they are made of.
type Bars struct {
	Title  string
	Years  []string
	Series []Series
	Unit   int64              // in which the axis counts, in 分; 0 is 10,000 元
	Text   func(int64) string // an amount as it is to be read, without its unit
	UnitIs string             // the unit's name, above the axis
	Sum    string             // the name of a bar with the sums of all years; "" for none
	Band   Band
	Lang   string // language tag
}

// Series is what one source or kind gives, by year, in 分; less than nothing
// counts as nothing.
type Series struct {
	Name   string
	Values []int64
}

// Band is the range a sum of all years has to lie in; the zero Band is none.
type Band struct {
	Low, High int64 // 分; High 0 is no upper limit
	Name      string
}
