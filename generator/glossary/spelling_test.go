package glossary

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// meeting are words that elsewhere are two words which meet: “免、抵、退”税.
var meeting = []string{"退税", "有所", "大院", "云上", "重化", "地区"}

const numerals = "一二三四五六七八九十两几"

// What the content gives as pinyin follows GB/T 16159 alike in all entries: a syllable
// for each character; what is one word of two characters here is not two there, nor read
// otherwise; an ordinal has a hyphen, a numeral stands apart from what it counts. Other
// words with a numeral (一线) are often two: 四区两带一线.
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
				if han[0] == '第' || strings.ContainsRune(numerals, han[0]) && strings.ContainsRune("个大项张批条", han[1]) {
					t.Errorf("%s:%d: %s in %s are two words", term.File, term.Line, w.han, term.Pinyin)
				}
			}
			if i > 0 && len(han) == 1 && len([]rune(words[i-1].han)) == 1 && w.before == " " {
				two[words[i-1].han+w.han] = term.Term
			}
		}
	}
	for both, term := range two {
		if was, ok := one[both]; ok && !strings.ContainsAny(both, numerals) && !slices.Contains(meeting, both) {
			t.Errorf("%s is one word in %s, two in %s", both, was[0], term)
		}
	}
}

var (
	letters = regexp.MustCompile(`^[A-Za-z0-9ĀÁǍÀāáǎàĒÉĚÈēéěèīíǐìŌÓǑÒōóǒòūúǔùǖǘǚǜü' ,:+×·.&%()Ⅰ-Ⅻ—-]*$`)
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
		return r == '+' || unicode.IsDigit(r) || r < unicode.MaxASCII && unicode.IsLetter(r)
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

// Each syllable is a reading of its character, or one without its tone.
func TestSyllablesAreReadings(t *testing.T) {
	g, _ := Load(os.DirFS("../../content"), Files...)
	for _, term := range g.Terms {
		words, _ := spelt(term)
		for _, w := range words {
			spelling := []rune(strings.ReplaceAll(w.pinyin, "'", ""))
			for i, syllable := range strings.Fields(apart(w.pinyin)) {
				han := []rune(w.han)[i]
				given := string(spelling[:len(syllable)])
				spelling = spelling[len(syllable):]
				if !slices.ContainsFunc(strings.Split(pinyin.PinyinDict[int(han)], ","), func(known string) bool {
					return given == known || given == plain(known)
				}) {
					t.Errorf("%s:%d: %c in %s is not read %s", term.File, term.Line, han, term.Term, given)
				}
			}
		}
	}
}

// Characters with several readings have the one that the meaning of the entry asks for.
func TestReadingsByMeaning(t *testing.T) {
	g, _ := Load(os.DirFS("../../content"), NationalFile)
	for id, want := range map[string]string{
		"chi-na-ka-yao":                 "chī-ná-qiǎ-yào",
		"fang-de-huo-guan-de-hao":       "fàng de huó, guǎn de hǎo",
		"gong-min-tong-zhao":            "gōng-mín tóng zhāo",
		"jiao-ying":                     "jiàoyìng",
		"jie-yong-guan-hai":             "jiè, yòng, guǎn, huán",
		"man-bu-de":                     "màn bude",
		"min-hu-wo-wei":                 "mín hū wǒ wéi",
		"min-hu-wo-ying":                "mín hū wǒ yìng",
		"mou-di-gu-shi":                 "mǒudì gùshi",
		"pa-man-jia-yong-san":           "pà-màn-jiǎ-yōng-sǎn",
		"san-gong-yi-ye":                "sān gōng yī yè",
		"san-tiao-lian-dong":            "sān tiáo liándòng",
		"si-wei-si-gao-liang-tong-bu":   "sì wéi sì gāo liǎng tóngbù",
		"tiao-zhuan-jie":                "tiáo-zhuǎn-jié",
		"wen-cu-diao-hui-fang-bao":      "wěn-cù-tiáo-huì-fáng-bǎo",
		"you-wei-zheng-fu":              "yǒuwéi zhèngfǔ",
		"ze-ren-tian":                   "zérèntián",
		"zhi-chong-hua-ji":              "zhì chóng huà jī",
		"zhong-meng-e-jing-ji-zou-lang": "Zhōng-Měng-É jīngjì zǒuláng",
	} {
		if term := g.Term(id); term == nil || term.Pinyin != want {
			t.Errorf("%s: %v, want %s", id, term, want)
		}
	}
}
