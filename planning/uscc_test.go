package planning_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhenjie/assets/words"
	"zhenjie/planning"
)

// Codes out of other programs: the first from the README of uscc-utils (npm), the
// second from the documentation of python-stdnum and DataPrep, the others from
// published test data of validators. That they hold by both standards was also
// worked out in another language.
var realCodes = map[string]string{
	"小米科技有限责任公司":          "91110108551385082Q",
	"python-stdnum":       "91110000600037341L",
	"a code with letters": "91350100M000100Y43",
	"腾讯科技（深圳）有限公司":        "9144030071526726XG",
	"深圳市腾讯计算机系统有限公司":      "91440300708461136T",
	"华为技术有限公司":            "914403001922038216",
	"阿里巴巴（中国）有限公司":        "91330100799655058B",
}

func TestCheckCodeTakesRealCodes(t *testing.T) {
	for name, code := range realCodes {
		if got, err := planning.CheckCode(code); err != nil || got != code {
			t.Errorf("%s: CheckCode(%q) = %q, %v", name, code, got, err)
		}
	}
	for _, typed := range []string{
		" 91110108 551385082q ", "９１１１０１０８５５１３８５０８２Ｑ", "911101-08-55138508-2-Q", "911101 08 55138508 2 Q",
	} {
		if got, err := planning.CheckCode(typed); err != nil || got != "91110108551385082Q" {
			t.Errorf("CheckCode(%q) = %q, %v", typed, got, err)
		}
	}
	if got, err := planning.CheckCode(" \u3000"); err != nil || got != "" {
		t.Errorf("no code is %q, %v", got, err)
	}
}

func TestCheckCodeSaysWhatIsWrong(t *testing.T) {
	for typed, want := range map[string]struct {
		kind words.ID
		says string
	}{
		"91110108551385082":   {"code.length", "17 位"},
		"330108000014576":     {"code.length", "15 位"},
		"91110108551385082QQ": {"code.length", "19 位"},
		"9111010855I385082Q":  {"code.character", "第 11 位“I”"},
		"9111010855138508号Q":  {"code.character", "第 17 位“号”"},
		"9111A108551385082Q":  {"code.region", "第 5 位“A”"},
		"91110108551385082R":  {"code.check", "第 18 位的校验码应为 Q，填的是 R"},
		"91110108551385083Q":  {"code.check", "第 18 位的校验码应为"},
		// Character 17 is 3 in place of 2, and 18 is what GB 32100 then asks for.
		"91110108551385083U": {"code.body_check", "第 17 位的校验码应为 2，填的是 3"},
	} {
		got, err := planning.CheckCode(typed)
		if kind(err) != want.kind || got != "" || !strings.Contains(words.Explain(err).In(words.Zh), want.says) {
			t.Errorf("CheckCode(%q) = %q, %v; want %s with %q", typed, got, err, want.kind, want.says)
		}
	}
}

// The weights are no multiples of 31 and no two neighbours are alike, so that
// the standard finds each single slip and each exchange of neighbours.
func TestSlipsInACodeAreFound(t *testing.T) {
	var codes []string
	for _, c := range realCodes {
		codes = append(codes, c)
	}
	const letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	for _, code := range codes {
		for i := range code {
			for _, r := range letters {
				slip := code[:i] + string(r) + code[i+1:]
				if _, err := planning.CheckCode(slip); (err == nil) != (slip == code) {
					t.Errorf("%s for %s: %v", slip, code, err)
				}
			}
			if i == 0 || code[i] == code[i-1] {
				continue
			}
			swapped := code[:i-1] + code[i:i+1] + code[i-1:i] + code[i+1:]
			if _, err := planning.CheckCode(swapped); err == nil {
				t.Errorf("%s, %d and %d exchanged in %s, is taken", swapped, i, i+1, code)
			}
		}
	}
}

func TestCheckCodeTakesAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9A-Z]{18}`)).Draw(t, "text")
		code, err := planning.CheckCode(text)
		if again, errAgain := planning.CheckCode(code); err == nil && (again != code || errAgain != nil) {
			t.Fatalf("%q became %q, and that %q, %v", text, code, again, errAgain)
		}
		if err != nil && kind(err) == "" {
			t.Fatalf("%q: %v is no sentence", text, err)
		}
	})
}
