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
	Linked bool   // to the one before by a hyphen: dì-yī
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
		before := 0 // how long the word before is
		for _, n := range words(text[from:to]) {
			readWord(text[from:from+n], syllables[from:from+n])
			if n == 1 && before == 2 && strings.ContainsRune(suffixes, text[from]) && !isNumeral(text[from-2]) {
				syllables[from].Begins = false
			}
			from, before = from+n, n
		}
	}
	return syllables
}

// suffixes make one word with a word of two characters: 交通圈, 承诺制.
const suffixes = "圈制式型性化率板券卡码贷社班法期极级拳区员者家"

func readWord(word []rune, syllables []Syllable) {
	given := strings.Fields(lexicon().find(word).reading)
	for i, r := range word {
		syllables[i] = Syllable{Pinyin: single(r), Begins: i == 0}
		if len(given) == len(word) {
			syllables[i].Pinyin = given[i]
		}
	}
	switch {
	case len(word) == 1:
		syllables[0].Other = rivals()[word[0]]
		if syllables[0].Other == syllables[0].Pinyin {
			syllables[0].Other = single(word[0])
		}
	case word[0] == '第' && isNumeral(word[1]):
		syllables[1].Linked = true
		if len(word) > 2 {
			syllables[2].Begins = true
		}
	case counts(word):
		syllables[1].Begins = true
		if len(word) > 2 {
			syllables[2].Begins = true
		}
	case len(word) == 4 && common(word[:2]) && common(word[2:]):
		syllables[2].Begins = true
	case len(word) == 4 && common(word[:2]) && word[2] == '之':
		syllables[2].Begins, syllables[3].Begins = true, true
	}
}

// counts tells a numeral with what it counts, 八项, 三个代表, which are two words to
// those who write pinyin.
func counts(word []rune) bool {
	switch {
	case !isNumeral(word[0]) && word[0] != '两' && word[0] != '几':
		return false
	case len(word) > 2:
		return word[1] == '个'
	case strings.ContainsRune("百千万", word[0]):
		return strings.ContainsRune("户名件亩元年村镇家人", word[1])
	}
	return !isNumeral(word[1]) && !strings.Contains(uncounted, " "+string(word)+" ")
}

// uncounted are words that begin with a numeral and count nothing.
const uncounted = " 一切 一般 一样 一定 一直 一起 一些 一旦 一律 一再 一向 一贯 一致 一同 一并 一流 一体 一线 一道 " +
	"一生 一心 一时 一身 一味 一举 一度 一面 一方 一边 一共 一概 一齐 一经 一带 一路 二线 三线 三农 三军 三角 三峡 三明 三亚 三资 三公 三包 四川 四周 " +
	"四季 四海 四平 五金 五谷 五粮 六合 六安 七夕 八方 八路 九州 九江 十分 十足 十堰 两岸 两侧 两会 两委 两边 两难 两旁 两用 两极 几乎 几何 "

// common tells a word of some use: one that stands apart where it is half of another,
// 高速 公路, as the halves of an idiom do not.
func common(word []rune) bool { return lexicon().find(word).count >= 100 }

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
