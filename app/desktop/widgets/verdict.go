// Package widgets holds the fields, tables and gauges of the window. They show
// what they are told and call back what people do; they know no plan and no
// language: every word is handed in, already said.
//
// All methods are for the UI thread. What replaces the shown content is called
// Display (the name Show is Fyne's: make visible), and never calls back.
package widgets

// Verdict is how a number stands against its limit.
type Verdict int

// The verdicts; the zero Verdict is Missing.
const (
	Missing    Verdict = iota // 待补
	Fail                      // 不达标
	Borderline                // 临界
	Pass                      // 达标
)
