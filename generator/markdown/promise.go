package markdown

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

const (
	// On every list of what a program has found to belong together.
	promisesSay = "提示：由程序据共同词语推出，未经人工核对；后一句未必说的是同一件事，也不表示已经做成。"

	promisesTitle   = "承诺与回顾"
	seenLater       = "后来所见"
	mentionedBefore = "前次所提"
	notSeenAgain    = "没有再提到"

	// Beside what is not seen again.
	unseenSay = "后来的报告里没有这些名称，不等于没有做：可能换了说法，也可能不再写。"

	regionPromises = 60 // on the page of a region: the likeliest
	termPromises   = 30 // on the page of a term
)

// reviews writes 承诺与回顾 of a region's own places: what reports announce, each
// with what a later one says, by pairs of reports. It also returns the slugs of
// the reports in Traditional characters that are quoted.
func (w *writer) reviews(r *annotate.Region) (list string, quoted []string) {
	var own []annotate.Promise
	for _, made := range r.Reports {
		if divisions := made.Meta.Region.Divisions(); divisions[len(divisions)-1].Code == r.Code {
			own = append(own, w.promised(made, true)...)
		}
	}
	if len(own) == 0 {
		return "", nil
	}
	var b strings.Builder
	b.WriteString(heading(1, promisesTitle, promisesID) + promisesSay)
	if all := len(own); all > regionPromises {
		scores := make([]float64, all)
		for i, p := range own {
			scores[i] = p.Score
		}
		slices.SortFunc(scores, func(a, b float64) int { return cmp.Compare(b, a) })
		own = slices.DeleteFunc(own, func(p annotate.Promise) bool { return p.Score < scores[regionPromises-1] })
		fmt.Fprintf(&b, "共%d组，这里列共同词语最多、最少见的%d组，其余见各篇末尾。", all, len(own))
	}
	b.WriteString("\n\n")
	for i, p := range own {
		if from, to := p.Earlier.Report, p.Later.Report; i == 0 || own[i-1].Earlier.Report != from || own[i-1].Later.Report != to {
			b.WriteString(strings.Repeat("\n", min(i, 1)) + heading(2, "《"+reportLink(from)+"》与《"+reportLink(to)+"》", from.Slug+"-"+to.Slug))
		}
		b.WriteString(pairItem(p))
		quoted = traditionalOf(p, quoted)
	}
	slices.Sort(quoted)
	return b.String() + "\n", quoted
}

// pairItem writes a pair as an item of a list: names, and both sentences.
func pairItem(p annotate.Promise) string {
	return fmt.Sprintf("- **%s**\n  - %s\n  - %s\n", escape(strings.Join(p.Names, "、")), sentence(p.Earlier, "所提"), sentence(p.Later, relationNames[p.Relation]))
}

// relationNames say how a later sentence speaks: 回顾 where it tells what was done or
// is under way, else 再次提到.
var relationNames = map[annotate.Relation]string{annotate.Reviewed: "回顾", annotate.Repeated: "再次提到"}

// ofTerm writes 承诺与回顾 of a term: what reports announced under it and what later
// ones of the same place say. It also returns the slugs of the reports in Traditional
// characters that are quoted.
func (w *writer) ofTerm(id string) (list string, quoted []string) {
	pairs := w.termPromises[id]
	if len(pairs) == 0 {
		return "", nil
	}
	var b strings.Builder
	b.WriteString(heading(1, promisesTitle, promisesID) + promisesSay)
	if all := len(pairs); all > termPromises {
		pairs = pairs[:termPromises]
		fmt.Fprintf(&b, "共%d组，这里列%d组，其余见各篇末尾。", all, termPromises)
	}
	b.WriteString("\n\n")
	for _, p := range pairs {
		b.WriteString(pairItem(p))
		quoted = traditionalOf(p, quoted)
	}
	slices.Sort(quoted)
	return b.String() + "\n", quoted
}

// traditionalOf adds the slugs of a pair's reports that are in Traditional characters.
func traditionalOf(p annotate.Promise, slugs []string) []string {
	for _, s := range []annotate.Said{p.Earlier, p.Later} {
		if slug := s.Report.Slug; s.Report.Script == traditional && !slices.Contains(slugs, slug) {
			slugs = append(slugs, slug)
		}
	}
	return slugs
}

