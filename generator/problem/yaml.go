package problem

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// YAML is an error of the YAML library as a problem, on the line that it names
// or else on the given one. Where a key is unknown, the hint names those of
// into, which the text was read into.
func YAML(file string, line int, err error, into any) Problem {
	message, hint := err.Error(), ""
	var placed yaml.Error
	if errors.As(err, &placed) {
		message = placed.GetMessage()
		if token := placed.GetToken(); token != nil && token.Position != nil {
			line = token.Position.Line
		}
	}
	switch err := placed.(type) {
	case *yaml.UnknownFieldError:
		message = fmt.Sprintf("unknown key %q", err.Token.Value)
		hint = "known keys: " + strings.Join(Keys(into), ", ")
	case *yaml.TypeError:
		wanted := map[reflect.Kind]string{reflect.String: "text", reflect.Slice: "a list", reflect.Bool: "true or false", reflect.Int: "a number"}
		if kind, ok := wanted[err.DstType.Kind()]; ok {
			message = "value is not " + kind
		}
	case *yaml.SyntaxError:
		hint = syntaxHint(message)
	case *yaml.UnexpectedNodeTypeError:
		message = "value is not of the right kind"
		hint = "keys stand as key: value, items of a list after a hyphen"
	}
	return Errorf(file, line, hint, "%s", message)
}

// syntaxHints say what to do about the library's messages that editors meet.
var syntaxHints = []struct{ part, hint string }{
	{`character '\t'`, "indent with spaces, not with tabs"},
	{"mapping value is not allowed", "put a value that has a colon and a space in it in quote marks; keys of one level stand under each other"},
	{"map key-value is pre-defined", "put the whole value in quote marks, ' where it has \" in it, or write it after | on a line of its own"},
	{"value is not allowed in this context", "put a value that begins with [, {, ' or \" in quote marks, or write it after | on a line of its own"},
	{"already defined", "a key stands once: keep one of the two"},
	{"end character of", "close the quote mark on the same line"},
	{"unexpected key name", "after each key stand a colon (: and not ：) and a space"},
	{"non-map value", "after each key stand a colon (: and not ：) and a space"},
	{"reserved character", "put the value in quote marks"},
	{"unexpected directive", "put the value in quote marks"},
	{"block sequence entries are not", "put a value that begins with a hyphen in quote marks; a list begins on a line of its own"},
	{"could not find alias", "put a value that begins with * in quote marks"},
	{"must be specified", "close the bracket"},
	{"end token", "close the bracket"},
}

func syntaxHint(message string) string {
	message = strings.ReplaceAll(message, "\t", `\t`)
	for _, s := range syntaxHints {
		if strings.Contains(message, s.part) {
			return s.hint
		}
	}
	return ""
}

// LineOf returns the line on which a node begins, 0 where it was not read from
// a text. The token of a mapping is its first colon, which stands on the line of
// its first key.
func LineOf(node ast.Node) int {
	if token := node.GetToken(); token != nil && token.Position != nil {
		return token.Position.Line
	}
	return 0
}

// Keys are the names by which a struct is written in YAML, those inside others
// with their path: region, region.path.
func Keys(into any) []string { return keys(reflect.TypeOf(into), "") }

func keys(t reflect.Type, path string) []string {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var all []string
	for field := range t.Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		all = append(all, path+name)
		all = append(all, keys(field.Type, path+name+".")...)
	}
	return all
}

// WithoutBOM is a text without the mark that some editors begin UTF-8 with; the
// YAML library takes it for a part of the first key.
func WithoutBOM(text []byte) []byte { return bytes.TrimPrefix(text, []byte("\ufeff")) }
