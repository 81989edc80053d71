package annotate

import (
	"cmp"
	"slices"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// Use is an occurrence and where it stands.
type Use struct {
	Report     *report.Report
	Occurrence *report.Occurrence
	Section    *report.Entry // whose heading it stands under, not a lead; nil before the first
}

// Sentence is what stands before and after the form in its sentence, as displayed.
// It is cut when it is asked for: most uses are quoted once, and many never.
func (u Use) Sentence() (before, after string) {
	_, text, at := u.place()
	return around(text, at.Start, at.End)
}

// SectionID is the id of the section, or "".
func (u Use) SectionID() string {
	if u.Section == nil {
		return ""
	}
	return u.Section.ID
}

// Setting is a use with all of its report that decides its sentence.
type Setting struct {
	Occurrence report.Occurrence
	Section    string // see Use.SectionID
	Paragraph  string // as received
	Start, End int    // in it
}

// Setting is that of a use.
func (u Use) Setting() Setting {
	p, at := runOf(u.Report, u.Occurrence.Line, u.Occurrence.Offset, u.Occurrence.Surface)
	return Setting{*u.Occurrence, u.SectionID(), u.Report.Paragraphs[p].Text, at.start, at.end}
}

// Quoted is a sentence, as displayed, with the uses of a term in it.
type Quoted struct {
	Uses  []Use
	Text  []rune
	Forms []Mark // of each use
}

// Quote is the sentences of uses that follow each other as in their reports: each
// once, however often the term is in it.
func Quote(uses []Use) (all []Quoted) {
	for len(uses) > 0 {
		paragraph, text, first := uses[0].place()
		forms := []Mark{first}
		for _, u := range uses[1:] {
			p, _, next := u.place()
			last := forms[len(forms)-1]
			if u.Report != uses[0].Report || p != paragraph || next.Start < last.End || next.Start > last.End+2*reach ||
				slices.ContainsFunc(text[last.End:next.Start], isStop) {
				break
			}
			forms = append(forms, next)
		}
		n, last := len(forms), forms[len(forms)-1]
		before, _ := around(text, first.Start, first.End)
		_, after := around(text, last.Start, last.End)
		for i, moved := 0, len([]rune(before))-first.Start; i < n; i++ {
			forms[i].Start, forms[i].End = forms[i].Start+moved, forms[i].End+moved
		}
		all = append(all, Quoted{uses[:n], slices.Concat([]rune(before), text[first.Start:last.End], []rune(after)), forms})
		uses = uses[n:]
	}
	return all
}

// place is the number of the paragraph in which a use is, its text as displayed, and
// where in that the use is.
func (u Use) place() (int, []rune, Mark) {
	o := u.Occurrence
	p, at := runOf(u.Report, o.Line, o.Offset, o.Surface)
	d := u.Report.Paragraphs[p].Shown()
	return p, d.Text, Mark{d.At(at.start), d.At(at.end)}
}

// reach is how many code points of a sentence are given on each side of a form.
// A longer sentence is cut at a pause, and the cut marked by an ellipsis.
const reach = 80

// appendUses adds the occurrences of a report to those of its terms.
func appendUses(uses map[string][]Use, r *report.Report) map[string][]Use {
	sections, headed := numberedSections(r), map[string]*report.Entry{}
	for i := range r.Outline {
		if e := &r.Outline[i]; e.Opens() {
			headed[e.ID] = e
		}
	}
	for i := range r.Terms {
		o := &r.Terms[i]
		p, _ := r.ParagraphAt(o.Line, o.Offset)
		uses[o.Term] = append(uses[o.Term], Use{r, o, headed[sections[p]]})
	}
	return uses
}

// needed is the glossary without national terms that neither occur nor are explained
// in any report; their themes are those that there are.
func (c *Corpus) needed() *glossary.Glossary {
	explained := map[string]bool{}
	for _, r := range c.Reports {
		for _, d := range r.Definitions {
			explained[d.ID] = true
		}
	}
	g := c.Glossary.Needed(func(id string) bool { return len(c.Uses[id]) > 0 || explained[id] })
	for i, t := range g.Terms {
		if c.Themes.Theme(t.Theme) == nil {
			g.Terms[i].Theme = ""
		}
	}
	return g
}

// MostUsed returns the terms that occur, those with most occurrences first and
// otherwise in the glossary's order; at most n.
func (c *Corpus) MostUsed(n int) []*glossary.Term {
	var used []*glossary.Term
	for i := range c.Glossary.Terms {
		if t := &c.Glossary.Terms[i]; len(c.Uses[t.ID]) > 0 {
			used = append(used, t)
		}
	}
	slices.SortStableFunc(used, func(a, b *glossary.Term) int {
		return cmp.Compare(len(c.Uses[b.ID]), len(c.Uses[a.ID]))
	})
	return used[:min(n, len(used))]
}
