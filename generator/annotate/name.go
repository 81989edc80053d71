package annotate

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"jianzhu/generator/script"
	"jianzhu/generator/word"
)

// name is what tells one undertaking or place from another: words in quote
// marks, or a proper name that ends in a word for things (隆昌悦生田园健身径).
type name struct {
	key        key
	start, end int32 // in the text
	length     uint8 // of what the key stands for, in code points; 0 of a concept
	kind       nameKind
}

func (x name) mark() Mark { return Mark{int(x.start), int(x.end)} }

type nameKind uint8

const (
	thing     nameKind = iota // a building, a project, an institution
	ground                    // a road, a river, a quarter: many undertakings are on one
	quotation                 // in quote marks, or the title of a document
	concept                   // a term of the glossary, which many undertakings can have
)

// key stands for what names are compared as: a hash, so wide that two that differ will
// hardly have the same.
type key uint64

// keyOf is FNV-1a, by characters in place of bytes.
func keyOf(text []rune) key {
	k := key(14695981039346656037)
	for _, r := range text {
		k = (k ^ key(r)) * 1099511628211
	}
	return k
}

// Bounds of a name, in code points.
const (
	longestName  = 14 // or to where its first word begins
	longestQuote = 20
)

// names finds the names in a text. Where a name begins is not written, so
// that there are several to one end, longest first: which one is meant shows
// when another text has it too. The name of the place itself, folded, is proper
// however common its characters are (西区医院).
func names(text, place []rune) []name { return new(nameFinder).names(text, place) }

// nameFinder finds names in one text after another.
type nameFinder struct {
	plain []rune  // the text at hand, as names are compared
	at    []int32 // where each of it stands
}

func (in *nameFinder) read(text []rune) {
	in.plain, in.at = slices.Grow(in.plain[:0], len(text)), slices.Grow(in.at[:0], len(text))
	for i, r := range text {
		if f := script.Fold(r); f != script.Nothing && !isQuote(r) && !script.IsSpace(r) {
			in.plain, in.at = append(in.plain, f), append(in.at, int32(i))
		}
	}
}

func (in *nameFinder) names(text, place []rune) (found []name) {
	in.read(text)
	plain, at := in.plain, in.at
	for end := 1; end <= len(plain); end++ {
		n, marks := namedThings.Ends(plain[:end])
		if n == 0 {
			continue
		}
		if longer, _ := goingOn.Begins(plain[end-n:]); longer > n || word.Within(plain, end) {
			continue
		}
		kind := ground
		if marks&isThing != 0 {
			kind = thing
		}
		from := end - n
		for from > 0 && belongs(plain[from-1]) && (end-from < longestName || end-from < longestName+3 && word.Within(plain, from)) {
			from--
		}
		left := uncommon(plain[from:end])
		for start := from; start < end-n; start++ {
			own := len(place) > 0 && end-n-start >= len(place) && slices.Equal(plain[start:start+len(place)], place)
			if own || left[start-from] >= proper && !splits(plain, start) && !word.Within(plain, start) {
				found = append(found, name{keyOf(plain[start:end]), at[start], at[end-1] + 1, uint8(end - start), kind})
			}
		}
	}
	return append(found, quotations(text)...)
}

// quotations finds what stands in quote marks.
func quotations(text []rune) (found []name) {
	for from, to := range InMarks(text, longestQuote) {
		if words := unspaced(text[from:to]); !slices.ContainsFunc(words, partsClauses) {
			found = append(found, name{keyOf(words), int32(from), int32(to), uint8(len(words)), quotation})
		}
	}
	return found
}

// unspaced is what words in quote marks are compared as.
func unspaced(text []rune) []rune {
	words := make([]rune, 0, len(text))
	for _, r := range text {
		if f := script.Fold(r); r != ' ' && f != script.Nothing {
			words = append(words, f)
		}
	}
	return words
}

// spelt is what a name is compared as, in its text; of a term the words there.
func (x name) spelt(text []rune) []rune {
	words := text[x.start:x.end]
	switch x.kind {
	case concept:
		return words
	case quotation:
		return unspaced(words)
	}
	return slices.DeleteFunc(fold(words), func(r rune) bool { return isQuote(r) || script.IsSpace(r) })
}

func partsClauses(folded rune) bool { return strings.ContainsRune(",、。;:!?", folded) }

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
	return r >= 0x4e00 && r < 0xa000 || r > unicode.MaxLatin1 && unicode.Is(unicode.Han, r)
}

// proper is how many characters a name has that are in no common word.
const proper = 2

// isProper reports whether there is more in a text than common words.
func isProper(text []rune) bool {
	return len(text) > 0 && uncommon(text)[0] >= proper
}

// uncommon counts for each place of a text the characters from there on that are in no
// common word.
func uncommon(text []rune) []int {
	left := make([]int, len(text)+1)
	for i := len(text) - 1; i >= 0; i-- {
		if n, _ := commonWords.Begins(text[i:]); n > 0 {
			left[i] = left[i+n]
		} else {
			left[i] = left[i+1] + 1
		}
	}
	return left
}

// splits reports whether a text that begins at start begins within a common
// word, or with one that leads to a name.
func splits(text []rune, start int) bool {
	if n, _ := leadWords.Begins(text[start:]); n > 0 {
		return true
	}
	if start == 0 {
		return false
	}
	n, _ := commonWords.Begins(text[start-1 : start+1])
	return n == 2
}

func isQuote(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '「', '」', '『', '』':
		return true
	}
	return false
}
