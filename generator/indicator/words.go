package indicator

import (
	_ "embed"
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// words are looked up where they begin or where they end. By their first or
// last rune, the longest first.
type words map[rune][][]rune

//go:embed words.txt
var wordsText string

//go:embed times.txt
var timesText string

// lists are the words of words.txt and times.txt, by the name of their list.
var lists = readLists(wordsText + "\n" + timesText)

// anyOf is the words of a list as alternatives of a regular expression.
func anyOf(list string) string { return "(?:" + strings.Join(lists[list], "|") + ")" }

// readLists reads lists of words, one a line. [name] begins a list, # a comment.
func readLists(text string) map[string][]string {
	lists, name := map[string][]string{}, ""
	for line := range strings.Lines(text) {
		word, _, _ := strings.Cut(line, "#")
		word = strings.TrimSpace(word)
		if list, ok := strings.CutPrefix(word, "["); ok {
			name = strings.TrimSuffix(list, "]")
		} else if word != "" {
			lists[name] = append(lists[name], word)
		}
	}
	return lists
}

// starting are the words of a list, looked up where they begin.
func starting(list string) words { return index(lists[list], true) }

// ending are the words of a list, looked up where they end.
func ending(list string) words { return index(lists[list], false) }

func index(list []string, begin bool) words {
	w := words{}
	for _, word := range list {
		runes := []rune(word)
		key := runes[len(runes)-1]
		if begin {
			key = runes[0]
		}
		w[key] = append(w[key], runes)
	}
	for _, list := range w {
		slices.SortFunc(list, func(a, b []rune) int { return len(b) - len(a) })
	}
	return w
}

// from is how long the longest of the words is that begins at a place and ends at to
// at the latest; 0 where there is none.
func (w words) from(l *line, i, to int) int {
	to = min(to, len(l.runes))
	for _, word := range w[l.at(i)] {
		if i+len(word) <= to && slices.Equal(l.runes[i:i+len(word)], word) {
			return len(word)
		}
	}
	return 0
}

// upTo is how long the longest of the words is that ends before a place and begins at
// from at the earliest; 0 where there is none.
func (w words) upTo(l *line, from, i int) int {
	for _, word := range w[l.at(i-1)] {
		if start := i - len(word); start >= from && slices.Equal(l.runes[start:i], word) {
			return len(word)
		}
	}
	return 0
}

// has reports whether a text is one of the words.
func (w words) has(text string) bool {
	runes := []rune(text)
	if len(runes) == 0 {
		return false
	}
	both := slices.Concat(w[runes[len(runes)-1]], w[runes[0]])
	return slices.ContainsFunc(both, func(word []rune) bool { return slices.Equal(word, runes) })
}

// levels are all words for a change with all for where it arrives: 增长到.
func levels(tail string) []string {
	var all []string
	for _, change := range lists["changes"] {
		for _, arrival := range lists["arrivals"] {
			all = append(all, change+arrival+tail)
		}
	}
	return all
}

// The words by which names are found; words.txt says what each list is of. A word of
// one character often ends or begins another: those that must stay whole are
// listed against it (wholeAtEnd, wholeAtStart).
var (
	rise       = ending("rise")
	fall       = ending("fall")
	afterShift = ending("afterShift")

	level  = index(slices.Concat(levels(""), levels("了")), false)
	raised = index(levels(""), true) // between the two numbers of 由44家增至113家

	reckoned  = starting("reckoned")
	perEach   = starting("perEach")
	comparing = starting("comparing")
	against   = ending("against")
	yearly    = starting("yearly")
	adjusted  = ending("adjusted")
	lastYear  = starting("lastYear")
	origins   = ending("origins")
	changing  = starting("changing")
	beside    = starting("beside")

	leading    = ending("leading")
	each       = starting("each")
	every      = starting("every")
	reached    = starting("reached")
	wholeAtEnd = ending("wholeAtEnd")

	opening      = starting("opening")
	wholeAtStart = starting("wholeAtStart")
	// dated and numbered openings: 2016年底, “十三五”时期, 一是, ①, 1.
	openingPattern = pattern.MustCompile(`^(?:[一二三四五六七八九十]+[是要]|[一二三四五六七八九十]{1,2}$|[①-⒛]|[0-9]{1,2}[.)]|[0-9]{1,2}年[内来间]?|[一两三四五]年(?:内|来|间)?|(?:19|20)[0-9]{2}年[底末初度前]?|“?十[一二三四五]?五”?(?:时期|期间|以来|期末|末|全[省市县区国]))`)
	relative       = starting("relative")

	attributes = ending("attributes")
	summing    = ending("summing")
	noThing    = starting("noThing")
	predicate  = starting("predicate")
	telling    = starting("telling")
	yields     = ending("yields")
	yielded    = starting("yields")
	notTold    = starting("notTold")
	moving     = starting("moving")
	urging     = starting("urging")

	preposition = ending("prepositions")
	joints      = ending("joints")
	joint       = starting("joint")
	noNoun      = starting("noNoun")

	verbs     = ending("verbs")
	nextVerb  = starting("verbs")
	nounStart = starting("nounStart")
	cutting   = starting("cutting")
	apart     = ending("apart")

	serving = starting("serving")

	measures = ending("measures")
	comments = starting("comments")

	limits    = ending("limits")
	notLimits = ending("notLimits")
	bounds    = starting("bounds")
)
