package data

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"jianzhu/generator/report"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"jianzhu/generator/annotate"
)

// schemaOf returns the schema that a data file promises to follow.
func schemaOf(file string) string {
	switch {
	case path.Ext(file) != ".json" || strings.HasSuffix(file, "-metadata.json") || strings.HasPrefix(file, "schema/"):
		return ""
	}
	list, rest, _ := strings.Cut(file, "/")
	if rest == "index.json" {
		return "schema/" + list + ".json"
	}
	return map[string]string{
		"reports": "schema/report.json", "glossary": "schema/term.json", "themes": "schema/theme.json",
		"documents": "schema/document.json", "indicators": "schema/indicator.json",
	}[list]
}

// holdsPromise checks what readers of the data may rely on: the schemas, that
// positions are where the text is, and that names lead somewhere.
func holdsPromise(t *testing.T, c *annotate.Corpus, files map[string][]byte) {
	t.Helper()
	for _, file := range slices.Sorted(maps.Keys(files)) {
		if name := schemaOf(file); name != "" {
			if err := compile(t, files, name).Validate(decode(t, files[file])); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}

	var terms glossaryFile
	var themes themesFile
	var documents documentsFile
	unmarshal(t, files["glossary/index.json"], &terms)
	unmarshal(t, files["themes/index.json"], &themes)
	unmarshal(t, files["documents/index.json"], &documents)
	seen, themeIDs := map[string]int{}, map[string]bool{} // seen: occurrences by term
	for _, e := range terms.Terms {
		seen[e.ID] = 0
	}
	for _, e := range themes.Themes {
		themeIDs[e.ID] = true
	}

	type heading struct {
		report, section string
		line            int
		theme           string
	}
	labelled := map[heading]bool{}
	type naming struct {
		document string
		mention
	}
	named := map[naming]int{}
	type section struct {
		report, id string
		line       int
	}
	sections, relatives := map[section]bool{}, map[section]bool{}
	for _, r := range c.Reports {
		var f reportFile
		unmarshal(t, files["reports/"+r.Slug+"/index.json"], &f)
		place := func(line int) string { return fmt.Sprintf("%s:%d", f.Source.File, line) }
		if _, ok := files[f.Source.File]; !ok || f.Source.Lines != len(r.Lines) {
			t.Errorf("%s: published: %v; %d lines, read %d", f.Source.File, ok, f.Source.Lines, len(r.Lines))
		}

		text := strings.Split(strings.TrimPrefix(string(files[f.Source.File]), "\uFEFF"), "\n")
		at := func(line, offset int, s string) {
			t.Helper()
			points := []rune(strings.TrimSuffix(text[line-1], "\r"))
			if offset > len(points) || !strings.HasPrefix(string(points[offset:]), s) {
				t.Errorf("%s: %q is not at offset %d", place(line), s, offset)
			}
		}
		for _, p := range f.Paragraphs {
			at(p.Line, 0, p.Text)
		}
		for _, d := range f.Debris {
			at(d.Line, 0, d.Text)
		}
		for _, e := range f.Outline {
			at(e.Line, e.Column, e.Number)
			for _, id := range e.Themes {
				if !themeIDs[id] {
					t.Errorf("%s: no theme %q", place(e.Line), id)
				}
				labelled[heading{f.Slug, e.ID, e.Line, id}] = true
			}
			sections[section{f.Slug, e.ID, e.Line}] = true
			for _, x := range e.Related {
				relatives[section{x.Report, x.Section, x.Line}] = true
			}
		}
		for _, o := range f.Terms {
			at(o.Line, o.Offset, o.Surface)
			if _, ok := seen[o.Term]; !ok {
				t.Errorf("%s: no term %q", place(o.Line), o.Term)
			}
			seen[o.Term]++
		}
		in := func(line int, s string) {
			t.Helper()
			if !strings.Contains(text[line-1], s) {
				t.Errorf("%s: no %q", place(line), s)
			}
		}
		for _, m := range f.References {
			in(m.Line, m.Title)
			if m.Document != "" {
				named[naming{m.Document, mention{f.Slug, m.Line, m.Title}}]++
			}
		}
		for _, n := range f.Notes {
			at(n.Line, n.Column, n.Quote)
		}
		for _, d := range f.Definitions {
			in(d.Line, d.Term)
			if d.Source != string(report.FromParts) {
				in(d.Line, d.Text)
				continue
			}
			said := strings.Join(text[d.Line-1:d.Last], "\n")
			for part := range strings.SplitSeq(d.Text, "\n") {
				if !strings.Contains(said, part) {
					t.Errorf("%s: no part %q", place(d.Line), part)
				}
			}
		}
		for _, m := range f.Metadata {
			in(m.Line, m.Value)
		}
	}
	for s := range relatives {
		if !sections[s] {
			t.Errorf("no section %+v to be related to", s)
		}
	}
	var promises promisesFile
	unmarshal(t, files["promises/index.json"], &promises)
	for _, p := range promises.Promises {
		for _, s := range []said{p.Earlier, p.Later} {
			lines := strings.Split(string(files["reports/"+s.Report+"/report.txt"]), "\n")
			if s.Line > len(lines) || s.Column >= s.End || s.End > len([]rune(lines[s.Line-1])) {
				t.Errorf("%s: %+v is no part of a line", p.Names, s)
			}
		}
	}
	for _, d := range documents.Documents {
		for _, m := range d.Mentions {
			named[naming{d.ID, m}]--
		}
	}
	for n, count := range named {
		if count != 0 {
			t.Errorf("%+v: %d more references than mentions", n, count)
		}
	}
	for _, e := range terms.Terms {
		if e.Count != seen[e.ID] {
			t.Errorf("%s occurs %d times, count says %d", e.ID, seen[e.ID], e.Count)
		}
	}
	for _, e := range themes.Themes {
		var own subject
		unmarshal(t, files["themes/"+e.ID+"/index.json"], &own)
		if e.Count != len(own.Sections) {
			t.Errorf("%s has %d sections, count says %d", e.ID, len(own.Sections), e.Count)
		}
		for _, s := range own.Sections {
			h := heading{s.Report, s.Section, s.Line, e.ID}
			if !labelled[h] {
				t.Errorf("%s: section %+v does not have the theme", e.ID, h)
			}
			delete(labelled, h)
		}
	}
	for h := range labelled {
		t.Errorf("%s: section %+v is not listed", h.theme, h)
	}
}

func TestSchemasDescribeEveryField(t *testing.T) {
	files := write(t, sample())
	names, err := fs.Glob(schemas, "schema/*.json")
	if err != nil || len(names) != 11 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		compile(t, files, name)
		schema := decode(t, files[name]).(map[string]any)
		if schema["$id"] != "/"+name || schema["title"] == nil {
			t.Errorf("%s: $id %v, title %v", name, schema["$id"], schema["title"])
		}
		described(t, name, schema)
	}
}

