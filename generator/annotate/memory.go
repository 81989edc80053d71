package annotate

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// memory is the sentences of a place's reports in which there are names, and who
// has which name.
type memory struct {
	sentences []utterance
	holders   map[string][]int // by key of a name: the sentences that have it
	pairs     map[pair]int     // in how many sentences
}

// utterance is a sentence with its names.
type utterance struct {
	report   *report.Report
	of       report.Paragraph
	looks    report.IndicatorKind // back, ahead, or neither
	shown    report.Shown
	from, to int // in shown.Text
	names    []name
	pairs    []pair   // each once, in order
	done     bool     // it speaks of what is done
	speaks   Relation // if it is the later one
}

func (u utterance) text() []rune { return u.shown.Text[u.from:u.to] }

func (u utterance) folded() string { return script.FoldString(string(u.text())) }

// newMemory gathers what a place's reports say, with names of the given keys.
func newMemory(place []*report.Report, keys map[string]bool) *memory {
	m := &memory{holders: map[string][]int{}, pairs: map[pair]int{}}
	for _, r := range place {
		own, defining := ownName(r), r.Defining()
		measured, terms := measuredNames(r), map[int][]report.Occurrence{}
		for _, o := range r.Terms {
			terms[o.Line] = append(terms[o.Line], o)
		}
		for i, p := range r.Paragraphs {
			if p.Kind != report.Text || defining[i] != nil {
				continue
			}
			u := utterance{report: r, of: p, looks: r.Look(i), shown: p.Shown()}
			var within []report.Occurrence
			for _, line := range p.SourceLines() {
				within = append(within, terms[line]...)
			}
			for _, text := range sentences(u.shown.Text) {
				u.from, u.to = u.to, u.to+len(text)
				u.names = append(slices.DeleteFunc(names(text, own), func(x name) bool { return !keys[x.key] }), spoken(u, within, measured)...)
				m.add(u)
			}
		}
	}
	return m
}

func (m *memory) add(u utterance) {
	if len(u.names) == 0 || guiding.in(u.folded()) {
		return
	}
	u.done = u.looks == report.Result || hasDone.in(u.folded())
	u.pairs, u.speaks = pairs(u.text()), u.relation()
	n := len(m.sentences)
	m.sentences = append(m.sentences, u)
	for _, x := range u.names {
		if h := m.holders[x.key]; len(h) == 0 || h[len(h)-1] != n {
			m.holders[x.key] = append(h, n)
		}
	}
	for _, p := range u.pairs {
		m.pairs[p]++
	}
}

// promises pairs the sentences of a place: an earlier one with at most one later.
func (m *memory) promises() (found []Promise) {
	for i, u := range m.sentences {
		if !promising(u) {
			continue
		}
		best, with := Promise{}, 0
		met := m.met(i)
		for _, j := range m.heaviest(met) {
			p := m.promise(i, j, met[j])
			if p.Score >= likely && (p.Relation == best.Relation && p.Score > best.Score || p.Relation != best.Relation && best.Relation != Reviewed) {
				best, with = p, j
			}
		}
		if best.Score > 0 {
			best.Earlier, best.Later = said(u, marks(u, met[with])), said(m.sentences[with], marks(m.sentences[with], met[with]))
			found = append(found, best)
		}
	}
	return found
}

// heaviest are the later sentences whose names say most, the first of those that
// say as much; no more than are worth comparing.
func (m *memory) heaviest(met map[int][]name) []int {
	weights := map[int]float64{}
	for j, names := range met {
		for _, x := range names {
			weights[j] += m.weight(x)
		}
		if m.sentences[j].done {
			weights[j] *= doneCounts
		}
	}
	all := slices.Sorted(maps.Keys(met))
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(weights[b], weights[a]) })
	return all[:min(mostCompared, len(all))]
}

// weight is what a name says: the more, the fewer sentences have it and the
// longer it is.
func (m *memory) weight(x name) float64 {
	rare := 1 - math.Log(float64(len(m.holders[x.key])))/math.Log(m.size())
	if x.kind == concept {
		return rare
	}
	return rare * min(1.5, 0.5+float64(len([]rune(x.key)))/8)
}

// met has the sentences of later reports that share names with the i-th, and
// those names; of names within one another the longest.
func (m *memory) met(i int) map[int][]name {
	met := map[int][]name{}
	for _, x := range m.sentences[i].names {
		holders := m.holders[x.key]
		if len(holders) > manySentences {
			continue
		}
		for _, j := range holders {
			if within(m.sentences[i], m.sentences[j]) && !covered(met[j], x) && !truncated(m.sentences[i], m.sentences[j], x) {
				met[j] = append(slices.DeleteFunc(met[j], func(y name) bool { return covered([]name{x}, y) }), x)
			}
		}
	}
	return met
}

