package annotate

import (
	"cmp"
	"crypto/sha256"
	"math"
	"math/bits"
	"slices"

	"jianzhu/generator/cache"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// How sections are found to be related. The values were chosen by reading what
// they give for the reports at hand.
const (
	mostRelated = 3
	kinship     = 0.22 // score under which sections are not related; 1 is the most there can be

	// What every section is taken to hold besides its traits, in the measure of
	// their squared weights: two sections with one trait each are less alike
	// than two with the same five.
	besides = 20.0

	// A term in more sections than this says little, and counts for nothing: so
	// the work grows with the text, not with its square.
	widest = 500
)

// trait is what sections can have in common: a term in one sense, or a theme.
type trait struct{ term, sense, theme string }

// subject is a section by its traits: terms in the order of the text, then
// themes, best first.
type subject struct {
	report *report.Report
	entry  *report.Entry
	traits []trait
}

// subjectOf returns the traits of a section's heading and own text. An
// occurrence whose sense is open is none: the same word may mean something else. Nor is
// what is only made after the same pattern.
func subjectOf(r *report.Report, e *report.Entry, terms []report.Occurrence, g *glossary.Glossary) subject {
	var traits []trait
	for _, o := range terms {
		t := trait{term: o.Term, sense: o.Sense}
		if entry := g.Term(o.Term); entry == nil || o.Pattern || o.Sense == "" && len(entry.Senses) > 1 || slices.Contains(traits, t) {
			continue
		}
		traits = append(traits, t)
	}
	for _, l := range e.Themes {
		traits = append(traits, trait{theme: l.Theme})
	}
	return subject{r, e, slices.Clone(traits)}
}

// relative is a section of another report that has much in common with one.
type relative struct {
	Subject       int      // which of all
	Terms, Themes []string // see report.Related
}

// relate gives each section the sections of other reports that it has most in common with.
// They depend on what each section has, and on nothing else of the reports.
func (c *Corpus) relate() {
	on := cache.KeyOf([]byte("related"), traitsSum(c.subjects))
	all := cache.Once(report.StoreOf(c.Reports), on, func() [][]relative { return relatives(c.subjects, 0) })
	for i, of := range all {
		c.subjects[i].enter(of, c.subjects)
	}
}

// traitsSum is a checksum of the traits of sections, by report.
func traitsSum(subjects []subject) []byte {
	hash, reports := sha256.New(), 0
	var on report.Grounds
	for i, s := range subjects {
		if i > 0 && s.report != subjects[i-1].report {
			reports++
		}
		on = on[:0]
		on.Numbers(reports, len(s.traits))
		for _, t := range s.traits {
			on.Words(t.term, t.sense, t.theme)
		}
		hash.Write(on)
	}
	return hash.Sum(nil)
}

// enter enters what a section is related to.
func (s subject) enter(relatives []relative, subjects []subject) {
	s.entry.Related = nil
	for _, of := range relatives {
		other := subjects[of.Subject]
		s.entry.Related = append(s.entry.Related, report.Related{
			Report: other.report.Slug, Section: other.entry.ID, Line: other.entry.Line, Terms: of.Terms, Themes: of.Themes,
		})
	}
}

// relatives are for each subject from the first on those of other reports that it
// has most in common with; those before are only compared with.
// Two terms must be shared: for a theme there is the theme's page, and one word may
// stand anywhere. The score is the cosine of the traits, each weighed by how
// rare it is among the sections.
func relatives(subjects []subject, first int) [][]relative {
	all := make([][]relative, 0, len(subjects)-first)
	k := newKin(subjects)
	for i := first; i < len(subjects); i++ {
		var of []relative
		for _, j := range k.nearest(i) {
			other := relative{Subject: j}
			for _, t := range k.shared(i, j) {
				if t.theme != "" {
					other.Themes = append(other.Themes, t.theme)
				} else {
					other.Terms = append(other.Terms, t.term)
				}
			}
			of = append(of, other)
		}
		all = append(all, of)
	}
	return all
}

// kin is the subjects and their traits, both by number, with what comparing
// them needs.
type kin struct {
	subjects []subject
	traits   []trait
	has      [][]int32 // by subject: its traits
	holders  [][]int32 // by trait: the subjects that have it
	weights  []float64 // by trait: the information in having it, in nats; 0 where it says nothing
	squares  []float64 // of the weights
	norms    []float64 // by subject: of its weights
	met      []int32   // by subject: the last for which nearest has met it

	// Of the subject that others are compared with, by trait, its place among those that
	// it has, from 1; and a bit for each of them, set where another has it too.
	place []int32
	both  []uint64
}

func newKin(subjects []subject) *kin {
	k := &kin{
		subjects: subjects, has: make([][]int32, len(subjects)),
		norms: make([]float64, len(subjects)), met: make([]int32, len(subjects)),
	}
	numbers := map[trait]int32{}
	for i, s := range subjects {
		k.has[i] = make([]int32, 0, len(s.traits))
		for _, t := range s.traits {
			n, ok := numbers[t]
			if !ok {
				n = int32(len(k.traits))
				numbers[t] = n
				k.traits = append(k.traits, t)
				k.holders = append(k.holders, nil)
			}
			k.has[i] = append(k.has[i], n)
			k.holders[n] = append(k.holders[n], int32(i))
		}
	}
	for n, t := range k.traits {
		weight := math.Log(float64(len(subjects)) / float64(len(k.holders[n])))
		if t.theme == "" && len(k.holders[n]) > widest {
			weight = 0
		}
		k.weights, k.squares = append(k.weights, weight), append(k.squares, weight*weight)
	}
	k.place = make([]int32, len(k.traits))
	for i, traits := range k.has {
		k.norms[i] = math.Sqrt(k.weigh(traits))
	}
	return k
}

// weigh is the sum of the squared weights of traits.
func (k *kin) weigh(traits []int32) (sum float64) {
	for _, n := range traits {
		sum += k.squares[n]
	}
	return sum
}

// nearest returns the subjects of other reports that are most like the i-th,
// best first, mostRelated at most. Only those that share a term are looked at, by
// the rarest terms first: those that are met later share only what is left, and
// where that cannot make them as like as the best, the search ends. So of many
// sections few are compared, and the result is as if all were.
func (k *kin) nearest(i int) []int {
	defer k.compare(i)()
	var terms []int32
	left := 0.0 // that a subject not yet met can share
	for _, n := range k.has[i] {
		left += k.squares[n]
		if k.traits[n].theme == "" && k.weights[n] > 0 {
			terms = append(terms, n)
		}
	}
	slices.SortStableFunc(terms, func(a, b int32) int { return cmp.Compare(k.weights[b], k.weights[a]) })
	var best []int
	var scores []float64
	for _, n := range terms {
		least := kinship
		if len(scores) == mostRelated {
			least = scores[mostRelated-1]
		}
		if k.most(i, left, math.Sqrt(left)) < least {
			break
		}
		for _, holder := range k.holders[n] {
			j := int(holder)
			if k.met[j] == int32(i+1) || k.subjects[j].report == k.subjects[i].report {
				continue
			}
			k.met[j] = int32(i + 1)
			if len(scores) == mostRelated {
				least = scores[mostRelated-1]
			}
			if k.most(i, min(left, k.norms[j]*k.norms[j]), k.norms[j]) < least {
				continue
			}
			score := k.score(i, j)
			at := len(best)
			for at > 0 && (scores[at-1] < score || scores[at-1] == score && best[at-1] > j) {
				at--
			}
			if score >= kinship && at < mostRelated {
				best, scores = slices.Insert(best, at, j), slices.Insert(scores, at, score)
				best, scores = best[:min(mostRelated, len(best))], scores[:min(mostRelated, len(scores))]
			}
		}
		left -= k.squares[n]
	}
	return best
}

// most is a score that none exceeds who shares so much with the i-th subject and
// has a norm, a little more for what sums in another order differ by.
func (k *kin) most(i int, shared, norm float64) float64 {
	return shared/(k.norms[i]*norm+besides) + 1e-9
}

// compare readies a subject for others to be compared with it, until it is told that
// all are.
func (k *kin) compare(i int) (done func()) {
	for at, n := range k.has[i] {
		k.place[n] = int32(at + 1)
	}
	k.both = make([]uint64, len(k.has[i])/64+1)
	return func() {
		for _, n := range k.has[i] {
			k.place[n] = 0
		}
	}
}

// score weighs what another subject shares with the i-th, with which it is compared, by
// what they hold; 0 where they share no two terms.
func (k *kin) score(i, j int) float64 {
	clear(k.both)
	for _, n := range k.has[j] {
		if at := k.place[n]; at > 0 {
			k.both[(at-1)/64] |= 1 << ((at - 1) % 64)
		}
	}
	terms, common := 0, 0.0
	for block, some := range k.both { // in the order of the i-th
		for ; some != 0; some &= some - 1 {
			n := k.has[i][block*64+bits.TrailingZeros64(some)]
			if k.weights[n] > 0 {
				common += k.squares[n]
				if k.traits[n].theme == "" {
					terms++
				}
			}
		}
	}
	if terms < 2 {
		return 0
	}
	return common / (k.norms[i]*k.norms[j] + besides)
}

// shared returns the traits of both that say something, rarest first.
func (k *kin) shared(i, j int) []trait {
	var both []int32
	for _, n := range k.has[i] {
		if k.weights[n] > 0 && slices.Contains(k.has[j], n) {
			both = append(both, n)
		}
	}
	slices.SortStableFunc(both, func(a, b int32) int { return cmp.Compare(k.weights[b], k.weights[a]) })
	traits := make([]trait, len(both))
	for at, n := range both {
		traits[at] = k.traits[n]
	}
	return traits
}
