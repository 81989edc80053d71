package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// On the home page.
const (
	homeTerms  = 16 // terms
	homePlaces = 40 // places below provinces
)

// home shows what there is: the reports, a specimen of what is said of a text, ways
// in with an example each, themes, and terms.
func (w *writer) home() Page {
	return Page{
		Path:  "_index.md",
		Front: Front{Title: cmp.Or(w.site.Title, "笺注"), Type: "home", Description: "政府工作报告与规划文本的注本：词条、主题与校勘。", Params: HomeParams{w.newest()}},
		Body: func() page.Body {
			if len(w.c.Reports) == 0 {
				return append(page.Body{heading(1, "报告", "reports")}, noReports...)
			}
			return slices.Concat(w.doors(), w.homeReports(), w.homeRegions(), w.specimen(), w.homeThemes(), w.homeTerms())
		},
	}
}

// inFeed is how many reports the feed has.
const inFeed = 50

// newest are the reports whose date is known first, and newest first.
func (w *writer) newest() (list []Newest) {
	order := map[*report.Report]string{}
	for _, r := range w.c.Reports {
		date := cmp.Or(known(r).Published, known(r).Delivered, "0")
		order[r] = fmt.Sprintf("%s %d %s", date, r.Meta.Year, r.Slug)
	}
	reports := slices.SortedFunc(slices.Values(w.c.Reports), func(a, b *report.Report) int { return cmp.Compare(order[b], order[a]) })
	for _, r := range reports[:min(inFeed, len(reports))] {
		list = append(list, Newest{
			Slug: r.Slug, Title: r.Meta.Title, Published: known(r).Published,
			Description: w.site.describe(r, known(r), w.sizes[r], w.explained[r]),
		})
	}
	return list
}

func (w *writer) homeReports() page.Body {
	var list page.List
	for _, r := range w.c.Reports {
		facts := []string{fmt.Sprintf("%d字", w.sizes[r]), fmt.Sprintf("词条%d条", w.explained[r])}
		if n := len(r.Damage); n > 0 {
			facts = append(facts, fmt.Sprintf("残缺%d处", n))
		}
		if y := year(r); y != "" && !strings.Contains(r.Meta.Title, y) {
			facts = slices.Insert(facts, 0, y)
		}
		list.Items = append(list.Items, reportItem(r, facts...))
	}
	all := append(words(page.Link{To: reportsPath, Text: "全部报告"}, textf("，%d篇；也可以按", len(w.c.Reports)),
		page.Link{To: regionsPath, Text: "地区"}, page.Text("和"), page.Link{To: yearsPath, Text: "年份"}, page.Text("看")), w.toIndicators()...)
	return page.Body{heading(1, "报告", "reports"), list, paragraph(all...)}
}

