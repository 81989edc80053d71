package intake

import (
	"html"
	"regexp"
	"strings"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// readMarkdown reads a text with front matter. Its # and ** are left to the reader of
// reports, for they are evidence for headings, and so are the bars of tables; what else
// only a Markdown program knows is no part of the text.
func readMarkdown(file []byte) (Text, error) {
	text, err := readText(file)
	text.Format = "Markdown"
	if err != nil {
		return text, err
	}
	lines := strings.ReplaceAll(strings.TrimPrefix(text.Lines, "\ufeff"), "\r\n", "\n")
	said, body := frontMatter(lines)
	if n := len(comment.FindAllString(body, -1)); n > 0 {
		body = comment.ReplaceAllString(body, "")
		text.Lost = append(text.Lost, tongue.Sprintf("%d comments, which no page shows", n))
	}
	if n := len(picture.FindAllString(body, -1)); n > 0 {
		body = picture.ReplaceAllString(body, "")
		text.Lost = append(text.Lost, tongue.Sprintf("%d pictures", n))
	}
	for _, mark := range marks {
		body = mark.form.ReplaceAllString(body, mark.leaves)
	}
	body = entity.ReplaceAllStringFunc(body, html.UnescapeString)
	text.Exact = body == text.Lines
	text.Lines = body
	for _, key := range []struct{ theirs, ours string }{
		{"title", "title"}, {"source", "url"}, {"url", "url"}, {"link", "url"}, {"publisher", "publisher"}, {"date", "published"},
	} {
		if value, is := said[key.theirs].(string); is && value != "" {
			text.Facts = append(text.Facts, Fact{key.ours, value, tongue.Text("front matter, ") + key.theirs})
		}
	}
	return text, nil
}

// frontMatter parts the front matter of a file from its text; what is none is text.
func frontMatter(lines string) (said map[string]any, body string) {
	rest, begins := strings.CutPrefix(lines, "---\n")
	end := frontEnd.FindStringIndex(rest)
	if !begins || end == nil || problem.ReadYAML("front matter", []byte(rest[:end[0]]), &said) != nil {
		return nil, lines
	}
	return said, rest[end[1]:]
}

var (
	frontEnd = regexp.MustCompile(`(?m)^(?:-{3,}|\.{3})[ \t]*$\n?`)
	entity   = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)
	comment  = regexp.MustCompile(`(?m)^[ \t]*<!--[^\n]*?-->[ \t]*$`)
	picture  = regexp.MustCompile(`\*{0,3}!\[[^\]\n]*\]\((?:<[^>\n]*>|[^)\s]*)(?:[ \t]+"[^"\n]*")?\)\*{0,3}`)
)

// marks are what a Markdown program shows as form and not as words, and what of each is left.
var marks = []struct {
	form   *regexp.Regexp
	leaves string
}{
	{regexp.MustCompile(`(?i)</?(?:details|summary|div|center|p|section|article)(?:\s[^<>\n]*)?/?>`), "\n"},
	{regexp.MustCompile(`(?i)</?(?:span|font|b|i|u|em|strong|sup|sub|a|small|big)(?:\s[^<>\n]*)?/?>`), ""},
	{regexp.MustCompile(`(?m)^[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$`), ""}, // a rule
	{regexp.MustCompile(`(?m)^[ \t]{0,3}(?:>[ \t]?)+`), ""},
	{regexp.MustCompile(`(?m)^[ \t]*[-*+][ \t]+(\S(?:[^\n]*[^\s-])?[ \t]*)$`), "$1"}, // a bullet, but not - 5 -, the number of a page
	{regexp.MustCompile(`\[([^\[\]\n]+)\]\((?:https?:|mailto:|\.{0,2}/|#)[^()\s]*\)`), "$1"},
}
