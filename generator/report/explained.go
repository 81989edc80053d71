package report

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// A report explains its words in a list at its end, 名词解释, whose heading is
// worded in many ways, or that has none. So the lines below decide: each begins
// with a number that follows the one above, or with a word and a mark that parts
// it from what it means.

const (
	longestListHeading = 50 // of a list of explained words, in runes
	mostBelowEntry     = 14 // rows that go on with one entry
	mostBelowWord      = 4  // the same, where entries have no numbers
	mostTried          = 20 // lists, and entries of each, that are looked for in the text above
	firstEntries       = 6  // rows by which a list is known
	fewestUnannounced  = 3  // entries of a list that nothing announces; without numbers,
	fewestUncounted    = 5
)

var (
	// listHeading are words for explained words, with words for explaining.
	listHeading = pattern.MustCompile(`^[^:]{0,28}?(?:名词|词语|词汇|词条|新词|用语|术语)[^:]{0,8}?(?:解释|注释|说明|释义|注解|解析|解读|诠释)[^:]{0,10}$`)
	// notesHeading says no more than 注释.
	notesHeading = pattern.MustCompile(`^(?:《[^》]{2,30}》|[^:《》]{0,16}报告)?(?:中|的|部分|有关|相关|内容)*(?:注释|释义|注解|附注|脚注|尾注|注)$`)
	// pointing tells 详见文末名词解释, which is no title.
	pointing    = pattern.MustCompile(`^(?:[详参另请]|可以)*[见阅]`)
	annexed     = pattern.MustCompile(`^[-#]*(?:附件|附录|附|资料)[:]?`)
	enclosed    = pattern.MustCompile(`^(?:【(.*)】|\[(.*)\]|\((.*)\)|<!--(.*)-->)$`)
	fileName    = pattern.MustCompile(`(?i)\.(?:docx?|pdf|xlsx?|pptx?|wps|ofd|zip|rar)$`)
	remark      = pattern.MustCompile(`\([^()]*\)$`)
	chapters    = map[string]bool{"附件": true, "第一部分": true, "第一章": true}
	afterTheEnd = pattern.MustCompile(`^(?:\(?责任编辑|编辑:|来源:|作者:|资料来源|附表|扫一扫|相关(?:链接|报道|阅读|新闻)|上一篇|下一篇|打印|分享)`)
)

// Kinds of heading above a list of explained words.
const (
	notAHeading = iota
	ofNotes     // 注释
	ofWords     // 名词解释
)

// listHeadingOf tells what kind of list the words of a heading announce.
func listHeadingOf(f form) int {
	if len(f.runes) > longestListHeading || !strings.ContainsAny(f.text, "释解注说") {
		return notAHeading
	}
	text := f.text
	if s, _, title := numbered(f); s != nil {
		text = f.from(title).text
	}
	return headingKind(text)
}

func headingKind(text string) int {
	text = strings.Trim(text, ":>-")
	if m := enclosed.FindStringSubmatch(text); m != nil {
		text = strings.Join(m[1:], "")
	}
	text = strings.TrimRight(remark.ReplaceAllString(text, ""), ":")
	text = annexed.ReplaceAllString(text, "")
	switch {
	case strings.ContainsAny(text, "。,;!?") || fileName.MatchString(text) || pointing.MatchString(text):
		return notAHeading
	case listHeading.MatchString(text):
		return ofWords
	case notesHeading.MatchString(text):
		return ofNotes
	}
	return notAHeading
}

// list is where a report explains words: the rows of the report with which its
// entries begin. What stands between two of them goes on with the upper one.
type list struct {
	entries  []int
	source   DefinitionSource
	numbered bool
}

// findLists finds the lists of explained words and marks their rows, so that
// nothing in them is read as anything else.
func (d *draft) findLists() {
	for i := 0; i < len(d.rows); i++ {
		r := d.rows[i]
		kind := listHeadingOf(r.form)
		if kind == notAHeading || r.listed {
			continue
		}
		r.heads = kind == ofWords
		if l := d.listBelow(i, kind); len(l.entries) > 0 {
			r.heads = true
			d.lists = append(d.lists, d.mark(l))
			i = l.entries[len(l.entries)-1]
		}
	}
	d.findNotes()
	d.findWithoutHeading()
}

// mark makes a list's rows what they are. The last entry has the row below where
// its own has nothing but the word.
func (d *draft) mark(l list) []*row {
	var entries []*row
	first, last := l.entries[0], l.entries[len(l.entries)-1]
	for i := first; i <= last; i++ {
		d.rows[i].inList = true
	}
	for _, i := range l.entries {
		d.rows[i].explains = l.source
		if l.numbered {
			d.rows[i].label = labelOf(d.rows[i].form)
		}
		entries = append(entries, d.rows[i])
	}
	if l.source == FromList && last+1 < len(d.rows) && isWordAlone(d.rows[last].form) && d.goesBelow(last+1) {
		d.rows[last+1].inList = true
	}
	return entries
}

