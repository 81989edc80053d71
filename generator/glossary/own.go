package glossary

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"
)

const longestID = 80 // of a term that reports explain themselves

// WithOwn returns the glossary with a term for each of the words that reports
// explain themselves and that have no entry: an own term, which has no meaning
// here but those that reports give it. Words with the same key are one term, as
// first written. Where two ids would be the same, both have a part of their
// keys' hash, so that they stay when more reports come; entries keep theirs.
func (g *Glossary) WithOwn(words []string) *Glossary {
	with := &Glossary{Terms: slices.Clone(g.Terms), own: map[string]string{}, instead: g.instead, linked: g.linked, unneeded: g.unneeded}
	owners := map[string]int{} // of an id
	for _, t := range g.Terms {
		owners[t.ID] += 2
	}
	var own []Term
	for _, word := range words {
		key := keyOf(word)
		if _, known := with.own[key]; known || key == "" {
			continue
		}
		as := read(word)
		t := Term{Term: unquoted(word), Pinyin: as.words, Own: true, syllables: as.syllables}
		t.ID = slug(as.syllables)
		owners[t.ID]++
		with.own[key] = ""
		own = append(own, t)
	}
	parts := with.parts(own)
	for i, t := range own {
		key := keyOf(t.Term)
		t.Aliases = parts[i]
		if owners[t.ID] > 1 || t.ID == "" || len(t.ID) > longestID {
			sum := sha256.Sum256([]byte(key))
			t.ID = strings.Trim(cut(t.ID), "-") + "-" + hex.EncodeToString(sum[:4])
		}
		t.ID = strings.TrimPrefix(t.ID, "-")
		with.own[key] = t.ID
		with.Terms = append(with.Terms, t)
	}
	slices.SortFunc(with.Terms, func(a, b Term) int { return strings.Compare(a.ID, b.ID) })
	with.Terms = sorted(with.Terms)
	return with
}

// parts are the phrases of which own terms are made, where each is in quotation
// marks: “四旁”“五边”. Where a phrase is no form of another term it is found too,
// in its marks, for it is explained there.
func (g *Glossary) parts(own []Term) [][]string {
	known := map[string]bool{}
	for _, t := range g.Terms {
		for _, f := range t.Forms() {
			known[keyOf(f)] = true
		}
	}
	for _, t := range own {
		known[keyOf(t.Term)] = true
	}
	all := make([][]string, len(own))
	for i, t := range own {
		for _, phrase := range phrases(t.Term) {
			if key := keyOf(phrase); key != "" && !known[key] {
				known[key] = true
				all[i] = append(all[i], phrase)
			}
		}
	}
	return all
}

// phrases are the two or more phrases in quotation marks that a word is made of;
// nil where it has anything else.
func phrases(word string) (found []string) {
	runes, begin := []rune(word), -1
	for i, r := range runes {
		switch {
		case opening(r) && begin < 0:
			begin = i
		case closing(r) && begin >= 0:
			found, begin = append(found, string(runes[begin:i+1])), -1
		case begin < 0 && !strings.ContainsRune("、，,；;和与及 ", r):
			return nil
		}
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

// Own returns the own term for a word, or nil.
func (g *Glossary) Own(word string) *Term {
	id := g.own[keyOf(word)]
	if id == "" {
		return nil
	}
	return g.Term(id)
}

// IsWhole reports whether a form is long enough to be found without quotation
// marks in a text whose author may have meant another thing.
func IsWhole(form string) bool { return utf8.RuneCountInString(keyOf(form)) >= shortestWhole }

const shortestWhole = 3

// cut is an id no longer than the longest, cut between syllables.
func cut(id string) string {
	if len(id) <= longestID {
		return id
	}
	return id[:max(0, strings.LastIndexByte(id[:longestID], '-'))]
}

// unquoted is a word without the quotation marks around the whole of it.
func unquoted(word string) string {
	runes := []rune(strings.TrimSpace(word))
	if n := len(runes); n > 2 && quote(runes[0]) && quote(runes[n-1]) && !slices.ContainsFunc(runes[1:n-1], quote) {
		return string(runes[1 : n-1])
	}
	return string(runes)
}
