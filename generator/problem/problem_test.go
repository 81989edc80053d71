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
		On    bool    `yaml:"on"`
		Line  int     `yaml:"-"`
	}
	for text, want := range map[string]string{
		"count: 1\nfrob: 2":             "f.yaml:2: unknown key \"frob\"\n\tknown keys: count, all, all.name, on",
		"count: 1\nall:\n- name: []":    "f.yaml:3: name: the value is not text\n\twrite one text, in quote marks where it has brackets",
		"count: many":                   "f.yaml:1: count: \"many\" is not a number\n\twrite digits alone, such as 2016",
		"count: 2016年":                  "f.yaml:1: count: \"2016年\" is not a number\n\twrite digits alone, such as 2016",
		"count: 1e99":                   "f.yaml:1: count: \"1e99\" is too large a number, or below zero\n\twrite a number such as 2016",
		"on: 是":                         "f.yaml:1: on: \"是\" is not true or false\n\twrite true or false, without quote marks",
		"all: 甲":                        "f.yaml:1: all: \"甲\" is not of the right kind\n\tkeys stand as key: value, items of a list after a hyphen",
		"count: [":                      "f.yaml:1: a bracket that is not closed\n\tclose the bracket, or put the value in quote marks",
		"count: 1]":                     "f.yaml:1: count: \"1]\" is not a number\n\twrite digits alone, such as 2016",
		"all:\n\t- name: a":             "f.yaml:2: a tab where spaces must stand\n\tindent with spaces, not with tabs",
		"all:\n- name: a: b":            "f.yaml:2: a colon and a space within a value, or a key at the wrong indent\n\tput a value that has a colon and a space in it in quote marks; keys of one level stand under each other",
		"count: 1\ncount: 2":            "f.yaml:2: the key \"count\" stands twice, first on line 1\n\tkeep one of the two",
		"all:\n- name: \"a\n":           "f.yaml:2: a quote mark that is not closed\n\tclose the quote mark on the same line",
		"count：1\nall: []":              "f.yaml:1: a line that is no key: value\n\tafter each key stand a colon (: and not ：) and a space",
		"count: 1\nall：[]":              "f.yaml:2: a line that is no key: value\n\tafter each key stand a colon (: and not ：) and a space",
		"all:\n- name: @a":              "f.yaml:2: a value that begins with @ or `\n\tput the value in quote marks",
		"all:\n- name: %a":              "f.yaml:2: a value that begins with %\n\tput the value in quote marks",
		"all:\n- name: - a":             "f.yaml:2: a hyphen where no item of a list can stand\n\tput a value that begins with a hyphen in quote marks; a list begins on a line of its own",
		"all:\n- name: *a":              "f.yaml:2: a value that begins with *\n\tput a value that begins with * in quote marks",
		"all:\n- name: \"a\"b":          "f.yaml:2: words after a value that has ended\n\tput the whole value in quote marks, ' where it has \" in it, or write it after | on a line of its own",
		"all:\n- name: [a](b)":          "f.yaml:2: words where no value can stand\n\tput a value that begins with [, {, ' or \" in quote marks, or write it after | on a line of its own; hyphens and keys of one level stand under each other",
		"all: [{name: a\ncount: 1\n":    "f.yaml:2: a bracket that is not closed\n\tclose the bracket, or put the value in quote marks",
		"all:\n- name: |甲\n":            "f.yaml:2: words behind | or >\n\twrite the text on the lines below, indented by two spaces; or put it in quote marks",
		"all:\n  - name: a\n - name: b": "f.yaml:3: words where no value can stand\n\tput a value that begins with [, {, ' or \" in quote marks, or write it after | on a line of its own; hyphens and keys of one level stand under each other",
		"all:\n- name: & 乙\n":           "f.yaml:2: a value that begins with &\n\tput the value in quote marks",
		"all: [a,,b]\n":                 "f.yaml:1: a comma before which nothing stands, or a value that is missing\n\ttake the comma out, or write the value",
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
