// Package cli is the command line: one file a command, no logic of its own.
// Every command ends with 0 (done, all checks hold), 1 (done, something falls
// short) or 2 (could not be done, one sentence on standard error).
package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// version is set by the linker.
var version = "dev"

// The ways a command ends.
const (
	exitHolds  = 0
	exitShort  = 1
	exitFailed = 2
)

// Opening is what the desktop is asked to show.
type Opening struct {
	File   string // project or boundary file; "" for the start page
	Sample bool   // open the sample town instead
	Lang   words.Lang
	Locale bool   // Lang came from the locale, so that a remembered choice wins
	Theme  string // "light", "dark" or "system"; "" for the remembered one
	Page   string // the page to begin with, "" for the first
	Shot   string // draw the window into this PNG file and leave
}

// Window opens the desktop and returns when it closes; it is nil in a build
// without one.
type Window func(Opening) error

// Streams are where a command reads its surroundings and writes its answers.
type Streams struct {
	Out, Err io.Writer
	Env      func(string) string
}

// Terminal returns the process's own streams.
func Terminal() Streams { return Streams{os.Stdout, os.Stderr, os.Getenv} }

// grammar is the command line as kong reads it.
type grammar struct {
	Lang    string           `enum:"zh,en,auto" default:"auto" help:"cli.help.lang" placeholder:"zh|en"`
	JSON    bool             `name:"json" help:"cli.help.json"`
	Version kong.VersionFlag `help:"cli.help.version"`

	Open    openCmd    `cmd:"" default:"withargs" hidden:""`
	Area    areaCmd    `cmd:"" help:"cli.help.area"`
	Check   checkCmd   `cmd:"" help:"cli.help.check"`
	Convert convertCmd `cmd:"" help:"cli.help.convert"`
	New     newCmd     `cmd:"" help:"cli.help.new"`
	Sample  sampleCmd  `cmd:"" help:"cli.help.sample"`
	Form    formCmd    `cmd:"" help:"form.help.form"`
	Fill    fillCmd    `cmd:"" help:"form.help.fill"`

	Procedures proceduresCmd `cmd:"" help:"cli.help.procedures"`
}

// session is one run of one command.
type session struct {
	context.Context
	out    *bufio.Writer
	err    io.Writer
	lang   words.Lang
	locale bool // lang was not asked for, it came from the locale
	json   bool
	window Window
	env    func(string) string
}

// command is one thing the program does; short reports that it was done and
// something falls short.
type command interface {
	run(s *session) (short bool, err error)
}

// Run does what args ask for and returns the exit status.
func Run(args []string, streams Streams, window Window) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &session{
		Context: ctx, out: bufio.NewWriterSize(output{streams.Out}, 1<<16), err: streams.Err,
		window: window, env: streams.Env,
	}
	s.lang, s.locale = language(args, streams.Env)
	cmd, done, err := s.parse(args)
	if done {
		return s.end(false, err)
	}
	return s.end(cmd.run(s))
}

// parse finds the command in args; done means that there is none left to run,
// because help was printed or the line could not be read.
func (s *session) parse(args []string) (cmd command, done bool, err error) {
	var g grammar
	ended := false
	parser, err := kong.New(&g, kong.Name("zhenjie"), kong.Vars{"version": "zhenjie " + version},
		kong.Writers(s.out, s.err), kong.Exit(func(int) { ended = true }), kong.Help(s.printHelp))
	if err != nil {
		return nil, true, err
	}
	found, err := parser.Parse(args)
	if ended {
		return nil, true, nil
	}
	if err != nil {
		return nil, true, s.unreadable(err)
	}
	s.json = g.JSON
	return found.Selected().Target.Addr().Interface().(command), false, nil
}

// output says of a fault in writing what a person can do about it.
type output struct{ io.Writer }

func (o output) Write(b []byte) (int, error) {
	n, err := o.Writer.Write(b)
	if err != nil && !readerGone(err) {
		err = geo.WriteFault(err)
	}
	return n, err
}

// end flushes what was written and turns the outcome into an exit status. A
// reader that wants no more, such as head, is no failure.
func (s *session) end(short bool, err error) int {
	if flush := s.out.Flush(); err == nil {
		err = flush
	}
	if err != nil && !readerGone(err) {
		s.complain(err)
		return exitFailed
	}
	if short {
		return exitShort
	}
	return exitHolds
}

// complain prints the one line an error gets.
func (s *session) complain(err error) {
	line := strings.ReplaceAll(s.say(explain(err)), "\n", " ")
	fmt.Fprintln(s.err, "zhenjie: "+line)
}

// say speaks a text in the session's language.
func (s *session) say(t words.Text) string { return t.In(s.lang) }

// encode prints one JSON object.
func (s *session) encode(v any) error {
	enc := json.NewEncoder(s.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// explain finds the sentence an error carries.
func explain(err error) words.Text {
	if errors.Is(err, context.Canceled) {
		return words.Say("cli.cancelled")
	}
	return words.Explain(err)
}

// language is the language asked for in args, or that of the locale.
func language(args []string, env func(string) string) (lang words.Lang, fromLocale bool) {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, "--lang="); ok && v != "auto" {
			return words.Parse(v), false
		}
		if a == "--lang" && i+1 < len(args) && args[i+1] != "auto" {
			return words.Parse(args[i+1]), false
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(name); v != "" {
			return words.Parse(v), true
		}
	}
	return words.Zh, true
}
