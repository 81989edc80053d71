package indicator

import (
	"cmp"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

var (
	// ends is how a line that heads a part ends, where it has no number.
	ends = pattern.MustCompile(anyOf("headEnds") + `[)]?$`)
	// turning is a sentence from which on a report is of what is to come.
	turning = pattern.MustCompile(anyOf("aims") + `(?:和[^,。:]{1,12})?(?:是|为(?:[^民了]|$)|:)|(?:今年|明年|本年度|(?:19|20)\d\d年|今后|未来|下一步)[^,。;]{0,16},?[^,。;]{0,8}(?:抓好|做好|推进|实施|落实|突出)[^,。;]{0,8}(?:以下|下列|[一二三四五六七八九十]个方面|[一二三四五六七八九十](?:项|方面)(?:重点)?工作)`)
)

// part is a stretch of the report with one stance: what stands under a heading of
// the highest level, or from a line or sentence on that turns to another time.
type part struct {
	stance
	from  int             // its first paragraph
	style string          // of the number that it begins with; "" without one
	seen  map[string]bool // styles of the numbers at the highest level in it
}

// parts are the parts of the report, in text order; those whose words do not tell
// have no stance yet.
func (c *context) parts(r *report.Report) []part {
	parts := []part{{seen: map[string]bool{}}}
	begin := func(from int, style string, s stance) {
		parts = append(parts, part{s, from, style, map[string]bool{style: true}})
	}
	for i, entries := range entriesOf(r) {
		p, here := r.Paragraphs[i], &parts[len(parts)-1]
		headed := false
		for _, e := range entries {
			if !e.Opens() || e.Kind == report.Lead {
				continue
			}
			if strings.Contains(e.ID, "-") {
				headed = headed || e.Number != "" // (五)保护取得新成绩 heads no part
				continue
			}
			headed = true
			s, style, first := c.stanceOf(foldPlain(e.Title)), styleOf(e.Number), isFirst(e.Number)
			switch {
			case s.kind != "" && (style == here.style || here.style == "" && len(parts) == 1 || c.timed(foldPlain(e.Title), s)):
				begin(i, style, s)
			case style == here.style && here.kind == "" && strings.ContainsAny(style, "(（"):
				// (一), (二) of one part without a heading are heard together
			case style == here.style, first && here.seen[style]:
				begin(i, style, stance{})
			}
			parts[len(parts)-1].seen[style] = true
		}
		if headed || p.Kind != report.Text && p.Kind != report.Heading && p.Kind != report.Title {
			continue
		}
		if s, heads := c.headsPart(p.Text); heads {
			begin(i, "", s)
		} else if s, late, turns := c.turns(c.plainText(r, i)); turns && (len(entries) == 0 || here.kind != report.Result || s.years.First >= c.year) && (here.kind != report.Target || s.years != here.years && s.years.First > 0) {
			begin(i+late, "", s)
		} else if c.narrows(p.Text, here.stance) {
			begin(i+1, "", stance{kind: report.Target, years: report.Years(c.year, c.year)})
		}
	}
	return parts
}

// headsPart reads a line without a number that heads a part: 2024年工作回顾.
func (c *context) headsPart(text string) (stance, bool) {
	if len(text) > 3*longestName {
		return stance{}, false
	}
	title := foldPlain(text)
	if n := length(title); n < 4 || n > 36 || strings.ContainsAny(title, "。;:,!?") && !strings.HasPrefix(title, "附") || !ends.MatchString(title) {
		return stance{}, false
	}
	s := c.stanceOf(title)
	return s, s.kind != ""
}

// turns reads a sentence by which the report turns to what is to come, and
// whether that holds from the next paragraph on only.
func (c *context) turns(plain string) (s stance, late int, turns bool) {
	if !turning.MatchString(plain) {
		return s, 0, false
	}
	for sentence := range strings.SplitSeq(plain, "。") {
		if at := turning.FindStringIndex(sentence); at != nil {
			years := c.aimedAt(sentence[:at[1]])
			return stance{kind: report.Target, years: years}, late, years.First == 0 || years.Last >= c.year
		}
		late = 1
	}
	return s, 0, false
}

// narrowing is a sentence from which on a look ahead on several years is of one of them.
var narrowing = pattern.MustCompile(`^(?:今年|本年度|(?:19|20)[0-9]{2}年)(?:政府工作|工作)?[^。;]{0,16}重点(?:工作)?(?:是|要|将)?(?:抓好|做好|在[^。;]{1,60}下功夫)`)

// narrows reports whether a paragraph in a look ahead on several years turns to the first.
func (c *context) narrows(text string, here stance) bool {
	if here.kind != report.Target || here.years.First != c.year || here.years.Last == c.year || !strings.Contains(text, "重") {
		return false
	}
	for sentence := range strings.SplitSeq(foldPlain(text), "。") {
		if strings.Contains(sentence, "重点") && narrowing.MatchString(sentence) {
			y, _ := firstPeriod(sentence, c.clock)
			return y == report.Years(c.year, c.year)
		}
	}
	return false
}

// aimedAt are the years that a sentence names first, but those of a far end:
// 锚定2035年远景目标,确定今后五年的主要目标; and the year itself, where it comes after
// the span that begins with it: 聚焦未来五年发展目标,建议2022年的主要预期目标为.
func (c *context) aimedAt(text string) (first report.Period) {
	for _, y := range periods(text, c.clock) {
		own := y.Period == report.Years(c.year, c.year) && first.First == c.year
		if first.First == 0 || own || first.First > c.year && y.First <= c.year {
			first = y.Period
		}
	}
	return first
}

// told is the stance of a part: what its words tell, or how it opens, or how it
// speaks; what then is undecided goes on looking ahead after what does.
func (c *context) told(r *report.Report, parts []part, n int) stance {
	s := parts[n].stance
	if s.kind == report.Target && s.years.First == 0 && parts[n].style == "" && n > 0 {
		if last := parts[n-1].stance; last.kind == report.Target && last.years.First == c.year && last.years.First < last.years.Last {
			s.years = last.years // “十三五”时期,是关键期. 总体要求是
		}
	}
	mayLookBack := s.kind == report.Target && s.years.First == 0 && (n == 0 || parts[n-1].kind == "") // 围绕中心任务,实现良好开局
	if s.kind != "" && (s.kind != report.Result && !mayLookBack || c.plan) {
		return s
	}
	end := len(r.Paragraphs)
	if n+1 < len(parts) {
		end = min(end, parts[n+1].from)
	}
	var text []string
	for i := min(parts[n].from, end); i < end; i++ {
		if p := r.Paragraphs[i]; p.Kind == report.Text {
			text = append(text, c.plainText(r, i))
		}
	}
	if len(text) == 0 {
		return s
	}
	switch {
	case mayLookBack:
		if back := c.looksBack(text[:1]); back.kind != "" {
			return c.tells(back, text)
		}
		return s
	case s.kind != "":
		return c.tells(s, text)
	}
	s = c.opens(text[0])
	switch {
	case n == 0:
		s = c.looksBack(text[:min(len(text), openingLines)])
	case s.kind == report.Result && s.years.Last < c.year-1:
		s = stance{} // it tells of an event: 1997年国务院明确了
	}
	switch {
	case s.kind != "":
	case c.plan || c.ahead || n > 0 && parts[n-1].kind == report.Target:
		s.kind = report.Target // no report looks back after it has looked ahead
	default:
		s.kind = speaks(text)
	}
	return s
}

// looksBack is the stance of a text without headings of which one of the first paragraphs
// opens by saying that it looks back.
func (c *context) looksBack(paragraphs []string) stance {
	t := c.clock
	t.looks = report.Result // 1998年以来
	for _, text := range paragraphs {
		years, at := firstPeriod(firstWords(text), t)
		if 0 <= at && at <= opensWithin && c.kindOf(years) == report.Result && !strings.Contains(text, "大会") {
			return stance{kind: report.Result, years: years}
		}
	}
	return stance{}
}

// The words by which a text without headings is heard to look back or ahead.
var (
	pastWords   = lists["past"]
	futureWords = lists["future"]
	noFuture    = lists["noFuture"] // contain one and say nothing
)

// speaks weighs how paragraphs speak: of what was done or of what is to be done.
// Where neither outweighs the other by far, it does not say.
func speaks(paragraphs []string) report.IndicatorKind {
	past, future := 0, 0
	for _, text := range paragraphs {
		past += mentions(text, pastWords)
		future += mentions(text, futureWords) - mentions(text, noFuture)
	}
	switch {
	case past > 2*future && past > 2:
		return report.Result
	case future > past:
		return report.Target
	}
	return ""
}

func mentions(text string, words []string) int {
	n := 0
	for _, w := range words {
		n += strings.Count(text, w)
	}
	return n
}

// opens is the stance of the first words of a plain text.
func (c *context) opens(text string) stance {
	first, _, _ := strings.Cut(text, "。")
	y := c.aimedAt(first)
	return stance{kind: c.kindOf(y), years: y}
}

// styleOf is how a number is written, without the number: 、 of 一、, () of (一).
func styleOf(number string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("零一二三四五六七八九十百0123456789０１２３４５６７８９ 　", r) {
			return -1
		}
		return r
	}, number)
}

// isFirst reports whether a number begins a count.
func isFirst(number string) bool {
	plain := foldPlain(number)
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune("零一二三四五六七八九十百0123456789", r) {
			return r
		}
		return -1
	}, plain)
	return cmp.Or(digits, " ") == "一" || digits == "1"
}

// entriesOf are the outline entries that begin in each paragraph.
func entriesOf(r *report.Report) [][]report.Entry {
	var all [][]report.Entry
	for _, entries := range r.All() {
		all = append(all, entries)
	}
	return all
}