// goesBelow reports whether a row may be what the word on the row above means.
func (d *draft) goesBelow(i int) bool {
	f := d.rows[i].form
	return d.rows[i].kind == Text && labelOf(f).style == "" && styleOf(f) == nil && !afterTheEnd.MatchString(f.text)
}

// listBelow reads the list under the heading on a row.
func (d *draft) listBelow(heading, kind int) list {
	from := heading + 1
	for n := 0; n < 2 && from < len(d.rows) && (enclosed.MatchString(d.rows[from].form.text) && labelOf(d.rows[from].form).style == "" || dated.MatchString(d.rows[from].form.text)); n++ {
		from++
	}
	for skipped := 0; skipped < 3 && from+skipped < len(d.rows); skipped++ {
		r := d.rows[from+skipped]
		if l := labelOf(r.form); l.style != "" && l.value <= 1 && !d.headsGroup(from+skipped) {
			if l := d.numberedList(from+skipped, l.style, kind); len(l.entries) > 0 {
				return l
			}
			return list{}
		}
		if skipped == 0 && fits(r.form, 0) {
			break
		}
	}
	return d.wordList(from, kind)
}

// numberedList reads entries whose numbers follow each other.
func (d *draft) numberedList(from int, style string, kind int) list {
	l := list{source: FromList, numbered: true}
	if kind == ofNotes {
		l.source = FromNote
	}
	previous, below, inner, telling := 0, 0, false, 0
	for i := from; i < len(d.rows) && below <= mostBelowEntry; i++ {
		r := d.rows[i]
		at := labelOf(r.form)
		if d.ends(r, at.style == style) {
			break
		}
		below++
		if at.style != style && previous > 1 && at.value == previous+1 && fits(r.form, at.end) && !d.comes(i, style, at.value) {
			style = at.style // ⑩ is followed by (11)
		}
		switch {
		case at.style != style || at.end == len(r.runes) && i+1 == len(d.rows):
			continue
		case at.value == 1 && previous > 1:
			if inner = d.comes(i, style, previous+1); !inner {
				if kind != ofWords || !d.begin(i, style) {
					return l.when(telling, kind)
				}
				previous = 0
			}
		}
		if inner && at.value <= previous || at.value > previous+4 || style == bareDigits && at.value != previous+1 {
			if !inner && at.value < previous && fits(r.form, at.end) {
				l.entries, below = append(l.entries, i), 0 // a misprinted number
			}
			continue
		}
		if at.value < previous && !fits(r.form, at.end) {
			continue
		}
		inner, below, previous = false, 0, max(previous, at.value)
		l.entries = append(l.entries, i)
		if d.tells(i, at.end, kind) {
			telling++
		}
	}
	return l.when(telling, kind)
}

// tells reports whether an entry looks like one that explains something. Below a
// heading that says so, whatever is more than a name does.
func (d *draft) tells(i, from, kind int) bool {
	f := d.rows[i].form
	switch {
	case fits(f, from):
		return true
	case isWordAlone(f):
		return i+1 < len(d.rows) && d.goesBelow(i+1)
	}
	return kind == ofWords && (len(f.runes)-from > longestShort || gap(f, from) > 0)
}

// headsGroup reports whether a row heads some entries of a list: 一、2013年工作回顾.
func (d *draft) headsGroup(i int) bool {
	f := d.rows[i].form
	l := labelOf(f)
	if l.style != "一、" && l.style != "(一)" || !isShort(f) || fits(f, l.end) || i+1 == len(d.rows) {
		return false
	}
	below := labelOf(d.rows[i+1].form)
	return below.style != "" && below.style != l.style && fits(d.rows[i+1].form, below.end)
}

// when is the list if enough of its entries tell that they explain something.
func (l list) when(telling, kind int) list {
	if kind == ofWords && telling*3 >= len(l.entries) || kind == ofNotes && len(l.entries) > 0 || telling*3 >= len(l.entries)*2 && telling >= 2 {
		return l
	}
	return list{}
}

// ends reports whether a row cannot be in a list: another part begins.
func (d *draft) ends(r *row, inStyle bool) bool {
	if s := styleOf(r.form); s != nil && chapters[s.name] && !inStyle {
		return true
	}
	return r.kind != Text || afterTheEnd.MatchString(r.form.text) || listHeadingOf(r.form) == ofWords && !inStyle
}

// comes reports whether a number comes again soon, so that the numbers until then
// count within an entry.
func (d *draft) comes(i int, style string, value int) bool {
	for _, r := range d.rows[i:min(i+mostBelowEntry, len(d.rows))] {
		if l := labelOf(r.form); l.style == style && l.value == value {
			return true
		}
	}
	return false
}

