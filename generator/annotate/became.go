package annotate

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

var yearNamed = regexp.MustCompile(`20[0-9]{2}`)

// within reports whether a later sentence is near enough in time to be about what an
// earlier one announced: a plan period, or as long as that one says it takes.
func within(earlier, later utterance) bool {
	from, to := earlier.report.Meta.Year, later.report.Meta.Year
	if to-from <= planPeriod {
		return to > from
	}
	for _, named := range yearNamed.FindAllString(string(earlier.text()), -1) {
		if year, _ := strconv.Atoi(named); to <= year+1 {
			return true
		}
	}
	return false
}

// relation is how a later sentence speaks. In a part that looks back it reviews,
// whatever its verb: what is under way is reviewed as such.
func (u utterance) relation() Relation {
	text := u.folded()
	switch {
	case willDo.in(text), u.looks == report.Target:
		return Repeated
	case u.looks == report.Result, hasDone.in(text):
		return Reviewed
	}
	return Repeated
}

// spoken are the terms of the glossary in a sentence, as names. What is measured is
// none: of a figure its own target and result tell, for one time.
func spoken(u utterance, terms []report.Occurrence, measured map[int][]string) (found []name) {
	for _, o := range terms {
		surface := script.FoldString(o.Surface)
		if slices.ContainsFunc(measured[o.Line], func(name string) bool { return strings.Contains(name, surface) || strings.Contains(surface, name) }) {
			continue
		}
		i, ok := u.report.ParagraphAt(o.Line, o.Offset)
		if !ok || u.report.Paragraphs[i].Line != u.of.Line || u.report.Paragraphs[i].Column != u.of.Column {
			continue
		}
		at := u.of.Offset(o.Line, o.Offset)
		start, end := u.shown.At(at), u.shown.At(at+utf8.RuneCountInString(o.Surface))
		if start >= u.from && end <= u.to && end > start {
			found = append(found, name{termKey + o.Term, start - u.from, end - u.from, concept})
		}
	}
	return found
}

var session = regexp.MustCompile(`第[一二三四五六七八九十百0-9]+[届次]`)

// otherSession reports whether two sentences speak of different sessions of something
// that is held again and again.
func otherSession(a, b utterance) bool {
	of := func(u utterance) []string { return session.FindAllString(script.FoldString(string(u.text())), -1) }
	first, second := of(a), of(b)
	return len(first) > 0 && len(second) > 0 && !slices.ContainsFunc(first, func(s string) bool { return slices.Contains(second, s) })
}

// measuredNames are the names of the figures of a report by line, folded.
func measuredNames(r *report.Report) map[int][]string {
	names := map[int][]string{}
	for _, i := range r.Indicators {
		if i.Name == "" {
			continue // a quotation names nothing
		}
		names[i.Line] = append(names[i.Line], indicatorName(i.Name))
	}
	return names
}

// termKey begins the key of a term, which no text has.
const termKey = "\x00"

// truncated reports whether a name that two sentences share is only the end of two
// different longer ones: 仙林国际医院 and 江北国际医院 are not one 国际医院.
func truncated(earlier, later utterance, x name) bool {
	if x.kind == quotation || x.kind == concept {
		return false
	}
	a := ahead(earlier.text(), x.start)
	for _, y := range later.names {
		if y.key == x.key && ahead(later.text(), y.start) == a {
			return false
		}
	}
	if a != "" {
		return true
	}
	return !slices.ContainsFunc(later.names, func(y name) bool { return y.key == x.key && ahead(later.text(), y.start) == "" })
}

// ahead is what stands right before a name and may be its beginning: two characters
// that are no common word; "" where a word or a mark parts the name from it.
func ahead(text []rune, start int) string {
	var before []rune
	for i := start - 1; i >= 0 && len(before) < 2; i-- {
		if isQuote(text[i]) || !belongs(text[i]) {
			break
		}
		before = append(before, script.Fold(text[i]))
	}
	slices.Reverse(before)
	if n := len(before); n < 2 || commonWords.endingAt(before, n) > 0 {
		return ""
	}
	return string(before)
}

