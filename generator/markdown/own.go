package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// What a page of a thousand reports quotes of them.
const (
	mostWordings = 50 // of a definition
	mostSame     = 5  // reports that have one of them
)

// ownDefinitions quotes what reports say of a term themselves: each wording
// once, with where else it is, and where there are several the entry's beside
// them, so that they can be compared.
func ownDefinitions(t glossary.Term, own []annotate.OwnDefinition) page.Body {
	if len(own) == 0 {
		return nil
	}
	body := page.Body{heading(1, "报告自己的解释", "own")}
	wordings := wordingsOf(own)
	if n := len(wordings); n > 1 {
		says := fmt.Sprintf("%d篇里有%d种说法", len(quotedReports(own, nil)), n)
		if n > mostWordings {
			says += fmt.Sprintf("，这里列出%d种", mostWordings)
			wordings = wordings[:mostWordings]
		}
		body = append(body, paragraph(page.Text(says+"。")))
		if len(t.Senses) == 1 {
			body = append(body, heading(2, "词条", "entry"), quote(page.Text(t.Senses[0].Definition)))
		}
	}
	var last *report.Report
	for _, same := range wordings {
		d := same[0]
		if d.Report != last {
			body = append(body, reportHeading(2, d.Report, "own"))
			last = d.Report
		}
		body = append(body, quote(page.Text(definition(d.Definition)), page.Text(" "), lineOf(d.Report, d.Line)))
		if others := same[1:]; len(others) > 0 {
			body = append(body, alsoSaid(others))
		}
	}
	return body
}

func quote(in ...page.Inline) page.Quote { return page.Quote{Lines: [][]page.Inline{in}} }

// explainedBy is what reports say of a term that has no entry; of others their
// entries say enough.
func (w *writer) explainedBy(t glossary.Term) page.Body {
	if !t.Own {
		return nil
	}
	return ownDefinitions(t, w.own[t.ID])
}

// saidElsewhere is how another report explains a term that has no entry and that
// this one does not explain: the nearest by place, then by year.
func (p *reportPage) saidElsewhere(t *glossary.Term) []page.Item {
	own := p.w.own[t.ID]
	if !t.Own || len(own) == 0 || slices.ContainsFunc(p.r.Definitions, func(d report.Definition) bool { return d.ID == t.ID }) {
		return nil
	}
	near := slices.MinFunc(own, func(a, b annotate.OwnDefinition) int {
		return cmp.Or(
			shared(b.Report.Meta.Region.Path, p.r.Meta.Region.Path)-shared(a.Report.Meta.Region.Path, p.r.Meta.Region.Path),
			apart(a.Report, p.r)-apart(b.Report, p.r))
	})
	return []page.Item{{Class: "own", Lang: langOf(near.Report.Script), Words: words(
		page.Text(nameOf(near.Report)+otherSays), page.Text(begun(definition(near.Definition))), lineOf(near.Report, near.Line))}}
}

// shared is how many divisions two places have in common.
func shared(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// apart is how many years lie between two reports.
func apart(a, b *report.Report) int { return max(a.Meta.Year-b.Meta.Year, b.Meta.Year-a.Meta.Year) }

// nameOf names a report by its place and year; by its title where these are unknown.
func nameOf(r *report.Report) string {
	path := r.Meta.Region.Path
	if len(path) == 0 || r.Meta.Year == 0 {
		return "《" + r.Meta.Title + "》这篇"
	}
	return path[len(path)-1] + year(r)
}

// wordingsOf puts together the definitions that say the same but for script,
// punctuation and white space.
func wordingsOf(own []annotate.OwnDefinition) (wordings [][]annotate.OwnDefinition) {
	at := map[string]int{}
	for _, d := range own {
		key := strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || unicode.IsPunct(r) {
				return -1
			}
			return script.Fold(r)
		}, definition(d.Definition))
		i, ok := at[key]
		if !ok {
			i = len(wordings)
			at[key], wordings = i, append(wordings, nil)
		}
		wordings[i] = append(wordings[i], d)
	}
	return wordings
}

// alsoSaid leads to the first of some definitions and says how many there are.
func alsoSaid(own []annotate.OwnDefinition) page.Paragraph {
	in := words(page.Text("同样的话还见于"))
	for i, d := range own[:min(mostSame, len(own))] {
		if i > 0 {
			in = append(in, page.Text("、"))
		}
		in = append(in, page.Link{To: linePath(d.Report, d.Line), Text: d.Report.Meta.Title})
	}
	end := "。"
	if len(own) > mostSame {
		end = fmt.Sprintf("等%d篇。", len(quotedReports(own, nil)))
	}
	return paragraph(append(in, page.Text(end))...)
}
