package decimal

// Loose is Number for texts that are not JSON: a sign +, zeros in front, and a
// point without digits on one side of it are taken too.
func Loose(b []byte, i int) (x float64, end int) {
	if x, end = Number(b, i); end >= 0 && (end == len(b) || !goesOn(b[end])) {
		return x, end
	}
	start := i
	if i < len(b) && (b[i] == '+' || b[i] == '-') {
		i++
	}
	digits := 0
	for point := false; i < len(b) && (b[i]-'0' <= 9 || b[i] == '.' && !point); i++ {
		if b[i] == '.' {
			point = true
		} else {
			digits++
		}
	}
	if digits == 0 {
		return 0, -1
	}
	if i < len(b) && b[i]|0x20 == 'e' {
		if behind := exponent(b, i+1); behind >= 0 {
			i = behind
		}
	}
	return slow(b[start:i]), i
}

// goesOn reports whether c, behind what is a number to JSON, may belong to it.
func goesOn(c byte) bool { return c-'0' <= 9 || c == '.' || c|0x20 == 'e' }
