package problem

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"

	"jianzhu/generator/tongue"
)

// YAML is an error of the YAML library as a problem, on the line that it names
// or else on the given one, in words of the field: the library's own never stand
// alone. Where a key is unknown, the hint names those of into, which the text was
// read into.
func YAML(file string, line int, err error, into any) Problem {
	message, hint := "", ""
	var placed yaml.Error
	var at *token.Token
	if errors.As(err, &placed) {
		if at = placed.GetToken(); at != nil && at.Position != nil {
			line = at.Position.Line
		}
	}
	switch err := placed.(type) {
	case *yaml.UnknownFieldError:
		message = tongue.Sprintf("unknown key %q", err.Token.Value)
		hint = tongue.Text("known keys: ") + strings.Join(Keys(into), ", ")
	case *yaml.TypeError:
		message, hint = mismatch(err.DstType, at)
	case *yaml.OverflowError:
		message, hint = valueOf(at)+tongue.Text(" is too large a number, or below zero"), tongue.Text("write a number such as 2016")
	case *yaml.UnexpectedNodeTypeError:
		message = valueOf(at) + tongue.Text(" is not of the right kind")
		hint = tongue.Text("keys stand as key: value, items of a list after a hyphen")
	case *yaml.DuplicateKeyError:
		message, hint = tongue.Sprintf("the key %q stands twice", at.Value), tongue.Text("keep one of the two")
	case *yaml.SyntaxError:
		message, hint = syntax(err.Message)
	default:
		message, hint = syntax(err.Error())
	}
	return Errorf(file, line, hint, "%s", message)
}

// kinds are what values can be wanted to be, and how that is written.
var kinds = []struct {
	of       []reflect.Kind
	is, hint string
}{
	{[]reflect.Kind{reflect.String}, "text", "write one text, in quote marks where it has brackets"},
	{[]reflect.Kind{reflect.Slice, reflect.Array}, "a list", "write each item on a line of its own after a hyphen, or all as [a, b]"},
	{[]reflect.Kind{reflect.Bool}, "true or false", "write true or false, without quote marks"},
	{[]reflect.Kind{reflect.Int, reflect.Int64, reflect.Uint, reflect.Uint16, reflect.Uint64}, "a number", "write digits alone, such as 2016"},
	{[]reflect.Kind{reflect.Float64}, "a number", "write digits alone, such as 2016 or 0.5"},
	{[]reflect.Kind{reflect.Struct, reflect.Map}, "keys with values", "write each key on a line of its own below, indented, as key: value"},
}

// mismatch is a value that is of another kind than wanted.
func mismatch(wanted reflect.Type, at *token.Token) (message, hint string) {
	for _, k := range kinds {
		if slices.Contains(k.of, wanted.Kind()) {
			return valueOf(at) + tongue.Text(" is not ") + k.is, k.hint
		}
	}
	return valueOf(at) + tongue.Text(" is not of the right kind"), tongue.Text("keys stand as key: value, items of a list after a hyphen")
}

// valueOf names a value by its key, and quotes it where it is one word or text.
func valueOf(at *token.Token) string {
	if at == nil {
		return tongue.Text("the value")
	}
	value := tongue.Text("the value")
	if plainScalar(at) || at.Type == token.SingleQuoteType || at.Type == token.DoubleQuoteType {
		value = strconv.Quote(at.Value)
	}
	if colon := at.Prev; colon != nil && colon.Type == token.MappingValueType && colon.Prev != nil {
		return colon.Prev.Value + ": " + value
	}
	return value
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
