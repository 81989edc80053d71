package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// termPages are the pages of the terms that are followed.
func (w *writer) termPages() (pages []Page) {
	for i := range w.c.Glossary.Terms {
		if w.c.Follows(&w.c.Glossary.Terms[i]) {
			pages = append(pages, w.term(i))
		}
	}
	return pages
}

// term writes the page of a glossary entry: what it means, what reports say of
// it themselves, and every place where it is.
func (w *writer) term(i int) Page {
	t := w.c.Glossary.Terms[i]
	uses := w.c.Uses[t.ID]
	front := Front{
		Title: t.Term, Type: "term", Description: describeTerm(t, uses), Weight: weightOfTerm(t),
		Params: TermParams{
			ID: t.ID, Pinyin: t.Pinyin, English: t.English, Gloss: t.Gloss, Forms: t.Aliases,
			Theme: t.Theme, Check: t.Check, Uses: len(uses),
		},
	}
	return Page{Path: termPath(t.ID), Front: front, made: w.ofTermPage(i), Body: func() page.Body {
		return slices.Concat(w.meaning(t), ownDefinitions(t, w.own[t.ID]), w.sources(t), concordance(t, uses, meaningsOf(t, uses)), w.ofTerm(t.ID), w.spread(t, uses))
	}}
}

// meaning is what the glossary itself says of a term.
func (w *writer) meaning(t glossary.Term) (body page.Body) {
	switch {
	case t.Own:
		body = page.Body{paragraph(page.Text("编者尚未为它写词条，这里是报告自己的解释和用例。"))}
	case t.Gloss != "":
		body = page.Body{paragraph(page.Text(t.Gloss))}
	}
	return slices.Concat(body, w.facts(t), w.senses(t))
}

// describeTerm says what a term's page is: what the term means, and how often it is met.
func describeTerm(t glossary.Term, uses []annotate.Use) string {
	s := t.Term + "："
	switch {
	case t.Own:
		s += "报告自己有解释。"
	case t.Gloss != "":
		s += strings.TrimRight(t.Gloss, "。") + "。"
	case t.Expansion != "":
		s += "即" + strings.TrimRight(t.Expansion, "。") + "。"
	}
	if t.Check {
		s += checkSays + "。"
	}
	if len(uses) == 0 {
		return s + "所收报告中未见。"
	}
	return s + fmt.Sprintf("所收报告中见于%d篇，共%d处。", len(quotedReports(nil, uses)), len(uses))
}

// facts are the term's forms and its place.
func (w *writer) facts(t glossary.Term) page.Body {
	var facts facts
	facts.add("拼音", t.Pinyin)
	facts.add("英文", t.English)
	facts.add("全称", t.Expansion)
	facts.add("合指", strings.Join(t.Counts, "；"))
	facts.add("又作", strings.Join(t.Aliases, "、"))
	if len(t.Patterns) > 0 {
		facts.add("这样的说法", madeAfter(occurrences(w.c.Uses[t.ID])))
	}
	if before := w.terms[t.Succeeds]; before != nil {
		facts.addWords("前身", w.termName(before))
	}
	for _, next := range w.next[t.ID] {
		facts.addWords("后继", w.termName(next))
	}
	if th := w.themed[t.Theme]; th != nil {
		facts.addWords("主题", page.Link{To: themePath(th.ID), Text: th.Name})
	}
	return facts.list()
}

// occurrences are those of uses.
func occurrences(uses []annotate.Use) (all []report.Occurrence) {
	for _, u := range uses {
		all = append(all, *u.Occurrence)
	}
	return all
}

// facts are what is known, each after its label.
type facts []page.Item

func (f *facts) add(label, value string) {
	if value != "" {
		f.addWords(label, page.Text(value))
	}
}

func (f *facts) addWords(label string, in ...page.Inline) {
	*f = append(*f, page.Item{Words: append(words(page.Text(label+"：")), in...)})
}

