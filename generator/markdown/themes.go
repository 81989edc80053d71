package markdown

import (
	"fmt"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// themes is the list of themes: those that sections have, then the others, which keep
// their addresses for the sections to come.
func (w *writer) themes() Page {
	var list page.List
	var empty [][]page.Inline
	for _, t := range w.c.Themes.Themes {
		name := page.Link{To: themePath(t.ID), Text: t.Name}
		if sections := w.c.Sections[t.ID]; len(sections) > 0 {
			list.Items = append(list.Items, page.Item{Words: words(name, textf("（%d节，%d篇）", len(sections), reportsOf(sections)))})
		} else {
			empty = append(empty, words(name))
		}
	}
	body := page.Body{list}
	if len(list.Items) == 0 {
		body = page.Body{paragraph(page.Text("收了报告以后，各节按主题列在这里，现在还没有。"))}
	}
	if len(empty) > 0 {
		body = append(body, paragraph(append(words(page.Text("还没有章节的主题：")), joined(empty, "、")...)...))
	}
	return Page{
		Path:  "themes/_index.md",
		Front: Front{Title: "主题", Type: "themes", Weight: 3, Description: "所收报告的各节按主题编排，同一件事在各地各年怎样写，可以对着看。"},
		Body:  fixed(body),
	}
}

// theme is the page of a theme: its sections by report, each with the sentence that
// speaks most for it and the reason why it is here.
func (w *writer) theme(i int) Page {
	t := w.c.Themes.Themes[i]
	sections := w.c.Sections[t.ID]
	return Page{
		Path: themePath(t.ID),
		Front: Front{
			Title: t.Name, Type: "theme", Weight: i + 1,
			Description: describeTheme(t, sections),
			Params:      ThemeParams{ID: t.ID, English: t.English, Sections: len(sections)},
		},
		Body: func() page.Body { return themed(sections) },
	}
}

// themed are sections of a theme by report.
func themed(sections []annotate.Section) page.Body {
	of := func(s annotate.Section) *report.Report { return s.Report }
	quoted := quotable(sections, mostQuoted, of)
	body := page.Body{paragraph(textf("共%d节，见于%d篇报告。%s", len(sections), reportsOf(sections), partly(len(quoted), len(sections), "节")))}
	if len(sections) == 0 {
		body = page.Body{paragraph(page.Text("所收的报告里还没有哪一节归在这个主题；有了，就列在这里。先看"), page.Link{To: "themes/_index.md", Text: "别的主题"}, page.Text("。"))}
	}
	for sections := range byReport(quoted, of) {
		var list page.List
		for _, s := range sections {
			list.Items = append(list.Items, themedSection(s))
		}
		body = append(body, reportHeading(1, sections[0].Report, "in"), list)
	}
	return body
}

// themedSection is a section of a theme, with a sentence and the reason.
func themedSection(s annotate.Section) page.Item {
	title := page.Strong{Words: words(page.Title(sectionTitle(s.Report, *s.Entry)))}
	item := page.Item{Words: words(title, page.Text(" "), lineOf(s.Report, s.Entry.Line))}
	if s.Excerpt != "" {
		item.Items = append(item.Items, page.Item{Words: words(excerpt(s.Excerpt))})
	}
	if len(s.Label.Why) > 0 {
		item.Items = append(item.Items, page.Item{Class: "why", Words: words(page.Text("据这些词归入："), page.Text(strings.Join(s.Label.Why, "、")))})
	}
	return item
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
