package main

import (
	"fmt"
	"maps"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"

	"jianzhu/generator/markdown"
	"jianzhu/generator/press"
)

// TestFrontMatterIsOne holds the front matter of pages as HTML, in TOML, to that of their
// Markdown, as the libraries read them by which Hugo does.
func TestFrontMatterIsOne(t *testing.T) {
	edition, problems := press.Read("..", "", nil)
	if edition == nil {
		t.Fatal(problems)
	}
	strange := yaml.MapSlice{
		{Key: "menu", Value: "main"},
		{Key: "a b", Value: []any{"一", uint64(2), -3, 4.0, true, yaml.MapSlice{{Key: "c", Value: ""}}}},
		{Key: "params", Value: map[string]any{"x": 0, "甲": map[string]any{"y": 1e300, "z": []any{}}}},
	}
	pages := append(edition.Pages, edition.Site.Embeds(edition.Corpus)...)
	for i, title := range []string{"a", " ", "\"''\"", "\\", "a\nb\tc\r", "\x00\x1b\x7f\u0085", "+++", "---", "2017-01-02", "甲\U00020000\U0001F600", "[params]", "# {{ x }}"} {
		pages = append(pages, markdown.Page{Path: fmt.Sprintf("%d.md", i), Front: markdown.Front{Title: title, Type: "page", Aliases: []string{title, ""}, Own: strange}})
	}
	for _, p := range pages {
		want, got := frontAs(t, yaml.Unmarshal, p.File()), frontAs(t, toml.Unmarshal, p.HTMLFront())
		delete(got, "layout")
		if !maps.EqualFunc(want, got, func(a, b any) bool { return fmt.Sprint(a) == fmt.Sprint(b) }) {
			t.Errorf("%s: as HTML %q, as Markdown %q", p.Path, got, want)
		}
	}
}

func frontAs(t *testing.T, read func([]byte, any) error, file []byte) (made map[string]any) {
	t.Helper()
	front, _, found := cutFront(file)
	if err := read(front, &made); err != nil || !found {
		t.Fatalf("%q: %v", front, err)
	}
	return made
}
