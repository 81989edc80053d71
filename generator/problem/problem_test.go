package problem

import (
	"fmt"
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
		"count: [":                   "f.yaml:1: sequence end token ']' not found",
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
