package annotate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"jianzhu/generator/report"
)

// Promise is a sentence that says what is to be done, and one of a later report
// of the same place that seems to speak of the same: a suggestion, for nothing
// is known but the names that both have.
type Promise struct {
	Earlier, Later Said
	Relation       Relation
	Names          []string // that both have, as the earlier one writes them, weightiest first
	Terms          []string // ids of the terms among them
	Score          float64  // relative weight
}

// Relation is how the later sentence speaks.
type Relation string

const (
	Reviewed Relation = "reviewed" // of what has been done or is under way
	Repeated Relation = "repeated" // again of what is to be done, or one cannot tell
)

// Unseen is a sentence that says what is to be done under a name that no later report
// of the place has, for a plan period. It may be done, or go by another name.
type Unseen struct {
	Said
	Names []string
	Until int // year of the last report that was looked at
}

// Said is a sentence of a report.
type Said struct {
	Report *report.Report
	Sentence
}

// Sentence is what is said, and where.
type Sentence struct {
	Line        int
	Column, End int    // in the source
	Text        string // as displayed
	Marks       []Mark // where in Text the names stand, in order
}

// Mark is a part of a text, in code points.
type Mark struct{ Start, End int }

// PromisesByReport has the promises that a report makes and those that it reviews.
func PromisesByReport(all []Promise) map[*report.Report][]*Promise {
	by := map[*report.Report][]*Promise{}
	for i := range all {
		p := &all[i]
		by[p.Earlier.Report] = append(by[p.Earlier.Report], p)
		by[p.Later.Report] = append(by[p.Later.Report], p)
	}
	return by
}

// PromisesByTerm has the promises that name a term, reviewed ones first.
func PromisesByTerm(all []Promise) map[string][]*Promise {
	by := map[string][]*Promise{}
	for _, relation := range []Relation{Reviewed, Repeated} {
		for i := range all {
			p := &all[i]
			for _, id := range p.Terms {
				if p.Relation == relation {
					by[id] = append(by[id], p)
				}
			}
		}
	}
	return by
}

// UnseenByReport has what each announces and is not seen again.
func UnseenByReport(all []Unseen) map[*report.Report][]Unseen {
	by := map[*report.Report][]Unseen{}
	for _, u := range all {
		by[u.Report] = append(by[u.Report], u)
	}
	return by
}

// What makes a promise. The values were chosen by reading what they give for
// the reports at hand.
const (
	mostPromises = 12   // of an earlier report, and of a later one; of what is not seen again too
	planPeriod   = 5    // years after which nothing is put together, but for what a sentence dates
	likely       = 0.9  // score under which two sentences are not put together
	alike        = 0.08 // likeness that sentences need which share but a road, a river, a quarter
	alikeTerms   = 0.2  // and those that share but terms
	reached      = 1.2  // score of a target whose result is given
	doneCounts   = 1.3  // for a later sentence that speaks of what is done

	mostCompared = 6   // later sentences, of those that share names with an earlier one, that are compared with it
	tellingName  = 6   // code points in the name of a road, a river, a quarter that says enough of itself
	wholeName    = 7   // and in one that is whole, though one of two sentences has more before it
	unread       = 300 // sentences that a place is taken to have besides those at hand: in few texts all is rare

	// A name in more sentences of a place than this says little; so the work
	// grows with the text, not with its square.
	manySentences = 40

	// A name that is known in more than one of so many other places is no name.
	perPlace = 50
)

// pairing is two sentences that seem to speak of the same, as it is kept.
type pairing struct {
	Earlier, Later told
	Relation       Relation
	Names, Terms   []string // see Promise
	Score          float64

	reports []*report.Report // by their numbers
}

// told is a sentence of one of its reports.
type told struct {
	Report int // its number
	Sentence
}

func (p pairing) earlier() *report.Report { return p.reports[p.Earlier.Report] }
func (p pairing) later() *report.Report   { return p.reports[p.Later.Report] }

func (p pairing) promise() Promise {
	return Promise{
		Earlier:  Said{p.earlier(), p.Earlier.Sentence},
		Later:    Said{p.later(), p.Later.Sentence},
		Relation: p.Relation, Names: p.Names, Terms: p.Terms, Score: p.Score,
	}
}

// promises finds, for what reports have announced, what later reports of the
// same place say of it. The corpus has its indicators.
func (c *Corpus) promises() []Promise {
	found := append(c.targets(), c.announced()...)
	order := make(map[*report.Report]int, len(c.Reports))
	for i, r := range c.Reports {
		order[r] = i
	}
	var few []Promise
	for _, p := range sparing(found) {
		few = append(few, p.promise())
	}
	slices.SortStableFunc(few, func(a, b Promise) int {
		return cmp.Or(order[a.Earlier.Report]-order[b.Earlier.Report], a.Earlier.Line-b.Earlier.Line, a.Earlier.Column-b.Earlier.Column)
	})
	return few
}

// announced finds undertakings and places by the names that reports share.
func (c *Corpus) announced() (found []pairing) {
	places := byPlace(c.Reports)
	shared := make([]map[key]bool, len(places)) // by place: names that two of its reports have
	known := map[key][]int{}                    // by such a name: the places that have it
	for i, place := range places {
		shared[i] = c.shared(place)
		for k := range shared[i] {
			known[k] = nil
		}
	}
	for i, place := range places {
		for _, r := range place {
			for _, k := range c.keysOf(r).All {
				if in, ok := known[k]; ok && (len(in) == 0 || in[len(in)-1] != i) {
					known[k] = append(in, i)
				}
			}
		}
	}
	for i, place := range places {
		maps.DeleteFunc(shared[i], func(k key, _ bool) bool {
			others := 0
			for _, j := range known[k] {
				if !isAround(places[j][0], place[0]) && !isAround(place[0], places[j][0]) {
					others++
				}
			}
			return others*perPlace > len(places)
		})
		if len(place) > 1 {
			found = append(found, c.pairings(place, shared[i])...)
		}
	}
	return found
}