// unseen are names in quote marks under which a report announces something and
// which no later one of its place has, within a plan period.
func (c *Corpus) unseen() (all []Unseen) {
	usual := c.usual()
	paired := map[spot]bool{}
	for _, p := range c.Promises {
		paired[spotOf(p.Earlier)] = true
	}
	for _, place := range byPlace(c.Reports) {
		if len(place) < 2 {
			continue
		}
		texts := map[*report.Report]string{}
		for _, r := range place {
			texts[r] = wordsOf(r)
		}
		for _, r := range place {
			all = append(all, unseenOf(r, place, texts, paired, usual)...)
		}
	}
	return all
}

// usual are names in quote marks that several places have, and terms: what all say
// is no undertaking of one.
func (c *Corpus) usual() map[string]bool {
	usual, first := map[string]bool{}, map[string]string{}
	for _, r := range c.Reports {
		place := placeKey(r.Meta.Region)
		for _, p := range r.Paragraphs {
			for _, x := range quotations([]rune(p.Text)) {
				if in, ok := first[x.key]; ok && in != place {
					usual[x.key] = true
				}
				first[x.key] = place
			}
		}
	}
	for _, t := range c.Glossary.Terms {
		for _, form := range append([]string{t.Term}, t.Aliases...) {
			usual[plain(form)] = true
		}
	}
	return usual
}

// spot is where a sentence stands.
type spot struct {
	report       *report.Report
	line, column int
}

func spotOf(s Said) spot { return spot{s.Report, s.Line, s.Column} }

func unseenOf(r *report.Report, place []*report.Report, texts map[*report.Report]string, paired map[spot]bool, usual map[string]bool) (found []Unseen) {
	var later []*report.Report
	until := 0
	for _, other := range place {
		if gap := other.Meta.Year - r.Meta.Year; gap > 0 && gap <= planPeriod {
			later = append(later, other)
			until = max(until, other.Meta.Year)
		}
	}
	if len(later) == 0 {
		return nil
	}
	defining := r.Defining()
	told := map[string]bool{}
	for i, p := range r.Paragraphs {
		if p.Kind != report.Text || defining[i] != nil {
			continue
		}
		u := utterance{report: r, of: p, looks: r.Look(i), shown: p.Shown()}
		for _, text := range sentences(u.shown.Text) {
			u.from, u.to = u.to, u.to+len(text)
			quoted := quotations(text)
			if len(quoted) == 0 || !promising(u) || guiding.in(u.folded()) {
				continue
			}
			var names []name
			for _, x := range quoted {
				if !usual[x.key] && !told[x.key] && gone(x, text, later, texts) {
					told[x.key] = true
					names = append(names, x)
				}
			}
			if len(names) == 0 {
				continue
			}
			u.names = names
			said := said(u, marks(u, names))
			if paired[spotOf(said)] {
				continue
			}
			un := Unseen{Said: said, Until: until}
			for _, x := range names {
				un.Names = append(un.Names, unquoted(text[x.start:x.end]))
			}
			found = append(found, un)
		}
	}
	if len(found) > mostPromises { // the most telling
		slices.SortStableFunc(found, func(a, b Unseen) int {
			return cmp.Compare(utf8.RuneCountInString(b.Names[0]), utf8.RuneCountInString(a.Names[0]))
		})
		found = found[:mostPromises]
		slices.SortStableFunc(found, func(a, b Unseen) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	}
	return found
}

// shortestGone is how long a name must be to be missed: what is shorter is a word.
const shortestGone = 4

// gone reports whether a name in quote marks stands in none of some reports.
func gone(x name, text []rune, later []*report.Report, texts map[*report.Report]string) bool {
	if utf8.RuneCountInString(x.key) < shortestGone || x.start == 0 || text[x.start-1] != '“' && text[x.start-1] != '「' {
		return false
	}
	key := plain(x.key)
	return key != "" && !slices.ContainsFunc(later, func(r *report.Report) bool { return strings.Contains(texts[r], key) })
}

// wordsOf is all that a report says, as names are compared.
func wordsOf(r *report.Report) string {
	var b strings.Builder
	for _, p := range r.Paragraphs {
		b.WriteString(plain(p.Text))
		b.WriteByte('\n')
	}
	return b.String()
}

// plain is a text folded, without quote marks, white space and what joins words.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if isQuote(r) || unicode.IsSpace(r) || strings.ContainsRune("·-—+、,.", r) {
			return -1
		}
		return r
	}, script.FoldString(text))
}
