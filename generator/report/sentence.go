package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/pattern"
)

// A sentence may explain what it puts in quotation marks. Words that say so are
// believed: “三线”指…, “四换”，即…. What only stands beside it must have as many parts as
// the slogan counts: “四史”：党史、新中国史、…, “两翼”包括…, or before it 属地、部门、单位、个人“四方责任”.
// Of “三横六纵” each part may be told by itself: “三横”为….

const (
	shortestQuoted = 2 // of what is explained, in runes
	longestQuoted  = 16
	longestMeant   = 200 // of what is said of it
	shortestMeant  = 2
	fewestBefore   = 3 // parts before a slogan: two may be any two words
	longestBefore  = 10
	longestMeaning = 12 // of the words that announce what is meant
)

var (
	// announcing are words that say that a meaning follows.
	announcing = pattern.MustCompile(`^[,:]?(?:(?:具体|主要|分别|就|也)?(?:是指|指的是)|即|(?:主要|分别)?指)[:,]?`)
	// listing are words that say that parts follow, or a dash.
	listing = pattern.MustCompile(`^,?(?:就是|(?:主要)?包括|分别[是为]|—+|-+)[:,]?`)
	// goesOn are characters with which 即 and 指 are other words.
	goesOn = map[rune]string{'即': "将可使便时日刻或席兴位", '指': "数标导挥定南引示纹令出明向派责望名尖"}
	// role is what a part is to the whole, and not what it means: “一核”是重点.
	role = pattern.MustCompile(`^.{0,4}(?:定位|目标|重点|关键|基础|核心|任务|要求|方向|根本|前提|保障|抓手|支撑|主线|引领|龙头|载体|路径)(?:,|$)`)
	// another begins what the next phrase means: ，“两翼”指….
	another = pattern.MustCompile(`^[,、;]?“[^“”]{1,16}”(?:,?(?:是指|即|指|就是)|包括|分别[是为]|:)`)
	// oneMore is the same, seen from the end of a phrase that other words lead to.
	oneMore = pattern.MustCompile(`^”\p{Han}{0,4},?(?:是指|即|指的是)`)
)

// notCounted are what a number stands before in words that do not count parts: 三年行动, 三产.
const notCounted = "年月日天时次产季期周岁分倍"

// findInSentences finds words that the sentence explains in which they stand; each
// once, and none that the report explains elsewhere.
func (d *draft) findInSentences() {
	known := map[string]bool{}
	text := map[int]int{} // where on a line the text of an entry of a list begins
	for _, x := range d.report.Definitions {
		known[wordOf(x.Term)] = true
		if x.Source.Apart() && x.TextLine == x.Line {
			text[x.Line] = max(text[x.Line], x.Column)
		}
	}
	for _, r := range d.rows {
		if r.kind != Text && r.kind != Heading || !strings.Contains(r.form.text, "”") {
			continue
		}
		for open := 0; open < len(r.runes); open++ {
			if r.runes[open] != '“' {
				continue
			}
			length := r.span(open+1, min(len(r.runes), open+longestQuoted+2)).find("“”。;!?")
			if length < shortestQuoted || r.runes[open+1+length] != '”' {
				continue
			}
			end := open + length + 2
			from, to, ok := meantAt(r, open, end)
			if line, column := r.place(open); !ok || column < text[line] {
				continue
			}
			if word := wordOf(string(r.runes[open:end])); !known[word] && !isBareNumber(word) {
				known[word] = true
				d.explained(r, FromSentence, [2]int{open, end}, [2]int{from, to})
			}
		}
	}
}

// Announces reports whether the text behind a phrase in quotation marks begins with words
// that say what it means: “1”指…, “两翼”就是…; where the phrase is a part of a longer one
// before it, 是 does: “1+8”系列文件：“1”是….
func Announces(before, phrase, behind string) bool {
	text := folded(behind)
	if strings.HasPrefix(strings.TrimPrefix(text, ","), "就是") || isSaid(text) && isPart(folded(before), folded(phrase)) {
		return true
	}
	said := []rune(announcing.FindString(text))
	if len(said) == 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(text, string(said)))
	return !strings.ContainsRune(goesOn[said[len(said)-1]], next)
}

