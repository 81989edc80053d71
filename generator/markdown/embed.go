package markdown

import (
	"fmt"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
)

// embedPath is where a page is shown for other sites to embed, from the site's
// root: embed/reports/liwan-2017.md.
func embedPath(of string) string {
	return "embed/" + strings.TrimSuffix(page.AddressOf(of), "/") + ".md"
}

// Embeds returns the pages for other sites to embed of each term and indicator. What
// shows a report is made from its page: see Frame.
//
// They are views of the Markdown that Write returns and are no part of the
// product: a page of build/content has all that they say. So they are
// published as HTML only, and no list of pages has them.
func (s Site) Embeds(c *annotate.Corpus) []Page {
	w := newWriter(c)
	w.site = s
	pages := []Page{embedIndex()}
	for i := range w.c.Glossary.Terms {
		if w.c.Follows(&w.c.Glossary.Terms[i]) {
			pages = append(pages, w.embedTerm(i))
		}
	}
	for i := range w.c.Indicators {
		pages = append(pages, w.embedIndicator(&w.c.Indicators[i]))
	}
	for i := range pages {
		s.key(&pages[i])
	}
	return pages
}

// Shows is the address of the page that the page is a view of, or its own.
func (p Page) Shows() string {
	if params, ok := p.Front.Params.(EmbedParams); ok {
		return strings.Trim(params.Of, "/") + "/"
	}
	return page.AddressOf(p.Path)
}

func embedIndex() Page {
	return Page{Path: "embed/_index.md", Front: Front{Title: "嵌入", Build: Build{"never", "never"}}}
}

// embedTerm shows what a term means; where it is, is left to its page.
func (w *writer) embedTerm(i int) Page {
	t, of := w.c.Glossary.Terms[i], termPath(w.c.Glossary.Terms[i].ID)
	front := embedFront(t.Term, of, EmbedParams{ID: t.ID, Uses: len(w.c.Uses[t.ID])})
	return Page{Path: embedPath(of), Front: front, Body: func() page.Body {
		return append(w.meaning(t), w.explainedBy(t)...)
	}}
}

// mostFramed is how many values of an indicator a frame shows; its page has the others.
const mostFramed = 60

// embedIndicator shows the values of an indicator; of one with many, those of the
// first places.
func (w *writer) embedIndicator(i *annotate.Indicator) Page {
	whole := w.indicator(i)[0]
	if countValues(i.Places) > mostFramed {
		whole.Body = func() page.Body { return w.framedIndicator(i) }
	}
	front := embedFront(whole.Front.Title, whole.Path, EmbedParams{ID: i.ID, Uses: countValues(i.Places)})
	return Page{Path: embedPath(whole.Path), Front: front, made: whole.made, Body: whole.Body}
}

// framedIndicator is the beginning of the page of an indicator, and the way to it.
func (w *writer) framedIndicator(i *annotate.Indicator) page.Body {
	body, missing := indicatorIntro(i), missingKinds(i)
	for k, place := range parted(i.Places, mostFramed)[0] {
		body = append(body, w.placeTable(i, place, fmt.Sprintf("place-%d", k+1), missing)...)
	}
	return append(body, paragraph(page.Link{To: indicatorPath(i.ID), Text: fmt.Sprintf("全部%d个数值 ›", countValues(i.Places))}))
}

// embedFront is the front matter of a page that shows another, or a part of it.
func embedFront(title, of string, params EmbedParams) Front {
	params.Of = "/" + strings.TrimSuffix(page.AddressOf(of), "/")
	return Front{Title: title, Type: "embed", Params: params, Build: Build{"never", "always"}}
}
