package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"jianzhu/generator/project"
)

// schemas compiles those of the files that editors write, by name.
func schemas(t *testing.T) (compiled map[string]*jsonschema.Schema, raw map[string]map[string]any) {
	t.Helper()
	files, err := project.Schemas()
	if err != nil {
		t.Fatal(err)
	}
	compiled, raw = map[string]*jsonschema.Schema{}, map[string]map[string]any{}
	compiler := jsonschema.NewCompiler()
	for file, text := range files {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		raw[name] = doc.(map[string]any)
		if err := compiler.AddResource(file, doc); err != nil {
			t.Fatal(err)
		}
		if compiled[name], err = compiler.Compile(file); err != nil {
			t.Fatal(err)
		}
	}
	return compiled, raw
}

// asJSON is YAML as a program that checks by a schema sees it.
func asJSON(t *testing.T, text []byte) any {
	t.Helper()
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	var value any
	if err := yaml.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	var textKeys func(any) any
	textKeys = func(value any) any {
		switch value := value.(type) {
		case map[string]any:
			for key, of := range value {
				value[key] = textKeys(of)
			}
		case map[any]any:
			named := map[string]any{}
			for key, of := range value {
				named[fmt.Sprint(key)] = textKeys(of)
			}
			return named
		case []any:
			for i, of := range value {
				value[i] = textKeys(of)
			}
		}
		return value
	}
	encoded, err := json.Marshal(textKeys(value))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(encoded))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// Every file of the repository that an editor writes is as its schema says.
func TestContentFollowsSchemas(t *testing.T) {
	compiled, _ := schemas(t)
	seen := map[string]int{}
	check := func(name, file string) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		seen[name]++
		if err := compiled[name].Validate(asJSON(t, text)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	check("site", "../site.yaml")
	check("site", "starter/site.yaml")
	for _, root := range []string{"../content", "starter/content"} {
		err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
			name := strings.TrimSuffix(d.Name(), ".yaml")
			if name == "national" {
				name = "glossary"
			}
			if filepath.Ext(file) == ".yaml" {
				check(name, file)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	guide, err := os.ReadFile("../content/guide.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range namedCode.FindAllSubmatch(guide, -1) {
		if name, isYAML := strings.CutSuffix(string(m[1]), ".yaml"); isYAML {
			seen[name]++
			if err := compiled[name].Validate(asJSON(t, m[2])); err != nil {
				t.Errorf("the guide's %s.yaml: %v", name, err)
			}
		}
	}
	for name := range compiled {
		if seen[name] < 2 {
			t.Errorf("%d files were held to the schema of %s", seen[name], name)
		}
	}
}

// What the program takes a schema takes, and what it refuses is refused.
func TestSchemas(t *testing.T) {
	compiled, _ := schemas(t)
	for _, test := range []struct {
		name, text string
		valid      bool
	}{
		{"report", "title: 甲", true},
		{"report", "title: 甲\ndates: {delivered: 2017}\nregion: {path: [甲省], code: 440000}", true},
		{"report", "title: 甲\ndecisions: {damage: none, debris: {3: stub}, kind: {4: date}, outline: {5: {kind: item}, 6: {items: [乙]}}, indicators: {7: []}}", true},
		{"report", "title: 甲\ndecisions: {damage: {3: cut}, indicators: {7: [{value: 2.8, unit: \"%\"}]}}", true},
		{"report", "year: 2017", false},
		{"report", "title: 甲\ntitel: 乙", false},
		{"report", "title: 甲\ntype: report", false},
		{"report", "title: 甲\nyear: 17", false},
		{"report", "title: 甲\nregion: 甲省", false},
		{"report", "title: 甲\ndecisions: {debris: {a: stub}}", false},
		{"report", "title: 甲\ndecisions: {debris: {3: rubbish}}", false},
		{"report", "title: 甲\ndecisions: {damage: some}", false},
		{"report", "title: 甲\ndecisions: {damage: {3: hurt}}", false},
		{"report", "title: 甲\ndecisions: {outline: {3: {kind: big}}}", false},
		{"notes", "# 空", true},
		{"notes", "- {quote: 甲, body: 乙}", true},
		{"notes", "- {quote: 甲}", false},
		{"notes", "- {quote: 甲, body: 乙, auther: 丙}", false},
		{"glossary", "", true},
		{"glossary", "- {term: 甲, senses: [{definition: 乙, regions: [440000]}]}", true},
		{"glossary", "- {term: 甲}", false},
		{"glossary", "- {term: 甲, senses: [{regions: [甲省]}]}", false},
		{"glossary", "- {term: 甲, alias: [乙], senses: [{definition: 乙}]}", false},
		{"themes", "themes:\nneutral: [健康发展]", true},
		{"themes", "themes: [{id: a, name: 甲, words: [乙]}]", false},
		{"site", "title: 甲\nparams: {menu: [reports, {name: 乙, to: about}], official: true, own: {a: 1}, hugoTheme: {path: a}}", true},
		{"site", "title: 甲\nmarkup: {goldmark: {}}", true},
		{"site", "params: {notices: 甲}", false},
		{"site", "params: {accent: red}", false},
		{"site", "params: {link: never}", false},
	} {
		if err := compiled[test.name].Validate(asJSON(t, []byte(test.text))); (err == nil) != test.valid {
			t.Errorf("%s.yaml: %s: %v", test.name, test.text, err)
		}
	}
}

// Every key says what it is for.
func TestSchemasExplainKeys(t *testing.T) {
	_, raw := schemas(t)
	var walk func(path string, node any)
	walk = func(path string, node any) {
		switch node := node.(type) {
		case map[string]any:
			properties, _ := node["properties"].(map[string]any)
			for key, of := range properties {
				if text, _ := of.(map[string]any)["description"].(string); text == "" {
					t.Errorf("%s.%s has no description", path, key)
				}
				walk(path+"."+key, of)
			}
			for key, of := range node {
				if key != "properties" {
					walk(path, of)
				}
			}
		case []any:
			for _, of := range node {
				walk(path, of)
			}
		}
	}
	for name, node := range raw {
		walk(name, node)
	}
}
