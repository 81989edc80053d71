package markdown

import (
	"fmt"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// meaning is one meaning of a term, with where the term has it.
type meaning struct {
	name       string // 第1义, 取义未定
	id         string // of the sense; "undecided" where nothing decides
	definition string
	uses       []annotate.Use
	quoted     []annotate.Use // of these, those that its page quotes
}

// meaningsOf parts the uses of a term by what it means in them, in the entry's
// order, then those for which nothing decides. A term with one sense has one
// meaning; a sense without uses is left out.
func meaningsOf(t glossary.Term, uses []annotate.Use) (meanings []meaning) {
	if len(t.Senses) < 2 {
		return []meaning{{uses: uses, quoted: quotable(uses, mostQuoted, reportOfUse)}}
	}
	of := map[string][]annotate.Use{}
	for _, u := range uses {
		of[u.Occurrence.Sense] = append(of[u.Occurrence.Sense], u)
	}
	add := func(name, id, definition string, uses []annotate.Use) {
		if len(uses) > 0 {
			meanings = append(meanings, meaning{name, id, definition, uses, quotable(uses, mostQuoted, reportOfUse)})
		}
	}
	for n, s := range t.Senses {
		add(fmt.Sprintf("第%d义", n+1), s.ID, s.Definition, of[s.ID])
	}
	add("取义未定", "undecided", "从上下文不能判定是哪一个意思。", of[""])
	return meanings
}

func reportOfUse(u annotate.Use) *report.Report { return u.Report }
