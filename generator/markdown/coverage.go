package markdown

import (
	"fmt"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
)

// What the page may list, so that it can be read with a thousand reports too.
const (
	mostItems  = 1000 // in one part
	mostPlaces = 5    // of one item
)

// coverage writes what is explained and what is still to do, for readers to
// judge the site by and for editors to work from.
func (w *writer) coverage() Page {
	c := w.c.Coverage()
	var b strings.Builder
	part := func(title, id, about string, items []string) {
		if len(items) == 0 {
			return
		}
		if n := len(items); n > mostItems {
			items = items[:mostItems]
			about += fmt.Sprintf("这里只列出%d项里的前%d项。", n, mostItems)
		}
		b.WriteString(heading(1, title, id) + about + "\n\n- " + strings.Join(items, "\n- ") + "\n\n")
	}
	part("各篇报告", "reports", "引号里的说法多半是新词；有词条解释的算作已释。", items(c.Reports, func(r annotate.ReportCoverage) string {
		return fmt.Sprintf("[%s](reports/%s/index.md)：词条%d个，共%d处；引号里的说法%d处，已释%d处",
			escape(r.Report.Meta.Title), r.Report.Slug, r.Terms, r.Uses, r.Quoted, r.Explained)
	}))
	part("引号里尚无解释的说法", "unexplained", fmt.Sprintf("共%d个，按出现次数排列。", len(c.Unexplained)), items(c.Unexplained, func(p annotate.Phrase) string {
		return "“" + escape(p.Text) + "”（" + places(p.Places) + "）"
	}))
	part("报告自己解释而尚无词条的说法", "own", fmt.Sprintf("共%d个，可作写词条的材料，解释的报告多的在前。", len(c.Own)), items(c.Own, func(o annotate.OwnTerm) string {
		return entry(o.Term) + "（" + places(o.Places) + "）"
	}))
	part("释义待核的词条", "unverified", fmt.Sprintf("共%d条，编者尚未用原始文本核对。", len(c.Unverified)), items(c.Unverified, entry))
	part("取义未定的用例", "undecided", "词条有几个义项，从上下文不能判定是哪一个。", items(c.Undecided, func(u annotate.Use) string {
		return entry(w.terms[u.Occurrence.Term]) + "（" + places([]annotate.Place{{Report: u.Report, Line: u.Occurrence.Line}}) + "）"
	}))
	part("没有用到的义项", "unchosen", "词条有用例，但都不取这个义项。", items(c.Unchosen, func(s annotate.Unchosen) string {
		return entry(s.Term) + "：" + escape(s.Sense)
	}))
	part("没有用到的词条", "unused", "所收报告中未见。", items(c.Unused, entry))
	part("残损之处", "damage", "标明而不补写。", items(c.Damage, func(d annotate.Damaged) string {
		return fmt.Sprintf("%s〔%s〕（%s）", escape(d.Before), damageNames[d.Damage.Kind], places([]annotate.Place{{Report: d.Report, Line: d.Damage.Line}}))
	}))
	return Page{
		Path:  "coverage.md",
		Front: Front{Title: "编注概况", Type: "page", Weight: 90, Description: "哪些说法有了解释，哪些还没有；哪些释义待核，哪些地方原文残损。"},
		Body:  b.String(),
	}
}

func items[T any](all []T, item func(T) string) []string {
	var list []string
	for _, one := range all {
		list = append(list, item(one))
	}
	return list
}

func entry(t *glossary.Term) string {
	return fmt.Sprintf("[%s](glossary/%s.md)", escape(t.Term), t.ID)
}

// places links to the first of lines, those of each report after its title, and
// says how many places there are where it leaves some out.
func places(all []annotate.Place) string {
	var b strings.Builder
	for i, p := range all[:min(mostPlaces, len(all))] {
		switch {
		case i == 0 || all[i-1].Report != p.Report:
			if i > 0 {
				b.WriteString("；")
			}
			b.WriteString(escape(p.Report.Meta.Title) + " ")
		case all[i-1].Line == p.Line:
			continue
		default:
			b.WriteString("、")
		}
		fmt.Fprintf(&b, "[%d](reports/%s/index.md#%s)", p.Line, p.Report.Slug, lineID(p.Line))
	}
	if len(all) > mostPlaces {
		fmt.Fprintf(&b, "等%d处", len(all))
	}
	return b.String()
}
