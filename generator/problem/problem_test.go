package problem

import (
	"fmt"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

func TestString(t *testing.T) {
	for want, p := range map[string]Problem{
		"content/a.yaml:3: unknown key frob\n\tuse term": Errorf("content/a.yaml", 3, "use term", "unknown key %s", "frob"),
		"content/a.yaml: warning: odd":                   Warnf("content/a.yaml", 0, "", "odd"),
	} {
		if got := p.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestSort(t *testing.T) {
	all := []Problem{Errorf("b", 1, "", "x"), Errorf("a", 10, "", "x"), Errorf("a", 2, "", "y"), Errorf("a", 2, "", "x")}
	Sort(all)
	if got, want := fmt.Sprint(all), "[a:2: x a:2: y a:10: x b:1: x]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if HasErrors([]Problem{Warnf("a", 1, "", "x")}) || !HasErrors(all) {
		t.Error("only errors are errors")
	}
}

func TestYAML(t *testing.T) {
	type inner struct {
		Name string `yaml:"name"`
	}
	type outer struct {
		Count int     `yaml:"count"`
		All   []inner `yaml:"all"`
		Line  int     `yaml:"-"`
	}
	for text, want := range map[string]string{
		"count: 1\nfrob: 2":          "f.yaml:2: unknown key \"frob\"\n\tknown keys: count, all, all.name",
		"count: 1\nall:\n- name: []": "f.yaml:3: value is not text",
		"count: many":                "f.yaml:1: value is not a number",
		"count: [":                   "f.yaml:1: sequence end token ']' not found\n\tclose the bracket",
		"all:\n\t- name: a":          "f.yaml:2: found character '\t' that cannot start any token\n\tindent with spaces, not with tabs",
		"all:\n- name: a: b":         "f.yaml:2: mapping value is not allowed in this context\n\tput a value that has a colon and a space in it in quote marks; keys of one level stand under each other",
		"count: 1\ncount: 2":         "f.yaml:2: mapping key \"count\" already defined at [1:1]\n\ta key stands once: keep one of the two",
		"all:\n- name: \"a\n":        "f.yaml:2: could not find end character of double-quoted text\n\tclose the quote mark on the same line",
		"count：1\nall: []":           "f.yaml:1: unexpected key name\n\tafter each key stand a colon (: and not ：) and a space",
		"count: 1\nall：[]":           "f.yaml:2: non-map value is specified\n\tafter each key stand a colon (: and not ：) and a space",
		"all:\n- name: @a":           "f.yaml:2: '@' is a reserved character\n\tput the value in quote marks",
		"all:\n- name: %a":           "f.yaml:2: unexpected directive value. document not started\n\tput the value in quote marks",
		"all:\n- name: - a":          "f.yaml:2: block sequence entries are not allowed in this context\n\tput a value that begins with a hyphen in quote marks; a list begins on a line of its own",
		"all:\n- name: *a":           "f.yaml:2: could not find alias \"a\"\n\tput a value that begins with * in quote marks",
		"all:\n- name: \"a\"b":       "f.yaml:2: value is not allowed in this context. map key-value is pre-defined\n\tput the whole value in quote marks, ' where it has \" in it, or write it after | on a line of its own",
		"all:\n- name: [a](b)":       "f.yaml:2: value is not allowed in this context\n\tput a value that begins with [, {, ' or \" in quote marks, or write it after | on a line of its own",
		"all: [{name: a\ncount: 1\n": "f.yaml:2: ',' or '}' must be specified\n\tclose the bracket",
	} {
		var o outer
		err := yaml.UnmarshalWithOptions([]byte(text), &o, yaml.Strict())
		if err == nil {
			t.Errorf("%q is read", text)
			continue
		}
		if got := YAML("f.yaml", 0, err, o).String(); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestIsID(t *testing.T) {
	for name, want := range map[string]bool{
		"liwan-2017": true, "3-2-n": true, "a": true, strings.Repeat("a", LongestID): true, strings.Repeat("a", LongestID+1): false,
		"index": false, "index-2": true, "": false, "A": false, "-a": false, "a-": false, "a--b": false, "a_b": false, "放管服": false, "a b": false, "a\n": false,
	} {
		if IsID(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

func TestIsWebAddress(t *testing.T) {
	for text, want := range map[string]bool{
		"https://example.org/a/": true, "http://localhost:1313": true,
		"": false, "/": false, "example.org": false, "//example.org": false, "https:///a": false,
		"javascript:alert(1)": false, "ftp://example.org/": false, "https://a b/": false,
	} {
		if IsWebAddress(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}
