package annotate

import (
	"cmp"
	"iter"
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
	Report      *report.Report
	Line        int
	Column, End int    // in the source
	Text        string // as displayed
	Marks       []Mark // where in Text the names stand, in order
}

// Mark is a part of a text, in code points.
type Mark struct{ Start, End int }

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
	unread       = 300 // sentences that a place is taken to have besides those at hand: in few texts all is rare

	// A name in more sentences of a place than this says little; so the work
	// grows with the text, not with its square.
	manySentences = 40

	// A name that is known in more than one of so many other places is no name.
	perPlace = 50
)

// promises finds, for what reports have announced, what later reports of the
// same place say of it. The corpus has its indicators.
func (c *Corpus) promises() []Promise {
	found := append(c.targets(), c.announced()...)
	order := make(map[*report.Report]int, len(c.Reports))
	for i, r := range c.Reports {
		order[r] = i
	}
	few := sparing(found)
	slices.SortStableFunc(few, func(a, b Promise) int {
		return cmp.Or(order[a.Earlier.Report]-order[b.Earlier.Report], a.Earlier.Line-b.Earlier.Line, a.Earlier.Column-b.Earlier.Column)
	})
	return few
}

// announced finds undertakings and places by the names that reports share.
func (c *Corpus) announced() (found []Promise) {
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
		for k := range c.keysOf(place) {
			if in, ok := known[k]; ok && (len(in) == 0 || in[len(in)-1] != i) {
				known[k] = append(in, i)
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
			found = append(found, c.newMemory(place, shared[i]).promises()...)
		}
	}
	return found
}

// keysOf yields those of the names in reports, with the report.
func (c *Corpus) keysOf(reports []*report.Report) iter.Seq2[key, *report.Report] {
	return func(yield func(key, *report.Report) bool) {
		for _, r := range reports {
			for _, names := range c.namesOf(r) {
				for _, x := range names {
					if !yield(x.key, r) {
						return
					}
				}
			}
		}
	}
}

// shared are those that two reports of a place have.
func (c *Corpus) shared(place []*report.Report) map[key]bool {
	shared, first := map[key]bool{}, map[key]*report.Report{}
	for k, r := range c.keysOf(place) {
		if in := first[k]; in == nil {
			first[k] = r
		} else if in != r {
			shared[k] = true
		}
	}
	return shared
}

// namesOf are the names in the paragraphs of a report. They are found once.
func (c *Corpus) namesOf(r *report.Report) [][]name {
	if found, known := c.named[r]; known {
		return found
	}
	all, own := make([][]name, len(r.Paragraphs)), ownName(r)
	for i, p := range r.Paragraphs {
		all[i] = names(p.Shown().Text, own)
	}
	if c.named == nil {
		c.named = map[*report.Report][][]name{}
	}
	c.named[r] = all
	return all
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
func sparing(all []Promise) []Promise {
	slices.SortStableFunc(all, func(a, b Promise) int { return cmp.Compare(b.Score, a.Score) })
	made, kept := map[*report.Report]int{}, map[*report.Report]int{}
	told := map[*report.Report][]string{}
	var few []Promise
	for _, p := range all {
		from, to := p.Earlier.Report, p.Later.Report
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
