package intake

import (
	"regexp"
	"strings"

	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

// readText reads plain text. In UTF-8 it is kept as it is.
func readText(file []byte) (Text, error) {
	text, encoding, ok := report.Decode(file)
	if !ok {
		return Text{}, tongue.New("no text in UTF-8, UTF-16, GB18030 or Big5")
	}
	return Text{Lines: text, Format: "text in " + encoding, Exact: encoding == "UTF-8"}, nil
}

var comment = regexp.MustCompile(`(?m)^[ \t]*<!--[^\n]*?-->[ \t]*$`)

// readMarkdown reads a text with front matter, whose marks are left to the reader
// of reports: they are evidence for headings.
func readMarkdown(file []byte) (Text, error) {
	text, err := readText(file)
	text.Format = "Markdown"
	if err != nil {
		return text, err
	}
	lines := strings.ReplaceAll(strings.TrimPrefix(text.Lines, "\ufeff"), "\r\n", "\n")
	front, body, ok := strings.Cut(strings.TrimPrefix(lines, "---\n"), "\n---\n")
	var said map[string]any
	if !strings.HasPrefix(lines, "---\n") || !ok || problem.ReadYAML("front matter", []byte(front), &said) != nil {
		body = lines // without front matter it is text
	}
	text.Exact = body == text.Lines
	if n := len(comment.FindAllString(body, -1)); n > 0 {
		body, text.Exact = comment.ReplaceAllString(body, ""), false
		text.Lost = append(text.Lost, tongue.Sprintf("%d comments, which no page shows", n))
	}
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
