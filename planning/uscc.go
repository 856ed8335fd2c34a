package planning

import (
	"strings"

	"zhenjie/geo"
)

// GB 32100-2015 writes a code with these 31 characters; the place of one is its
// value. I, O, S, V and Z are left out, being too like 1, 0, 5, U and 2.
const codeLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// The parts of a code, as places that count from 0.
const (
	codeLength   = 18
	codeRegion   = 2  // the first of six digits of the place of registration
	codeBody     = 8  // the first of eight characters of the organisation
	codeBodySign = 16 // their own check, by GB 11714-1997
	codeSign     = 17 // the check of all before it, by GB 32100-2015
)

// codeSpaces are what people, spreadsheets and papers put between the parts of
// a code.
var codeSpaces = strings.NewReplacer(" ", "", "\t", "", "\u3000", "", "-", "", "–", "", "—", "", "·", "")

// CheckCode reads a 统一社会信用代码 as people type it (full-width or small
// letters, spaces and hyphens are put right) and returns it in its normal form
// of 18 characters. The empty text is no code. An error is an InputError that
// says what is wrong: the length, a character, or which of the two check
// characters is what and should be what. Both checks together find each single
// wrong character and each exchange of two that stand side by side.
func CheckCode(text string) (normal string, err error) {
	code := strings.ToUpper(codeSpaces.Replace(Plain(text)))
	if code == "" {
		return "", nil
	}
	if n := len([]rune(code)); n != codeLength {
		return "", geo.BadInput(geo.At{}, "code.length", "n", n)
	}
	for i, r := range []rune(code) {
		if err := codeCharacter(i, r); err != nil {
			return "", err
		}
	}
	if got, want := code[codeSign:], codeCheck(code[:codeSign]); got != want {
		return "", geo.BadInput(geo.At{}, "code.check", "got", got, "want", want)
	}
	if got, want := code[codeBodySign:codeSign], bodyCheck(code[codeBody:codeBodySign]); got != want {
		return "", geo.BadInput(geo.At{}, "code.body_check", "got", got, "want", want)
	}
	return code, nil
}

// codeCharacter says what is wrong with character i of a code.
func codeCharacter(i int, r rune) error {
	switch {
	case !strings.ContainsRune(codeLetters, r):
		return geo.BadInput(geo.At{}, "code.character", "n", i+1, "character", string(r))
	case i >= codeRegion && i < codeBody && (r < '0' || r > '9'):
		return geo.BadInput(geo.At{}, "code.region", "n", i+1, "character", string(r))
	}
	return nil
}

// codeCheck is the check character of the 17 before it: GB 32100-2015, 5.2; the
// weights are the powers of 3 modulo 31.
func codeCheck(code string) string {
	sum, weight := 0, 1
	for _, r := range code {
		sum += strings.IndexRune(codeLetters, r) * weight
		weight = weight * 3 % len(codeLetters)
	}
	left := (len(codeLetters) - sum%len(codeLetters)) % len(codeLetters)
	return codeLetters[left : left+1]
}

// bodyWeights are those of GB 11714-1997, in which letters count on from 9
// without a gap: A is 10, Z 35.
var bodyWeights = [...]int{3, 7, 9, 10, 5, 8, 4, 2}

// bodyCheck is the check character of the eight of an organisation: 0 to 9, or
// X for ten.
func bodyCheck(body string) string {
	sum := 0
	for i, r := range body {
		value := int(r - '0')
		if r >= 'A' {
			value = int(r-'A') + 10
		}
		sum += value * bodyWeights[i]
	}
	return "0X987654321"[sum%11 : sum%11+1]
}