// isSaid reports whether a text begins with words by which one of several parts is told.
func isSaid(text string) bool {
	next, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("是为:", next)
}

// isPart reports whether a phrase is one of the parts that a text names together, with
// others around it: 六纵 of 三横六纵两联, 1 of 1+8.
func isPart(text, phrase string) bool {
	first, _ := utf8.DecodeRuneInString(phrase)
	if counting[first] == 0 && strings.Trim(phrase, "0123456789nNxX") != "" {
		return false
	}
	for rest := text; ; {
		before, after, found := strings.Cut(rest, phrase)
		if !found {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if counting[first] == 0 && (last == '+' || next == '+') || counting[first] > 0 && (counting[next] > 0 || unicode.Is(unicode.Han, last)) {
			return true
		}
		rest = after
	}
}

// isBareNumber reports whether a word is no more than the number in another one: 10 of “10+3”.
func isBareNumber(word string) bool { return len(word) <= 2 && strings.Trim(word, "0123456789") == "" }

// wordOf is a word by which it is the same as another one.
func wordOf(term string) string { return strings.Map(withoutQuotes, folded(term)) }

// meantAt is where the sentence says what a phrase in quotation marks means.
func meantAt(r *row, open, end int) (from, to int, ok bool) {
	f, word := r.form, r.runes[open+1:end-1]
	after := pastKinds(f, end)
	if after < len(f.runes) && strings.ContainsRune(",:即指是为具主分就也包—-", f.runes[after]) {
		rest := string(f.runes[after:min(len(f.runes), after+longestMeaning)])
		if said := []rune(announcing.FindString(rest)); len(said) > 0 {
			from = after + len(said)
			last := said[len(said)-1]
			if from < len(f.runes) && strings.ContainsRune(goesOn[last], f.runes[from]) {
				return 0, 0, false
			}
			to = meaningEnd(f, from, word)
			return from, to, to-from >= shortestMeant && to-from <= longestMeant
		}
		if said := listing.FindString(rest); said != "" {
			from = after + utf8.RuneCountInString(said)
			to = meaningEnd(f, from, word)
			return from, to, to > from && to-from <= longestMeant && counts(f.span(from, to), word)
		}
		if isSaid(rest) && after == end && isPart(string(f.runes[max(0, open-longestMeant):open]), string(word)) {
			from = after + 1
			if from < len(f.runes) && f.runes[from] == ':' {
				from++
			}
			to = partEnd(f, from, meaningEnd(f, from, word))
			return from, to, to-from >= shortestMeant && to-from <= longestMeant && !role.MatchString(f.span(from, to).text) && len(partsIn(f.span(from, to).text)) >= highestIn(word)
		}
		if f.runes[after] == ':' && !r.inList {
			from = after + 1
			to = countedEnd(f, from, word)
			parts := f.span(from, to)
			return from, to, to-from <= longestMeant && counts(parts, word) && !strings.HasPrefix(parts.text, f.span(open, end).text)
		}
	}
	return partsBefore(f, open, word)
}

// partsOf is what the number counts with which a slogan begins and that is the only
// one in it; 0 where there is none.
func partsOf(word []rune) int {
	n := counting[word[0]]
	if n < 2 || len(word) < 2 || strings.ContainsRune(notCounted, word[1]) {
		return 0
	}
	for i, r := range word[1:] {
		switch {
		case counting[r] == 1 && !countsNothing(word, 1+i), counting[r] > 1, isDigit(r), strings.ContainsRune("百千万第", r):
			return 0
		}
	}
	return n
}

// countsNothing reports whether 一 is part of another word at a place: 五个一体化,
// 三个统一, 四个一批, or what is counted itself: 六个一.
func countsNothing(word []rune, at int) bool {
	return at == len(word)-1 || strings.ContainsRune("统合归同", word[at-1]) || strings.ContainsRune("体批流致", word[at+1])
}

// counts reports whether a text has as many parts as a slogan counts, where the
// larger ones are parted by semicolons, or by commas with 和 within some.
func counts(parts form, word []rune) bool {
	n := partsOf(word)
	if strings.HasPrefix(parts.text, "一是") {
		items := 1
		for _, one := range []string{"二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"} {
			if strings.Contains(parts.text, one) {
				items++
			}
		}
		return items == n
	}
	if semicolons := strings.Count(parts.text, ";"); semicolons > 0 {
		return semicolons+1 == n
	}
	if n >= fewestBefore && strings.Count(parts.text, "、")+1 == n || n >= fewestBefore && strings.Count(parts.text, ",")+1 == n {
		return true
	}
	return expands(parts, word)
}

// meaningEnd is where what is said of a word ends: with the sentence or the brackets
// around it; before a semicolon, unless semicolons part what the word counts; before
// the next word that is explained. It is -1 where that would be less than the word counts.
func meaningEnd(f form, from int, word []rune) int {
	semicolons, first, depth := 0, -1, 0
	end := from
	for ; end < len(f.runes) && end-from <= longestMeant; end++ {
		r := f.runes[end]
		if r == ')' {
			depth--
		}
		if depth < 0 || strings.ContainsRune("。!?", r) {
			break
		}
		switch r {
		case '(':
			depth++
		case ';':
			if semicolons++; first < 0 {
				first = end
			}
		}
		if to, ends := nextExplained(f, from, end); ends {
			if end = to; end < len(f.runes) && f.runes[end] == ';' && r != ';' {
				semicolons--
			}
			break
		}
	}
	if first >= 0 && first < end && semicolons+1 != partsOf(word) {
		end = first
	}
	if n := highestIn(word); n >= fewestBefore && len(partsIn(f.span(from, end).text)) < n {
		return -1
	}
	return end
}

// nextExplained reports whether a place is the beginning or the end of the next phrase that is
// explained, and where the clause with it begins: 即甲、乙|；打造“五个中心”，即.
func nextExplained(f form, from, at int) (int, bool) {
	if !strings.ContainsRune(";,、“”", f.runes[at]) {
		return 0, false
	}
	rest := f.span(at, min(len(f.runes), at+longestQuoted+6)).text
	open := at
	switch f.runes[at] {
	case '”':
		for open > from && f.runes[open] != '“' {
			open--
		}
		if open == from || !oneMore.MatchString(rest) {
			return 0, false // 即“甲、乙”
		}
	case '“':
		if !another.MatchString(rest) {
			return 0, false
		}
	default:
		return at, another.MatchString(rest)
	}
	for i := open; i > from; i-- {
		if strings.ContainsRune(";,、", f.runes[i-1]) {
			return i - 1, true
		}
	}
	return open, true
}

// countedEnd is where the parts end that stand behind a word and a colon: with the
// sentence, or with its first comma where those before are all: “三安”：甲、乙、丙，重点是丁.
func countedEnd(f form, from int, word []rune) int {
	end := from + max(0, f.from(from).find("。!?"))
	if comma := from + f.from(from).find(",;"); comma > from && comma < end && f.runes[comma] == ',' && partsOf(word) > 0 && counts(f.span(from, comma), word) {
		return comma
	}
	return end
}

// partEnd is where what is said of one part of a slogan ends, before the next one.
func partEnd(f form, from, to int) int {
	for at := from + 1; at < to; at++ {
		if f.runes[at] == '“' && strings.ContainsRune(",;、", f.runes[at-1]) {
			return at - 1
		}
	}
	return to
}

// partsIn are the parts of a text, however they are parted.
func partsIn(text string) []string {
	text = strings.ReplaceAll(text, "和谐", "谐")
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("、,;和与及", r) })
}

// highestIn is the highest number in a word.
func highestIn(word []rune) int {
	highest := 0
	for _, r := range word {
		highest = max(highest, counting[r])
	}
	return highest
}
