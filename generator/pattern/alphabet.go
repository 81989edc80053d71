package pattern

import (
	"regexp/syntax"
	"slices"
	"unicode"
)

// alphabet has a letter for all characters that a program does not tell apart.
type alphabet struct {
	size    int
	pages   [256]*[256]uint16 // letters of the Basic Multilingual Plane
	starts  []rune            // of stretches of characters with the same letter
	letters []uint16          // of each stretch
}

func (a *alphabet) of(r rune) uint16 {
	if uint32(r) < 1<<16 {
		return a.pages[r>>8][r&0xFF]
	}
	return a.find(r)
}

// find stands apart so that of can be put in line.
//
//go:noinline
func (a *alphabet) find(r rune) uint16 {
	at, exact := slices.BinarySearch(a.starts, r)
	if !exact {
		at--
	}
	return a.letters[max(0, at)]
}

// alphabetOf has as few letters as a program can do with.
func alphabetOf(prog *syntax.Prog) alphabet {
	a := alphabet{starts: []rune{0}}
	var wanted []*syntax.Inst // one of those that want the same characters
	known := map[string]bool{}
	for n := range prog.Inst {
		i := &prog.Inst[n]
		if a.part(i); i.Op != syntax.InstRune && i.Op != syntax.InstRune1 && i.Op != syntax.InstRuneAnyNotNL {
			continue
		}
		if key := string(append(slices.Clone(i.Rune), rune(i.Op), rune(i.Arg))); !known[key] {
			known[key] = true
			wanted = append(wanted, i)
		}
	}
	slices.Sort(a.starts)
	a.starts = slices.Compact(a.starts)
	letters := map[string]uint16{}
	by := make([]byte, len(wanted)) // which want a character
	for _, r := range a.starts {
		for n, i := range wanted {
			by[n] = '-'
			if i.MatchRune(r) {
				by[n] = '+'
			}
		}
		letter, known := letters[string(by)]
		if !known {
			letter = uint16(len(letters))
			letters[string(by)] = letter
		}
		a.letters = append(a.letters, letter)
	}
	a.size = len(letters)
	a.fill()
	return a
}

// part begins stretches where what an instruction wants begins and where it ends.
func (a *alphabet) part(i *syntax.Inst) {
	switch i.Op {
	case syntax.InstRuneAnyNotNL:
		a.starts = append(a.starts, '\n', '\n'+1)
	case syntax.InstRune, syntax.InstRune1:
		if len(i.Rune) > 1 {
			for k, r := range i.Rune {
				a.starts = append(a.starts, r+rune(k%2)) // first, last, first, last
			}
			return
		}
		for _, r := range i.Rune {
			a.starts = append(a.starts, r, r+1)
			for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
				a.starts = append(a.starts, other, other+1)
			}
		}
	}
}

// fill makes the pages; those of one stretch and letter are the same.
func (a *alphabet) fill() {
	plain := map[uint16]*[256]uint16{}
	at := 0 // the stretch of a character
	for n := range a.pages {
		first := rune(n << 8)
		for at+1 < len(a.starts) && a.starts[at+1] <= first {
			at++
		}
		whole := at+1 == len(a.starts) || a.starts[at+1] >= first+256
		if a.pages[n] = plain[a.letters[at]]; whole && a.pages[n] != nil {
			continue
		}
		page := new([256]uint16)
		for i, stretch := 0, at; i < len(page); i++ {
			if stretch+1 < len(a.starts) && a.starts[stretch+1] <= first+rune(i) {
				stretch++
			}
			page[i] = a.letters[stretch]
		}
		if a.pages[n] = page; whole {
			plain[a.letters[at]] = page
		}
	}
}