// list is nil of no facts.
func (f facts) list() page.Body {
	if len(f) == 0 {
		return nil
	}
	return page.Body{page.List{Items: f}}
}

// termName leads to what is told of a term by its name.
func (w *writer) termName(t *glossary.Term) page.Link {
	return page.Link{To: w.termPlace(t), Text: t.Term}
}

// senses are the meanings, each with where it holds.
func (w *writer) senses(t glossary.Term) page.Body {
	list := page.List{Ordered: len(t.Senses) != 1}
	for n, s := range t.Senses {
		if s.Definition == "" {
			continue
		}
		if len(list.Items) == 0 {
			list.Start = n + 1
		}
		item := page.Item{Words: words(page.Text(s.Definition))}
		if len(s.Counts) > 0 {
			item.Items = append(item.Items, page.Item{Words: words(page.Text("合指："), page.Text(strings.Join(s.Counts, "；")))})
		}
		if where := w.holds(s); where != nil {
			item.Items = append(item.Items, page.Item{Words: append(words(page.Text("用于：")), where...)})
		}
		list.Items = append(list.Items, item)
	}
	body := page.Body{heading(1, "释义", "senses")}
	if len(list.Items) > 0 {
		body = append(body, list)
	}
	if t.Check {
		body = append(body, paragraph(page.Text(checkSays+"：编者尚未核实。")))
	}
	if len(body) == 1 {
		return nil
	}
	return body
}

// holds says where a sense holds.
func (w *writer) holds(s glossary.Sense) []page.Inline {
	var where [][]page.Inline
	for _, slug := range s.Reports {
		if r := w.slugs[slug]; r != nil {
			where = append(where, words(reportLink(r)))
		}
	}
	for _, region := range s.Regions {
		where = append(where, words(page.Text(region)))
	}
	if s.Since != 0 || s.Until != 0 {
		where = append(where, words(page.Text(yearsOf(s.Since, s.Until)+"的报告")))
	}
	if len(s.Near) > 0 {
		where = append(where, words(page.Text("同段有“"+strings.Join(s.Near, "”“")+"”之处")))
	}
	return joined(where, "、")
}

// yearsOf names the years from since until, either of which may be 0.
func yearsOf(since, until int) string {
	switch {
	case since == 0:
		return fmt.Sprintf("%d年及以前", until)
	case until == 0:
		return fmt.Sprintf("%d年及以后", since)
	}
	return fmt.Sprintf("%d—%d年", since, until)
}

// quotedReports are the reports that a term's page quotes, each once.
func quotedReports(own []annotate.OwnDefinition, uses []annotate.Use) (reports []*report.Report) {
	seen := map[*report.Report]bool{}
	add := func(r *report.Report) {
		if !seen[r] {
			seen[r] = true
			reports = append(reports, r)
		}
	}
	for _, d := range own {
		add(d.Report)
	}
	for _, u := range uses {
		add(u.Report)
	}
	return reports
}

// sources are what the editor had in hand. A line of a report, slug:line, is a link.
func (w *writer) sources(t glossary.Term) page.Body {
	if len(t.Sources) == 0 {
		return nil
	}
	var list page.List
	for _, s := range t.Sources {
		in := words(source(s))
		slug, digits, _ := strings.Cut(s, ":")
		if n, err := strconv.Atoi(digits); err == nil && w.slugs[slug] != nil {
			r := w.slugs[slug]
			in = words(page.Text(r.Meta.Title), page.Text("，"), lineOf(r, n))
		}
		list.Items = append(list.Items, page.Item{Words: in})
	}
	return page.Body{heading(1, "出处", "sources"), list}
}

// source is a text that is not in the corpus; an address at its end, after a comma,
// becomes a link.
func source(s string) page.Inline {
	title, address, ok := strings.Cut(s, "，http")
	if !ok || strings.ContainsAny(address, " <>\\") {
		return page.Text(s)
	}
	return page.Elsewhere{Address: "http" + address, Text: title}
}
