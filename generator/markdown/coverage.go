package markdown

import (
	"fmt"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
)

// What the page may list, so that it can be read with a thousand reports too.
const (
	mostItems  = 300 // in one part
	mostPlaces = 5   // of one item
)

// coverage is what is explained and what is still to do, for readers to judge the
// site by and for editors to work from.
func (w *writer) coverage() Page {
	c := w.c.Coverage()
	var body page.Body
	part := func(title, id, about string, items []page.Item) {
		if len(items) == 0 {
			return
		}
		if n := len(items); n > mostItems {
			items = items[:mostItems]
			about += fmt.Sprintf("这里只列出%d项里的前%d项。", n, mostItems)
		}
		body = append(body, heading(1, title, id), paragraph(page.Text(about)), page.List{Items: items})
	}
	part("各篇报告", "reports", "引号里的说法多半是新词；有词条解释的算作已解释。", items(c.Reports, func(r annotate.ReportCoverage) []page.Inline {
		return words(reportLink(r.Report), textf("：词条%d个，共%d处；引号里的说法%d处，已解释%d处", r.Terms, r.Uses, r.Quoted, r.Explained))
	}))
	part("引号里还没解释的说法", "unexplained", fmt.Sprintf("共%d个，按出现次数排列。", len(c.Unexplained)), items(c.Unexplained, func(p annotate.Phrase) []page.Inline {
		return append(words(page.Text("“"+p.Text+"”")), inPlaces(p.Places)...)
	}))
	part("报告自己解释而还没有词条的说法", "own", fmt.Sprintf("共%d个，可作写词条的材料，解释的报告多的在前。", len(c.Own)), items(c.Own, func(o annotate.OwnTerm) []page.Inline {
		return append(words(w.termName(o.Term)), inPlaces(o.Places)...)
	}))
	part("释义待核的词条", "unverified", fmt.Sprintf("共%d条，编者还没有用原件核对。", len(c.Unverified)), items(c.Unverified, w.named))
	part("取义未定的用例", "undecided", "词条有几个义项，从上下文不能判定是哪一个。", items(c.Undecided, func(u annotate.Use) []page.Inline {
		return append(words(w.termName(w.terms[u.Occurrence.Term])), inPlaces([]annotate.Place{{Report: u.Report, Line: u.Occurrence.Line}})...)
	}))
	part("没有用到的义项", "unchosen", "词条有用例，但都不取这个义项。", items(c.Unchosen, func(s annotate.Unchosen) []page.Inline {
		return words(w.termName(s.Term), page.Text("："), page.Text(s.Sense))
	}))
	part("没有用到的词条", "unused", "所收报告中未见。", items(c.Unused, w.named))
	part("残缺之处", "damage", "标明而不补写。", items(c.Damage, func(d annotate.Damaged) []page.Inline {
		return append(words(page.Text(d.Before), textf("〔%s〕", damageNames[d.Damage.Kind])), inPlaces([]annotate.Place{{Report: d.Report, Line: d.Damage.Line}})...)
	}))
	if len(body) == 0 {
		body = noReports
	}
	return Page{
		Path:  "coverage.md",
		Front: Front{Title: "还没解释的词", Type: "page", Weight: 90, Description: "哪些说法有了解释，哪些还没有；哪些释义待核，哪些地方残缺。"},
		Body:  fixed(body),
	}
}

func items[T any](all []T, item func(T) []page.Inline) (list []page.Item) {
	for _, one := range all {
		list = append(list, page.Item{Words: item(one)})
	}
	return list
}

func (w *writer) named(t *glossary.Term) []page.Inline { return words(w.termName(t)) }

// inPlaces are places in brackets.
func inPlaces(all []annotate.Place) []page.Inline {
	return append(append(words(page.Text("（")), places(all)...), page.Text("）"))
}

// places links to the first of lines, those of each report after its title, and
// says how many places there are where it leaves some out.
func places(all []annotate.Place) (in []page.Inline) {
	for i, p := range all[:min(mostPlaces, len(all))] {
		switch {
		case i == 0:
			in = append(in, page.Text(p.Report.Meta.Title), page.Text(" "))
		case all[i-1].Report != p.Report:
			in = append(in, page.Text("；"), page.Text(p.Report.Meta.Title), page.Text(" "))
		case all[i-1].Line == p.Line:
			continue
		default:
			in = append(in, page.Text("、"))
		}
		in = append(in, lineOf(p.Report, p.Line))
	}
	if len(all) > mostPlaces {
		in = append(in, textf("等%d处", len(all)))
	}
	return in
}