// described checks that an object's schema closes it, describes every field, and
// requires it or says what it is where it is left out.
func described(t *testing.T, at string, schema map[string]any) {
	t.Helper()
	if items, ok := schema["items"].(map[string]any); ok {
		described(t, at+"[]", items)
	}
	named, _ := schema["$defs"].(map[string]any)
	for name, def := range named {
		described(t, at+"#"+name, def.(map[string]any))
	}
	fields, ok := schema["properties"].(map[string]any)
	if !ok {
		return
	}
	if schema["additionalProperties"] != false {
		t.Errorf("%s: additionalProperties is not false", at)
	}
	required := map[string]bool{}
	for _, name := range schema["required"].([]any) {
		required[name.(string)] = true
	}
	for name, field := range fields {
		field := field.(map[string]any)
		if _, optional := field["default"]; required[name] == optional || field["description"] == nil {
			t.Errorf("%s.%s: required %v, default %v, description %v", at, name, required[name], optional, field["description"])
		}
		described(t, at+"."+name, field)
	}
}

// A schema that admits anything would pass every test above.
func TestSchemasRefuse(t *testing.T) {
	files := write(t, sample())
	for _, test := range []struct{ file, old, new string }{
		{"reports/sample/index.json", `"slug": "sample"`, `"slug": "sample", "more": 1`},
		{"reports/sample/index.json", `"kind":"run-in"`, `"kind":"inline"`},
		{"reports/sample/index.json", `"surface":"“放管服”改革",`, ``},
		{"reports/sample/index.json", `"line":8`, `"line":0`},
		{"reports/bare/index.json", `"terms": []`, `"terms": null`},
		{"glossary/index.json", `"count":2`, `"count":"2"`},
		{"glossary/fang-guan-fu/index.json", `{"sample":2}`, `{"sample":0}`},
		{"documents/index.json", `"id":"0123abcd"`, `"id":"0123"`},
		{"documents/index.json", `"mentions":[{"report":"sample","line":8,"title":"规划\\\"纲要"}]`, `"mentions":[]`},
		{"indicators/di-qu-sheng-chan-zong-zhi/index.json", `"kind":"target"`, `"kind":"plan"`},
		{"indicators/di-qu-sheng-chan-zong-zhi/index.json", `"year":2016`, `"year":"2016"`},
		{"indicators/di-qu-sheng-chan-zong-zhi/index.json", `"id":"sample:9:11"`, `"id":"sample"`},
		{"reports/index.json", `"slug":"sample"`, `"slug":"sample","text":""`},
		{"reports/sample/index.json", `"number":6,`, `"number":"6",`},
		{"promises/index.json", `"relation":"reviewed"`, `"relation":"done"`},
		{"promises/index.json", `"line":8`, `"line":0`},
		{"promises/index.json", `"names":["“放管服”改革"]`, `"names":[]`},
		{"themes/economy/index.json", `"section":"s1"`, `"section":""`},
	} {
		broken := bytes.Replace(files[test.file], []byte(test.old), []byte(test.new), 1)
		if bytes.Equal(broken, files[test.file]) {
			t.Fatalf("%s has no %s", test.file, test.old)
		}
		if err := compile(t, files, schemaOf(test.file)).Validate(decode(t, broken)); err == nil {
			t.Errorf("%s: %s passes for %s", test.file, test.new, test.old)
		}
	}
}

func compile(t *testing.T, files map[string][]byte, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	for file, content := range files { // a schema may refer to another
		if strings.HasPrefix(file, "schema/") {
			if err := c.AddResource("file:///"+file, decode(t, content)); err != nil {
				t.Fatal(err)
			}
		}
	}
	s, err := c.Compile("file:///" + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decode(t *testing.T, content []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func unmarshal(t *testing.T, content []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(content, v); err != nil {
		t.Fatal(err)
	}
}
