package intake

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

// YAML writes the proposal as report.yaml, each value with the place that it was
// taken from.
func (p Proposal) YAML(original *report.Original, lost []string) []byte {
	var b strings.Builder
	b.WriteString(tongue.Text("# What was read of the file. Keys under inferred are not stated in the text: look at them.\n"))
	if len(lost) > 0 {
		tongue.Fprintf(&b, "# Not in report.txt: %s\n", oneLine(strings.Join(lost, "; ")))
	}
	for _, doubt := range p.Doubts {
		fmt.Fprintf(&b, "# ? %s\n", oneLine(doubt))
	}
	line := func(key, value, from string) {
		if from != "" {
			value += "   # " + oneLine(from)
		}
		fmt.Fprintf(&b, "%s: %s\n", key, value)
	}
	m := p.Meta
	line("title", quoted(m.Title), p.From["title"])
	if m.Type != "" {
		line("type", m.Type, "")
	}
	if m.Year != 0 {
		line("year", fmt.Sprint(m.Year), p.From["year"])
	}
	if m.Region.Code != "" {
		line("region", fmt.Sprintf("{path: [%s], code: %q}", strings.Join(m.Region.Path, ", "), m.Region.Code), p.From["region"])
	}
	if m.Issuer != "" {
		line("issuer", quoted(m.Issuer), "")
	}
	line("dates", fmt.Sprintf("{delivered: %q, published: %q}", m.Dates.Delivered, m.Dates.Published), p.From["dates"])
	line("source", fmt.Sprintf("{url: %q, publisher: %s}", m.Origin.URL, quotedFlow(m.Origin.Publisher)), p.From["source"])
	line("inferred", "["+strings.Join(m.Inferred, ", ")+"]", "")
	if original != nil {
		line("original", fmt.Sprintf("{file: %s, sha256: %q, format: %s}", quotedFlow(original.File), original.SHA256, quotedFlow(original.Format)), "")
	}
	return []byte(b.String())
}

// quoted is a string as YAML has it, in quote marks where it needs them.
func quoted(s string) string {
	text, err := yaml.Marshal(s)
	if err != nil {
		return quotedFlow(s)
	}
	return strings.TrimSpace(string(text))
}

func quotedFlow(s string) string { return fmt.Sprintf("%q", s) }
