package planning

import (
	"math"
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

// MaxMoney bounds what a form takes, far above any town: 1 万亿元. Sums of all
// that a plan's lists may hold stay within an int64.
const MaxMoney = 10_000 * Yi

// Plus is the sum; one that no int64 holds is the largest, or the least, that
// it does.
func (m Money) Plus(o Money) Money {
	sum := m + o
	switch {
	case m > 0 && o > 0 && sum < 0:
		return math.MaxInt64
	case m < 0 && o < 0 && sum >= 0:
		return math.MinInt64
	}
	return sum
}

// InWan is the amount in 万元 as a plain number without needless zeros.
func (m Money) InWan() string { return m.in(Wan, 6) }

// InYi is the amount in 亿元 as a plain number without needless zeros.
func (m Money) InYi() string { return m.in(Yi, 10) }

func (m Money) in(unit Money, places int) string {
	s := big.NewRat(int64(m), int64(unit)).FloatString(places)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// Text is the amount with its unit: 亿元 from one 亿元 on, 元 below one 万元, 万元
// between them and for nothing; in English billions, yuan and millions.
func (m Money) Text() words.Text {
	switch {
	case m >= Yi || m <= -Yi:
		return words.Say("money.yi", "n", words.Both(m.InYi(), m.in(10*Yi, 11)))
	case m != 0 && -Wan < m && m < Wan:
		return words.Say("money.yuan", "n", m.in(Yuan, 2))
	default:
		return words.Say("money.wan", "n", words.Both(m.InWan(), m.in(100*Wan, 8)))
	}
}

// ParseWan reads an amount in 万元 as people type it into a cell: "1200",
// "1,200.5", "１２００"; with 亿元, 万元 or 元 behind it the unit counts. The
// empty string is zero.
func ParseWan(s string) (Money, error) {
	typed := Plain(s)
	if typed == "" {
		return 0, nil
	}
	number, unit := splitUnit(typed)
	r, ok := exact(number)
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
