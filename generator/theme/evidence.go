package theme

import (
	"math"
	"slices"
	"strings"
	"sync"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// word is one that speaks for a theme in a passage.
type word struct {
	surface string  // as it first stands there
	weight  float64 // of the word itself, wherever it stands
	heading bool    // it is in the heading
	text    int     // how often it is in the text
	above   float64 // what it counts for being in headings above
	below   float64 // and below
	inner   float64 // what it adds, whatever its weight, as a reason of the sections inside
	order   int     // of first appearance
	total   float64 // its score, once all is read
}

// score is what the word adds to its theme; inText is what its first time in
// the text counts. Further times count less and less.
func (w *word) score(inText float64) float64 {
	s := w.above + w.below + inText*math.Log2(1+float64(w.text))
	if w.heading {
		s += inHeading
	}
	return s*w.weight + w.inner
}

// inside reports whether the word stands in the section: one above it alone is
// no reason for a theme.
func (w *word) inside() bool { return w.heading || w.text > 0 || w.below > 0 || w.inner > 0 }

// weight is of a word that speaks for several themes. Longer words are rarer
// and say more, up to four code points; one that many themes use says less.
func weight(length, themes int) float64 {
	return (1 + 0.25*float64(min(length, 4)-2)) / float64(themes)
}

// witness is a theme, by index, and a folded word that speaks for it, by number.
type witness struct{ theme, word int }

// collector gathers the words of a passage, and then those of the next in their place.
type collector struct {
	v     *Vocabulary
	words map[witness]*word
	terms map[string]int // numbers of forms that are no keywords
	all   [][]*word      // by theme
	made  []*word        // words, of which the first are those of the passage

	source, folded []rune // of the text at hand
}

var collectors = sync.Pool{New: func() any { return &collector{words: map[witness]*word{}, terms: map[string]int{}} }}

// begin forgets the passage before.
func (c *collector) begin(v *Vocabulary) {
	c.v = v
	clear(c.words)
	clear(c.terms)
	c.all = slices.Grow(c.all[:0], len(v.Themes))[:len(v.Themes)]
	for i := range c.all {
		c.all[i] = c.all[i][:0]
	}
}

// evidence returns the words that speak for each theme of a vocabulary.
func (c *collector) evidence(v *Vocabulary, p Passage) [][]*word {
	c.begin(v)
	c.read(p.Heading, func(w *word) { w.heading = true })
	c.read(p.Text, func(w *word) { w.text++ })
	c.readTerms(p)
	share := inAbove
	for _, heading := range p.Above {
		c.read(heading, func(w *word) { w.above += share })
		share /= 2
	}
	share = inBelow / float64(max(1, len(p.Below)))
	if p.Text == "" {
		share *= 2 // there is little else to go by
	}
	for _, heading := range p.Below {
		c.read(heading, func(w *word) { w.below += share })
	}
	for _, labels := range p.Inside {
		c.section(labels, inSections/float64(len(p.Inside)))
	}
	return c.all
}

// section counts the themes of a section inside: each by its part in their
// scores, through the words that spoke for it there.
func (c *collector) section(labels []report.Label, share float64) {
	total := 0.0
	for _, l := range labels {
		total += l.Score
	}
	for _, l := range labels {
		theme := c.v.index(l.Theme)
		if theme < 0 {
			continue // labelled by another vocabulary
		}
		for _, surface := range l.Why {
			w := c.word(witness{theme, c.number(script.FoldString(surface))}, surface, 1)
			w.inner += share * l.Score / total / float64(len(l.Why))
		}
	}
}

// read finds the keywords of a text and counts each.
func (c *collector) read(text string, count func(*word)) {
	c.source, c.folded = slices.Grow(c.source[:0], len(text)/2), slices.Grow(c.folded[:0], len(text)/2)
	for _, r := range text {
		if f := script.Fold(r); f != script.Nothing {
			c.source, c.folded = append(c.source, r), append(c.folded, f)
		}
	}
	for h := range c.v.keywords.find(c.folded) {
		themes := c.v.keywords.themes[h.word]
		for _, theme := range themes {
			at := witness{theme, h.word}
			w := c.words[at]
			if w == nil {
				w = c.word(at, string(c.source[h.start:h.end]), weight(h.end-h.start, len(themes)))
			}
			count(w)
		}
	}
}

// readTerms counts glossary terms. One whose form holds a keyword of the theme has
// been counted by it.
func (c *collector) readTerms(p Passage) {
	for _, o := range p.Terms {
		themes := c.v.themesOf(o.Term, p.TermTheme[o.Term])
		if len(themes) == 0 {
			continue
		}
		form := script.FoldString(o.Surface)
		letters := []rune(form)
		for _, theme := range themes {
			if c.v.keywords.speaks(letters, theme) {
				continue
			}
			w := c.word(witness{theme, c.number(form)}, o.Surface, weight(len(letters), len(themes)))
			if strings.Contains(p.Heading, o.Surface) {
				w.heading = true
			} else {
				w.text++
			}
		}
	}
}

// number is that of a folded word, of a keyword or another.
func (c *collector) number(word string) int {
	if n := c.v.keywords.numbers[word]; n != 0 {
		return n
	}
	if c.terms[word] == 0 {
		c.terms[word] = -1 - len(c.terms)
	}
	return c.terms[word]
}

func (c *collector) word(at witness, surface string, weight float64) *word {
	w := c.words[at]
	if w == nil {
		n := len(c.words)
		if n == len(c.made) {
			c.made = append(c.made, new(word))
		}
		w = c.made[n]
		*w = word{surface: surface, weight: weight, order: n}
		c.words[at] = w
		c.all[at.theme] = append(c.all[at.theme], w)
	}
	return w
}

// themesOf returns the indexes of the themes for which a term speaks: its own,
// by the glossary, and those that list it.
func (v *Vocabulary) themesOf(term, own string) []int {
	themes := v.listed[term]
	i := v.index(own)
	at, listed := slices.BinarySearch(themes, i)
	if i < 0 || listed {
		return themes
	}
	return slices.Insert(slices.Clone(themes), at, i)
}

// index is that of a theme, by its id; -1 where there is none.
func (v *Vocabulary) index(id string) int {
	return slices.IndexFunc(v.Themes, func(t Theme) bool { return t.ID == id })
}
