package glossary

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"jianzhu/generator/script"
	"jianzhu/generator/word"
)

// naiveFind is the rules of the package comment, written down without a thought
// for speed: at each symbol it tries every form.
func naiveFind(g *Glossary, scriptOfText, text string) (matches []Match) {
	type known struct {
		key    string
		term   int
		quoted bool
	}
	wordings := func(k string) []string { return []string{k} }
	if scriptOfText == script.Traditional {
		wordings = variants
	}
	var forms []known
	for _, made := range []bool{false, true} {
		for i, t := range g.Terms {
			for _, f := range t.Forms() {
				for n, k := range wordings(keyOf(f)) {
					at := slices.IndexFunc(forms, func(f known) bool { return f.key == k })
					switch {
					case k == "" || made != (n > 0):
					case at < 0:
						forms = append(forms, known{k, i, quoted(f)})
					case forms[at].term == i:
						forms[at].quoted = forms[at].quoted || quoted(f)
					}
				}
			}
		}
	}
	slices.SortStableFunc(forms, func(a, b known) int { return len([]rune(b.key)) - len([]rune(a.key)) })

	runes := []rune(text)
	symbols, places := naiveSymbols(runes)
	for s, floor := 0, 0; s < len(symbols); s++ {
		for _, f := range forms {
			n := len([]rune(f.key))
			if s+n > len(symbols) || string(symbols[s:s+n]) != f.key {
				continue
			}
			from, to := places[s], places[s+n-1]+1
			if naiveCuts(runes, from, to) || naiveInWord(runes, from, to) || naiveDenied(g.Terms[f.term].Deny, wordings, symbols, s, s+n) {
				continue
			}
			start, end, ok := naivePair(runes, from, to)
			if f.quoted && (start != from || end != to || naiveMark(runes, from, -1) < 0 || naiveMark(runes, to-1, 1) < 0) {
				continue
			}
			if ok && start >= floor {
				floor, s = end, s+n-1
				for end < len(runes) && unicode.Is(unicode.Mn, runes[end]) {
					end++
				}
				matches = append(matches, Match{Term: f.term, Start: start, End: end, Surface: string(runes[start:end])})
				break
			}
		}
	}
	return matches
}

func naiveSymbols(runes []rune) (symbols []rune, places []int) {
	space := -1
	for i, r := range runes {
		r = fold(r)
		if unicode.Is(unicode.Zs, r) || r == '\t' {
			if space < 0 {
				space = i
			}
			continue
		}
		if passedOver(r) {
			continue
		}
		if space >= 0 && len(symbols) > 0 && letter(symbols[len(symbols)-1]) && letter(r) {
			symbols, places = append(symbols, separator), append(places, space)
		}
		symbols, places, space = append(symbols, r), append(places, i), -1
	}
	return symbols, places
}

// naiveInWord looks at what stands on both sides without zero-width characters.
func naiveInWord(runes []rune, from, to int) bool {
	visible := func(runes []rune) (out []rune) {
		for _, r := range runes {
			if r = fold(r); !zeroWidth(r) {
				out = append(out, r)
			}
		}
		return out
	}
	before, after := visible(runes[:from]), visible(runes[to:])
	slices.Reverse(before)
	goesOn := func(edge rune, beyond []rune) bool {
		edge = fold(edge)
		return letter(edge) && len(beyond) > 0 && letter(beyond[0]) ||
			digit(edge) && len(beyond) > 1 && beyond[0] == '.' && digit(beyond[1])
	}
	return goesOn(runes[from], before) || goesOn(runes[to-1], after)
}

// naiveCuts asks of the whole text.
func naiveCuts(runes []rune, from, to int) bool {
	var all []rune
	start, end := 0, 0
	for i, r := range runes {
		if i == from {
			start = len(all)
		}
		if i == to {
			end = len(all)
		}
		if r = fold(r); r == script.Nothing || from <= i && i < to && space(r) {
			continue
		}
		if from <= i && i < to && !word.IsHan(r) {
			return false
		}
		all = append(all, r)
	}
	if to == len(runes) {
		end = len(all)
	}
	return word.Cut(all, start, end)
}

