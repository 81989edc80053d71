package markdown

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// yamlWriter writes the YAML that front matter needs: a library takes a tenth of the
// time of a build for it. What has no value is left out.
type yamlWriter struct {
	out    []byte
	indent int  // of keys
	item   bool // the next key opens an item
}

// fields writes the fields of a struct that have a key and a value.
func (w *yamlWriter) fields(v reflect.Value) {
	for i := range v.NumField() {
		if key := v.Type().Field(i).Tag.Get("yaml"); key != "" {
			w.value(key, v.Field(i))
		}
	}
}

// value writes a key with its value: a text, a number, a list, what is below it.
func (w *yamlWriter) value(key string, v reflect.Value) {
	if v.IsZero() {
		return
	}
	switch v.Kind() {
	case reflect.String:
		w.key(key, " ")
		w.scalar(v.String())
		w.out = append(w.out, '\n')
	case reflect.Int:
		w.key(key, " ")
		w.out = append(strconv.AppendInt(w.out, v.Int(), 10), '\n')
	case reflect.Bool:
		w.key(key, " true\n")
	case reflect.Interface:
		w.value(key, v.Elem())
	case reflect.Struct:
		w.below(key, func() { w.fields(v) })
	case reflect.Map:
		w.below(key, func() {
			for _, k := range slices.Sorted(maps.Keys(v.Interface().(map[string]string))) {
				w.value(k, v.MapIndex(reflect.ValueOf(k)))
			}
		})
	case reflect.Slice:
		w.list(key, v)
	}
}

func (w *yamlWriter) list(key string, v reflect.Value) {
	if v.Len() == 0 {
		return
	}
	w.key(key, "\n")
	for i := range v.Len() {
		if v.Index(i).Kind() == reflect.Struct {
			w.indent += 2
			w.item = true
			w.fields(v.Index(i))
			w.indent -= 2
			continue
		}
		w.spaces(w.indent)
		w.out = append(w.out, "- "...)
		w.scalar(v.Index(i).String())
		w.out = append(w.out, '\n')
	}
}

// below writes keys below a key, where there are any.
func (w *yamlWriter) below(key string, write func()) {
	before := len(w.out)
	w.key(key, "\n")
	begun := len(w.out)
	w.indent += 2
	write()
	w.indent -= 2
	if len(w.out) == begun {
		w.out = w.out[:before]
	}
}

func (w *yamlWriter) key(key, end string) {
	if w.item {
		w.spaces(w.indent - 2)
		w.out = append(w.out, "- "...)
		w.item = false
	} else {
		w.spaces(w.indent)
	}
	w.out = append(append(append(w.out, key...), ':'), end...)
}

func (w *yamlWriter) spaces(n int) {
	for range n {
		w.out = append(w.out, ' ')
	}
}

// scalar writes a text: bare where every reader of YAML takes it for that text.
func (w *yamlWriter) scalar(text string) {
	if isBare(text) {
		w.out = append(w.out, text...)
		return
	}
	w.out = append(w.out, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			w.out = append(w.out, '\\', byte(r))
		case r == '\n':
			w.out = append(w.out, `\n`...)
		case r == '\t':
			w.out = append(w.out, `\t`...)
		case unicode.IsPrint(r) || r == ' ':
			w.out = append(w.out, string(r)...)
		case r <= 0xffff:
			w.out = fmt.Appendf(w.out, `\u%04x`, r)
		default:
			w.out = fmt.Appendf(w.out, `\U%08x`, r)
		}
	}
	w.out = append(w.out, '"')
}

// isBare reports whether a text begins with a letter or a digit, has nothing in it
// that YAML goes by, and is no number, time, truth or nothing in any version.
func isBare(text string) bool {
	if text == "" || text[len(text)-1] == ' ' || text[len(text)-1] == ':' || strings.Contains(text, ": ") || strings.Contains(text, " #") {
		return false
	}
	for i, r := range text {
		if i == 0 && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("“”《》〔（/", r) {
			return false
		}
		if r != ' ' && !unicode.IsPrint(r) {
			return false
		}
	}
	return text[0] >= 0x80 || !(isDigit(text[0]) && mistaken.MatchString(text)) && !isWord(text)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isWord tells the words that some reader of YAML takes for something else.
func isWord(text string) bool {
	if len(text) > 5 {
		return false
	}
	switch strings.ToLower(text) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return true
	}
	return false
}

// mistaken is what YAML 1.1 or 1.2, or a reader that is not strict, may take for a
// number, a time or a mark of its own.
var mistaken = regexp.MustCompile(`^(?:[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+(?::[0-5]?[0-9])+|` +
	`0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?|` +
	`[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)|=|<<)$`)

// encode writes what an editor wrote in front matter. It cannot fail: it is given what
// was decoded from YAML.
func encode(own yaml.MapSlice) []byte {
	node, err := yaml.ValueToNode(own)
	if err != nil {
		return nil
	}
	ast.Walk(quoting{}, node)
	return append([]byte(node.String()), '\n')
}

// quoting quotes strings that the encoder leaves bare and readers of YAML take for
// something else: a key after ?, white space to be folded, a number (78e31234).
type quoting struct{}

func (q quoting) Visit(node ast.Node) ast.Visitor {
	s, ok := node.(*ast.StringNode)
	if !ok || strings.HasPrefix(s.Value, `"`) || strings.Contains(s.Value, "\n") {
		return q
	}
	if strings.HasPrefix(s.Value, "?") || strings.Contains(s.Value, "\t") || mistaken.MatchString(s.Value) {
		s.Value = strconv.Quote(s.Value)
	}
	return q
}
