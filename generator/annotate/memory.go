package annotate

import (
	"cmp"
	"iter"
	"maps"
	"math"
	"slices"
	"unicode/utf8"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// memory is the sentences of a place's reports in which there are names, and who
// has which name.
type memory struct {
	reports   []*report.Report
	sentences []utterance
	holders   map[key][]int  // by name: the sentences that have it
	terms     map[key]string // ids, by the key of a concept
	pairs     map[pair]int   // in how many sentences
}

// utterance is a sentence with its names.
type utterance struct {
	report *report.Report
	of     *report.Paragraph
	shown  report.Shown
	stretch
	looks  report.IndicatorKind // back, ahead, or neither
	cues   cue
	names  []name
	pairs  []weighed // each once, in order
	until  int       // year after the last that it names, or 1
	done   bool      // it speaks of what is done
	speaks Relation  // if it is the later one
}

// stretch is where a sentence stands in a report.
type stretch struct {
	Paragraph int // its index
	From, To  int // in what is shown of it
}

// in is the sentence that stands there.
func (s stretch) in(r *report.Report) utterance {
	p := &r.Paragraphs[s.Paragraph]
	return utterance{report: r, of: p, shown: p.Shown(), stretch: s}
}

func (u utterance) text() []rune { return u.shown.Text[u.From:u.To] }

// fold folds a text.
func fold(text []rune) []rune {
	folded := make([]rune, 0, len(text))
	for _, r := range text {
		if f := script.Fold(r); f != script.Nothing {
			folded = append(folded, f)
		}
	}
	return folded
}

// uttered yields the sentences of a paragraph, by its index, in which some of its names
// are, but for those that only say in whose spirit all is done.
func uttered(r *report.Report, paragraph int, names []name) iter.Seq[utterance] {
	return func(yield func(utterance) bool) {
		u := stretch{Paragraph: paragraph}.in(r)
		u.looks = r.Look(paragraph)
		for _, text := range sentences(u.shown.Text) {
			u.From, u.To, u.names = u.To, u.To+len(text), nil
			for _, x := range names {
				if from, to := int32(u.From), int32(u.To); x.start >= from && x.end <= to {
					x.start, x.end = x.start-from, x.end-from
					u.names = append(u.names, x)
				}
			}
			if len(u.names) == 0 {
				continue
			}
			if u.cues = cuesOf(fold(text)); !u.cues.has(guiding) && !yield(u) {
				return
			}
		}
	}
}

// newMemory gathers what a place's reports say under shared names, and under terms.
func (c *Corpus) newMemory(place []*report.Report, shared map[key]bool) *memory {
	m := &memory{reports: place, holders: map[key][]int{}, terms: map[key]string{}, pairs: map[pair]int{}}
	for _, r := range place {
		defining, terms := r.Defining(), spoken(r, m.terms)
		for i, named := range c.namesOf(r) {
			if r.Paragraphs[i].Kind != report.Text || defining[i] != nil {
				continue
			}
			names := slices.DeleteFunc(slices.Clone(named), func(x name) bool { return !shared[x.key] })
			if names = append(names, terms[i]...); len(names) == 0 {
				continue
			}
			for u := range uttered(r, i, names) {
				m.add(u)
			}
		}
	}
	for _, u := range m.sentences {
		for i, p := range u.pairs {
			information := math.Log(m.size() / float64(m.pairs[p.pair]))
			u.pairs[i].weight = information * information
		}
	}
	return m
}

func (m *memory) add(u utterance) {
	u.done = u.looks == report.Result || u.cues.has(hasDone)
	u.speaks, u.until = u.relation(), u.named()+1
	all := pairs(u.text())
	u.pairs = make([]weighed, len(all))
	for i, p := range all {
		u.pairs[i].pair = p
		m.pairs[p]++
	}
	n := len(m.sentences)
	m.sentences = append(m.sentences, u)
	for _, x := range u.names {
		if h := m.holders[x.key]; len(h) == 0 || h[len(h)-1] != n {
			m.holders[x.key] = append(h, n)
		}
	}
}

// pairings pairs the sentences of a place: an earlier one with at most one later.
func (m *memory) pairings() (found []pairing) {
	for i, u := range m.sentences {
		if !promising(u) {
			continue
		}
		best, with := pairing{}, 0
		met := m.met(i)
		for _, j := range m.heaviest(met) {
			p := m.pairing(i, j, met[j])
			if p.Score >= likely && (p.Relation == best.Relation && p.Score > best.Score || p.Relation != best.Relation && best.Relation != Reviewed) {
				best, with = p, j
			}
		}
		if best.Score > 0 {
			best.Earlier, best.Later = m.told(u, met[with]), m.told(m.sentences[with], met[with])
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
	return rare * min(1.5, 0.5+float64(x.length)/8)
}

// met has the sentences of later reports that share names with the i-th, and
// those names; of names within one another the longest. Where that is only the end of
// two different ones, so is each that ends with it.
func (m *memory) met(i int) map[int][]name {
	type ending struct {
		sentence int
		at       int32
	}
	met, cut := map[int][]name{}, map[ending]bool{}
	for _, x := range m.sentences[i].names {
		holders := m.holders[x.key]
		if len(holders) > manySentences {
			continue
		}
		for _, j := range holders {
			end := ending{j, x.end}
			switch {
			case !within(m.sentences[i], m.sentences[j]), covered(met[j], x), cut[end] && (x.kind == thing || x.kind == ground):
			case truncated(m.sentences[i], m.sentences[j], x):
				cut[end] = true
			default:
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

// told is a sentence with the marks of some names.
func (m *memory) told(u utterance, names []name) told {
	return told{slices.Index(m.reports, u.report), said(u, marks(u, names))}
}

// pairing weighs what the i-th sentence and the later j-th have in common.
func (m *memory) pairing(i, j int, names []name) pairing {
	earlier, later := m.sentences[i], m.sentences[j]
	slices.SortStableFunc(names, func(a, b name) int { return cmp.Compare(m.weight(b), m.weight(a)) })
	p, grounds, concepts := pairing{Relation: later.speaks}, true, true
	for _, x := range names {
		p.Score += m.weight(x)
		if n := unquoted(earlier.text()[x.start:x.end]); !slices.Contains(p.Names, n) {
			p.Names = append(p.Names, n)
		}
		if term := m.terms[x.key]; x.kind == concept && !slices.Contains(p.Terms, term) {
			p.Terms = append(p.Terms, term)
		}
		concepts = concepts && x.kind == concept
		grounds = grounds && x.kind == ground && x.length < tellingName
	}
	if p.Relation == Reviewed && otherSession(earlier, later) {
		p.Relation = Repeated
	}
	likeness := m.likeness(i, j, names)
	if grounds && likeness < alike || concepts && likeness < alikeTerms {
		return pairing{}
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
			marks = append(marks, x.mark())
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
		named = append(named, pairs(x.spelt(m.sentences[i].text()))...)
	}
	var both, ofA, ofB float64
	later := m.sentences[j].pairs
	for _, p := range m.sentences[i].pairs {
		if slices.Contains(named, p.pair) {
			continue
		}
		ofA += p.weight
		if _, is := slices.BinarySearchFunc(later, p.pair, func(q weighed, p pair) int { return cmp.Compare(q.pair, p) }); is {
			both += p.weight
		}
	}
	for _, p := range later {
		if !slices.Contains(named, p.pair) {
			ofB += p.weight
		}
	}
	if both == 0 {
		return 0
	}
	return both / math.Sqrt(ofA*ofB)
}

// pair is two Chinese characters that stand together, folded.
type pair uint64

// weighed is a pair with what it says, in the measure of squared information: the
// fewer sentences have it, the more.
type weighed struct {
	pair
	weight float64
}

// pairs are those of a text, each once, in the order of their characters.
func pairs(text []rune) []pair {
	all := make([]pair, 0, len(text))
	for i := 1; i < len(text); i++ {
		if belongs(text[i-1]) && belongs(text[i]) {
			all = append(all, pair(script.Fold(text[i-1]))<<32|pair(script.Fold(text[i])))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// promising reports whether a sentence says what is to be done.
func promising(u utterance) bool {
	switch u.looks {
	case report.Result:
		return false
	case report.Target:
		return !u.cues.has(nowDone)
	}
	return u.cues.has(willDo) && !u.cues.has(hasDone)
}

// said is a sentence with something marked in it. A long one is cut before the
// first mark and after the last.
func said(u utterance, marks []Mark) Sentence {
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
	s := Sentence{Text: head + string(text[from:to]) + after(text[to:])}
	start, end := u.shown.Columns(u.From, u.To)
	s.Line, s.Column = u.of.Place(start)
	s.End = s.Column + end - start
	for _, m := range marks {
		moved := utf8.RuneCountInString(head) - from
		s.Marks = append(s.Marks, Mark{m.Start + moved, m.End + moved})
	}
	return s
}
