package glossary

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// meeting are words that elsewhere are two words which meet: 三单一网, 四区两带一线.
var meeting = []string{"单一", "一体", "退税", "有所", "三线", "大院", "一带", "一线", "云上", "重化"}

// What the content gives as pinyin follows GB/T 16159 alike in all entries: a syllable
// for each character; what is one word of two characters here is not two there, nor read
// otherwise; an ordinal has a hyphen, a numeral stands apart from what it counts.
func TestPinyinIsSpeltAlike(t *testing.T) {
	g, _ := Load(os.DirFS("../../content"), Files...)
	one, two := map[string][2]string{}, map[string]string{} // words with a term and their reading
	for _, term := range g.Terms {
		words, ok := spelt(term)
		if !ok {
			t.Errorf("%s:%d: %s has not as many syllables in %q", term.File, term.Line, term.Term, term.Pinyin)
		}
		if len(words) > 0 && !letters.MatchString(term.Pinyin) {
			t.Errorf("%s:%d: %s: what of %q is no pinyin?", term.File, term.Line, term.Term, term.Pinyin)
		}
		for i, w := range words {
			han := []rune(w.han)
			if len(han) == 2 {
				if was := one[w.han]; was[1] != "" && was[1] != w.pinyin {
					t.Errorf("%s:%d: %s is %s in %s, %s in %s", term.File, term.Line, w.han, w.pinyin, term.Term, was[1], was[0])
				}
				one[w.han] = [2]string{term.Term, w.pinyin}
				if han[0] == '第' || strings.ContainsRune("一二三四五六七八九十两几", han[0]) && strings.ContainsRune("个大项张批条", han[1]) {
					t.Errorf("%s:%d: %s in %s are two words", term.File, term.Line, w.han, term.Pinyin)
				}
			}
			if i > 0 && len(han) == 1 && len([]rune(words[i-1].han)) == 1 && w.before == " " {
				two[words[i-1].han+w.han] = term.Term
			}
		}
	}
	for both, term := range two {
		if was, ok := one[both]; ok && !slices.Contains(meeting, both) {
			t.Errorf("%s is one word in %s, two in %s", both, was[0], term)
		}
	}
}

var (
	letters = regexp.MustCompile(`^[A-Za-z0-9ĀÁǍÀāáǎàĒÉĚÈēéěèīíǐìŌÓǑÒōóǒòūúǔùǖǘǚǜü' ,+×·.&%()Ⅰ-Ⅻ—-]*$`)
	aHan    = regexp.MustCompile(`\p{Han}`)
	aWord   = regexp.MustCompile(`[\p{L}']+|[^\p{L}']+`)
)

// piece is a word of a term's pinyin, in small letters.
type piece struct{ han, pinyin, before string }

// spelt gives the words of pinyin their characters; not ok where these are not as many
// as the syllables. A term with signs or letters that are read out has no words.
func spelt(term Term) (words []piece, ok bool) {
	han := aHan.FindAllString(term.Term, -1)
	if strings.ContainsFunc(term.Term, func(r rune) bool {
		return r == '+' || unicode.IsDigit(r) || unicode.IsUpper(r)
	}) {
		return nil, true
	}
	before := ""
	for _, part := range aWord.FindAllString(term.Pinyin, -1) {
		if !strings.ContainsFunc(part, unicode.IsLetter) {
			before = part
			continue
		}
		n := len(strings.Fields(apart(part)))
		if n > len(han) {
			return nil, false
		}
		words = append(words, piece{strings.Join(han[:n], ""), strings.ToLower(part), before})
		han = han[n:]
	}
	return words, len(han) == 0
}
