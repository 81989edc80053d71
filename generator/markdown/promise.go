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

	seenLater       = "后来提到"
	mentionedBefore = "此前提过"
	notSeenAgain    = "没有再提到"

	// Beside what is not seen again.
	unseenSay = "后来的报告里没有这些名称，不等于没有做：可能换了说法，也可能不再写。"

	regionPromises = 60 // on the page of a region: the likeliest
	termPromises   = 30 // on the page of a term
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
	body := page.Body{promisesPart.heading(), paragraph(page.Text(says))}
	var list page.List
	for i, p := range own {
		from, to := p.Earlier.Report, p.Later.Report
		list.Class = "promises"
		list.Items = append(list.Items, pairItem(p))
		if i+1 < len(own) && own[i+1].Earlier.Report == from && own[i+1].Later.Report == to {
			continue
		}
		body = append(body, page.Heading{Level: 2, ID: from.Slug + "-" + to.Slug, Words: words(
			page.Text("《"), titleOf(from), page.Text("》与《"), titleOf(to), page.Text("》"))}, list)
		list = page.List{}
	}
	return body
}

// pairItem is a pair as an item of a list: names, and both sentences.
func pairItem(p annotate.Promise) page.Item {
	earlier, later := sentences(p)
	return page.Item{Words: words(namesOf(p)), Items: []page.Item{earlier, later}}
}

// sentences are both sentences of a pair; that of the later report is not said again where
// it is the same.
func sentences(p annotate.Promise) (earlier, later page.Item) {
	as := relationNames[p.Relation]
	if p.Later.Text == p.Earlier.Text {
		return sentence(p.Earlier, "所提"), said(p.Later, as, page.Text("同一句话。"))
	}
	return sentence(p.Earlier, "所提"), sentence(p.Later, as)
}

// relationNames say how a later sentence speaks: 回顾 where it tells what was done or
// is under way, else 再次提到.
var relationNames = map[annotate.Relation]string{annotate.Reviewed: "回顾", annotate.Repeated: "再次提到"}

// ofTerm is 承诺与回顾 of a term: what reports announced under it and what later ones of
// the same place say, reviewed ones first.
func (w *writer) ofTerm(id string) page.Body {
	pairs := w.termPromises[id]
	if len(pairs) == 0 {
		return nil
	}
	says := promisesSay
	if all := len(pairs); all > termPromises {
		pairs = pairs[:termPromises]
		says += fmt.Sprintf("共%d组，这里列%d组，其余见各篇末尾。", all, termPromises)
	}
	list := page.List{Class: "promises"}
	for _, p := range pairs {
		list.Items = append(list.Items, pairItem(*p))
	}
	return page.Body{promisesPart.heading(), paragraph(page.Text(says)), list}
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
	return page.Link{To: ReportPath(r.Slug), Text: r.Meta.Title, Lang: langOf(r.Script)}
}

// sentence is what a report said, with the names in bold.
func sentence(s annotate.Said, as string) page.Item {
	q := page.Passage{Text: []rune(s.Text)}
	for _, m := range s.Marks {
		q.Bold = append(q.Bold, page.Span{Start: m.Start, End: m.End})
	}
	return said(s, as, q.Part(0, len(q.Text)))
}

// said is how a report said something, and where.
func said(s annotate.Said, as string, what page.Inline) page.Item {
	return page.Item{Lang: langOf(s.Report.Script), Words: words(
		textf("%d年%s：", s.Report.Meta.Year, as), what, page.Text(" "), lineOf(s.Report, s.Line))}
}

// promisesList is 承诺与回顾 of a report: which lines of other reports of the place
// seem to speak of the same, those that came later first.
func (p *reportPage) promisesList() page.Body {
	var list page.List
	for _, review := range []bool{true, false} {
		var last *report.Report
		for _, x := range p.w.promised(p.r, review) {
			name, other := seenLater, x.Later
			if !review {
				name, other = mentionedBefore, x.Earlier
			}
			if other.Report != last {
				last = other.Report
				list.Items = append(list.Items, page.Item{Words: words(page.Text(name+"："), titleOf(last))})
			}
			of := &list.Items[len(list.Items)-1]
			earlier, later := sentences(x)
			of.Items = append(of.Items, page.Item{Words: words(namesOf(x)), Items: []page.Item{
				p.nearer(x.Earlier, earlier), p.nearer(x.Later, later)}})
		}
	}
	for i, u := range p.w.unseen[p.r] {
		if i == 0 {
			list.Items = append(list.Items, page.Item{Words: words(textf("%s（看到%d年）：%s", notSeenAgain, u.Until, unseenSay))})
		}
		of := &list.Items[len(list.Items)-1]
		name := page.Strong{Lang: langOf(p.r.Script), Words: words(page.Text(strings.Join(u.Names, "、")))}
		of.Items = append(of.Items, page.Item{Words: words(name), Items: []page.Item{p.nearer(u.Said, sentence(u.Said, "所提"))}})
	}
	switch {
	case len(list.Items) > 0:
	case p.path != ReportPath(p.r.Slug): // a sample
		return nil
	default:
		return page.Body{promisesPart.heading(), how(page.Text(p.w.whyNoPromises(p.r)))}
	}
	says := how(page.Text(promisesSay))
	if divisions := p.r.Meta.Region.Divisions(); len(divisions) > 0 && len(p.w.promises[p.r]) > 0 {
		d := divisions[len(divisions)-1]
		says = how(page.Text(promisesSay+"两句并列的对照见"), page.Link{To: regionPath(d.Code) + "#" + promisesPart.ID, Text: d.Name}, page.Text("。"))
	}
	return page.Body{promisesPart.heading(), says, list}
}

// nearer is what this report or another said, for the report's page, which is named above it.
func (p *reportPage) nearer(s annotate.Said, item page.Item) page.Item {
	if s.Report == p.r {
		item.Words = append(item.Words[:len(item.Words)-1], page.Text("本篇"), p.lineRef(s.Line))
	} else {
		item.Words[len(item.Words)-1] = page.Link{To: linePath(s.Report, s.Line), Text: fmt.Sprintf("第%d行", s.Line)}
	}
	return item
}

// whyNoPromises says why there is nothing to put beside a report.
func (w *writer) whyNoPromises(r *report.Report) string {
	m := r.Meta
	if len(m.Region.Path) == 0 || m.Year == 0 {
		return "没有可以对照的：不知道本篇是哪个地方、哪一年的。"
	}
	for _, other := range w.c.Reports {
		if other.Slug != r.Slug && slices.Equal(other.Meta.Region.Path, m.Region.Path) && other.Meta.Year != m.Year && other.Meta.Year > 0 {
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
			found = append(found, *p)
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
