package report

import (
	"strings"

	"jianzhu/generator/pattern"
)

// parted is where the word of an entry begins and ends and where what it means
// begins, in runes.
type parted struct{ start, term, text int }

// parting is a way in which a word and its meaning are parted.
type parting func(f form, from int) (parted, bool)

const (
	longestWord  = 45 // that is explained, in runes
	longestShort = 30 // of a word that a space or a line's end parts from its meaning
	shortestText = 2  // of what it means
)

var (
	// meaning are words with which a meaning begins.
	meaning = pattern.MustCompile(`^(.{1,30}?)(?:,(?:就|也)?(?:是指|指的是|主要指|系指|即|指|是)|(?:就|也|主要|具体|专门|一般|特|系)?(?:是指|指的是)|系指|主要指|特指|专指|系[^统列数]|即|指[^数标导挥定南引示纹令出明向]|是[^因])`)
	// bibliographic tells what a note cites.
	bibliographic = pattern.MustCompile(`^[“"]?《.*(?:第?\d+页|卷|版|出版社|日报|》\(?\d{4}年)`)
	// notAWord are labels of a page, not words that a report explains.
	notAWord = pattern.MustCompile(`^(?:附件|附表|附录|注|说明|备注|来源|资料来源|责任编辑|编辑|作者|记者|时间|日期|发布.{0,4}|联系.{0,4}|电话|地址|各位代表|同志们|见|报告原文|原文|解释)[\d一二三四五]*$`)
	// demonstrative words open a remark on the text, not the name of something.
	demonstrative = pattern.MustCompile(`^(?:这|此|本(?:公报|文|报告|表|部分)|该|以上|上述|文中|表中)`)
	// pageOf ends a word with where it stands in print.
	pageOf = pattern.MustCompile(`[（(][^（）()]*第?\d+\s*页[^（）()]*[)）]$`)
	// afterQuote ends a word that quotes a name: “十大”工程.
	afterQuote = pattern.MustCompile(`^(?:工程|行动|计划|战略|工作|体系|机制|制度|模式|政策|改革|建设|活动|目标|任务|要求|原则|企业|产业|项目|平台|服务|治理|整治|管理|监管|发展|园区|基地|人才|农产品|规划|方案|措施|精神|理念|布局|格局|试点|示范|创建|攻坚|经费|人员|群体)`)
)

// telling part by a mark or by words that say so, wherever they stand.
var telling = []parting{byBrackets, byColon, byDash, byMeaning}

// partAt parts an entry that begins at a rune, in the first way that holds.
func partAt(f form, from int, ways []parting) (parted, bool) {
	for _, way := range ways {
		if p, ok := way(f, from); ok && isWord(f, p) {
			return p, true
		}
	}
	return parted{}, false
}

// fits reports whether a row explains a word by a mark, after its number.
func fits(f form, from int) bool {
	_, ok := partAt(f, from, telling[:len(telling)-1])
	if !ok {
		_, ok = partAt(f, from, []parting{byMeaningStrictly})
	}
	return ok
}

// isWord reports whether what stands before the mark may be explained.
func isWord(f form, p parted) bool {
	if p.term-p.start < 1 || p.term-p.start > longestWord || len(f.runes)-p.text < shortestText {
		return false
	}
	word := string(f.runes[p.start:p.term])
	return !strings.ContainsAny(word, "。;!?") && !demonstrative.MatchString(word) && !notAWord.MatchString(word) && strings.Trim(word, "0123456789.-") != "" &&
		!bibliographic.MatchString(string(f.runes[p.text:]))
}

// byColon parts at the first colon.
func byColon(f form, from int) (parted, bool) {
	for i := from; i < len(f.runes) && i-from <= longestWord; i++ {
		switch r := f.runes[i]; {
		case r == ':' || r == '∶' || r == '︰':
			if p, ok := byMeaningStrictly(f, from); ok && p.term < i {
				return p, true
			}
			return parted{from, i, i + 1}, true
		case r == '。' || r == ';':
			return parted{}, false
		}
	}
	return parted{}, false
}

