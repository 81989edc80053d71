package glossary

import (
	"cmp"
	"slices"

	"jianzhu/generator/script"
)

// proximity is how near the words of a sense stand to a term.
type proximity struct {
	sentences, clauses int // that end between the nearest of them and the term
	words              int // different ones that stand as near as that
}

// compare orders by nearness, then the more words first.
func (p proximity) compare(other proximity) int {
	return cmp.Or(
		cmp.Compare(p.sentences, other.sentences),
		cmp.Compare(p.clauses, other.clauses),
		cmp.Compare(other.words, p.words),
	)
}

// nearest returns the senses whose near words stand nearest to the term at
// start to end of a paragraph: a line may speak of safety and of honesty in
// office, and of a duty in each.
func nearest(senses []*Sense, paragraph string, start, end int) (top []*Sense) {
	if !slices.ContainsFunc(senses, func(s *Sense) bool { return len(s.Near) > 0 }) {
		return nil // most terms: a paragraph may be long
	}
	all := folded(paragraph)
	start, end = min(start, len(all)), min(end, len(all))
	text := compared(all)
	start, end = len(compared(all[:start])), len(compared(all[:end]))
	var best proximity
	for _, s := range senses {
		p, ok := s.proximity(text, start, end)
		if !ok {
			continue
		}
		if order := p.compare(best); len(top) == 0 || order < 0 {
			best, top = p, []*Sense{s}
		} else if order == 0 {
			top = append(top, s)
		}
	}
	return top
}

// proximity reports false where none of the sense's near words is in the text,
// which is folded.
func (s Sense) proximity(text []rune, start, end int) (best proximity, found bool) {
	for _, near := range s.Near {
		word := compared(folded(near))
		var of proximity // the nearest of this word
		here := false
		for at := 0; at+len(word) <= len(text); at++ {
			if !slices.Equal(text[at:at+len(word)], word) {
				continue
			}
			p := between(text, start, end, at, at+len(word))
			if !here || p.compare(of) < 0 {
				of, here = p, true
			}
		}
		if !here {
			continue
		}
		if !found || of.compare(best) < 0 {
			best, found = of, true
		} else if of.compare(best) == 0 {
			best.words++
		}
	}
	return best, found
}

// between counts the ends of sentences and clauses between two places of a
// folded text; none where they overlap.
func between(text []rune, start, end, from, to int) proximity {
	p := proximity{words: 1}
	if from >= end {
		text = text[end:from]
	} else if to <= start {
		text = text[to:start]
	} else {
		return p
	}
	for _, r := range text {
		switch r {
		case '。', '!', '?', ';':
			p.sentences++
		case ',', ':':
			p.clauses++
		}
	}
	return p
}

func folded(text string) []rune {
	runes := []rune(text)
	for i, r := range runes {
		runes[i] = script.Fold(r)
	}
	return runes
}

// compared leaves out what is not compared.
func compared(folded []rune) []rune {
	return slices.DeleteFunc(slices.Clone(folded), zeroWidth)
}
