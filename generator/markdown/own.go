package markdown

import (
	"fmt"
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
		fmt.Fprintf(&b, "> %s %s\n\n", escape(definition(d.report, d.Definition)), lineOfReport(d.report, d.Line))
		if others := same[1:]; len(others) > 0 {
			b.WriteString("同样的话还见于" + alsoSaid(others) + "。\n\n")
		}
	}
	return b.String()
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
		}, definition(d.report, d.Definition))
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