// covered reports whether a name lies within one of others.
func covered(others []name, x name) bool {
	return slices.ContainsFunc(others, func(y name) bool { return y.start <= x.start && x.end <= y.end })
}

// promise weighs what the i-th sentence and the later j-th have in common.
func (m *memory) promise(i, j int, names []name) Promise {
	earlier, later := m.sentences[i], m.sentences[j]
	slices.SortStableFunc(names, func(a, b name) int { return cmp.Compare(m.weight(b), m.weight(a)) })
	p, grounds, concepts := Promise{Relation: later.speaks}, true, true
	for _, x := range names {
		p.Score += m.weight(x)
		if n := unquoted(earlier.text()[x.start:x.end]); !slices.Contains(p.Names, n) {
			p.Names = append(p.Names, n)
		}
		if id, is := strings.CutPrefix(x.key, termKey); is && !slices.Contains(p.Terms, id) {
			p.Terms = append(p.Terms, id)
		}
		concepts = concepts && x.kind == concept
		grounds = grounds && x.kind == ground && len([]rune(x.key)) < tellingName
	}
	if p.Relation == Reviewed && otherSession(earlier, later) {
		p.Relation = Repeated
	}
	likeness := m.likeness(i, j, names)
	if grounds && likeness < alike || concepts && likeness < alikeTerms {
		return Promise{}
	}
	p.Score += likeness
	if later.done {
		p.Score *= doneCounts
	}
	return p
}

// unquoted is a text without quote marks: one may stand in a name, its pair before it.
func unquoted(text []rune) string {
	return string(slices.DeleteFunc(slices.Clone(text), isQuote))
}

// marks are where a sentence has some names, or their like.
func marks(u utterance, names []name) (marks []Mark) {
	for _, x := range u.names {
		if slices.ContainsFunc(names, func(y name) bool { return x.key == y.key }) {
			marks = append(marks, Mark{x.start, x.end})
		}
	}
	return marks
}

// size is how many sentences rarity is measured by.
func (m *memory) size() float64 { return float64(len(m.sentences) + unread) }

// likeness is the cosine of the pairs of characters in two sentences, each
// weighed by how rare it is, without those of the names.
func (m *memory) likeness(i, j int, names []name) float64 {
	var named []pair
	for _, x := range names {
		key := []rune(x.key)
		if x.kind == concept {
			key = m.sentences[i].text()[x.start:x.end]
		}
		named = append(named, pairs(key)...)
	}
	weight := func(p pair) float64 {
		if slices.Contains(named, p) {
			return 0
		}
		w := math.Log(m.size() / float64(m.pairs[p]))
		return w * w
	}
	var both, ofA, ofB float64
	earlier, later := m.sentences[i].pairs, m.sentences[j].pairs
	for _, p := range earlier {
		w := weight(p)
		ofA += w
		if _, is := slices.BinarySearch(later, p); is {
			both += w
		}
	}
	for _, p := range later {
		ofB += weight(p)
	}
	if both == 0 {
		return 0
	}
	return both / math.Sqrt(ofA*ofB)
}

// pair is two Chinese characters that stand together, folded.
type pair uint64

// pairs are those of a text, each once, in the order of their characters.
func pairs(text []rune) []pair {
	var all []pair
	for i := 1; i < len(text); i++ {
		if belongs(text[i-1]) && belongs(text[i]) {
			all = append(all, pair(script.Fold(text[i-1]))<<32|pair(script.Fold(text[i])))
		}
	}
	slices.Sort(all)
	return slices.Clip(slices.Compact(all))
}

// promising reports whether a sentence says what is to be done.
func promising(u utterance) bool {
	text := u.folded()
	switch u.looks {
	case report.Result:
		return false
	case report.Target:
		return !nowDone.in(text)
	}
	return willDo.in(text) && !hasDone.in(text)
}

// said is a sentence with something marked in it. A long one is cut before the
// first mark and after the last.
func said(u utterance, marks []Mark) Said {
	slices.SortFunc(marks, func(a, b Mark) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	marks[0].End = min(marks[0].End, marks[0].Start+2*reach) // a number of a thousand figures
	text, last := u.text(), 0
	marks = slices.DeleteFunc(marks, func(m Mark) bool {
		within := m.Start < last || m.End > marks[0].Start+2*reach
		last = max(last, m.End)
		return within
	})
	from, to := marks[0].Start, marks[len(marks)-1].End
	head := before(text[:from])
	s := Said{Report: u.report, Text: head + string(text[from:to]) + after(text[to:])}
	start, end := u.shown.Columns(u.from, u.to)
	s.Line, s.Column = u.of.Place(start)
	s.End = s.Column + end - start
	for _, m := range marks {
		moved := utf8.RuneCountInString(head) - from
		s.Marks = append(s.Marks, Mark{m.Start + moved, m.End + moved})
	}
	return s
}
