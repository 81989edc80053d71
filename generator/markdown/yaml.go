package markdown

import (
	"fmt"
	"regexp"
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

// put writes a key with a text, also an empty one.
func (w *yamlWriter) put(key, value string) {
	w.key(key)
	w.out = append(w.out, ' ')
	w.scalar(value)
	w.out = append(w.out, '\n')
}

func (w *yamlWriter) text(key, value string) {
	if value != "" {
		w.put(key, value)
	}
}

func (w *yamlWriter) number(key string, n int) {
	if n != 0 {
		w.key(key)
		w.out = strconv.AppendInt(append(w.out, ' '), int64(n), 10)
		w.out = append(w.out, '\n')
	}
}

func (w *yamlWriter) flag(key string, is bool) {
	if is {
		w.key(key)
		w.out = append(w.out, " true\n"...)
	}
}

func (w *yamlWriter) list(key string, values []string) {
	if len(values) == 0 {
		return
	}
	w.key(key)
	w.out = append(w.out, '\n')
	for _, value := range values {
		w.spaces(w.indent)
		w.out = append(w.out, "- "...)
		w.scalar(value)
		w.out = append(w.out, '\n')
	}
}

// items writes a list of so many groups of keys.
func (w *yamlWriter) items(key string, n int, write func(i int)) {
	if n == 0 {
		return
	}
	w.key(key)
	w.out = append(w.out, '\n')
	w.indent += 2
	for i := range n {
		w.item = true
		write(i)
	}
	w.indent -= 2
}

// group writes keys below a key, where there are any.
func (w *yamlWriter) group(key string, write func()) {
	before := len(w.out)
	w.key(key)
	w.out = append(w.out, '\n')
	begun := len(w.out)
	w.indent += 2
	write()
	w.indent -= 2
	if len(w.out) == begun {
		w.out = w.out[:before]
	}
}

func (w *yamlWriter) key(key string) {
	if w.item {
		w.spaces(w.indent - 2)
		w.out = append(w.out, "- "...)
		w.item = false
	} else {
		w.spaces(w.indent)
	}
	w.out = append(append(w.out, key...), ':')
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
