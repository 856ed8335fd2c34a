package planning

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"zhenjie/assets/words"
)

// FunctionRemark says what the text of one of the four functions lacks: the text
// itself, or a word of the leading industry or its sub-field, out of which the
// function is to grow. names are what these are called, in any language. It is
// no verdict: a text may well say so in other words.
func FunctionRemark(text string, names ...string) words.Text {
	switch {
	case isBlank(text):
		return words.Say("function.empty")
	case strings.TrimSpace(strings.Join(names, "")) == "":
		return words.Say("function.no_industry")
	case !Mentions(text, names...):
		return words.Say("function.unrooted")
	}
	return words.Text{}
}

// Mentions reports whether a text speaks of one of some names: by two
// neighbouring Han characters of it, by a character that names a trade alone
// (茶旅 speaks of 茶叶), or by a word of another script. What any town's papers
// are full of does not count.
func Mentions(text string, names ...string) bool {
	said := fold(text)
	spoken := map[string]bool{}
	for _, run := range runs(said) {
		spoken[run] = true
	}
	for _, name := range names {
		for _, run := range runs(fold(name)) {
			if isHan(run) && mentionsHan(said, []rune(run)) || !isHan(run) && len(run) > 2 && !everywhere[run] && spoken[run] {
				return true
			}
		}
	}
	return false
}

// trades are the characters that name a trade alone.
const trades = "茶丝绸酒药瓷雕墨砚绣剑陶"

// everywhere are words that say nothing of one industry.
var everywhere = map[string]bool{
	"产业": true, "经济": true, "文化": true, "旅游": true, "社区": true, "体验": true, "发展": true, "服务": true, "生产": true,
	"制造": true, "产品": true, "创新": true, "融合": true, "生态": true, "特色": true, "高端": true,
	"and": true, "for": true, "the": true, "with": true,
}

// mentionsHan looks for a run of Han characters, or for a part of it.
func mentionsHan(said string, run []rune) bool {
	if len(run) <= 2 && strings.Contains(said, string(run)) {
		return true // the whole name, however common
	}
	for i, r := range run {
		if strings.ContainsRune(trades, r) && strings.ContainsRune(said, r) {
			return true
		}
		if i == 0 {
			continue
		}
		if pair := string(run[i-1 : i+1]); !everywhere[pair] && strings.Contains(said, pair) {
			return true
		}
	}
	return false
}

func fold(s string) string { return strings.ToLower(width.Fold.String(s)) }

func isHan(run string) bool {
	for _, r := range run {
		return unicode.Is(unicode.Han, r)
	}
	return false
}

// runs are the pieces of a text of Han characters alone, or of other letters and
// digits alone.
func runs(s string) []string {
	var out []string
	start, han := -1, false
	for i, r := range s + " " {
		letter, h := unicode.IsLetter(r) || unicode.IsDigit(r), unicode.Is(unicode.Han, r)
		if start >= 0 && (!letter || h != han) {
			out, start = append(out, s[start:i]), -1
		}
		if letter && start < 0 {
			start, han = i, h
		}
	}
	return out
}
