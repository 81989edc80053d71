package report

import (
	_ "embed"
	"strings"

	"jianzhu/generator/lexicon"
)

//go:embed deeds.txt
var deedsText string

// deeds are words by which a clause says what is done, and how, by whom; some also begin
// the name of a part, mayName: 建设规划.
var deeds = func() *lexicon.Lexicon {
	words, names, _ := strings.Cut(deedsText, "\nnames\n")
	l := lexicon.Of(words)
	l.Add(mayName, strings.Fields(names)...)
	return l
}()

const mayName = 2

// deedBefore is the length of what is done to the parts, which the first has before it: 推动|产业、
// 创业、就业“三业联动”. Where all of them have something of their own, each is a part as it stands.
func deedBefore(parts []string) int {
	first := []rune(parts[0])
	shortest, longest, all := longestMeant, 0, true // of the others; whether each has a deed of its own
	for _, p := range parts[1:] {
		word := []rune(p)
		shortest, longest = min(shortest, len(word)), max(longest, len(word))
		n, _ := deeds.Begins(word)
		all = all && n > 0 && n < len(word)
	}
	at := deedsAhead(first, shortest, all)
	if !all && len(first)-at > longest+1 {
		if n := deedWithin(first[at:], shortest, longest, parts[1:]); n > 0 {
			at += n
			if more := deedsAhead(first[at:], shortest, all); len(first)-at-more >= shortest {
				at += more
			}
		}
	}
	return at
}

// deedsAhead is the length of the deeds with which the first part begins, where shortest is the
// length of the shortest of the others.
func deedsAhead(first []rune, shortest int, all bool) int {
	for at := 0; ; {
		n, sort := deeds.Begins(first[at:])
		if at > 0 && n == 0 && at < len(first) {
			n, sort = deedGoesOn(first[at:])
		}
		rest := len(first) - at - n
		if n == 0 || rest < min(2, shortest) || sort == mayName && rest < shortest {
			return at
		}
		if own, _ := deeds.Begins(first[at+n:]); all && (own == 0 || own == rest) {
			return at
		}
		at += n
	}
}

// deedGoesOn is what may stand behind a deed and is of it: 创造|了, 建立|和完善.
func deedGoesOn(rest []rune) (length, sort int) {
	if strings.ContainsRune("了起着", rest[0]) {
		return 1, 1
	}
	if n, sort := deeds.Begins(rest[1:]); n > 0 && strings.ContainsRune("和并与及", rest[0]) {
		return 1 + n, sort
	}
	return 0, 0
}

// deedWithin is where a part begins of which the text before, longer than any of the others, says who
// does it or where: 为城市注入|文化、康养、美学、旅游“四大元素”. What follows the deed is as long as others are.
func deedWithin(first []rune, shortest, longest int, others []string) int {
	for at := len(first) - shortest - 2; at > 0; at-- {
		n, sort := deeds.Begins(first[at:])
		if n < 2 || sort == mayName {
			continue
		}
		from := at + n
		if from < len(first) && first[from] == '了' {
			from++
		}
		if rest := len(first) - from; rest < shortest || rest > longest || strings.Contains(strings.Join(others, "、"), string(first[at:at+n])) {
			continue
		}
		return from
	}
	return 0
}
