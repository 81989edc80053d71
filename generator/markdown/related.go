package markdown

import (
	"slices"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// relatedEntry is the id of a section's entry in 相关章节.
func relatedEntry(section string) string { return "related-" + section }

// relatedList is 相关章节: for each section those of other reports that have much
// in common with it, and what.
func (p *reportPage) relatedList() page.Body {
	var items []page.Item
	for _, e := range p.r.Outline {
		if len(e.Related) == 0 {
			continue
		}
		title := page.Strong{Lang: langOf(p.r.Script), Words: words(page.Title(sectionTitle(p.r, e)))}
		item := page.Item{ID: relatedEntry(e.ID), Words: words(title, page.Text(" "), p.lineRef(e.Line))}
		alike := shareTheSame(e.Related)
		if alike {
			item.Words = append(item.Words, page.Text("，"+p.w.shared(e.Related[0])))
		}
		for _, x := range e.Related {
			other := p.w.slugs[x.Report]
			section := page.Link{To: linePath(other, x.Line), Text: sectionTitle(other, *other.Entry(x.Section)), Lang: langOf(other.Script)}
			in := words(section, page.Text("，"), page.Text(other.Meta.Title))
			if !alike {
				in = append(in, page.Text("（"+p.w.shared(x)+"）"))
			}
			item.Items = append(item.Items, page.Item{Words: in})
		}
		items = append(items, item)
	}
	if len(items) == 0 {
		return nil
	}
	return page.Body{relatedPart.heading(), page.List{Class: "related", Items: items}}
}

// shareTheSame tells that several sections have the same in common with one, which is
// then said once.
func shareTheSame(all []report.Related) bool {
	for _, x := range all[1:] {
		if !slices.Equal(x.Terms, all[0].Terms) || !slices.Equal(x.Themes, all[0].Themes) {
			return false
		}
	}
	return len(all) > 1
}

// shared names what two sections have in common.
func (w *writer) shared(x report.Related) string {
	var terms, themes []string
	for _, id := range x.Terms {
		terms = append(terms, w.terms[id].Term)
	}
	for _, id := range x.Themes {
		themes = append(themes, w.themed[id].Name)
	}
	shared := "都提到：" + strings.Join(terms, "、")
	if len(themes) > 0 {
		shared += "；主题：" + strings.Join(themes, "，")
	}
	return shared
}

// sectionTitle is a section's title as displayed, without the 。 that may close it.
func sectionTitle(r *report.Report, e report.Entry) string {
	return strings.TrimRight(r.Heading(e), "。")
}
