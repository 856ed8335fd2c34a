package datafile

import (
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"

	"zhenjie/geo"
)

// Bounds on the text of a file. The YAML reader needs time and memory by the
// square of what is nested or strung together: a megabyte of "- - - …" takes it
// a minute and 23 GB. No file that a person writes comes near these bounds.
const (
	maxTokens = 30_000
	maxDepth  = 8  // brackets within brackets
	maxRun    = 16 // tokens without a comma, a bracket or a new line
)

// screen refuses what no file needs and the YAML reader would pay dearly for,
// or pass over in silence.
func (k Kind) screen(text string) error {
	tokens := lexer.Tokenize(text)
	if len(tokens) > maxTokens {
		return k.TooMany()
	}
	s := screening{kind: k}
	for _, t := range tokens {
		if t.Type == token.CommentType {
			continue
		}
		if err := s.next(t); err != nil {
			return err
		}
	}
	return nil
}

// screening is what there is to know of the tokens so far.
type screening struct {
	kind             Kind
	begun            bool // something of a document has been seen
	line, depth, run int
}

func (s *screening) next(t *token.Token) error {
	at := geo.At{Line: t.Position.Line}
	unreadable := func(why string) error { return geo.BadInput(at, s.kind.Unreadable, "reason", why) }
	switch t.Type {
	case token.AnchorType, token.AliasType, token.MergeKeyType:
		// Anchors let a few lines stand for gigabytes.
		return geo.BadInput(at, s.kind.Anchor)
	case token.TagType, token.MappingKeyType, token.DirectiveType:
		return unreadable("tags, directives and ? are not used in these files")
	case token.DocumentHeaderType:
		if s.begun {
			return unreadable("a second document begins with ---")
		}
	case token.SequenceStartType, token.MappingStartType:
		s.depth++
		s.run = 0
	case token.SequenceEndType, token.MappingEndType:
		s.depth--
		s.run = 0
	case token.CollectEntryType:
		s.run = 0
	}
	if s.begun = true; s.depth <= 0 && at.Line != s.line {
		s.run = 0
	}
	s.line = at.Line
	if s.run++; s.run > maxRun || s.depth > maxDepth {
		return unreadable("nested too deeply")
	}
	return nil
}
