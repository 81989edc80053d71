package markdown

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

// toml is the front matter in TOML, of which Hugo reads a page's in a tenth of the time
// that it needs for YAML: a key with its value on each line, those of params last.
func (f Front) toml() []byte { return f.appendTOML(nil) }

func (f Front) appendTOML(out []byte) []byte {
	w := tomlWriter{append(out, "+++\n"...)}
	params := f.Params
	f.Params = nil
	w.fields(reflect.ValueOf(f), "", "\n")
	for _, item := range f.Own {
		if item.Value != nil {
			w.field(fmt.Sprint(item.Key), reflect.ValueOf(item.Value))
			w.raw("\n")
		}
	}
	if params != nil {
		w.raw("[params]\n")
		w.fields(reflect.ValueOf(params), "", "\n")
	}
	return append(w.out, "+++\n\n"...)
}

// tomlWriter writes values each on a line, what is below them too.
type tomlWriter struct{ out []byte }

// fields writes the fields of a struct that have a key and a value, with something
// between them and at the end.
func (w *tomlWriter) fields(v reflect.Value, between, end string) {
	for i := range v.NumField() {
		if key := v.Type().Field(i).Tag.Get("yaml"); key != "" && !isNothing(v.Field(i)) {
			w.raw(between)
			w.field(key, v.Field(i))
			w.raw(end)
			if end == "" {
				between = ", "
			}
		}
	}
}

// isNothing tells what the front matter does not say: nothing, and a list of nothing.
func isNothing(v reflect.Value) bool { return v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0 }

func (w *tomlWriter) field(key string, v reflect.Value) {
	if isBareKey(key) {
		w.raw(key)
	} else {
		w.text(key)
	}
	w.raw(" = ")
	w.value(v)
}

func isBareKey(key string) bool {
	return key != "" && !strings.ContainsFunc(key, func(r rune) bool {
		return r != '-' && r != '_' && !('0' <= r && r <= '9') && !('a' <= r && r <= 'z') && !('A' <= r && r <= 'Z')
	})
}

func (w *tomlWriter) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface:
		w.value(v.Elem())
	case reflect.String:
		w.text(v.String())
	case reflect.Bool:
		w.out = strconv.AppendBool(w.out, v.Bool())
	case reflect.Int, reflect.Int64:
		w.out = strconv.AppendInt(w.out, v.Int(), 10)
	case reflect.Uint64:
		w.unsigned(v.Uint())
	case reflect.Float64:
		w.float(v.Float())
	case reflect.Struct:
		w.raw("{")
		w.fields(v, "", "")
		w.raw("}")
	case reflect.Map:
		w.table(sorted(v))
	case reflect.Slice:
		if items, is := v.Interface().(yaml.MapSlice); is {
			w.table(items)
			return
		}
		w.list(v)
	default: // nothing, in a list
		w.text("")
	}
}

// table writes keys and values, but for those that have none.
func (w *tomlWriter) table(items yaml.MapSlice) {
	between := "{"
	for _, item := range items {
		if item.Value != nil {
			w.raw(between)
			w.field(fmt.Sprint(item.Key), reflect.ValueOf(item.Value))
			between = ", "
		}
	}
	if between == "{" {
		w.raw("{")
	}
	w.raw("}")
}

// sorted are the keys and values of a map, by the keys as they are written.
func sorted(of reflect.Value) (items yaml.MapSlice) {
	for each := of.MapRange(); each.Next(); {
		items = append(items, yaml.MapItem{Key: fmt.Sprint(each.Key()), Value: each.Value().Interface()})
	}
	slices.SortFunc(items, func(a, b yaml.MapItem) int { return strings.Compare(a.Key.(string), b.Key.(string)) })
	return items
}

func (w *tomlWriter) list(v reflect.Value) {
	w.raw("[")
	for i := range v.Len() {
		if i > 0 {
			w.raw(", ")
		}
		w.value(v.Index(i))
	}
	w.raw("]")
}

func (w *tomlWriter) unsigned(n uint64) {
	if n > math.MaxInt64 { // more than TOML has
		w.float(float64(n))
		return
	}
	w.out = strconv.AppendUint(w.out, n, 10)
}

func (w *tomlWriter) float(x float64) {
	begun := len(w.out)
	switch {
	case math.IsNaN(x):
		w.raw("nan")
	case math.IsInf(x, 0):
		w.raw(map[bool]string{true: "inf", false: "-inf"}[x > 0])
	default:
		w.out = strconv.AppendFloat(w.out, x, 'f', -1, 64)
		if !slices.Contains(w.out[begun:], '.') {
			w.raw(".0")
		}
	}
}

func (w *tomlWriter) text(text string) {
	w.raw(`"`)
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			w.out = append(w.out, '\\', byte(r))
		case r < ' ' || r == 0x7f:
			w.out = fmt.Appendf(w.out, `\u%04x`, r)
		default:
			w.out = utf8.AppendRune(w.out, r)
		}
	}
	w.raw(`"`)
}

func (w *tomlWriter) raw(text string) { w.out = append(w.out, text...) }
