package cli

import (
	"io"
	"os"
	"strings"
	"time"

	"zhenjie/assets/words"
)

// meter shows on a terminal how far a long reading has come; anywhere else
// nothing. It may be shown by one goroutine at a time.
type meter struct {
	session *session
	out     io.Writer // nil without a terminal
	begun   time.Time
	percent int64
	width   int // columns of what stands there
}

// patience is how long a command may say nothing.
const patience = time.Second

func (s *session) meter() *meter {
	p := &meter{session: s, begun: time.Now(), percent: -1}
	if f, ok := s.err.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.out = f
		}
	}
	return p
}

func (p *meter) show(read, total int64) {
	if p.out == nil || total <= 0 || time.Since(p.begun) < patience {
		return
	}
	percent := min(100*read/total, 100)
	if percent == p.percent {
		return
	}
	p.percent = percent
	text := p.session.say(words.Say("cli.progress", "percent", percent))
	io.WriteString(p.out, "\r"+pad(text, p.width)) // of no consequence when it fails
	p.width = columns(text)
}

// clear takes away what stands there.
func (p *meter) clear() {
	if p.width > 0 {
		io.WriteString(p.out, "\r"+strings.Repeat(" ", p.width)+"\r")
		p.width = 0
	}
}
