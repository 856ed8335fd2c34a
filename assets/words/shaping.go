package words

// shapingWords are what drawing, snapping and pasted coordinates say.
var shapingWords = table{
	"shaping.factor":   {"缩放倍数 {factor} 不能用；请给出大于 0、不超过 1000 的数", "the factor {factor} cannot be used; give a number above 0 and at most 1000"},
	"shaping.size":     {"长度 {metres} m 不能用；请给出大于 0、不超过 100 km 的长度", "a length of {metres} m cannot be used; give one above 0 and at most 100 km"},
	"shaping.corners":  {"{n} 个角不能用；请给出 3 到 10000", "{n} corners cannot be used; give 3 to 10000"},
	"shaping.freehand": {"画出的线围不成面；请画大一些", "the line drawn encloses nothing; draw it larger"},
}