// byDash parts at the first dash, but not at the 之 of 2021—2025.
func byDash(f form, from int) (parted, bool) {
	for i := from + 1; i+1 < len(f.runes) && i-from <= longestShort; i++ {
		switch {
		case strings.ContainsRune("。;", f.runes[i]):
			return parted{}, false
		case strings.ContainsRune("—―─–", f.runes[i]):
			end := i + 1
			for end < len(f.runes) && strings.ContainsRune("—―─–", f.runes[end]) {
				end++
			}
			if end-i > 1 || !isDigit(f.runes[i-1]) && f.column[i+1] > f.column[i]+1 {
				return parted{from, i, end}, true
			}
		}
	}
	return parted{}, false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// byBrackets parts 【word】 from what follows.
func byBrackets(f form, from int) (parted, bool) {
	rest := f.upTo(from, longestWord+1)
	end := rest.find("】〗")
	open := max(-1, rest.find("【〖"))
	if open > end {
		open = -1 // it is lost
	}
	if end < 2 || end > longestWord || open > 0 {
		return parted{}, false
	}
	text := from + end + 1
	for text < len(f.runes) && strings.ContainsRune(":—,", f.runes[text]) {
		text++
	}
	return parted{from + open + 1, from + end, text}, true
}

// byMeaningStrictly parts before 是指.
func byMeaningStrictly(f form, from int) (parted, bool) {
	rest := string(f.runes[from:min(len(f.runes), from+longestWord)])
	best := -1
	for _, word := range []string{"是指", "系指", "指的是"} {
		if at := strings.Index(rest, word); at > 0 && (best < 0 || at < best) {
			best = at
		}
	}
	if best < 0 || strings.ContainsAny(rest[:best], "。;:") {
		return parted{}, false
	}
	word := strings.TrimSuffix(rest[:best], ",")
	end := from + len([]rune(word))
	return parted{from, end, end + len([]rune(rest[len(word):best]))}, true
}

// byMeaning parts before words that begin a meaning.
func byMeaning(f form, from int) (parted, bool) {
	if p, ok := byMeaningStrictly(f, from); ok {
		return p, true
	}
	rest := string(f.runes[from:min(len(f.runes), from+longestWord)])
	m := meaning.FindStringSubmatchIndex(rest)
	if m == nil || strings.ContainsAny(rest[:m[3]], "。;:") {
		return parted{}, false
	}
	end := twoQuotes(f, from, from+len([]rune(rest[:m[3]])))
	text := end
	if f.runes[text] == ',' {
		text++
	}
	return parted{from, end, text}, true
}

// byStop parts at the stop after a word in quotes: “四风”。形式主义….
func byStop(f form, from int) (parted, bool) {
	stop := f.from(from).find("。")
	if stop < 2 || stop > longestShort || from+stop+1 >= len(f.runes) || f.from(from).find(",;:") < stop && f.from(from).find(",;:") >= 0 {
		return parted{}, false
	}
	return parted{from, from + stop, from + stop + 1}, true
}

// bySpace parts where the source has the first white space.
func bySpace(f form, from int) (parted, bool) {
	if i := gap(f, from); i > 0 {
		i = twoQuotes(f, from, i)
		return parted{from, i, i}, true
	}
	return parted{}, false
}

// twoQuotes is where a word ends, if its meaning begins by quoting a part of it:
// “瞪羚计划”“瞪羚”是….
func twoQuotes(f form, from, end int) int {
	for i := from + 1; i < end-1; i++ {
		if f.runes[i] == '”' && f.runes[i+1] == '“' && strings.Contains(string(f.runes[from:i]), strings.TrimRight(string(f.runes[i+2:end]), "”")) {
			return i + 1
		}
	}
	return end
}

// gap is the rune before which the source has a space that may part a word from
// its meaning; 0 where it has none.
func gap(f form, from int) int {
	for i := from + 2; i < len(f.runes) && i-from <= longestShort; i++ {
		if strings.ContainsRune("。;:,", f.runes[i-1]) {
			return 0
		}
		if f.column[i] > f.column[i-1]+1 && !(isLatin(f.runes[i-1]) && isLatin(f.runes[i])) {
			return i
		}
	}
	return 0
}

func isLatin(r rune) bool { return r < 0x250 && r > ' ' }

// byQuote parts after the name in quotes with which an entry begins, and the word
// that says what it is.
func byQuote(f form, from int) (parted, bool) {
	rest := f.from(from)
	open := rest.find("“「\"")
	if open < 0 || open > 12 || rest.find("。,;:") >= 0 && rest.find("。,;:") < open {
		return parted{}, false
	}
	length := rest.from(open + 1).find("”」\"")
	if length < 1 || length > 20 {
		return parted{}, false
	}
	end := pastKinds(f, from+open+length+2)
	return parted{from, end, end}, true
}

// pastKinds is the rune after the words for what a name is that stand at another one.
func pastKinds(f form, at int) int {
	for at < len(f.runes) && f.runes[at] >= 0x4e00 {
		m := afterQuote.FindString(f.from(at).text)
		if m == "" {
			break
		}
		at += len([]rune(m))
	}
	return at
}

// isShort tells a row that is nothing but a word.
func isShort(f form) bool {
	return len(f.runes) <= longestShort && f.find("。;!?") < 0
}

// isWordAlone tells an entry with nothing after its word, or its colon.
func isWordAlone(f form) bool {
	at := labelOf(f).end
	rest := f.from(at)
	if len(rest.runes) == 0 || len(rest.runes) > longestWord {
		return false
	}
	colon := rest.find(":")
	return (colon < 0 || colon == len(rest.runes)-1) && rest.find("。;!?,") < 0
}
