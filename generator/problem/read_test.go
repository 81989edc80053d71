package problem

import (
	"fmt"
	"strings"
	"testing"

	"jianzhu/generator/growth"
)

// bomb is ten lines that stand for nine to the tenth words.
var bomb = func() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [xx, xx, xx, xx, xx, xx, xx, xx, xx]\n")
	for n := range 9 {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", n+1, n+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", n), 9), ", "))
	}
	return b.String()
}()

func TestReadYAML(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"another encoding":                  {"# 注\na: \xd5\xfe\n", "f.yaml:2: bytes that are not UTF-8"},
		"a byte-order mark":                 {"\ufeffa: 1\n", ""},
		"one before a comment":              {"\ufeff# 注\na: 1\n", ""},
		"aliases in aliases":                {bomb, "f.yaml:2: an alias, which is not read"},
		"a value with a star":               {"a: *b", "f.yaml:1: an alias, which is not read"},
		"a star in quote marks":             {"a: '*b'", ""},
		"a hundred thousand brackets":       {strings.Repeat("[", 100_000), "f.yaml:1: lists and mappings stand more than 64 deep"},
		"closed ones":                       {"a:" + strings.Repeat(" [", 1000) + strings.Repeat("]", 1000), "f.yaml:1: lists and mappings stand more than 64 deep"},
		"braces":                            {"a: " + strings.Repeat("{a: ", 1000), "f.yaml:1: lists and mappings stand more than 64 deep"},
		"items in items":                    {strings.Repeat("- ", 50_000), "f.yaml:1: lists and mappings stand more than 64 deep"},
		"question marks":                    {strings.Repeat("? ", 50_000), "f.yaml:1: lists and mappings stand more than 64 deep"},
		"keys in keys":                      {nested(100), "f.yaml:65: lists and mappings stand more than 64 deep"},
		"sixty keys in keys":                {nested(60), ""},
		"many items beside one another":     {"a:\n" + strings.Repeat("- [b, c]\n- d: {e: 1}\n", 1000), ""},
		"brackets in a value":               {"a: 'x " + strings.Repeat("[", 1000) + "'\nb: |\n  " + strings.Repeat("[", 1000) + "\n", ""},
		"more bytes than anyone would edit": {"a: '" + strings.Repeat("字", largestYAML/3) + "'", "f.yaml: the file has"},
	} {
		var into any
		got := ""
		if p := ReadYAML("f.yaml", []byte(test.text), &into); p != nil {
			got = p.String()
		}
		if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
		if _, p := ParseYAML("f.yaml", []byte(test.text), into); (p == nil) != (test.want == "") {
			t.Errorf("%s: parsed with %v", name, p)
		}
	}
}

func nested(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%sa:\n", strings.Repeat(" ", i))
	}
	return b.String() + strings.Repeat(" ", n) + "1\n"
}

// What is refused costs in proportion to its length.
func TestReadYAMLGrows(t *testing.T) {
	for _, unit := range []string{"[", "{a: ", "- ", "? ", "a: *b\n", "- a: 'x'\n"} {
		t.Run(unit, func(t *testing.T) {
			growth.Linear(t, 20_000, func(n int) { refuse(unit, n) })
		})
	}
}

func refuse(unit string, n int) {
	var into any
	ReadYAML("f.yaml", []byte(strings.Repeat(unit, n)), &into)
}

func TestCutComments(t *testing.T) {
	for text, want := range map[string]string{
		"a: 甲 #1 号":             `f.yaml:1: warning: the words after # are no part of a: #1 号`,
		"\ufeffa: b\nb: 甲 #话题#": `f.yaml:2: warning: the words after # are no part of b: #话题#`,
		"a: 《某 # 某》":            `f.yaml:1: warning: the words after # are no part of a: # 某》`,
		"- quote: “甲 # 乙”":      `f.yaml:1: warning: the words after # are no part of quote: # 乙”`,
		"- title: 甲 # 乙":        `f.yaml:1: warning: the words after # are no part of title: # 乙`,
		"title: 甲   # 乙":        "",
		"title: '甲' # 乙":        "",
		"a: 2025 # 年":           "",
		"a: '甲' #乙":             "",
		"a: 甲#乙":                "",
		"a: |\n  甲 #乙\n":        "",
		"# 甲\n#乙\na: 1\n":       "",
		"a: # 甲\n  b: 1\n":      "",
		"a: 1 #":                "",
	} {
		got := ""
		if problems := CutComments("f.yaml", []byte(text), "title"); len(problems) > 0 {
			got, _, _ = strings.Cut(problems[0].String(), "\n")
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
