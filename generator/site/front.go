package site

import (
	"bytes"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"
)

// front is the front matter of a page in build/html: YAML as we write it, each key at
// the beginning of a line.
type front []byte

func frontOf(page []byte) front {
	text, _, found := bytes.Cut(page, []byte("\n---\n"))
	if !found {
		return nil
	}
	return front(text)
}

// keys are the keys with the lines of each.
func (f front) keys() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		rest := []byte(f)
		for len(rest) > 0 {
			end := 0
			for line := range bytes.Lines(rest) {
				if end > 0 && line[0] != ' ' && line[0] != '-' {
					break
				}
				end += len(line)
			}
			key, _, _ := strings.Cut(string(rest[:end]), ":")
			if !yield(key, rest[:end]) {
				return
			}
			rest = rest[end:]
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

// value is the value of a key, or of one below params.
func (f front) value(name string) string {
	for key, lines := range f.keys() {
		if key == name {
			return plainWord(string(lines[len(key)+1:]))
		}
		if key != "params" {
			continue
		}
		for line := range bytes.Lines(lines) {
			if value, ok := strings.CutPrefix(string(line), "  "+name+":"); ok {
				return plainWord(value)
			}
		}
	}
	return ""
}

// list is a list of words.
func (f front) list(name string) (words []string) {
	for key, lines := range f.keys() {
		if key == name {
			for line := range bytes.Lines(lines[len(key)+1:]) {
				if word, ok := strings.CutPrefix(string(line), "- "); ok {
					words = append(words, plainWord(word))
				}
			}
		}
	}
	return words
}

// plainWord is a word, which may stand in quotes.
func plainWord(text string) string {
	text = strings.TrimSpace(text)
	if word, err := strconv.Unquote(text); err == nil {
		return word
	}
	return text
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
