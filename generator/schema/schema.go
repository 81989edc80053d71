// Package schema has JSON Schemas of the files that editors write, by which their
// programs complete and check what is typed. Keys and kinds of values are those of
// the structs that the files are read into; words.yaml adds what is said of them.
package schema

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// words are by file and by the path of a key what a schema has beside the kind of
// value; text alone is a description. * stands for what is in a list or mapping.
//
//go:embed words.yaml
var words []byte

// Folder is the folder of the schemas in a site, and in a project that has them.
const Folder = "schema/content/"

// Files returns the schemas by path from the site's root. Site is what site.yaml is
// read into.
func Files(site reflect.Type) (map[string][]byte, error) {
	var said map[string]map[string]any
	if err := yaml.Unmarshal(words, &said); err != nil {
		return nil, fmt.Errorf("words.yaml: %w", err)
	}
	for path, choices := range report.Choices() {
		said["report"][path] = merged(said["report"][path], map[string]any{"enum": choices})
	}
	said["report"]["decisions.damage"].(map[string]any)["oneOf"] = []any{
		map[string]any{"const": "none"},
		map[string]any{"type": "object", "additionalProperties": false, "patternProperties": map[string]any{byLine: map[string]any{"enum": report.DamageChoices()}}},
	}
	files := map[string][]byte{}
	for name, of := range map[string]reflect.Type{
		"report":   reflect.TypeFor[report.Meta](),
		"notes":    reflect.TypeFor[[]report.NoteItem](),
		"glossary": reflect.TypeFor[[]glossary.Term](),
		"themes":   reflect.TypeFor[theme.Vocabulary](),
		"site":     site,
	} {
		w := writer{said: said[name], used: map[string]bool{}}
		node := w.node(of, "")
		for path := range said[name] {
			if !w.used[path] {
				return nil, fmt.Errorf("words.yaml: %s has no key %q", name, path)
			}
		}
		node["$comment"] = comment + zeros
		node["$schema"] = "https://json-schema.org/draft/2020-12/schema"
		text, err := json.MarshalIndent(node, "", "  ")
		if err != nil {
			return nil, err
		}
		files[Folder+name+".json"] = Sealed(append(text, '\n'))
	}
	return files, nil
}

// byLine is what keys are that are lines.
const byLine = "^[1-9][0-9]*$"

// writer makes the schema of a file.
type writer struct {
	said map[string]any
	used map[string]bool // paths of said that there are
}

// node is the schema of a value, at a path of keys.
func (w writer) node(t reflect.Type, path string) map[string]any {
	node := map[string]any{}
	switch t.Kind() {
	case reflect.Bool:
		node["type"] = "boolean"
	case reflect.Int:
		node["type"] = "integer"
	case reflect.String:
		node["type"] = "string"
	case reflect.Slice:
		node["type"] = "array"
		node["items"] = w.within(t.Elem(), path)
	case reflect.Map:
		node["type"] = "object"
		if t.Key().Kind() == reflect.Int { // by line
			node["patternProperties"] = map[string]any{byLine: w.within(t.Elem(), path)}
			node["additionalProperties"] = false
		}
	case reflect.Struct:
		node["type"] = "object"
		node["additionalProperties"] = false
		properties := map[string]any{}
		for _, field := range reflect.VisibleFields(t) {
			key := field.Tag.Get("yaml")
			if !field.IsExported() || key == "" || key == "-" {
				continue
			}
			at := key
			if path != "" {
				at = path + "." + key
			}
			properties[key] = w.node(field.Type, at)
		}
		node["properties"] = properties
	}
	return merged(w.words(path), node)
}

// within is the schema of what is in a list or mapping: the keys of a struct in it
// have the path of the list.
func (w writer) within(t reflect.Type, path string) map[string]any {
	star := strings.TrimPrefix(path+".*", ".")
	if t.Kind() != reflect.Struct && t.Kind() != reflect.Slice {
		return w.node(t, star)
	}
	inner := writer{maps.Clone(w.said), w.used}
	delete(inner.said, path) // said of the list
	return merged(w.words(star), inner.node(t, path))
}

func (w writer) words(path string) any {
	w.used[path] = true
	return w.said[path]
}

// merged adds what is said to a node, in place of what that has; what is said to be
// null goes.
func merged(said any, node map[string]any) map[string]any {
	switch said := said.(type) {
	case string:
		node["description"] = said
	case map[string]any:
		for key, value := range said {
			if node[key] = value; value == nil {
				delete(node, key)
			}
		}
	}
	return node
}

// Line is the comment by which an editor's program knows the schema of a file, from
// whose folder up leads to the project's.
func Line(up, name string) string {
	return "# yaml-language-server: $schema=" + up + Folder + name + ".json\n"
}
