package annotate

import (
	"crypto/sha256"
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode"

	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// terms finds the glossary's terms in one report.
type terms struct {
	report   *report.Report
	glossary *glossary.Glossary
	sum      [sha256.Size]byte // of the glossary
	matchers matchers
	own      ownUse
}

// OwnDefinition is a definition that a report gives itself.
type OwnDefinition struct {
	Report *report.Report
	report.Definition
}

// DefinitionsByTerm has what reports say themselves of a term.
func DefinitionsByTerm(reports []*report.Report) map[string][]OwnDefinition {
	by := map[string][]OwnDefinition{}
	for _, r := range reports {
		for _, d := range r.Definitions {
			if d.ID != "" {
				by[d.ID] = append(by[d.ID], OwnDefinition{r, d})
			}
		}
	}
	return by
}

// find returns every occurrence in the shown lines, in text order, but for those that an
// editor denies. Decisions that deny nothing are reported. Where there are no decisions
// the occurrences depend on the report, on the glossary, and on which slogans that count
// hold in it.
func (t terms) find() (found []report.Occurrence, idle []problem.Problem) {
	holding := t.own.holding(t.report)
	if len(t.report.Meta.Decisions.Deny) > 0 {
		return t.occurrences(holding)
	}
	on := report.Grounds(t.sum[:])
	on.Numbers(holding...)
	return report.Once(t.report, "terms", on, func() []report.Occurrence {
		found, _ := t.occurrences(holding)
		return found
	}), nil
}

// termsSum is a checksum of the terms of a report with their places.
func termsSum(r *report.Report) report.Grounds {
	all := make(report.Grounds, 0, 64*len(r.Terms))
	for _, o := range r.Terms {
		all.Words(o.Term, o.Surface)
		all.Numbers(o.Line, o.Offset, one(o.Pattern))
	}
	sum := sha256.Sum256(all)
	return sum[:]
}

func (t terms) occurrences(holding []int) ([]report.Occurrence, []problem.Problem) {
	r := t.report
	denied := map[report.Deny]bool{} // whether it applied
	for _, d := range r.Meta.Decisions.Deny {
		denied[d] = false
	}
	var found []report.Occurrence
	may, matcher := t.own.in(r, holding), t.matchers.of(t.glossary, r.Script)
	for _, p := range r.Paragraphs {
		for _, m := range matcher.FindOf(p.Text, may(p.Text)) {
			term := &t.glossary.Terms[m.Term]
			line, column := p.Place(m.Start)
			decision := report.Deny{Term: term.ID, Line: line}
			if _, ok := denied[decision]; ok {
				denied[decision] = true
				continue
			}
			sense, holds := term.Sense(r.Slug, r.Meta.Region.Path, r.Meta.Region.Code, r.Meta.Year, p.Text, m.Start, m.End)
			if !holds {
				continue
			}
			found = append(found, report.Occurrence{
				Term:    term.ID,
				Sense:   sense,
				Surface: m.Surface,
				Line:    line,
				Offset:  column,
				Pattern: m.Pattern,
			})
		}
	}
	return found, t.idle(denied)
}

// idle reports decisions that denied nothing.
func (t terms) idle(denied map[report.Deny]bool) []problem.Problem {
	file := path.Join("content", path.Dir(t.report.Source.File), "report.yaml")
	var problems []problem.Problem
	for i, d := range t.report.Meta.Decisions.Deny {
		line := t.report.Meta.LineOf(fmt.Sprintf("decisions.deny.%d", i))
		switch {
		case t.glossary.Term(d.Term) == nil:
			problems = append(problems, problem.Errorf(file, line, "write the id of an entry of glossary.yaml",
				"decisions.deny: unknown term %q", d.Term))
		case !denied[d]:
			problems = append(problems, problem.Warnf(file, line, "correct the line, or take the decision out",
				"decisions.deny: term %q does not occur on line %d", d.Term, d.Line))
		}
	}
	return problems
}

// classWord is what a definition may add to the term: “五个一批”工程.
var classWord = regexp.MustCompile(`^(工程|行动|活动|计划|规划|战略|改革|制度|机制|体系|政策|模式|理念)$`)

// define finds the glossary's entry for each definition that the report gives
// itself. It depends on the report and on the glossary.
func (t terms) define() {
	if len(t.report.Definitions) == 0 {
		return
	}
	ids := report.Once(t.report, "definitions", t.sum[:], func() (ids []string) {
		matcher := t.matchers.of(t.glossary, t.report.Script)
		for _, d := range t.report.Definitions {
			ids = append(ids, t.defined(d.Term, matcher))
		}
		return ids
	})
	for i := range t.report.Definitions {
		t.report.Definitions[i].ID = ids[i]
	}
}

// defined is the id of the term whose form is all that is defined but for a word
// that says what kind of thing it is; "" where there is none.
func (t terms) defined(term string, matcher *glossary.Matcher) string {
	if own := t.glossary.Own(term); own != nil {
		return own.ID
	}
	name, matches := []rune(term), matcher.Find(term)
	if len(matches) != 1 || matches[0].Pattern || !bare(name[:matches[0].Start]) {
		return ""
	}
	rest := script.FoldString(strings.Trim(string(name[matches[0].End:]), quoteMarks+" "))
	if !bare([]rune(rest)) && !classWord.MatchString(rest) {
		return ""
	}
	return t.glossary.Terms[matches[0].Term].ID
}

const quoteMarks = "“”‘’「」『』\"'"

// bare reports whether a text is nothing but quote marks and white space.
func bare(text []rune) bool {
	for _, r := range text {
		if !unicode.IsSpace(r) && !strings.ContainsRune(quoteMarks, r) {
			return false
		}
	}
	return true
}