// reportLink names a report on a page beside the reports.
func reportLink(r *report.Report) string {
	return fmt.Sprintf("[%s](../reports/%s/index.md)", escape(r.Meta.Title), r.Slug)
}

// sentence writes what a report said, with the names in bold.
func sentence(s annotate.Said, as string) string {
	return spoken(s, as) + " " + lineOfReport(s.Report, s.Line)
}

// spoken is the same without the way there.
func spoken(s annotate.Said, as string) string {
	l := line{shown: []rune(s.Text)}
	for _, m := range s.Marks {
		l.bold = append(l.bold, span{m.Start, m.End})
	}
	return fmt.Sprintf("%d年%s：%s", s.Report.Meta.Year, as, l.markdown(0, len(l.shown), false))
}

// promisesList writes 承诺与回顾 of a report: which lines of other reports of the
// place seem to speak of the same, those that came later first.
func (p *reportPage) promisesList() string {
	var b strings.Builder
	for _, review := range []bool{true, false} {
		var last *report.Report
		for _, x := range p.w.promised(p.r, review) {
			other := x.Later
			if !review {
				other = x.Earlier
			}
			if other.Report != last {
				last = other.Report
				name := mentionedBefore
				if review {
					name = seenLater
				}
				fmt.Fprintf(&b, "- %s：[%s](%s)\n", name, escape(last.Meta.Title), p.to(reportPath(last.Slug)))
			}
			fmt.Fprintf(&b, "  - **%s**\n    - %s\n    - %s\n", escape(strings.Join(x.Names, "、")),
				p.sentence(x.Earlier, "所提"), p.sentence(x.Later, relationNames[x.Relation]))
		}
	}
	b.WriteString(p.unseen())
	if b.Len() == 0 {
		return heading(1, promisesTitle, promisesID) + p.whyNoPromises() + "\n\n"
	}
	divisions := p.r.Meta.Region.Divisions()
	where := ""
	if n := len(divisions); n > 0 {
		where = fmt.Sprintf("两句并列的对照见[%s](%s#%s)。", escape(divisions[n-1].Name), p.to(regionPath(divisions[n-1].Code)), promisesID)
	}
	return heading(1, promisesTitle, promisesID) + promisesSay + where + "\n\n" + b.String() + "\n"
}

// sentence writes what this report or another said, for the report's page.
func (p *reportPage) sentence(s annotate.Said, as string) string {
	words := spoken(s, as)
	if s.Report == p.r {
		return words + " 本篇第" + p.lineRef(s.Line) + "行"
	}
	return fmt.Sprintf("%s [第%d行](%s#%s)", words, s.Line, p.to(reportPath(s.Report.Slug)), lineID(s.Line))
}

// unseen writes what the report announces under names that no later one has.
func (p *reportPage) unseen() string {
	var b strings.Builder
	for _, u := range p.w.unseen[p.r] {
		if b.Len() == 0 {
			fmt.Fprintf(&b, "- %s（看到%d年）：%s\n", notSeenAgain, u.Until, unseenSay)
		}
		fmt.Fprintf(&b, "  - **%s**\n    - %s\n", escape(strings.Join(u.Names, "、")), p.sentence(u.Said, "所提"))
	}
	return b.String()
}

// whyNoPromises says why there is nothing to put beside the report.
func (p *reportPage) whyNoPromises() string {
	m := p.r.Meta
	if len(m.Region.Path) == 0 || m.Year == 0 {
		return "没有可以对照的：不知道本篇是哪个地方、哪一年的。"
	}
	for _, other := range p.w.c.Reports {
		if other != p.r && slices.Equal(other.Meta.Region.Path, m.Region.Path) && other.Meta.Year != m.Year && other.Meta.Year > 0 {
			return "没有可以对照的：这个地方的别的报告里，没有找到和本篇说同一件事的句子。"
		}
	}
	return "没有可以对照的：这个地方在本站没有另一年的报告。"
}

