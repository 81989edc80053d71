package markdown

import (
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/compare"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

const (
	comparisonsPath = "compare/_index.md"

	fewToChoose = 9 // reports, among which one is found by eye
)

// comparisons is the list of the pages that set two reports side by side. Its form, for
// any two, is the layout's, and works by script.
func (w *writer) comparisons() Page {
	front := Front{Title: "比较", Type: "comparisons", Weight: 7, Description: "两篇报告按章节并列：新出现的、不再提的，目标的变化；同一个地方的前后年，或者同一年的两个地方。"}
	if len(w.c.Reports) > 1 {
		front.Params = ComparisonsParams{comparisonSays, commonSays, compare.PerFile, len(w.c.Reports) > fewToChoose}
	}
	return Page{
		Path:  comparisonsPath,
		Front: front,
		Body: func() page.Body {
			switch {
			case len(w.c.Reports) < 2:
				return page.Body{paragraph(page.Text("收了两篇报告，才有可以比较的。"))}
			case len(w.compared.Pairs) == 0:
				return page.Body{paragraph(page.Text("所收的报告里没有相邻的：同一个地方的前后两篇，或者同一年、同一级的两个地方。要比任意两篇，在上面选，这要运行脚本。"))}
			}
			return append(page.Body{paragraph(page.Text("现成的比较列在下面：同一个地方的前后两篇，和各地最新的一篇里同一年、同一级的两篇。要比别的两篇，在上面选，这要运行脚本。"))},
				append(w.yearsCompared(), w.placesCompared()...)...)
		},
	}
}

// yearsCompared are the pairs of one place each, by place.
func (w *writer) yearsCompared() page.Body {
	var list page.List
	for pairs := range groupsOf(inTime(w.compared.Pairs, true), func(p compare.Pair) string { return place(p[1]) }) {
		var links [][]page.Inline
		for _, p := range pairs {
			names := sideNames(p)
			links = append(links, words(page.Link{To: comparisonPath(p), Text: strings.TrimSuffix(names[0], "年") + "—" + names[1]}))
		}
		list.Items = append(list.Items, page.Item{Words: words(page.Strong{Words: words(page.Text(place(pairs[0][1])))}), Items: []page.Item{{Words: joined(links, "、")}}})
	}
	return under(list, "前后两年", "years")
}

// placesCompared are the pairs of two places.
func (w *writer) placesCompared() page.Body {
	var list page.List
	for _, p := range inTime(w.compared.Pairs, false) {
		list.Items = append(list.Items, comparisonItem(p))
	}
	return under(list, "同年的两个地方", "places")
}

func under(list page.List, title, id string) page.Body {
	if len(list.Items) == 0 {
		return nil
	}
	return page.Body{heading(1, title, id), list}
}

// inTime are the pairs that are of one place, or those that are not.
func inTime(pairs []compare.Pair, want bool) (some []compare.Pair) {
	for _, p := range pairs {
		if p.InTime() == want {
			some = append(some, p)
		}
	}
	return some
}

// comparedIn are the pages that set reports of a region itself beside others.
func (w *writer) comparedIn(region *annotate.Region) page.Body {
	var list page.List
	for _, r := range region.Reports {
		divisions := r.Meta.Region.Divisions()
		if len(divisions) == 0 || divisions[len(divisions)-1].Code != region.Code {
			continue
		}
		for _, p := range w.compared.Of(r) {
			if p[1] == r || !p.InTime() { // one of two years is told with the later
				list.Items = append(list.Items, comparisonItem(p))
			}
		}
	}
	return under(list, "比较", "compared")
}

// comparedOf are those that set reports of a year side by side.
func (w *writer) comparedOf(y annotate.Year) page.Body {
	var list page.List
	for _, r := range y.Given {
		for _, p := range w.compared.Of(r) {
			if p[1] == r && !p.InTime() {
				list.Items = append(list.Items, comparisonItem(p))
			}
		}
	}
	return under(list, "比较", "compared")
}

func comparisonItem(p compare.Pair) page.Item {
	return page.Item{Words: words(page.Link{To: comparisonPath(p), Text: comparisonTitle(p)})}
}

// comparedWith says what a report is compared with on the page of a pair.
func comparedWith(r *report.Report, p compare.Pair) string {
	names := sideNames(p)
	if p[0] == r {
		return "与" + names[1] + "比较"
	}
	return "与" + names[0] + "比较"
}
