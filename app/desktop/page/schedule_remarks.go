package page

import (
	"slices"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// mostRemarks are told one by one below a table; more would leave it no room.
const mostRemarks = 5

// remarksOf are the remarks of some kinds; of all without any.
func remarksOf(a planning.Agreement, kinds ...words.ID) []planning.Remark {
	if len(kinds) == 0 {
		return a.Remarks
	}
	var some []planning.Remark
	for _, r := range a.Remarks {
		if slices.Contains(kinds, r.Kind) {
			some = append(some, r)
		}
	}
	return some
}

// told writes out the first remarks, one a line, and how many more there are.
func told(remarks []planning.Remark, most int, d *Desk) string {
	text := ""
	for i, r := range remarks {
		if i > 0 {
			text += "\n"
		}
		if i == most {
			return text + d.say("agree.more", "n", len(remarks)-most)
		}
		text += r.Text().In(d.Lang)
	}
	return text
}
