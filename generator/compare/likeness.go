package compare

import (
	"math"
	"slices"
	"sync"
	"unicode"

	"jianzhu/generator/script"
)

// pair is two Chinese characters that stand together, folded.
type pair uint64

func pairOf(a, b rune) pair { return pair(a)<<32 | pair(b) }

func (p pair) hash() uint16 { return uint16((p>>32*31 + p) * 0x9E3779B1 >> 16) }

// holding says that a section has a pair of characters, by their numbers.
type holding struct{ pair, section int32 }

// holdings are those of the sections of two reports, each once: the sections of the
// second report are numbered on from those of the first.
type holdings struct {
	numbers numbers
	all     []holding
	last    [][deepest]int32 // by pair: the sections that had it last, the outermost first
	first   bool             // those of the first report are added: only such pairs as it has count
	of      [2]holders       // of each report
}

// deepest is down to which level sections are told apart by their text.
const deepest = 6

var none = [deepest]int32{-1, -1, -1, -1, -1, -1}

// emptied are holdings that are not needed any more: they are large, and there are some
// for each two reports that are compared.
var emptied = sync.Pool{New: func() any { return &holdings{numbers: makeNumbers(1 << 14), first: true} }}

func (h *holdings) empty() {
	h.numbers.clear()
	h.all, h.last, h.first = h.all[:0], h.last[:0], true
	emptied.Put(h)
}

// add says that a section and all around it have the pairs of characters of a text.
func (h *holdings) add(text []rune, around []int32) {
	last := rune(0)
	for _, c := range text {
		switch c = script.Fold(c); {
		case isChinese(c):
			if last != 0 {
				h.have(pairOf(last, c), around)
			}
			last = c
		case c != script.Nothing && !script.IsSpace(c):
			last = 0
		}
	}
}

func isChinese(c rune) bool {
	return c >= '\u4e00' && c < '\ua000' || c >= '\u3400' && unicode.Is(unicode.Han, c)
}

func (h *holdings) have(p pair, around []int32) {
	n, known := h.numbers.of(p)
	if !known && !h.first {
		return
	}
	if !known {
		n = h.numbers.give(p)
		h.last = append(h.last, none)
	}
	last := &h.last[n]
	for depth := min(len(around), deepest) - 1; depth >= 0; depth-- {
		if last[depth] == around[depth] {
			return // and so have those around it
		}
		last[depth] = around[depth]
		h.all = append(h.all, holding{n, around[depth]})
	}
}

// headings adds what stands in the headings of a report's sections.
func headings(h *holdings, r *Reading, first int32) {
	for i, s := range r.Sections {
		h.add([]rune(r.Report.Heading(*s.Entry)), []int32{first + int32(i)})
	}
}

// texts adds what stands in its sections.
func texts(h *holdings, r *Reading, first int32) {
	var around []int32
	for i, p := range r.Report.Paragraphs {
		around = around[:0]
		for n := r.under[i]; n >= 0; n = r.Sections[n].above {
			around = append(around, first+int32(n))
		}
		slices.Reverse(around)
		h.add(p.Shown().Text, around)
	}
}

// cosines compares the sections of two reports by the pairs of characters that both reports
// have, each weighed by how few sections have it: what only one of two places
// writes does not tell what its sections are about.
func cosines(a, b *Reading, of func(h *holdings, r *Reading, first int32)) [][]float64 {
	h := emptied.Get().(*holdings)
	defer h.empty()
	of(h, a, 0)
	split := len(h.all)
	h.first = false
	of(h, b, int32(len(a.Sections)))

	common, norms := make([][]float64, len(a.Sections)), make([]float64, len(a.Sections)+len(b.Sections))
	for i := range common {
		common[i] = make([]float64, len(b.Sections))
	}
	inA, inB := &h.of[0], &h.of[1]
	inA.sort(h.all[:split], h.numbers.given)
	inB.sort(h.all[split:], h.numbers.given)
	for p := range h.numbers.given {
		first, second := inA.of(p), inB.of(p)
		if len(first) == 0 || len(second) == 0 {
			continue
		}
		weight := math.Log(float64(len(norms)) / float64(len(first)+len(second)))
		weight *= weight
		for _, i := range first {
			norms[i] += weight
			row := common[i]
			for _, j := range second {
				row[int(j)-len(a.Sections)] += weight
			}
		}
		for _, j := range second {
			norms[j] += weight
		}
	}
	for i, row := range common {
		for j := range row {
			if row[j] > 0 {
				row[j] /= math.Sqrt(norms[i] * norms[len(a.Sections)+j])
			}
		}
	}
	return common
}

// holders are sections by the pair of characters that they have.
type holders struct {
	sections []int32
	ends     []int32 // by pair: where its sections end, and those of the next begin; before them a 0
}

// sort sorts holdings of so many pairs, by counting them, in place of others.
func (h *holders) sort(all []holding, pairs int) {
	h.sections = slices.Grow(h.sections[:0], len(all))[:len(all)]
	h.ends = slices.Grow(h.ends[:0], pairs+2)[:pairs+2]
	clear(h.ends)
	next := h.ends[1:] // by pair: where its next section stands, at first where they begin
	for _, x := range all {
		h.ends[x.pair+2]++
	}
	for p := range pairs {
		next[p+1] += next[p]
	}
	for _, x := range all {
		h.sections[next[x.pair]] = x.section
		next[x.pair]++
	}
}

func (h *holders) of(pair int) []int32 { return h.sections[h.ends[pair]:h.ends[pair+1]] }