// begin reports whether entries begin on a row, counted from one.
func (d *draft) begin(i int, style string) bool {
	for n := range 3 {
		if i+n >= len(d.rows) {
			return n > 1
		}
		if l := labelOf(d.rows[i+n].form); l.style != style || l.value != n+1 || !fits(d.rows[i+n].form, l.end) {
			return false
		}
	}
	return true
}

// wordList reads entries without numbers: each begins with a word and a mark, or
// the word stands on a line of its own.
func (d *draft) wordList(from, kind int) list {
	l := list{source: FromList}
	isEntry := d.wordStyle(from, kind)
	if isEntry == nil {
		return l
	}
	below := 0
	for i := from; i < len(d.rows) && below <= mostBelowWord; i++ {
		r := d.rows[i]
		if d.ends(r, false) {
			break
		}
		if styleOf(r.form) == nil && !enclosed.MatchString(r.form.text) && isEntry(i) {
			l.entries, below = append(l.entries, i), 0
			continue
		}
		below++
	}
	return l
}

// wordStyle tells by the first rows of a list how its entries begin; nil where it
// is none.
func (d *draft) wordStyle(from, kind int) func(int) bool {
	rows := d.rows[min(from, len(d.rows)):min(from+firstEntries, len(d.rows))]
	if len(rows) == 0 {
		return nil
	}
	marked, spaced, alone := 0, 0, 0
	for i, r := range rows {
		switch {
		case fits(r.form, 0):
			marked++
		case hasWord(r.form):
			spaced++
		case isShort(r.form) && i+1 < len(rows) && !isShort(rows[i+1].form):
			alone++
		}
	}
	switch {
	case marked*2 >= len(rows) && (kind == ofWords || marked > 1):
		return func(i int) bool { return fits(d.rows[i].form, 0) }
	case kind != ofWords:
		return nil
	case (marked+spaced)*3 >= len(rows)*2:
		return func(i int) bool { return fits(d.rows[i].form, 0) || hasWord(d.rows[i].form) }
	case alone > 1 && alone*5 >= len(rows)*2:
		return func(i int) bool {
			return isShort(d.rows[i].form) && i+1 < len(d.rows) && !isShort(d.rows[i+1].form) || fits(d.rows[i].form, 0)
		}
	}
	return nil
}

// hasWord reports whether a row begins with a word that a space, or its quotation
// marks, part from what follows.
func hasWord(f form) bool {
	p, ok := byQuote(f, 0)
	return gap(f, 0) > 0 || ok && strings.ContainsRune("“「", f.runes[0]) && len(f.runes)-p.text > shortestText
}

// findWithoutHeading finds a list that nothing announces, in the last part of the
// text: some entries, and what they explain stands in the text above.
func (d *draft) findWithoutHeading() {
	for i, tried := len(d.rows)*2/5, 0; i+2 < len(d.rows) && tried < mostTried; i++ {
		r := d.rows[i]
		if r.inList || r.listed || r.kind != Text {
			continue
		}
		var l list
		at, fewest := labelOf(r.form), fewestUnannounced
		switch {
		case at.style == "一、" || at.style == "(一)": // works, tasks
		case at.style != "" && at.value == 1 && fits(r.form, at.end):
			l = d.numberedList(i, at.style, notAHeading)
		case at.style == "" && fits(r.form, 0) && fits(d.rows[i+1].form, 0):
			l, fewest = d.wordList(i, ofWords), fewestUncounted
		}
		if len(l.entries) < fewest {
			continue
		}
		tried++
		if d.explainsAbove(l) {
			d.lists = append(d.lists, d.mark(l))
		}
		i = l.entries[len(l.entries)-1]
	}
}

// explainsAbove reports whether most words of a list stand in the text before it,
// and not as what a paragraph begins with.
func (d *draft) explainsAbove(l list) bool {
	var above strings.Builder
	for _, r := range d.rows[:l.entries[0]] {
		above.WriteString(strings.Map(withoutQuotes, r.form.text))
		above.WriteByte('\n')
	}
	text, found := above.String(), 0
	entries := l.entries[:min(mostTried, len(l.entries))]
	for _, i := range entries {
		f := d.rows[i].form
		from := labelOf(f).end
		p, ok := partAt(f, from, telling)
		if !ok {
			continue
		}
		word := strings.Map(withoutQuotes, string(f.runes[p.start:p.term]))
		if at := strings.Index(text, word); at > 0 && len(word) > len("三字") && text[at-1] != '\n' {
			found++
		}
	}
	return found*3 >= len(entries)*2
}

func withoutQuotes(r rune) rune {
	if strings.ContainsRune(quoteMarks, r) {
		return -1
	}
	return r
}

const quoteMarks = "“”‘’「」『』\"'"

// endLists sets the rows of lists aside from headings and damage, when what is
// read as one has been joined.
func (d *draft) endLists() {
	for _, r := range d.rows {
		r.listed = r.listed || r.inList
	}
	for i := range d.lists {
		d.lists[i] = slices.DeleteFunc(d.lists[i], func(r *row) bool { return r.explains == "" })
	}
}
