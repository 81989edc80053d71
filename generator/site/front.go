package site

import (
	"bytes"
	"encoding/json"
	"iter"
	"path"
	"slices"
	"strings"
)

// front is the front matter of a page in build/html: TOML as we write it, a key with its
// value on each line, those of params last.
type front []byte

// frontEnd stands behind front matter.
const frontEnd = "\n+++\n"

func frontOf(page []byte) front {
	text, _, found := bytes.Cut(page, []byte(frontEnd))
	if !found {
		return nil
	}
	return front(text)
}

// keys are the keys with the line of each; of params all lines.
func (f front) keys() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		rest := []byte(f)
		for line := range bytes.Lines(f) {
			if bytes.HasPrefix(line, []byte("[params]")) {
				yield("params", rest)
				return
			}
			rest = rest[len(line):]
			key, _, _ := bytes.Cut(line, []byte(" = "))
			if !yield(string(key), line) {
				return
			}
		}
	}
}

// without is the front matter but for some keys.
func (f front) without(names ...string) (rest []byte) {
	for key, lines := range f.keys() {
		if !slices.Contains(names, key) {
			rest = append(rest, lines...)
		}
	}
	return rest
}

// value is the text of a key, or of one below params.
func (f front) value(name string) (text string) { f.read(name, &text); return text }

// list is a list of texts.
func (f front) list(name string) (texts []string) { f.read(name, &texts); return texts }

// read reads the value of a key, which JSON has as TOML does.
func (f front) read(name string, into any) {
	for line := range bytes.Lines(f) {
		if value, is := bytes.CutPrefix(line, []byte(name+" = ")); is {
			json.Unmarshal(value, into)
			return
		}
	}
}

// told is what layouts can ask of the page for another: not how many things stand on
// it, but of the page with the bundles how large each is.
func (f front) told() []byte {
	if f.value("type") == "download" {
		return f
	}
	return f.without("description", "weight", "params")
}

// group tells the page that a page is a view of, which may be itself, and what Hugo
// makes of it, from the site's root.
func (f front) group(file string) (of string, made []string) {
	kind, at := f.value("type"), place(file)
	made = append(made, path.Join(at, "index.html"))
	if slices.Contains(f.list("outputs"), "oembed") {
		made = append(made, path.Join(at, "oembed.json"))
	}
	for _, alias := range f.list("aliases") {
		made = append(made, path.Join(strings.Trim(alias, "/"), "index.html"))
	}
	if kind == "embed" {
		at = strings.Trim(f.value("of"), "/")
	}
	return at, made
}

// place is where a page stands, from the site's root.
func place(file string) string {
	return strings.TrimSuffix(strings.TrimSuffix(file, ".html"), "/index")
}
