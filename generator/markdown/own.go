package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// ownDefinition is a definition that a report gives itself.
type ownDefinition struct {
	report *report.Report
	report.Definition
}

// What a page of a thousand reports quotes of them.
const (
	mostWordings = 50 // of a definition
	mostSame     = 5  // reports that have one of them
)

// ownDefinitions quotes what reports say of a term themselves: each wording
// once, with where else it is, and where there are several the entry's beside
// them, so that they can be compared.
func ownDefinitions(t glossary.Term, own []ownDefinition) string {
	if len(own) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(heading(1, "报告自己的解释", "own"))
	wordings := wordingsOf(own)
	if n := len(wordings); n > 1 {
		fmt.Fprintf(&b, "%d篇里有%d种说法", len(quotedReports(own, nil)), n)
		if n > mostWordings {
			fmt.Fprintf(&b, "，这里列出%d种", mostWordings)
			wordings = wordings[:mostWordings]
		}
		b.WriteString("。\n\n")
		if len(t.Senses) == 1 {
			fmt.Fprintf(&b, "%s> %s\n\n", heading(2, "词条", "entry"), escape(t.Senses[0].Definition))
		}
	}
	var last *report.Report
	for _, same := range wordings {
		d := same[0]
		if d.report != last {
			b.WriteString(reportHeading(2, d.report, "own"))
			last = d.report
		}
		fmt.Fprintf(&b, "> %s %s\n\n", escape(definition(d.Definition)), lineOfReport(d.report, d.Line))
		if others := same[1:]; len(others) > 0 {
			b.WriteString("同样的话还见于" + alsoSaid(others) + "。\n\n")
		}
	}
	return b.String()
}

// explainedBy is what reports say of a term that has no entry; of others their
// entries say enough.
func (w *writer) explainedBy(t glossary.Term) string {
	if !t.Own {
		return ""
	}
	return ownDefinitions(t, w.own[t.ID])
}

// saidElsewhere is how another report explains a term that has no entry and that
// this one does not explain: the nearest by place, then by year.
func (p *reportPage) saidElsewhere(t *glossary.Term, indent string) string {
	own := p.w.own[t.ID]
	if !t.Own || len(own) == 0 || slices.ContainsFunc(p.r.Definitions, func(d report.Definition) bool { return d.ID == t.ID }) {
		return ""
	}
	near := slices.MinFunc(own, func(a, b ownDefinition) int {
		return cmp.Or(
			shared(b.report.Meta.Region.Path, p.r.Meta.Region.Path)-shared(a.report.Meta.Region.Path, p.r.Meta.Region.Path),
			apart(a.report, p.r)-apart(b.report, p.r))
	})
	return fmt.Sprintf("%s%s%s%s[%s](%s#%s)\n", indent, escape(nameOf(near.report)), otherSays, escape(definition(near.Definition)),
		strconv.Itoa(near.Line), p.to(reportPath(near.report.Slug)), lineID(near.Line))
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
func wordingsOf(own []ownDefinition) (wordings [][]ownDefinition) {
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

// alsoSaid links to the first of some definitions and says how many there are.
func alsoSaid(own []ownDefinition) string {
	var links []string
	for _, d := range own[:min(mostSame, len(own))] {
		links = append(links, fmt.Sprintf("[%s](../reports/%s/index.md#%s)", escape(d.report.Meta.Title), d.report.Slug, lineID(d.Line)))
	}
	said := strings.Join(links, "、")
	if len(own) > mostSame {
		said += fmt.Sprintf("等%d篇", len(quotedReports(own, nil)))
	}
	return said
}
