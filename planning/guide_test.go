package planning_test

import (
	"math/big"
	"testing"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// scores makes a plan whose points have these scores, in the guide's order.
func scores(all ...int) planning.Plan {
	var p planning.Plan
	for i, n := range all {
		p.Guide = p.Guide.Append(planning.GuideAnswer{Point: planning.GuidePoints[i], Score: n})
	}
	return p
}

func TestGuideSummary(t *testing.T) {
	for name, c := range map[string]struct {
		scores []int
		mean   *big.Rat
		zh, en string
	}{
		"none":     {nil, nil, "7 项都还没有评分。选一项，写明做法和依据，再给出 1–10 分。", "None of the 7 points has a score yet. Choose a point, write what is done and what proves it, then score it from 1 to 10."},
		"unscored": {[]int{0, 0}, nil, "7 项都还没有评分。选一项，写明做法和依据，再给出 1–10 分。", ""},
		"one":      {[]int{0, 7}, big.NewRat(7, 1), "已评 1/7 项，平均 7.0 分。", "1 of 7 points scored, 7.0 on average."},
		"alike":    {[]int{8, 8, 8}, big.NewRat(8, 1), "已评 3/7 项，平均 8.0 分。", ""},
		// 8+9+8+7+6+8+7 = 53
		"all": {[]int{8, 9, 8, 7, 6, 8, 7}, big.NewRat(53, 7), "已评 7/7 项，平均 7.6 分。最弱：和谐社区（6 分）。", "7 of 7 points scored, 7.6 on average. Weakest: Community (6)."},
		"two": {[]int{5, 10, 0, 5}, big.NewRat(20, 3), "已评 3/7 项，平均 6.7 分。最弱：服务政府、创新机制（5 分）。", "3 of 7 points scored, 6.7 on average. Weakest: Government, Innovation (5)."},
		// 1.25 in one decimal, the half away from zero
		"half": {[]int{1, 1, 1, 2}, big.NewRat(5, 4), "已评 4/7 项，平均 1.3 分。最弱：服务政府、核心特色、产业驱动（1 分）。", ""},
	} {
		s := scores(c.scores...).GuideSummary()
		if got := s.Mean(); (got == nil) != (c.mean == nil) || got != nil && got.Cmp(c.mean) != 0 {
			t.Errorf("%s: the mean is %v, want %v", name, got, c.mean)
		}
		if zh := s.Text().In(words.Zh); zh != c.zh {
			t.Errorf("%s: %q, want %q", name, zh, c.zh)
		}
		if en := s.Text().In(words.En); c.en != "" && en != c.en {
			t.Errorf("%s: %q, want %q", name, en, c.en)
		}
	}
}

func TestAHighScoreWantsReasonsAndEvidence(t *testing.T) {
	const point = planning.GuideCore
	file := planning.Attachment{Owner: planning.OfGuide(point), Name: "a.pdf"}
	other := planning.Attachment{Owner: planning.OfGuide(planning.GuideBenefit), Name: "b.pdf"}
	for name, c := range map[string]struct {
		answer planning.GuideAnswer
		file   planning.Attachment
		want   words.ID
	}{
		"low":            {planning.GuideAnswer{Score: 7}, other, ""},
		"high and bare":  {planning.GuideAnswer{Score: 8, Text: " \n", Evidence: "　"}, other, "guide.remark.both"},
		"no evidence":    {planning.GuideAnswer{Score: 9, Text: "x"}, other, "guide.remark.evidence"},
		"no text":        {planning.GuideAnswer{Score: 10, Evidence: "x"}, other, "guide.remark.text"},
		"a file will do": {planning.GuideAnswer{Score: 10, Text: "x"}, file, ""},
		"file, no text":  {planning.GuideAnswer{Score: 10}, file, "guide.remark.text"},
		"complete":       {planning.GuideAnswer{Score: 10, Text: "x", Evidence: "y"}, other, ""},
	} {
		c.answer.Point = point
		p := planning.Plan{Attachments: planning.ListOf(c.file)}
		if got := p.GuideRemark(c.answer); got.ID != c.want {
			t.Errorf("%s: %q, want %q", name, got.In(words.Zh), c.want)
		}
	}
}

func TestEveryPointIsCalledSomething(t *testing.T) {
	for _, point := range planning.GuidePoints {
		for _, text := range []words.Text{point.Title(), point.Asks()} {
			if !words.Known(text.ID) {
				t.Errorf("%s lacks %s", point, text.ID)
			}
		}
	}
}

func TestMentions(t *testing.T) {
	for _, c := range []struct {
		text  string
		names []string
		want  bool
	}{
		{"以茶会友", []string{"茶叶"}, true},
		{"龙井村的老手艺", []string{"茶叶", "龙井茶深加工"}, true},
		{"弘扬传统文化，丰富旅游体验", []string{"茶叶", "龙井茶深加工与茶文化体验"}, false},
		{"湿地公园与民宿", []string{"丝绸", "真丝面料设计"}, false},
		{"丝路博物馆", []string{"丝绸"}, true},
		{"乡村旅游", []string{"旅游"}, true}, // the whole name counts
		{"数字经济园", []string{"信息经济"}, false},
		{"信息港", []string{"信息经济"}, true},
		{"Visitors pick TEA leaves", []string{"茶叶", "Tea"}, true},
		{"steam railway", []string{"Tea"}, false}, // a part of a word is none
		{"ＴＥＡ house", []string{"tea"}, true},
		{"the park", []string{"the tea of the hills"}, false},
		{"AI算力", []string{"AI 芯片"}, false}, // two letters are too few
		{"", []string{"茶叶"}, false},
		{"茶", nil, false},
		{"茶", []string{"", " "}, false},
	} {
		if got := planning.Mentions(c.text, c.names...); got != c.want {
			t.Errorf("%q mentions %q: %v", c.text, c.names, got)
		}
	}
}

func TestFunctionRemark(t *testing.T) {
	for _, c := range []struct {
		text  string
		names []string
		want  words.ID
	}{
		{" ", []string{"茶叶"}, "function.empty"},
		{"茶旅", []string{"", " "}, "function.no_industry"},
		{"茶旅", []string{"茶叶", ""}, ""},
		{"湖景酒店", []string{"茶叶", ""}, "function.unrooted"},
	} {
		if got := planning.FunctionRemark(c.text, c.names...); got.ID != c.want {
			t.Errorf("%q: %q, want %q", c.text, got.ID, c.want)
		}
	}
}
