package markdown

import (
	"fmt"
	"slices"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// themeEntry is the id of a theme's entry on a report's page.
func themeEntry(id string) string { return "theme-" + id }

// themePath is a theme's page, from the site's root.
func themePath(id string) string { return "themes/" + id + ".md" }

// themePage is a theme's page, or as [reportPage.termPage] its entry on this one.
func (p *reportPage) themePage(id string) string {
	if site := p.w.pages; site != nil && site.themed[id] == nil {
		return p.path + "#" + themeEntry(id)
	}
	return themePath(id)
}

// labels are the paragraph of labels under a section's heading: its themes, and how
// many sections of other reports are related to it.
func (p *reportPage) labels(e report.Entry) page.Body {
	var labels [][]page.Inline
	for _, l := range e.Themes {
		if t := p.w.themed[l.Theme]; t != nil {
			labels = append(labels, words(page.Label{Text: t.Name, Entry: themeEntry(t.ID), Page: p.themePage(t.ID)}))
		}
	}
	if len(e.Related) > 0 {
		labels = append(labels, words(page.Label{Text: fmt.Sprintf("相关%d节", len(e.Related)), Entry: relatedEntry(e.ID)}))
	}
	if len(labels) == 0 {
		return nil
	}
	return page.Body{page.Paragraph{Class: "themes", Added: true, Lang: langWithin(p.r.Script), Words: joined(labels, " ")}}
}

// mainThemes are the ids of the five themes that most of a report's sections
// have, most first.
func (w *writer) mainThemes(r *report.Report) []string {
	sections := map[string]int{}
	for _, e := range r.Outline {
		for _, l := range e.Themes {
			sections[l.Theme]++
		}
	}
	var ids []string
	for _, t := range w.c.Themes.Themes {
		if sections[t.ID] > 0 {
			ids = append(ids, t.ID)
		}
	}
	slices.SortStableFunc(ids, func(a, b string) int { return sections[b] - sections[a] })
	return ids[:min(5, len(ids))]
}

// themesList is 主题: the report's sections under each theme; why they are under it
// is said on the theme's page.
func (p *reportPage) themesList() page.Body {
	var items []page.Item
	for _, t := range p.w.c.Themes.Themes {
		var sections []page.Item
		for _, e := range p.r.Outline {
			for _, l := range e.Themes {
				if l.Theme == t.ID {
					sections = append(sections, page.Item{Words: words(page.Phrase{Lang: langOf(p.r.Script), Words: words(page.Title(p.r.Heading(e)))}, page.Text(" "), p.lineRef(e.Line))})
				}
			}
		}
		if len(sections) > 0 {
			name := page.Strong{Words: words(page.Link{To: p.themePage(t.ID), Text: t.Name})}
			items = append(items, page.Item{ID: themeEntry(t.ID), Words: words(name), Items: sections})
		}
	}
	if len(items) == 0 {
		return nil
	}
	return page.Body{themesPart.heading(), page.List{Items: items}}
}