func naiveDenied(deny []string, wordings func(string) []string, symbols []rune, from, to int) bool {
	for _, context := range deny {
		for _, k := range wordings(keyOf(context)) {
			n := len([]rune(k))
			for at := max(0, to-n); at <= from && at+n <= len(symbols); at++ {
				if string(symbols[at:at+n]) == k {
					return true
				}
			}
		}
	}
	return false
}

// naiveMark returns the place of the quote mark next to i on a side, or -1.
func naiveMark(runes []rune, i, side int) int {
	for i += side; i >= 0 && i < len(runes); i += side {
		r := fold(runes[i])
		switch {
		case space(r) || zeroWidth(r):
			continue
		case straight(r), side < 0 && opening(r), side > 0 && closing(r):
			return i
		}
		break
	}
	return -1
}

// naivePair tries to leave the place as it is, to widen it to the left, to the
// right, and both ways, until its quote marks are in pairs.
func naivePair(runes []rune, from, to int) (int, int, bool) {
	left, right := naiveMark(runes, from, -1), naiveMark(runes, to-1, 1)
	for _, try := range [][2]int{{from, to - 1}, {left, to - 1}, {from, right}, {left, right}} {
		if try[0] < 0 || try[1] < 0 {
			continue
		}
		open, ok := 0, true
		for _, r := range runes[try[0] : try[1]+1] {
			switch {
			case opening(r) || straight(r) && open == 0:
				open++
			case closing(r) || straight(r):
				open--
			}
			ok = ok && open >= 0
		}
		if ok && open == 0 {
			return try[0], try[1] + 1, true
		}
	}
	return 0, 0, false
}

// decode makes a glossary and a text from any bytes: each byte is a character
// of a small alphabet, so that forms meet often. The first bytes are forms and
// denied contexts, parted by those from 220 on, the other half is the text.
func decode(data []byte) (*Glossary, string) {
	alphabet := []rune("三三旧改造改造網网网络路優优化化aPＰ5.+“”“”「」\"\"　 \u200b；\U00020541𪟝𠗣㓆\u0301\u00ad\U000e0100é⺁黄河长江")
	var forms, text strings.Builder
	for i, b := range data {
		switch {
		case i > len(data)/2:
			text.WriteRune(alphabet[int(b)%len(alphabet)])
		case b >= 220:
			forms.WriteByte('\n')
		default:
			forms.WriteRune(alphabet[int(b)%len(alphabet)])
		}
	}
	g := &Glossary{}
	for i, form := range strings.Split(forms.String(), "\n") {
		switch i % 4 {
		case 0, 1:
			g.Terms = append(g.Terms, Term{Term: form})
		case 2:
			last := &g.Terms[len(g.Terms)-1]
			last.Aliases = append(last.Aliases, form)
		case 3:
			last := &g.Terms[len(g.Terms)-1]
			last.Deny = append(last.Deny, form)
		}
	}
	return g, text.String()
}

func compareWithNaive(t *testing.T, data []byte) int {
	t.Helper()
	g, text := decode(data)
	found := 0
	for _, s := range []string{script.Simplified, script.Traditional} {
		got, want := g.Matcher(s).Find(text), naiveFind(g, s, text)
		if !slices.Equal(got, want) {
			t.Fatalf("in %q (%s)\nterms %+v\ngot  %v\nwant %v", text, s, g.Terms, got, want)
		}
		found += len(got)
	}
	return found
}

func TestFindEqualsNaive(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 1500 {
		data := make([]byte, 40+random.IntN(200))
		for i := range data {
			data[i] = byte(random.UintN(256))
		}
		found += compareWithNaive(t, data)
	}
	if found < 1500 {
		t.Errorf("only %d matches: the test compares too little", found)
	}
}

func FuzzFindEqualsNaive(f *testing.F) {
	f.Add([]byte("\x00\x02\xff\x00\x02\x03\x04\xff\x10\x00\x02\x11\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) { compareWithNaive(t, data) })
}
