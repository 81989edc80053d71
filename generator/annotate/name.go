package annotate

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/script"
)

// name is what tells one undertaking or place from another: words in quote
// marks, or a proper name that ends in a word for things (隆昌悦生田园健身径).
type name struct {
	key        string // folded, without quote marks and spaces
	start, end int    // in the text
	kind       nameKind
}

type nameKind int

const (
	thing     nameKind = iota // a building, a project, an institution
	ground                    // a road, a river, a quarter: many undertakings are on one
	quotation                 // in quote marks, or the title of a document
	concept                   // a term of the glossary, which many undertakings can have
)

// Bounds of a name, in code points.
const (
	longestName  = 14
	longestQuote = 20
)

// names finds the names in a text. Where a name begins is not written, so
// that there are several to one end, longest first: which one is meant shows
// when another text has it too. The name of the place itself, folded, is proper
// however common its characters are (西区医院).
func names(text []rune, place string) (found []name) {
	plain, at := make([]rune, 0, len(text)), make([]int, 0, len(text))
	for i, r := range text {
		if f := script.Fold(r); f != script.Nothing && !isQuote(r) && !unicode.IsSpace(r) {
			plain, at = append(plain, f), append(at, i)
		}
	}
	for end := 1; end <= len(plain); end++ {
		kind, n := thing, thingWords.endingAt(plain, end)
		if g := groundWords.endingAt(plain, end); g > n {
			kind, n = ground, g
		}
		if n == 0 {
			continue
		}
		from := end - n
		for from > 0 && end-from < longestName && belongs(plain[from-1]) {
			from--
		}
		for start := from; start < end-n; start++ {
			key := string(plain[start:end])
			own := place != "" && strings.HasPrefix(key, place) && end-n-start >= utf8.RuneCountInString(place)
			if own || isProper(plain[start:end]) && !splits(plain, start) {
				found = append(found, name{key, at[start], at[end-1] + 1, kind})
			}
		}
	}
	return append(found, quotations(text)...)
}

// quotations finds what stands in quote marks.
func quotations(text []rune) (found []name) {
	for from, to := range InMarks(text, longestQuote) {
		key := script.FoldString(strings.ReplaceAll(string(text[from:to]), " ", ""))
		if !strings.ContainsAny(key, ",、。;:!?") {
			found = append(found, name{key, from, to, quotation})
		}
	}
	return found
}

// InMarks yields from where to where what stands in quote marks or in the brackets of a
// title is, if it has two code points or more and no more than most.
func InMarks(text []rune, most int) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		open := -1
		for i, r := range text {
			switch r {
			case '“', '《', '「':
				open = i
			case '”', '》', '」':
				if n := i - open - 1; open >= 0 && n >= 2 && n <= most && !yield(open+1, i) {
					return
				}
				open = -1
			}
		}
	}
}

// belongs reports whether a character can stand in a name.
func belongs(r rune) bool {
	switch r {
	case '等', '的', '及', '和', '与', '在':
		return false
	}
	return unicode.Is(unicode.Han, r)
}

// isProper reports whether there is more in a text than common words.
func isProper(text []rune) bool {
	left := 0
	for i := 0; i < len(text); {
		n := commonWords.beginningAt(text, i)
		if n == 0 {
			left++
		}
		i += max(1, n)
	}
	return left >= 2
}

// splits reports whether a text that begins at start begins within a common
// word, or with one that leads to a name.
func splits(text []rune, start int) bool {
	if leadWords.beginningAt(text, start) > 0 {
		return true
	}
	return start > 0 && commonWords.words[string(text[start-1:start+1])]
}

func isQuote(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '「', '」', '『', '』':
		return true
	}
	return false
}
