package word

import (
	"slices"
	"strings"
	"sync"

	"github.com/mozillazg/go-pinyin"
)

// Syllable is how a character is read.
type Syllable struct {
	Pinyin string // with a tone mark
	Begins bool   // a word of its own or with those that follow
	// Other is another reading that is as well possible, for no word known tells
	// which it is; "" where the reading is certain.
	Other string
}

// Read returns a syllable for each character of a folded text; one without pinyin
// for what is not read so. What is read as part of a word is certain.
func Read(text []rune) []Syllable {
	syllables := make([]Syllable, len(text))
	for from := 0; from < len(text); {
		if single(text[from]) == "" {
			from++
			continue
		}
		to := from
		for to < len(text) && single(text[to]) != "" {
			to++
		}
		for _, n := range words(text[from:to]) {
			readWord(text[from:from+n], syllables[from:from+n])
			from += n
		}
	}
	return syllables
}

func readWord(word []rune, syllables []Syllable) {
	for i, r := range word {
		syllables[i] = Syllable{Pinyin: single(r), Begins: i == 0 || i == 1 && counts(word)}
	}
	if len(word) == 1 {
		syllables[0].Other = rivals()[word[0]]
		return
	}
	if given := strings.Fields(lexicon().find(word).reading); len(given) == len(word) {
		for i, s := range given {
			syllables[i].Pinyin = s
		}
	}
}

// counts tells a numeral with what it counts, 八项, which are two words to those who
// write pinyin.
func counts(word []rune) bool {
	return len(word) == 2 && isNumeral(word[0]) && strings.ContainsRune("个项次名家条类级层批件户天年月日口篇章座所处届轮岗位种", word[1])
}

// words returns the lengths of the likeliest words that a text is made of.
func words(text []rune) (lengths []int) {
	weights, from := make([]float64, len(text)+1), make([]int, len(text)+1)
	for end := 1; end <= len(text); end++ {
		weights[end] = weights[end-1] + weigh(text[end-1:end])
		from[end] = end - 1
		for start := end - 2; start >= 0 && joined(text, start+1); start-- {
			if w := weights[start] + weigh(text[start:end]); w > weights[end] {
				weights[end], from[end] = w, start
			}
		}
	}
	for end := len(text); end > 0; end = from[end] {
		lengths = append(lengths, end-from[end])
	}
	slices.Reverse(lengths)
	return lengths
}

// single is how a character is read most often, "" where it is none.
func single(r rune) string {
	first, _, _ := strings.Cut(pinyin.PinyinDict[int(r)], ",")
	return first
}

// Another reading of a character counts from this share of the words it is in.
const rival = 0.08

// rivals are the other readings of characters that are read otherwise in many
// words. A change of tone alone to the neutral one is none.
var rivals = sync.OnceValue(func() map[rune]string {
	total, other := map[rune]float64{}, map[rune]map[string]float64{}
	for _, e := range lexicon().words {
		runes := []rune(e.word)
		if len(runes) < 2 {
			continue
		}
		given := strings.Fields(e.reading)
		for i, r := range runes {
			total[r] += e.count
			if i < len(given) && given[i] != single(r) && strings.ContainsAny(given[i], toned) {
				if other[r] == nil {
					other[r] = map[string]float64{}
				}
				other[r][given[i]] += e.count
			}
		}
	}
	most := map[rune]string{}
	for r, readings := range other {
		count := 0.
		for s, n := range readings {
			if n >= rival*total[r] && (n > count || n == count && s < most[r]) {
				most[r], count = s, n
			}
		}
	}
	return most
})

const toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
