package problem

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits of what is read as YAML, in files and in the front matter of pages. They
// are far above what an editor writes; without them a file of a few lines takes
// all memory there is. Aliases (*name) are not read at all: they make a text
// stand for one any number of times as long.
const (
	largestYAML = 16 << 20 // in bytes
	deepestYAML = 64       // lists and mappings inside one another
)

// ParseYAML parses a text within the limits. A byte-order mark at its start is
// passed over. Where a key is unknown, the hint names those of into.
func ParseYAML(file string, text []byte, into any) (*ast.File, *Problem) {
	text, fault := limited(file, text)
	if fault != nil {
		return nil, fault
	}
	parsed, err := parser.ParseBytes(text, 0)
	if err != nil {
		p := YAML(file, 0, err, into)
		return nil, &p
	}
	return parsed, nil
}

// ReadYAML reads a text within the limits into what into points to.
func ReadYAML(file string, text []byte, into any, options ...yaml.DecodeOption) *Problem {
	text, fault := limited(file, text)
	if fault != nil {
		return fault
	}
	if err := yaml.UnmarshalWithOptions(text, into, options...); err != nil {
		p := YAML(file, 0, err, into)
		return &p
	}
	return nil
}

// UTF8 is what is wrong with a text that is not in UTF-8.
func UTF8(file string, text []byte) *Problem {
	if utf8.Valid(text) {
		return nil
	}
	line := 1
	for full := range bytes.Lines(text) {
		if !utf8.Valid(full) {
			break
		}
		line++
	}
	p := Errorf(file, line, "open it in Notepad or another editor of plain text, and save it with the encoding UTF-8", "bytes that are not UTF-8")
	return &p
}

// limited is a text without its byte-order mark, or what is too much in it.
func limited(file string, text []byte) ([]byte, *Problem) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	fault := func(line int, hint, format string, args ...any) ([]byte, *Problem) {
		p := Errorf(file, line, hint, format, args...)
		return nil, &p
	}
	if p := UTF8(file, text); p != nil {
		return nil, p
	}
	if len(text) > largestYAML {
		return fault(0, "", "the file has %d bytes, more than the %d that are read", len(text), largestYAML)
	}
	depth := 0       // of brackets
	var blocks []int // columns of keys and items that are open
	open := func(column int) {
		for len(blocks) > 0 && blocks[len(blocks)-1] >= column {
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, column)
	}
	for _, t := range lexer.Tokenize(string(text)) {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth = max(0, depth-1)
		case token.SequenceEntryType, token.MappingKeyType:
			open(t.Position.Column)
		case token.MappingValueType:
			if depth == 0 && t.Prev != nil && t.Prev.Position.Line == t.Position.Line {
				open(t.Prev.Position.Column)
			}
		case token.AliasType:
			return fault(t.Position.Line, "write the value out; put one that begins with * in quote marks", "an alias, which is not read")
		}
		if depth+len(blocks) > deepestYAML {
			return fault(t.Position.Line, "close brackets that are open; put a value that begins with one in quote marks",
				"lists and mappings stand more than %d deep in one another", deepestYAML)
		}
	}
	return text, nil
}

// CutComments warns of values that a # cuts: what follows white space and # is a
// comment to YAML. One set off by more spaces is meant as such. Another behind a
// value of words, which the named keys have, is seldom meant so; behind others it
// is told of where no white space comes after the #, or what is left has a bracket
// or quote mark without its pair.
func CutComments(file string, text []byte, words ...string) (problems []Problem) {
	if !bytes.Contains(text, []byte(" #")) && !bytes.Contains(text, []byte("\t#")) {
		return nil
	}
	key, lines := "", strings.Split(string(text), "\n")
	for _, t := range lexer.Tokenize(string(bytes.TrimPrefix(text, []byte("\ufeff")))) {
		if t.Type == token.MappingValueType && t.Prev != nil {
			key = t.Prev.Value
		}
		if t.Type != token.CommentType || t.Prev == nil || t.Prev.Position.Line != t.Position.Line || !plainScalar(t.Prev) {
			continue
		}
		if before, _, _ := strings.Cut(lines[t.Position.Line-1], " #"); strings.HasSuffix(before, " ") {
			continue
		}
		if !slices.Contains(words, key) && (t.Value == "" || strings.HasPrefix(t.Value, " ") && paired(t.Prev.Value)) {
			continue
		}
		problems = append(problems, Warnf(file, t.Position.Line,
			"put the value in quote marks if they belong to it; a comment stands on a line of its own", "the words after # are no part of %s: #%s", key, t.Value))
	}
	return problems
}

// plainScalar reports whether a token is a value without quote marks.
func plainScalar(t *token.Token) bool {
	switch t.Type {
	case token.StringType, token.IntegerType, token.FloatType, token.BoolType, token.NullType:
		return true
	}
	return false
}

// pairs are brackets and quote marks, opening and closing in turn.
const pairs = "《》〈〉“”‘’「」『』（）()【】〔〕[]{}"

// paired reports whether all that a value opens is closed in it.
func paired(value string) bool {
	marks := []rune(pairs)
	for i := 0; i < len(marks); i += 2 {
		if strings.Count(value, string(marks[i])) > strings.Count(value, string(marks[i+1])) {
			return false
		}
	}
	return true
}
