package annotate

import (
	"bytes"
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

// named is the last year that a sentence names, or 0.
func (u utterance) named() (last int) {
	if !u.cues.has(dated) {
		return 0
	}
	for _, named := range yearNamed.FindAllString(string(u.text()), -1) {
		year, _ := strconv.Atoi(named)
		last = max(last, year)
	}
	return last
}

// within reports whether a later sentence is near enough in time to be about what an
// earlier one announced: a plan period, or as long as that one says it takes.
func within(earlier, later utterance) bool {
	from, to := earlier.report.Meta.Year, later.report.Meta.Year
	return to > from && (to-from <= planPeriod || to <= earlier.until)
}

// relation is how a later sentence speaks. In a part that looks back it reviews,
// whatever its verb, unless it surely looks ahead: what is under way, or will soon be
// done, is reviewed as such.
func (u utterance) relation() Relation {
	switch {
	case u.cues.has(surelyDo), u.looks == report.Target:
		return Repeated
	case u.looks == report.Result, u.cues.has(hasDone) && !u.cues.has(willDo):
		return Reviewed
	}
	return Repeated
}

// spoken are the terms of the glossary in a report, as names, by paragraph. A pattern
// names nothing. What is measured is none: of a figure its own target and result tell, for one time.
// Which key is whose goes into terms.
func spoken(r *report.Report, terms map[key]string) map[int][]name {
	found, measured := map[int][]name{}, measuredNames(r)
	for _, o := range r.Terms {
		if o.Pattern {
			continue
		}
		surface := script.FoldString(o.Surface)
		if slices.ContainsFunc(measured[o.Line], func(name string) bool { return strings.Contains(name, surface) || strings.Contains(surface, name) }) {
			continue
		}
		i, ok := r.ParagraphAt(o.Line, o.Offset)
		if !ok {
			continue
		}
		p := r.Paragraphs[i]
		shown, at := p.Shown(), p.Offset(o.Line, o.Offset)
		start, end := shown.At(at), shown.At(at+utf8.RuneCountInString(o.Surface))
		if end > start {
			k := keyOf([]rune(termKey + o.Term))
			terms[k] = o.Term
			found[i] = append(found[i], name{key: k, start: int32(start), end: int32(end), kind: concept})
		}
	}
	return found
}

var session = regexp.MustCompile(`第[一二三四五六七八九十百0-9]+[届次]`)

// otherSession reports whether two sentences speak of different sessions of something
// that is held again and again.
func otherSession(a, b utterance) bool {
	if !a.cues.has(numbered) || !b.cues.has(numbered) {
		return false
	}
	of := func(u utterance) []string { return session.FindAllString(string(fold(u.text())), -1) }
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
// different longer ones: 仙林国际医院 and 江北国际医院 are not one 国际医院. A long name may have
// more before it where the other has nothing: 荆门|国际内陆港物流中心.
func truncated(earlier, later utterance, x name) bool {
	if x.kind == quotation || x.kind == concept {
		return false
	}
	a := earlier.ahead(x)
	return !slices.ContainsFunc(later.names, func(y name) bool {
		if y.key != x.key {
			return false
		}
		b := later.ahead(y)
		return a == b || x.length >= wholeName && (a == nothing || b == nothing)
	})
}

var nothing [2]rune // stands ahead

// ahead is what stands right before a name and may be its beginning: two characters
// that are no common word; none where a word, a mark or the place that the report is of
// parts the name from it.
func (u utterance) ahead(x name) (before [2]rune) {
	text, start := u.text(), int(x.start)
	if start < 2 {
		return nothing
	}
	for i, r := range text[start-2 : start] {
		if isQuote(r) || !belongs(r) {
			return nothing
		}
		before[i] = script.Fold(r)
	}
	own := ownName(u.report)
	if word, _ := commonWords.Ends(before[:]); word > 0 || len(own) >= 2 && slices.Equal(before[:], own[:2]) {
		return nothing
	}
	return before
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
		texts := map[*report.Report]*wording{} // made when asked for
		has := func(r *report.Report, words string) bool {
			if texts[r] == nil {
				texts[r] = wordingOf(r)
			}
			return texts[r].has(words)
		}
		for _, r := range place {
			all = append(all, c.unseenOf(r, place, has, paired, usual)...)
		}
	}
	return all
}

// usual are names in quote marks that several places have, and terms: what all say
// is no undertaking of one.
func (c *Corpus) usual() map[key]bool {
	usual, first := map[key]bool{}, map[key]string{}
	for _, r := range c.Reports {
		place := placeKey(r.Meta.Region)
		for _, k := range c.keysOf(r).Quoted {
			if in, ok := first[k]; ok && in != place {
				usual[k] = true
			}
			first[k] = place
		}
	}
	for _, t := range c.Glossary.Terms {
		for _, form := range append([]string{t.Term}, t.Aliases...) {
			usual[keyOf([]rune(plain(form)))] = true
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

func (c *Corpus) unseenOf(r *report.Report, place []*report.Report, has func(*report.Report, string) bool, paired map[spot]bool, usual map[key]bool) (found []Unseen) {
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
	told := map[key]bool{}
	for _, m := range c.missed(r, later, has) {
		u, un := m.At.in(r), Unseen{Until: until}
		var marks []Mark
		for i, k := range m.Keys {
			if usual[k] || told[k] {
				continue
			}
			told[k] = true
			marks = append(marks, m.Marks[i])
			un.Names = append(un.Names, unquoted(u.text()[m.Marks[i].Start:m.Marks[i].End]))
		}
		if len(marks) == 0 {
			continue
		}
		if un.Said = (Said{r, said(u, marks)}); !paired[spotOf(un.Said)] {
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

// missed is a sentence that announces something under names which some later reports
// do not have.
type missed struct {
	At    stretch
	Keys  []key
	Marks []Mark // of each
}

// missed are those of a report, which depend on it, on the later ones, and on the terms
// by which its numbers are found.
func (c *Corpus) missed(r *report.Report, later []*report.Report, has func(*report.Report, string) bool) []missed {
	return report.OnceOf(append([]*report.Report{r}, later...), "missed", report.Grounds(c.termsOf(r)), func() (found []missed) {
		defining := r.Defining()
		for i, p := range r.Paragraphs {
			if p.Kind != report.Text || defining[i] != nil {
				continue
			}
			quoted := slices.DeleteFunc(slices.Clone(c.namesOf(r)[i]), func(x name) bool { return x.kind != quotation })
			for u := range uttered(r, i, quoted) {
				if !promising(u) {
					continue
				}
				m := missed{At: u.stretch}
				for _, x := range u.names {
					if gone(x, u.text(), later, has) {
						m.Keys, m.Marks = append(m.Keys, x.key), append(m.Marks, x.mark())
					}
				}
				if len(m.Keys) > 0 {
					found = append(found, m)
				}
			}
		}
		return found
	})
}

// shortestGone is how long a name must be to be missed: what is shorter is a word.
const shortestGone = 4

// gone reports whether a name in quote marks stands in none of some reports.
func gone(x name, text []rune, later []*report.Report, has func(*report.Report, string) bool) bool {
	if x.length < shortestGone || x.start == 0 || text[x.start-1] != '“' && text[x.start-1] != '「' {
		return false
	}
	words := plain(string(x.spelt(text)))
	return words != "" && !slices.ContainsFunc(later, func(r *report.Report) bool { return has(r, words) })
}

// wording is all that a report says, as names are compared. Most names that are looked
// for in it it has not, nor any three characters of theirs.
type wording struct {
	text   []byte
	threes [1 << 11]uint64 // a bit for each three characters, and some others
}

func wordingOf(r *report.Report) *wording {
	size := 0
	for _, p := range r.Paragraphs {
		size += len(p.Text) + 1
	}
	w := &wording{text: make([]byte, 0, size)}
	for _, p := range r.Paragraphs {
		var last three
		for _, c := range p.Text {
			if c = plainly(c); c != script.Nothing {
				w.text = utf8.AppendRune(w.text, c)
				last = last.then(c)
				w.threes[last.hash()>>6] |= 1 << (last.hash() & 63)
			}
		}
		w.text = append(w.text, '\n')
	}
	return w
}

func (w *wording) has(words string) bool {
	var last three
	n := 0
	for _, c := range words {
		if last, n = last.then(c), n+1; n >= 3 && w.threes[last.hash()>>6]&(1<<(last.hash()&63)) == 0 {
			return false
		}
	}
	return bytes.Contains(w.text, []byte(words))
}

// three is characters that stand together, of which no more than the last three count.
type three uint64

func (t three) then(c rune) three { return (t<<21 | three(c)) & (1<<63 - 1) }

// hash is a number under 1<<17.
func (t three) hash() uint32 { return uint32(t * 0x9e3779b97f4a7c15 >> 47) }

// plain is a text folded, without quote marks, white space and what joins words.
func plain(text string) string { return strings.Map(plainly, text) }

// plainly is a character of a text that is plain.
func plainly(c rune) rune {
	switch c = script.Fold(c); c {
	case '·', '-', '—', '+', '、', ',', '.':
		return script.Nothing
	}
	if c < 0x4e00 && (isQuote(c) || unicode.IsSpace(c)) {
		return script.Nothing
	}
	return c
}
