package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Phrase is words of a report that another may lack: what stands in quote marks or
// brackets of titles, a term of the glossary, or a clause that most reports have.
type Phrase struct {
	Paragraph  int
	Start, End int    // in what is shown of it
	Section    int    // in which it stands, or -1
	Term       string // id, or ""
	Key        string // see keyOf; two characters or more
	Common     bool   // most reports of its time have it
}

// In is the phrase as its report shows it.
func (p Phrase) In(r *report.Report) string {
	return string(r.Paragraphs[p.Paragraph].Shown().Text[p.Start:p.End])
}

// longestQuoted is how long words in quote marks can be, in code points: what is
// longer is a sentence.
const longestQuoted = 24

// span is a part of what is shown of a paragraph.
type span struct {
	start, end int
	term       string
}

// phrases are those of a report in text order, each once. What defines terms is about words.
func phrases(r *report.Report, under []int) (all []Phrase) {
	terms := map[int][]report.Occurrence{} // by paragraph
	for _, o := range r.Terms {
		if o.Pattern {
			continue // it is another phrase where it has other words
		}
		if i, shown := r.ParagraphAt(o.Line, o.Offset); shown {
			terms[i] = append(terms[i], o)
		}
	}
	defining, known := r.Defining(), map[string]bool{}
	for i, p := range r.Paragraphs {
		if p.Kind != report.Text && p.Kind != report.Heading || defining[i] != nil {
			continue
		}
		text := p.Shown().Text
		for _, s := range merged(quoted(text), termsIn(p, terms[i])) {
			key := keyOf(text[s.start:s.end])
			if !says(key) || known[cmp.Or(s.term, key)] {
				continue
			}
			known[key], known[s.term] = true, s.term != ""
			all = append(all, Phrase{i, s.start, s.end, under[i], s.term, key, false})
		}
	}
	return all
}

// says reports whether a key has words: at least two characters, and not only figures.
func says(key string) bool {
	return utf8.RuneCountInString(key) > 1 && strings.ContainsFunc(key, unicode.IsLetter)
}

// quoted finds what stands in quote marks and in brackets of titles.
func quoted(text []rune) (found []span) {
	for from, to := range annotate.InMarks(text, longestQuoted) {
		if !slices.ContainsFunc(text[from:to], endsClause) {
			found = append(found, span{from, to, ""})
		}
	}
	return found
}

func endsClause(c rune) bool { return strings.ContainsRune("，。；：！？", c) }

// termsIn are the terms of a paragraph.
func termsIn(p report.Paragraph, terms []report.Occurrence) (found []span) {
	shown := p.Shown()
	for _, o := range terms {
		at := p.Offset(o.Line, o.Offset)
		start, end := shown.At(at), shown.At(at+utf8.RuneCountInString(o.Surface))
		if start < end {
			found = append(found, span{start, end, o.Term})
		}
	}
	return found
}

// merged are quoted words and terms in order; of what lies within one another, the
// longer; of the same words, the term.
func merged(quoted, terms []span) (all []span) {
	both := append(quoted, terms...)
	slices.SortStableFunc(both, func(a, b span) int {
		return cmp.Or(a.start-b.start, b.end-a.end, cmp.Compare(b.term, a.term))
	})
	for _, s := range both {
		if n := len(all); n == 0 || s.start >= all[n-1].end {
			all = append(all, s)
		}
	}
	return all
}

// keyOf is a text as it is looked for: folded, without white space and marks.
func keyOf(text []rune) string { return string(appendKey(nil, text)) }

func appendKey(key, text []rune) []rune {
	for _, c := range text {
		if c = script.Fold(c); c != script.Nothing && !parts(c) {
			key = append(key, c)
		}
	}
	return key
}

// parts reports whether a character stands between words.
func parts(c rune) bool {
	return !isChinese(c) && (script.IsSpace(c) || unicode.IsPunct(c))
}
