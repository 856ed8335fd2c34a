package rulebook

import (
	"bytes"
	"unicode/utf8"

	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
	"golang.org/x/text/encoding/simplifiedchinese"

	"zhenjie/geo"
)

// Bounds on the text of a rulebook. The YAML reader needs time and memory by
// the square of what is nested or strung together: a megabyte of "- - - …"
// takes it a minute and 23 GB. No rulebook comes near these bounds.
const (
	maxTokens = 30_000
	maxDepth  = 8  // brackets within brackets
	maxRun    = 16 // tokens without a comma, a bracket or a new line
)

// textOf is a rulebook's text in UTF-8: without the mark that some editors put
// in front, and out of GB 18030, in which others save.
func textOf(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		if decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data); err == nil {
			data = decoded
		}
	}
	return string(data)
}

// screen refuses what no rulebook needs and the YAML reader would pay dearly
// for, or pass over in silence.
func screen(text string) error {
	tokens := lexer.Tokenize(text)
	if len(tokens) > maxTokens {
		return geo.BadInput(geo.At{}, "rulebook.too_many", "rules", maxRules, "items", maxItems)
	}
	var s screening
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
	begun            bool // something of a document has been seen
	line, depth, run int
}

func (s *screening) next(t *token.Token) error {
	at := geo.At{Line: t.Position.Line}
	switch t.Type {
	case token.AnchorType, token.AliasType, token.MergeKeyType:
		// Anchors let a few lines stand for gigabytes.
		return geo.BadInput(at, "rulebook.anchor")
	case token.TagType, token.MappingKeyType, token.DirectiveType:
		return geo.BadInput(at, "rulebook.unreadable", "reason", "tags, directives and ? are not used in rulebooks")
	case token.DocumentHeaderType:
		if s.begun {
			return geo.BadInput(at, "rulebook.unreadable", "reason", "a second document begins with ---")
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
		return geo.BadInput(at, "rulebook.unreadable", "reason", "nested too deeply")
	}
	return nil
}
