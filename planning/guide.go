package planning

import (
	"math/big"
	"strings"

	"zhenjie/assets/words"
)

// Title is what people call the point: 服务政府.
func (g GuidePoint) Title() words.Text { return words.Say(words.ID("guide." + string(g))) }

// Asks is what the guide wants to know of the point.
func (g GuidePoint) Asks() words.Text { return words.Say(words.ID("guide.asks." + string(g))) }

// GuideSummary is what the self-assessment says as a whole.
type GuideSummary struct {
	Scored  int          // points that have a score
	Sum     int          // of their scores
	Weakest []GuidePoint // those with the least score, in the guide's order; none where all scored points are alike
	Least   int          // that score
}

// GuideSummary sums the self-assessment up.
func (p Plan) GuideSummary() GuideSummary {
	var s GuideSummary
	most := 0
	for _, point := range GuidePoints {
		a, _ := p.GuideAnswer(point)
		if a.Score == 0 {
			continue
		}
		s.Scored++
		s.Sum += a.Score
		most = max(most, a.Score)
		if s.Least == 0 || a.Score < s.Least {
			s.Least, s.Weakest = a.Score, nil
		}
		if a.Score == s.Least {
			s.Weakest = append(s.Weakest, point)
		}
	}
	if s.Least == most {
		s.Weakest = nil
	}
	return s
}

// Mean is the exact mean of the scores given; nil where none is.
func (s GuideSummary) Mean() *big.Rat {
	if s.Scored == 0 {
		return nil
	}
	return big.NewRat(int64(s.Sum), int64(s.Scored))
}

// Text is the summary in a sentence: how many points are scored, their mean to
// one decimal (half away from zero), and the weakest.
func (s GuideSummary) Text() words.Text {
	if s.Scored == 0 {
		return words.Say("guide.none", "of", len(GuidePoints))
	}
	mean := words.Say("guide.mean", "n", s.Scored, "of", len(GuidePoints), "mean", s.Mean().FloatString(1))
	if len(s.Weakest) == 0 {
		return mean
	}
	names := s.Weakest[0].Title()
	for _, point := range s.Weakest[1:] {
		names = words.Say("guide.and", "before", names, "next", point.Title())
	}
	return words.Say("guide.weakest", "mean", mean, "points", names, "score", s.Least)
}

// HighScore is the score from which on a point wants reasons and evidence.
const HighScore = 8

// GuideRemark says what an answer with a high score lacks: its text, or evidence,
// in words or as a file of the plan. It is no verdict.
func (p Plan) GuideRemark(a GuideAnswer) words.Text {
	if a.Score < HighScore {
		return words.Text{}
	}
	bare, unproved := isBlank(a.Text), isBlank(a.Evidence) && len(p.Files(OfGuide(a.Point)).Files) == 0
	switch {
	case bare && unproved:
		return words.Say("guide.remark.both", "score", a.Score)
	case bare:
		return words.Say("guide.remark.text", "score", a.Score)
	case unproved:
		return words.Say("guide.remark.evidence", "score", a.Score)
	}
	return words.Text{}
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
