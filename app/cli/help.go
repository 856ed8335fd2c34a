package cli

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"zhenjie/assets/words"
	"zhenjie/geo"
)

// printHelp prints the help of the command chosen so far, or of all of them,
// in the session's language; the grammar's help tags are sentence ids.
func (s *session) printHelp(_ kong.HelpOptions, ctx *kong.Context) error {
	node := ctx.Selected()
	if node == nil || node.Hidden {
		s.overview(ctx.Model.Node)
	} else {
		fmt.Fprintf(s.out, "%s\n\n%s\n\n", s.help("cli.usage_line", "line", "zhenjie "+usage(node)), s.help(words.ID(node.Help)))
	}
	s.flags(ctx.Model.Node, node)
	return nil
}

func (s *session) help(id words.ID, args ...any) string { return s.say(words.Say(id, args...)) }

func (s *session) overview(root *kong.Node) {
	fmt.Fprintf(s.out, "%s\n\n%s\n\n", s.help("cli.about"), s.help("cli.usage_line", "line", "zhenjie [FILE] | COMMAND …"))
	for _, c := range root.Children {
		if !c.Hidden {
			fmt.Fprintf(s.out, "  %s  %s\n", pad(arguments(c), column), s.help(words.ID(c.Help)))
		}
	}
	fmt.Fprintln(s.out)
}

func (s *session) flags(nodes ...*kong.Node) {
	for _, n := range nodes {
		if n == nil {
			continue
		}
		for _, f := range n.Flags {
			if !f.Hidden {
				fmt.Fprintf(s.out, "  %s  %s\n", pad(flagName(f), column), s.help(helpID(f)))
			}
		}
	}
}

func helpID(f *kong.Flag) words.ID {
	if f.Name == "help" {
		return "cli.help.help"
	}
	return words.ID(f.Help)
}

// column is where explanations begin.
const column = 36

// usage is a command with its arguments and flags: "area FILE… [--from CRS]".
func usage(n *kong.Node) string {
	parts := []string{arguments(n)}
	for _, f := range n.Flags {
		if !f.Hidden && f.Name != "help" {
			parts = append(parts, "["+flagName(f)+"]")
		}
	}
	return strings.Join(parts, " ")
}

// arguments is a command with its arguments: "area FILE…".
func arguments(n *kong.Node) string {
	parts := []string{n.Name}
	for _, p := range n.Positional {
		name := strings.ToUpper(p.Name)
		if p.IsCumulative() {
			name = strings.TrimSuffix(name, "S") + "…"
		}
		if !p.Required {
			name = "[" + name + "]"
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, " ")
}

func flagName(f *kong.Flag) string {
	if f.IsBool() {
		return "--" + f.Name
	}
	return "--" + f.Name + " " + f.PlaceHolder
}

// quoted finds what kong's complaint is about.
var quoted = regexp.MustCompile(`--?[\w-]+|"[^"]*"|<[^>]*>`)

// missing is the first argument that kong says it expected.
var missing = regexp.MustCompile(`<([^>]*)>`)

// unreadable turns kong's English complaint into a sentence of ours.
func (s *session) unreadable(err error) error {
	what := strings.Trim(quoted.FindString(err.Error()), `"<>`)
	kind := words.ID("cli.unreadable")
	switch msg := err.Error(); {
	case strings.HasPrefix(msg, "unknown flag"):
		kind = "cli.unknown_flag"
	case strings.HasPrefix(msg, "unexpected argument"):
		kind, what = "cli.unexpected_argument", argument(msg)
	case strings.HasPrefix(msg, "expected"):
		kind = "cli.missing_argument"
		if m := missing.FindStringSubmatch(msg); m != nil {
			what = strings.ToUpper(m[1])
		}
	}
	return geo.BadInput(geo.At{}, kind, "what", what)
}

// argument is the word kong's "unexpected argument" names, without its guess.
func argument(msg string) string {
	word, _, _ := strings.Cut(strings.TrimPrefix(msg, "unexpected argument "), ", did you mean")
	return word
}
