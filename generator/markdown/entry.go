package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// term writes the page of a glossary entry: what it means, what reports say of
// it themselves, and every place where it is.
func (w *writer) term(i int) Page {
	t := w.c.Glossary.Terms[i]
	uses := w.c.Uses[t.ID]
	meanings := meaningsOf(t, uses)
	var b strings.Builder
	b.WriteString(w.meaning(t))
	b.WriteString(ownDefinitions(t, w.own[t.ID]))
	b.WriteString(w.sources(t))
	b.WriteString(w.spread(uses))
	b.WriteString(concordance(t, uses, meanings))
	became, inTraditional := w.ofTerm(t.ID)
	if became != "" {
		b.WriteString("\n" + became)
	}
	front := Front{
		Title: t.Term, Type: "term", Description: describeTerm(t, uses), Weight: i + 1,
		Params: Params{
			ID: t.ID, Pinyin: t.Pinyin, English: t.English, Gloss: t.Gloss, Forms: t.Aliases,
			Theme: t.Theme, Check: t.Check, Uses: len(uses),
		},
	}
	var quoted []annotate.Use
	for _, m := range meanings {
		quoted = append(quoted, m.quoted...)
	}
	front.Params.Years = map[string]int{}
	for _, r := range quotedReports(w.own[t.ID], quoted) {
		front.Params.Years[r.Slug] = r.Meta.Year
		if r.Script == traditional {
			front.Params.Traditional = append(front.Params.Traditional, r.Slug)
		}
	}
	for _, slug := range inTraditional {
		if !slices.Contains(front.Params.Traditional, slug) {
			front.Params.Traditional = append(front.Params.Traditional, slug)
		}
	}
	return Page{Path: "glossary/" + t.ID + ".md", Front: front, Body: b.String()}
}

// meaning is what the glossary itself says of a term.
func (w *writer) meaning(t glossary.Term) string {
	gloss := ""
	if t.Gloss != "" {
		gloss = escape(t.Gloss) + "\n\n"
	}
	if t.Own {
		gloss = "编者尚未为它写词条，这里是报告自己的解释和用例。\n\n"
	}
	return gloss + w.facts(t) + w.senses(t)
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
func (w *writer) facts(t glossary.Term) string {
	var b strings.Builder
	fact := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&b, "- %s：%s\n", label, value)
		}
	}
	fact("拼音", escape(t.Pinyin))
	fact("英文", escape(t.English))
	fact("全称", escape(t.Expansion))
	fact("合指", escape(strings.Join(t.Counts, "；")))
	fact("又作", escape(strings.Join(t.Aliases, "、")))
	fact("前身", w.entryLink(t.Succeeds))
	for _, next := range w.c.Glossary.Terms {
		if next.Succeeds == t.ID {
			fact("后继", w.entryLink(next.ID))
		}
	}
	if th := w.themed[t.Theme]; th != nil {
		fact("主题", fmt.Sprintf("[%s](../themes/%s.md)", escape(th.Name), th.ID))
	}
	if b.Len() == 0 {
		return ""
	}
	return b.String() + "\n"
}

// entryLink links to another entry; "" where there is none.
func (w *writer) entryLink(id string) string {
	t := w.terms[id]
	if t == nil {
		return ""
	}
	return fmt.Sprintf("[%s](%s.md)", escape(t.Term), id)
}

// senses writes the meanings, each with where it holds.
func (w *writer) senses(t glossary.Term) string {
	var b strings.Builder
	for n, s := range t.Senses {
		if s.Definition == "" {
			continue
		}
		marker := fmt.Sprintf("%d. ", n+1)
		if len(t.Senses) == 1 {
			marker = "- "
		}
		b.WriteString(marker + escape(s.Definition) + "\n")
		indent := strings.Repeat(" ", len(marker))
		if len(s.Counts) > 0 {
			fmt.Fprintf(&b, "%s- 合指：%s\n", indent, escape(strings.Join(s.Counts, "；")))
		}
		if where := w.holds(s); where != "" {
			fmt.Fprintf(&b, "%s- 用于：%s\n", indent, where)
		}
	}
	if t.Check {
		b.WriteString("\n" + checkSays + "：编者尚未核实。\n")
	}
	if b.Len() == 0 {
		return ""
	}
	return heading(1, "释义", "senses") + strings.TrimPrefix(b.String(), "\n") + "\n"
}

// holds says where a sense holds.
func (w *writer) holds(s glossary.Sense) string {
	var where []string
	for _, slug := range s.Reports {
		if r := w.slugs[slug]; r != nil {
			where = append(where, fmt.Sprintf("[%s](../reports/%s/index.md)", escape(r.Meta.Title), slug))
		}
	}
	for _, region := range s.Regions {
		where = append(where, escape(region))
	}
	if s.Since != 0 || s.Until != 0 {
		where = append(where, yearsOf(s.Since, s.Until)+"的报告")
	}
	if len(s.Near) > 0 {
		where = append(where, "同段有“"+escape(strings.Join(s.Near, "”“"))+"”之处")
	}
	return strings.Join(where, "、")
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
func quotedReports(own []ownDefinition, uses []annotate.Use) (reports []*report.Report) {
	seen := map[*report.Report]bool{}
	add := func(r *report.Report) {
		if !seen[r] {
			seen[r] = true
			reports = append(reports, r)
		}
	}
	for _, d := range own {
		add(d.report)
	}
	for _, u := range uses {
		add(u.Report)
	}
	return reports
}

// reportHeading opens what one report has to say on another page.
func reportHeading(level int, r *report.Report, prefix string) string {
	return heading(level, fmt.Sprintf("[%s](../reports/%s/index.md)", escape(r.Meta.Title), r.Slug), prefix+"-"+r.Slug)
}

// lineOfReport links to a line of a report from a page beside the reports.
func lineOfReport(r *report.Report, n int) string {
	return fmt.Sprintf("[%d](../reports/%s/index.md#%s)", n, r.Slug, lineID(n))
}

// sources writes what the editor had in hand. A line of a report, slug:line, is
// a link.
func (w *writer) sources(t glossary.Term) string {
	if len(t.Sources) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(heading(1, "出处", "sources"))
	for _, s := range t.Sources {
		slug, digits, _ := strings.Cut(s, ":")
		r := w.slugs[slug]
		n, err := strconv.Atoi(digits)
		if r == nil || err != nil {
			b.WriteString("- " + source(s) + "\n")
			continue
		}
		fmt.Fprintf(&b, "- %s，第%s行\n", escape(r.Meta.Title), lineOfReport(r, n))
	}
	return b.String() + "\n"
}

// source writes a text that is not in the corpus; an address at its end, after
// a comma, becomes a link.
func source(s string) string {
	title, address, ok := strings.Cut(s, "，http")
	if !ok || strings.ContainsAny(address, " <>\\") {
		return escape(s)
	}
	return fmt.Sprintf("[%s](<http%s>)", escape(title), address)
}
