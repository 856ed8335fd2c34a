package chart

// Gantt shows when things begin and end.
type Gantt struct {
	Title    string
	From, To Month // the months shown; 0 for as many as the rows need
	Rows     []GanttRow
	Today    Month  // 0 is not marked
	NoDates  string // what a row without dates says
	TodayIs  string // the name of Today
	Lang     string // language tag
}

// GanttRow is one thing.
type GanttRow struct {
	ID         string // of its spot; may be empty
	Name       string
	Group      string  // rows of one group that follow each other stand below its name
	Start, End Month   // the first and the last month; 0 is not known
	Done       float64 // the share that is done, 0 to 1
	Highlight  bool
}

// Month counts months; 0 is none.
type Month int

// MonthOf is a month of a year, 1 to 12.
func MonthOf(year, month int) Month { return Month(year*12 + month - 1) }

// Year and month of the year, 1 to 12.
func (m Month) Year() int { return int(m) / 12 }

// Of is the month of the year, 1 to 12.
func (m Month) Of() int { return int(m)%12 + 1 }
