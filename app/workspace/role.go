package workspace

import (
	"regexp"
	"strings"
	"unicode"
)

// A Chinese name says its role at its end, where the noun stands: 规划范围内的
// 核心区 is a core, 核心区外围 is none, and 非核心区 neither. A number, a bracket or
// a side of the compass may follow.
const (
	notNot = `(?:^|[^非])`
	ending = `(?:范围|边界|界线|红线|线)?(?:[^\p{Han}]|[一二三四五六七八九十甲乙丙丁东南西北中片块区])*$`
)

// roles are what people call the two boundaries, the core first: it is often
// named after the extent it lies in.
var roles = []struct {
	role    Role
	chinese *regexp.Regexp
	english []string // whole words
}{
	{CoreRole, regexp.MustCompile(notNot + `(?:核心区|核心|建设用地)` + ending), []string{"core"}},
	{ExtentRole, regexp.MustCompile(notNot + `(?:规划范围|四至|规划区|红线)` + ending), []string{"extent", "boundary"}},
}

// roleOf is the role that a polygon's name says, NoRole when it says none.
func roleOf(name string) Role {
	words := latinWords(name)
	for _, r := range roles {
		if r.chinese.MatchString(name) {
			return r.role
		}
		for _, w := range r.english {
			if words[w] && !words["non"] && !words["not"] {
				return r.role
			}
		}
	}
	return NoRole
}

// latinWords are the words of a name in small letters: those of "CoreArea_2" are
// core and area.
func latinWords(name string) map[string]bool {
	var spaced strings.Builder
	before := ' '
	for _, r := range name {
		switch {
		case r >= unicode.MaxASCII || !unicode.IsLetter(r):
			spaced.WriteByte(' ')
		case unicode.IsUpper(r) && unicode.IsLower(before):
			spaced.WriteByte(' ')
			fallthrough
		default:
			spaced.WriteRune(unicode.ToLower(r))
		}
		before = r
	}
	words := map[string]bool{}
	for w := range strings.FieldsSeq(spaced.String()) {
		words[w] = true
	}
	return words
}
