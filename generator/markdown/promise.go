package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

const (
	// On every list of what a program has found to belong together.
	promisesSay = "提示：由程序据共同词语推出，未经人工核对；后一句未必说的是同一件事，也不表示已经做成。"

	promisesTitle   = "承诺与回顾"
	seenLater       = "后来提到"
	mentionedBefore = "此前提过"

	regionPromises = 60 // on the page of a region: the likeliest
)

// reviews is 承诺与回顾 of a region's own places: what reports announce, each with
// what a later one says, by pairs of reports.
func (w *writer) reviews(r *annotate.Region) page.Body {
	own := w.ownPromises(r)
	if len(own) == 0 {
		return nil
	}
	says := promisesSay
	if all := len(own); all > regionPromises {
		own = likeliest(own, regionPromises)
		says += fmt.Sprintf("共%d组，这里列共同词语最多、最少见的%d组，其余见各篇末尾。", all, len(own))
	}
	body := page.Body{heading(1, promisesTitle, promisesID), paragraph(page.Text(says))}
	var list page.List
	for i, p := range own {
		from, to := p.Earlier.Report, p.Later.Report
		list.Class = "promises"
		list.Items = append(list.Items, page.Item{
			Words: words(namesOf(p)),
			Items: []page.Item{sentence(p.Earlier, "所提"), sentence(p.Later, "所见")},
		})
		if i+1 < len(own) && own[i+1].Earlier.Report == from && own[i+1].Later.Report == to {
			continue
		}
		body = append(body, page.Heading{Level: 2, ID: from.Slug + "-" + to.Slug, Words: words(
			page.Text("《"), titleOf(from), page.Text("》与《"), titleOf(to), page.Text("》"))}, list)
		list = page.List{}
	}
	return body
}

// likeliest are the promises with the highest scores; more where several have the last.
func likeliest(all []annotate.Promise, most int) []annotate.Promise {
	var scores []float64
	for _, p := range all {
		scores = append(scores, p.Score)
	}
	slices.SortFunc(scores, func(a, b float64) int { return cmp.Compare(b, a) })
	return slices.DeleteFunc(all, func(p annotate.Promise) bool { return p.Score < scores[most-1] })
}

// namesOf are what two reports have in common, as the earlier one writes it.
func namesOf(p annotate.Promise) page.Strong {
	return page.Strong{Lang: langOf(p.Earlier.Report.Script), Words: words(page.Text(strings.Join(p.Names, "、")))}
}

// titleOf leads to a report by its title, which is in its own script.
func titleOf(r *report.Report) page.Link {
	return page.Link{To: reportPath(r.Slug), Text: r.Meta.Title, Lang: langOf(r.Script)}
}

// sentence is what a report said, with the names in bold.
func sentence(s annotate.Said, as string) page.Item {
	q := page.Passage{Text: []rune(s.Text)}
	for _, m := range s.Marks {
		q.Bold = append(q.Bold, page.Span{Start: m.Start, End: m.End})
	}
	return page.Item{Lang: langOf(s.Report.Script), Words: words(
		textf("%d年%s：", s.Report.Meta.Year, as), q.Part(0, len(q.Text)), page.Text(" "), lineOf(s.Report, s.Line))}
}

// promisesList is 承诺与回顾 of a report: which lines of other reports of the place
// seem to speak of the same, those that came later first.
func (p *reportPage) promisesList() page.Body {
	var list page.List
	for _, review := range []bool{true, false} {
		var last *report.Report
		for _, x := range p.w.promised(p.r, review) {
			name, mine, other := seenLater, x.Earlier, x.Later
			if !review {
				name, mine, other = mentionedBefore, x.Later, x.Earlier
			}
			if other.Report != last {
				last = other.Report
				list.Items = append(list.Items, page.Item{Words: words(page.Text(name+"："), titleOf(last))})
			}
			of := &list.Items[len(list.Items)-1]
			of.Items = append(of.Items, page.Item{Words: words(namesOf(x), page.Text("：本篇"), p.lineRef(mine.Line), textf("；%d年", last.Meta.Year), lineOf(last, other.Line)),
				Items: []page.Item{sentence(x.Earlier, ""), sentence(x.Later, "")}})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	says := how(page.Text(promisesSay))
	if divisions := p.r.Meta.Region.Divisions(); len(divisions) > 0 {
		d := divisions[len(divisions)-1]
		says = how(page.Text(promisesSay+"两句并列的对照见"), page.Link{To: regionPath(d.Code) + "#" + promisesID, Text: d.Name}, page.Text("。"))
	}
	return page.Body{heading(1, promisesTitle, promisesID), says, list}
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
