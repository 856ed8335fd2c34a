package boundary

import (
	"fmt"

	"zhenjie/assets/words"
)

// maxWarnings bounds what a summary holds: warnings may quote the file.
const maxWarnings = 50

// remark is what was noted on a feature; feature counts from 0.
type remark struct {
	feature int
	notes   []words.Text
}

// summary collects the warnings of a file, each once.
type summary struct {
	features int // read so far
	warnings []warning
	known    map[string]int // place in warnings
	more     bool
}

type warning struct {
	text  words.Text
	first int // feature
	times int
}

func (s *summary) add(heard []remark) {
	for _, r := range heard {
		for _, n := range r.notes {
			s.note(n, r.feature)
		}
	}
}

func (s *summary) note(n words.Text, feature int) {
	key := string(n.ID)
	if len(n.Args) > 0 {
		key = fmt.Sprint(n)
	}
	if i, ok := s.known[key]; ok {
		s.warnings[i].times++
		return
	}
	if len(s.warnings) == maxWarnings {
		s.more = true
		return
	}
	if s.known == nil {
		s.known = map[string]int{}
	}
	s.known[key] = len(s.warnings)
	s.warnings = append(s.warnings, warning{n, feature, 1})
}

func (s *summary) summary(format string) Summary {
	out := Summary{Format: format, Features: s.features}
	if s.features == 0 {
		out.Warnings = append(out.Warnings, words.Say("boundary.no_feature"))
	}
	for _, w := range s.warnings {
		t := w.text
		// What a reader notes of a whole file hangs on its first feature, or on all.
		whole := w.times == s.features || w.times == 1 && w.first == 0
		if !whole {
			t = words.Say("boundary.warning_in_many", "what", t, "n", w.times, "first", w.first+1)
		}
		out.Warnings = append(out.Warnings, t)
	}
	if s.more {
		out.Warnings = append(out.Warnings, words.Say("boundary.more_warnings"))
	}
	return out
}
