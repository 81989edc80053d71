package markdown

import (
	"fmt"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// themes writes the list of themes.
func (w *writer) themes() Page {
	var b strings.Builder
	for _, t := range w.c.Themes.Themes {
		sections := w.c.Sections[t.ID]
		fmt.Fprintf(&b, "- [%s](%s.md)（%d节，%d篇）\n", escape(t.Name), t.ID, len(sections), reportsOf(sections))
	}
	return Page{
		Path:  "themes/_index.md",
		Front: Front{Title: "主题", Type: "themes", Weight: 3, Description: "所收报告的各节按主题编排，同一件事在各地各年怎样写，可以对着看。"},
		Body:  b.String(),
	}
}

// theme writes the page of a theme: its sections by report, each with the
// sentence that speaks most for it and the reason why it is here.
func (w *writer) theme(i int) Page {
	t := w.c.Themes.Themes[i]
	sections := w.c.Sections[t.ID]
	var b strings.Builder
	quoted := quotable(sections, mostQuoted, func(s annotate.Section) *report.Report { return s.Report })
	fmt.Fprintf(&b, "共%d节，见于%d篇报告。%s\n\n", len(sections), reportsOf(sections), partly(len(quoted), len(sections), "节"))
	var traditionals []string
	var r *report.Report
	for _, s := range quoted {
		if s.Report != r {
			if r != nil {
				b.WriteString("\n")
			}
			r = s.Report
			b.WriteString(reportHeading(1, r, "in"))
			if r.Script == traditional {
				traditionals = append(traditionals, r.Slug)
			}
		}
		fmt.Fprintf(&b, "- **%s** %s\n", sectionTitle(r, *s.Entry), lineOfReport(r, s.Entry.Line))
		if s.Excerpt != "" {
			fmt.Fprintf(&b, "  - %s\n", excerpt(s.Excerpt))
		}
		if len(s.Label.Why) > 0 {
			fmt.Fprintf(&b, "  - 依据：%s\n", escape(strings.Join(s.Label.Why, "、")))
		}
	}
	return Page{
		Path: "themes/" + t.ID + ".md",
		Front: Front{
			Title: t.Name, Type: "theme", Weight: i + 1,
			Description: describeTheme(t, sections),
			Params:      Params{ID: t.ID, English: t.English, Sections: len(sections), Traditional: traditionals},
		},
		Body: b.String(),
	}
}

// describeTheme says what a theme's page is.
func describeTheme(t theme.Theme, sections []annotate.Section) string {
	if len(sections) == 0 {
		return "所收报告中没有关于“" + t.Name + "”的章节。"
	}
	return fmt.Sprintf("报告里怎样写“%s”：%d篇的%d节，附摘句和归入的缘由。", t.Name, reportsOf(sections), len(sections))
}

// reportsOf counts the reports that sections are from.
func reportsOf(sections []annotate.Section) int {
	seen := map[*report.Report]bool{}
	for _, s := range sections {
		seen[s.Report] = true
	}
	return len(seen)
}

// excerpt is a sentence of a report as a list item's text.
func excerpt(sentence string) string {
	l := line{shown: []rune(sentence)}
	return l.markdown(0, len(l.shown), true)
}