// pairings are those of a place. They depend on its reports, on the terms in these, by
// which their numbers are found too, and on the names that are shared.
func (c *Corpus) pairings(place []*report.Report, shared map[key]bool) []pairing {
	var on report.Grounds
	for _, r := range place {
		on.Words(c.termsOf(r))
	}
	for _, k := range slices.Sorted(maps.Keys(shared)) {
		on.Numbers(int(k))
	}
	all := report.OnceOf(place, "promises", on, func() []pairing { return c.newMemory(place, shared).pairings() })
	for i := range all {
		all[i].reports = place
	}
	return all
}

// shared are the names that two reports of a place have.
func (c *Corpus) shared(place []*report.Report) map[key]bool {
	most := 0
	for _, r := range place {
		most += len(c.keysOf(r).All)
	}
	shared, first := map[key]bool{}, make(map[key]*report.Report, most)
	for _, r := range place {
		for _, k := range c.keysOf(r).All {
			if in := first[k]; in == nil {
				first[k] = r
			} else if in != r {
				shared[k] = true
			}
		}
	}
	return shared
}

// noted is what is asked for again of a report, once it has been found.
type noted struct {
	names [][]name // by paragraph
	keys  *keys
	terms string
}

func (c *Corpus) noteOf(r *report.Report) *noted {
	if c.noted == nil {
		c.noted = map[*report.Report]*noted{}
	}
	if c.noted[r] == nil {
		c.noted[r] = &noted{}
	}
	return c.noted[r]
}

// namesOf are the names in the paragraphs of a report.
func (c *Corpus) namesOf(r *report.Report) [][]name {
	note := c.noteOf(r)
	if note.names == nil {
		own, in := ownName(r), new(nameFinder)
		note.names = make([][]name, len(r.Paragraphs))
		for i, p := range r.Paragraphs {
			note.names[i] = in.names(p.Shown().Text, own)
		}
	}
	return note.names
}

// keys are those of the names in a report, each once.
type keys struct{ All, Quoted []key }

// keysOf are the keys of the names in a report.
func (c *Corpus) keysOf(r *report.Report) *keys {
	note := c.noteOf(r)
	if note.keys == nil {
		found := report.Once(r, "names", nil, func() (k keys) {
			for _, names := range c.namesOf(r) {
				for _, x := range names {
					k.All = append(k.All, x.key)
					if x.kind == quotation {
						k.Quoted = append(k.Quoted, x.key)
					}
				}
			}
			k.All, k.Quoted = distinct(k.All), distinct(k.Quoted)
			return k
		})
		note.keys = &found
	}
	return note.keys
}

// termsOf is a checksum of the terms of a report with their places.
func (c *Corpus) termsOf(r *report.Report) string {
	note := c.noteOf(r)
	if note.terms == "" {
		note.terms = string(termsSum(r))
	}
	return note.terms
}

func distinct(all []key) []key {
	slices.Sort(all)
	return slices.Clip(slices.Compact(all))
}

// ownName is the name of the place of a report, folded.
func ownName(r *report.Report) []rune {
	path := r.Meta.Region.Path
	if len(path) == 0 {
		return nil
	}
	return fold([]rune(path[len(path)-1]))
}

// byPlace groups reports by the place that they are of, by its whole path. A
// report that names none, or no year, is of no use here.
func byPlace(reports []*report.Report) (places [][]*report.Report) {
	index := map[string]int{}
	for _, r := range reports {
		key := placeKey(r.Meta.Region)
		if key == "" || r.Meta.Year == 0 {
			continue
		}
		i, ok := index[key]
		if !ok {
			i = len(places)
			index[key] = i
			places = append(places, nil)
		}
		places[i] = append(places[i], r)
	}
	return places
}

// placeKey names a place by its code and what its path has beyond it; without a
// code by its path.
func placeKey(r report.Region) string {
	divisions := r.Divisions()
	rest := strings.Join(r.Path[len(divisions):], "/")
	if len(divisions) > 0 {
		return divisions[len(divisions)-1].Code + "/" + rest
	}
	return rest
}

// isAround reports whether the place of a report has that of another within it.
func isAround(a, b *report.Report) bool {
	outer, inner := a.Meta.Region.Path, b.Meta.Region.Path
	return len(outer) <= len(inner) && slices.Equal(outer, inner[:len(outer)])
}

// sparing keeps the best: a name once for each earlier report, and no more than
// mostPromises of one report, or that lead to one.
func sparing(all []pairing) []pairing {
	slices.SortStableFunc(all, func(a, b pairing) int { return cmp.Compare(b.Score, a.Score) })
	made, kept := map[*report.Report]int{}, map[*report.Report]int{}
	told := map[*report.Report][]string{}
	var few []pairing
	for _, p := range all {
		from, to := p.earlier(), p.later()
		again := !slices.ContainsFunc(p.Names, func(n string) bool {
			return !slices.ContainsFunc(told[from], func(m string) bool { return strings.Contains(m, n) || strings.Contains(n, m) })
		})
		if again || made[from] == mostPromises || kept[to] == mostPromises {
			continue
		}
		made[from]++
		kept[to]++
		told[from] = append(told[from], p.Names...)
		few = append(few, p)
	}
	return few
}