// homeRegions are the provinces that reports are of, each with the places below it that
// have reports of their own; only the provinces, where these are many.
func (w *writer) homeRegions() page.Body {
	own := map[*annotate.Region][]*annotate.Region{} // by province
	n := 0
	for _, r := range w.c.Regions {
		if len(r.Above) > 0 && hasOwn(r) {
			own[r.Above[0]], n = append(own[r.Above[0]], r), n+1
		}
	}
	var list page.List
	for _, r := range w.c.Regions {
		if len(r.Above) > 0 {
			continue
		}
		item := page.Item{Words: words(page.Link{To: regionPath(r.Code), Text: r.Name}, textf("（%d篇）", len(r.Reports)))}
		var below [][]page.Inline
		for _, b := range own[r] {
			below = append(below, words(page.Link{To: regionPath(b.Code), Text: b.Name}))
		}
		if n <= homePlaces && len(below) > 0 {
			item.Words = append(item.Words, page.Text("："))
			item.Words = append(item.Words, joined(below, "、")...)
		}
		list.Items = append(list.Items, item)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return page.Body{heading(1, "地区", "regions"), list}
}

// hasOwn reports whether a region has reports that are not only of places below it.
func hasOwn(r *annotate.Region) bool {
	return slices.ContainsFunc(r.Reports, func(of *report.Report) bool {
		divisions := of.Meta.Region.Divisions()
		return divisions[len(divisions)-1].Code == r.Code
	})
}

// The length of a specimen, in characters.
const shortSpecimen, longSpecimen = 60, 240

// specimen shows a paragraph of a report, with what is said of a term in it and the
// note that an editor wrote: that with most terms among those that have a note, or
// none where none has both.
func (w *writer) specimen() page.Body {
	var best *part
	var of *reportPage
	for _, r := range w.c.Reports {
		if len(r.Notes) == 0 {
			continue
		}
		p := newReportPage(w, r, ReportPath(r.Slug))
		for i := range p.parts {
			at := &p.parts[i]
			n := len(at.Shown().Text)
			fits := shortSpecimen <= n && n <= longSpecimen && len(at.linked) > 0 && len(at.notes) > 0 && isShort(at.notes[0].Body) && !slices.ContainsFunc(at.entries, isHeading)
			if fits && (best == nil || len(at.linked) > len(best.linked)) {
				best, of = at, p
			}
		}
	}
	if best == nil {
		return nil
	}
	q := of.passage(best)
	q.Source, q.Lead, q.Marks = false, "", nil
	term := w.terms[best.linked[0].Term]
	for _, o := range best.linked {
		if t := w.terms[o.Term]; t.Gloss != "" && !t.National {
			term = t
		}
	}
	note := best.notes[0]
	r := of.r
	return page.Body{
		heading(1, "举一段", "specimen"),
		quote(page.Phrase{Lang: langOf(r.Script), Words: words(q.Part(0, len(q.Text)))}, page.Text(" "), lineOf(r, best.Line)),
		page.List{Items: []page.Item{
			{Words: words(w.termName(term), page.Text("，词条："+strings.TrimRight(cmp.Or(term.Gloss, term.Expansion), "。")+"。"))},
			{Words: words(page.Link{To: ReportPath(r.Slug) + "#" + page.NoteID(note.N), Text: "编者注"}, page.Text("，对“"),
				page.Phrase{Lang: langOf(r.Script), Words: words(page.Text(of.lemma(note)))}, page.Text("”："))},
		}},
		page.Prose{Text: note.Body, From: of.path},
		paragraph(page.Text("出自"), titleOf(r)),
	}
}

// isShort reports whether a note is one paragraph without links, and not a long one.
func isShort(note string) bool {
	note = strings.TrimSpace(note)
	return !strings.Contains(note, "\n") && !strings.Contains(note, "](") && len([]rune(note)) <= 120
}

// doors are ways in, each with an example.
func (w *writer) doors() page.Body {
	var list page.List
	door := func(name string, in ...page.Inline) {
		list.Items = append(list.Items, page.Item{Words: append(words(page.Strong{Words: words(page.Text(name))}, page.Text("　如")), in...)})
	}
	if t := w.widest(); t != nil {
		door("一个词，各地怎么用", page.Link{To: termPath(t.ID) + "#" + usesID, Text: t.Term}, page.Text("："+w.usage(t.ID)))
	}
	for _, r := range w.c.Regions {
		if len(w.ownPromises(r)) > 0 {
			p := w.ownPromises(r)[0]
			door("说过的事，后来怎样", page.Link{To: regionPath(r.Code) + "#" + promisesPart.ID, Text: r.Name}, textf("：%d年说的，%d年又提到", p.Earlier.Report.Meta.Year, p.Later.Report.Meta.Year))
			break
		}
	}
	if n := len(w.c.Indicators); n > 0 {
		most := slices.MaxFunc(w.c.Indicators, func(a, b annotate.Indicator) int { return cmp.Compare(a.Reports, b.Reports) })
		if most.Reports > 1 {
			door("数字，对着看", page.Link{To: "indicators/" + most.ID + ".md", Text: most.Name}, textf("：%d篇都有", most.Reports))
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return page.Body{heading(1, "从哪里看起", "ways"), list}
}

// widest is the term of the site's own entries, or else of all, that most reports have.
func (w *writer) widest() (best *glossary.Term) {
	most := 1
	for _, own := range []bool{true, false} {
		for i := range w.c.Glossary.Terms {
			t := &w.c.Glossary.Terms[i]
			in := map[*report.Report]bool{}
			for _, u := range w.c.Uses[t.ID] {
				in[u.Report] = true
			}
			if w.c.Follows(t) && (!own || !t.National && !t.Own) && len(in) > most {
				best, most = t, len(in)
			}
		}
		if best != nil {
			break
		}
	}
	return best
}

// ownPromises are what the reports of a place itself announce and a later one of it
// speaks of.
func (w *writer) ownPromises(r *annotate.Region) (all []annotate.Promise) {
	for _, made := range r.Reports {
		if divisions := made.Meta.Region.Divisions(); divisions[len(divisions)-1].Code == r.Code {
			all = append(all, w.promised(made, true)...)
		}
	}
	return all
}

// homeThemes are the themes that sections have.
func (w *writer) homeThemes() page.Body {
	var list page.List
	for _, t := range w.c.Themes.Themes {
		if n := len(w.c.Sections[t.ID]); n > 0 {
			list.Items = append(list.Items, page.Item{Words: words(page.Link{To: themePath(t.ID), Text: t.Name}, textf("（%d节）", n))})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return page.Body{heading(1, "主题", "themes"), list, paragraph(page.Link{To: "themes/_index.md", Text: "全部主题"}, textf("，%d个", len(w.c.Themes.Themes)))}
}

// homeTerms are terms that need explaining: those of the site's own entries before
// those that are said all over the country.
func (w *writer) homeTerms() page.Body {
	used := w.c.MostUsed(len(w.c.Glossary.Terms))
	used = slices.DeleteFunc(used, func(t *glossary.Term) bool { return t.Own })
	slices.SortStableFunc(used, func(a, b *glossary.Term) int {
		rank := func(t *glossary.Term) int {
			if t.National {
				return 1
			}
			return 0
		}
		return rank(a) - rank(b)
	})
	var list page.List
	for _, t := range used[:min(homeTerms, len(used))] {
		list.Items = append(list.Items, page.Item{Words: words(w.termName(t), w.usesOf(t), page.Text(t.Gloss))})
	}
	entries, _ := entriesAndOwn(w.c.Glossary.Terms)
	return page.Body{heading(1, "词条", "terms"), list, paragraph(page.Link{To: "glossary/_index.md", Text: "全部词条"}, textf("，%d条", len(entries)))}
}
