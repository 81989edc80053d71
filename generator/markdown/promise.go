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

	regionPromises = 60 // on the page of a region: the likeliest
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
		fmt.Fprintf(&b, "- **%s**\n  - %s\n  - %s\n", escape(strings.Join(p.Names, "、")), sentence(p.Earlier, "所提"), sentence(p.Later, "所见"))
		for _, s := range []annotate.Said{p.Earlier, p.Later} {
			if slug := s.Report.Slug; s.Report.Script == traditional && !slices.Contains(quoted, slug) {
				quoted = append(quoted, slug)
			}
		}
	}
	slices.Sort(quoted)
	return b.String() + "\n", quoted
}

// reportLink names a report on a page beside the reports.
func reportLink(r *report.Report) string {
	return fmt.Sprintf("[%s](../reports/%s/index.md)", escape(r.Meta.Title), r.Slug)
}

// sentence writes what a report said, with the names in bold.
func sentence(s annotate.Said, as string) string {
	l := line{shown: []rune(s.Text)}
	for _, m := range s.Marks {
		l.bold = append(l.bold, span{m.Start, m.End})
	}
	return fmt.Sprintf("%d年%s：%s %s", s.Report.Meta.Year, as, l.markdown(0, len(l.shown), false), lineOfReport(s.Report, s.Line))
}

// promisesList writes 承诺与回顾 of a report: which lines of other reports of the
// place seem to speak of the same, those that came later first.
func (p *reportPage) promisesList() string {
	var b strings.Builder
	for _, review := range []bool{true, false} {
		var last *report.Report
		for _, x := range p.w.promised(p.r, review) {
			mine, other := x.Earlier, x.Later
			if !review {
				mine, other = x.Later, x.Earlier
			}
			if other.Report != last {
				last = other.Report
				name := mentionedBefore
				if review {
					name = seenLater
				}
				fmt.Fprintf(&b, "- %s：[%s](%s)\n", name, escape(last.Meta.Title), p.to(reportPath(last.Slug)))
			}
			fmt.Fprintf(&b, "  - **%s**：本篇第%s行，该篇[第%d行](%s#%s)\n", escape(strings.Join(x.Names, "、")), p.lineRef(mine.Line),
				other.Line, p.to(reportPath(last.Slug)), lineID(other.Line))
		}
	}
	if b.Len() == 0 {
		return ""
	}
	divisions := p.r.Meta.Region.Divisions()
	where := ""
	if n := len(divisions); n > 0 {
		where = fmt.Sprintf("两句并列的对照见[%s](%s#%s)。", escape(divisions[n-1].Name), p.to(regionPath(divisions[n-1].Code)), promisesID)
	}
	return heading(1, promisesTitle, promisesID) + promisesSay + where + "\n\n" + b.String() + "\n"
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
		title, ok := item.FirstChild().LastChild().(*ast.Link)
		if !ok {
			continue
		}
		script := params.Script
		if strings.HasPrefix(textOf(item.FirstChild(), source), mentionedBefore) {
			script = ""
			if isFrom(title, params.Traditional) {
				script = traditional
			}
		}
		for name := range children(item.LastChild()) {
			if bold, ok := name.FirstChild().FirstChild().(*ast.Emphasis); ok && script == traditional {
				replace(bold, inline("strong", "lang", traditional))
			}
		}
		transformLineRefs(item)
		transformRelatives(item.FirstChild(), params.Traditional)
	}
}

// isFrom reports whether a node is a link to one of some reports.
func isFrom(n ast.Node, slugs []string) bool {
	a, ok := n.(*ast.Link)
	return ok && slices.Contains(slugs, path.Base(path.Dir(string(a.Destination))))
}
