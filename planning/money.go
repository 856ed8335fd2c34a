package planning

import (
	"math/big"
	"strings"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// Money is an amount in 分; it is exact, and may be negative as a difference.
type Money int64

// The units of money of an application.
const (
	Fen  Money = 1
	Yuan       = 100 * Fen
	Wan        = 10_000 * Yuan      // 万元
	Yi         = 100_000_000 * Yuan // 亿元
)

// MaxMoney bounds what a form takes, far above any town and far below where
// sums of thousands of rows could overflow: 10 万亿元.
const MaxMoney = 100_000 * Yi

// InWan is the amount in 万元 as a plain number without needless zeros.
func (m Money) InWan() string { return m.in(Wan, 6) }

// InYi is the amount in 亿元 as a plain number without needless zeros.
func (m Money) InYi() string { return m.in(Yi, 10) }

func (m Money) in(unit Money, places int) string {
	s := big.NewRat(int64(m), int64(unit)).FloatString(places)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// Text is the amount with its unit: 亿元 from one 亿元 on, 万元 below.
func (m Money) Text() words.Text {
	if m >= Yi || m <= -Yi {
		return words.Say("money.yi", "n", m.InYi())
	}
	return words.Say("money.wan", "n", m.InWan())
}

// ParseWan reads an amount in 万元 as people type it into a cell: "1200",
// "1,200.5", "１２００"; with 亿元, 万元 or 元 behind it the unit counts. The
// empty string is zero.
func ParseWan(s string) (Money, error) {
	typed := normal(s)
	if typed == "" {
		return 0, nil
	}
	number, unit := splitUnit(typed)
	r, ok := decimal(number)
	if !ok {
		return 0, geo.BadInput(geo.At{}, "money.unreadable", "text", s)
	}
	r.Mul(r, new(big.Rat).SetInt64(int64(unit)))
	if !r.IsInt() {
		return 0, geo.BadInput(geo.At{}, "money.below_fen", "text", s)
	}
	if r.Cmp(new(big.Rat).SetInt64(int64(MaxMoney))) > 0 || r.Sign() < 0 {
		return 0, geo.BadInput(geo.At{}, "money.out_of_range", "text", s)
	}
	return Money(r.Num().Int64()), nil
}

func splitUnit(s string) (string, Money) {
	for _, u := range []struct {
		sign string
		unit Money
	}{{"亿元", Yi}, {"万元", Wan}, {"亿", Yi}, {"万", Wan}, {"元", Yuan}} {
		if n, ok := strings.CutSuffix(s, u.sign); ok {
			return n, u.unit
		}
	}
	return s, Wan
}

// normal drops grouping commas and spaces and turns full-width digits into
// plain ones.
func normal(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ',' || r == '，' || r == ' ' || r == '\u00a0' || r == '\u3000':
			return -1
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r == '．' || r == '。':
			return '.'
		default:
			return r
		}
	}, strings.TrimSpace(s))
}
