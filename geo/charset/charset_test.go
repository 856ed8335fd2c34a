package charset

import (
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestLooksGB(t *testing.T) {
	const name = "特色小镇规划范围"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(name)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"": false, "town": false, name: false, gb: true, "town " + gb: true,
		name[:len(name)-1]: false, // cut in a character by another program
		name[1:]:           false, // begun in one
	} {
		if got := LooksGB([]byte(text)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	if got := string(GB([]byte(gb))); got != name {
		t.Errorf("read as %q", got)
	}
	if got := string(GB([]byte(gb[:len(gb)-1]))); got != name[:len(name)-3]+"\uFFFD" {
		t.Errorf("cut off it reads %q", got)
	}
}