// promised are the promises of a report, or those of earlier ones that it
// reviews; by the other report, the nearest first.
func (w *writer) promised(r *report.Report, later bool) (found []annotate.Promise) {
	for _, p := range w.promises[r] {
		if later && p.Earlier.Report == r || !later && p.Later.Report == r {
			found = append(found, p)
		}
	}
	slices.SortStableFunc(found, func(a, b annotate.Promise) int {
		if later {
			return cmp.Or(cmp.Compare(a.Later.Report.Meta.Year, b.Later.Report.Meta.Year), cmp.Compare(a.Later.Report.Slug, b.Later.Report.Slug))
		}
		return cmp.Or(cmp.Compare(b.Earlier.Report.Meta.Year, a.Earlier.Report.Meta.Year), cmp.Compare(a.Earlier.Report.Slug, b.Earlier.Report.Slug))
	})
	return found
}

// promisesByReport has the promises that a report makes and those that it reviews.
func promisesByReport(all []annotate.Promise) map[*report.Report][]annotate.Promise {
	by := map[*report.Report][]annotate.Promise{}
	for _, p := range all {
		by[p.Earlier.Report] = append(by[p.Earlier.Report], p)
		by[p.Later.Report] = append(by[p.Later.Report], p)
	}
	return by
}

// promisesByTerm has the promises that name a term, reviewed ones first.
func promisesByTerm(all []annotate.Promise) map[string][]annotate.Promise {
	by := map[string][]annotate.Promise{}
	for _, relation := range []annotate.Relation{annotate.Reviewed, annotate.Repeated} {
		for _, p := range all {
			for _, id := range p.Terms {
				if p.Relation == relation {
					by[id] = append(by[id], p)
				}
			}
		}
	}
	return by
}

func unseenByReport(all []annotate.Unseen) map[*report.Report][]annotate.Unseen {
	by := map[*report.Report][]annotate.Unseen{}
	for _, u := range all {
		by[u.Report] = append(by[u.Report], u)
	}
	return by
}

// transformPromises sets the sentences of a pair side by side, and marks what
// is in Traditional characters.
func transformPromises(doc ast.Node, slugs []string) {
	section := ""
	for n := range children(doc) {
		if h, ok := n.(*ast.Heading); ok && h.Level == 2 {
			section = id(h)
		} else if ok && section == promisesID {
			transformRelatives(h, slugs)
		}
		list, ok := n.(*ast.List)
		if !ok || section != promisesID {
			continue
		}
		set(list, "class", "promises")
		for pair := range children(list) {
			if isFrom(pair.LastChild().FirstChild().FirstChild().LastChild(), slugs) {
				replace(pair.FirstChild().FirstChild(), inline("strong", "lang", traditional))
			}
			for said := range children(pair.LastChild()) {
				if isFrom(said.FirstChild().LastChild(), slugs) {
					set(said, "lang", traditional)
				}
			}
		}
	}
}

// transformPromised marks on a report's page what is in Traditional characters:
// the names, which are the earlier report's, and the titles of other reports.
func transformPromised(n ast.Node, source []byte, params Params) {
	list, ok := n.(*ast.List)
	if !ok {
		set(n, "class", "how")
		return
	}
	for item := range children(list) {
		names, ok := item.LastChild().(*ast.List)
		if !ok {
			continue
		}
		title, paired := item.FirstChild().LastChild().(*ast.Link)
		script, other := params.Script, ""
		if paired && isFrom(title, params.Traditional) {
			other = traditional
		}
		before := paired && strings.HasPrefix(textOf(item.FirstChild(), source), mentionedBefore)
		if before {
			script, other = other, script
		}
		for name := range children(names) {
			if bold, ok := name.FirstChild().FirstChild().(*ast.Emphasis); ok && script == traditional {
				replace(bold, inline("strong", "lang", traditional))
			}
			of := script
			for said := range children(name.LastChild()) {
				if of == traditional {
					set(said, "lang", traditional)
				}
				of = other
			}
			transformLineRefs(name)
		}
		if paired {
			transformRelatives(item.FirstChild(), params.Traditional)
		}
	}
}

// isFrom reports whether a node is a link to one of some reports.
func isFrom(n ast.Node, slugs []string) bool {
	a, ok := n.(*ast.Link)
	return ok && slices.Contains(slugs, path.Base(path.Dir(string(a.Destination))))
}
