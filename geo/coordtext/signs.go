package coordtext

import "strings"

// plainSigns turns what is written in many ways into one; longer signs first.
var plainSigns = strings.NewReplacer(
	"度带", "带", "°带", "带", // a heading's 3度带 is no angle
	"°", "°", "º", "°", "˚", "°",
	"′′", `"`, "’’", `"`, "''", `"`, "″", `"`, "”", `"`, "“", `"`, "＂", `"`, "ʺ", `"`, "秒", `"`,
	"′", "'", "’", "'", "‘", "'", "´", "'", "`", "'", "＇", "'", "ʹ", "'", "分", "'",
	"东经", "E", "東經", "E", "西经", "W", "西經", "W", "北纬", "N", "北緯", "N", "南纬", "S", "南緯", "S",
	"经度", "E", "經度", "E", "纬度", "N", "緯度", "N", "度", "°",
	"LONGITUDE", "E", "LATITUDE", "N", "LON", "E", "LNG", "E", "LAT", "N",
	"，", ",", "、", ",", "；", ";", "：", ":", "＝", "=", "．", ".", "。", ".", "－", "-", "−", "-", "＋", "+",
	"\u3000", " ", "\u00a0", " ", "\u200b", "", "\ufeff", "", "\t", " ", "\r", " ", "\n", " ",
	"（", "(", "）", ")", "【", "[", "】", "]",
)

// Plain returns a line with full-width signs made plain, in upper case: degrees
// are °, minutes ', seconds ", and 东经 is E.
func Plain(line string) string {
	return plainSigns.Replace(strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		case r >= 'Ａ' && r <= 'Ｚ':
			return r - 'Ａ' + 'A'
		case r >= 'ａ' && r <= 'ｚ':
			return r - 'ａ' + 'A'
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return r
	}, line))
}
