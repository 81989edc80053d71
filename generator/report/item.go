package report

import (
	"cmp"
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// enumerators are ways of counting in running text. first group: the numeral;
// what the whole form matches is the number.
var enumerators = []*pattern.Pattern{
	pattern.MustCompile(`^(` + numeral + `)是`),
	pattern.MustCompile(`^(` + numeral + `)要`),
	pattern.MustCompile(`^第(` + numeral + `)[,、]`),
	pattern.MustCompile(`^([①-⑳])`),
	pattern.MustCompile(`^\((\d{1,2})\)`),
}

const (
	itemEnd     = "。,;:!?" // ends an item's title
	longestItem = 60
)

// counter follows one way of counting through a section, across paragraphs.
// What is counted only to one is not counted at all.
type counter struct {
	form  *pattern.Pattern
	rows  []*row
	items []Entry
}

// flush gives the items to their rows and begins anew.
func (c *counter) flush() {
	for i, r := range c.rows {
		if len(c.items) > 1 {
			r.items = append(r.items, c.items[i])
		}
	}
	c.rows, c.items = nil, nil
}

// numbersAt are the indexes in a row at which a clause begins with what may be a
// number of one of the enumerators.
func (r *row) numbersAt() (at []int) {
	for i := r.body(); i < len(r.runes); i++ {
		if c := r.runes[i]; (c == '(' || c == '第' || c >= '①' && c <= '⑳' || isNumeral(c)) && (i == 0 || strings.ContainsRune(itemEnd, r.runes[i-1])) {
			at = append(at, i)
		}
	}
	return at
}

// count goes on counting through a row; each number must follow the one before
// it and begin a clause, as it does at the given indexes.
func (c *counter) count(r *row, at []int) {
	for _, from := range at {
		f := r.from(from)
		m := c.form.FindStringSubmatchIndex(f.text)
		if m == nil {
			continue
		}
		title := from + f.index(m[1])
		value, _ := numberOf(f.text[m[2]:m[3]])
		if value == 1 {
			c.flush()
		}
		length := itemTitle(r.from(title))
		if value != len(c.items)+1 || length == 0 {
			continue
		}
		number := title
		if strings.ContainsRune(",、", r.runes[title-1]) {
			number--
		}
		c.rows = append(c.rows, r)
		c.items = append(c.items, r.entry(Item, from, number, title, title+length))
	}
}

// findItems finds what is counted inside the paragraphs, 一是… 二是…, lines with
// ——, and, where a paragraph has neither, its sub-headings.
func (d *draft) findItems() {
	var counters []*counter
	for _, form := range enumerators {
		counters = append(counters, &counter{form: form})
	}
	for _, r := range d.rows {
		var at []int
		if r.kind == Text && !r.listed {
			at = r.numbersAt()
		}
		for _, c := range counters {
			if r.opening != nil || r.back > 0 {
				c.flush()
			}
			c.count(r, at)
		}
	}
	for _, c := range counters {
		c.flush()
	}
	for _, r := range d.rows {
		if r.kind == Text && !r.listed && len(r.items) == 0 {
			if r.items = dashItem(r); r.items == nil {
				r.items = subHeadings(r)
			}
		}
		d.decideItems(r)
		slices.SortStableFunc(r.items, func(a, b Entry) int { return cmp.Compare(a.Column, b.Column) })
	}
}

// itemTitle is the length of an item's title at the start of f; 0 for none.
func itemTitle(f form) int {
	to := f.find(itemEnd)
	if to < 0 {
		to = len(f.runes)
	}
	if to > longestItem {
		return 0
	}
	return to
}

// dashes open an item; where a page has lost one of two, the long one alone.
var dashes = pattern.MustCompile(`^(?:[—―─–-]{2,}|—)`)

// meanwhile opens a sentence with its time alone: 这五年,….
var meanwhile = pattern.MustCompile(`^(?:一年来|(?:过去|这|今后|未来|近)(?:的)?(?:一|二|两|三|四|五|几)?年(?:来|里|间)?|(?:三|四|五|几)年来),`)

// dashItem reads a line that begins with ——; its title runs to the first 。
// or, where that is far, as an item's does.
func dashItem(r *row) []Entry {
	m := dashes.FindStringIndex(r.form.text)
	if m == nil || r.opening != nil {
		return nil
	}
	title := r.index(m[1])
	to := r.from(title).find("。:")
	if to < 0 || to > longestPair {
		to = itemTitle(r.from(title))
		if m := meanwhile.FindStringIndex(r.from(title).text); m != nil && to > 0 { // says when, not what
			behind := r.from(title).index(m[1])
			if what := itemTitle(r.from(title + behind)); what > 0 {
				to = behind + what
			}
		}
	}
	if to <= 0 {
		return nil
	}
	return []Entry{r.entry(Item, 0, 0, title, title+to)}
}

const (
	fewestSubHeadings  = 3
	longestSubHeading  = 15
	shortestSubHeading = 6
	shortestSubSection = 25 // between two sub-headings, in runes
	notInASubHeading   = ",;:、()0123456789"
	sentenceEnd        = "。!?"
)

var (
	statement = pattern.MustCompile(`了|我们|是|将|不断|继续`)
	// single opens what was, or is to be, done once, and heads nothing: 成功举办省第十届运动会.
	single = pattern.MustCompile(`^(?:成功|圆满|(?:率先|全面|顺利|如期|提前|高质量|高标准|牵头|部署)*(?:完成|出台|挂牌|当选|建成[^区]|举办|承办[^好]|启动|开工|竣工|设立|成立|组建|印发|修订|谋划建设))|` +
		`^.{0,6}(?:获评|获批|荣获|荣膺|入选|入围|创成)|(?:开工建设|开工|竣工|建成投[用产运]|建成开放|建成通车|投入使用|投入运营|封关运行|竣工投产|开通运营|正式开通|开业|投运|揭牌|挂牌)$`)
)

// subHeadings finds sub-headings that were run into one paragraph: several
// short sentences in the style of a heading, each with its text behind it.
func subHeadings(r *row) []Entry {
	var found []Entry
	var starts []int
	from := r.body()
	if from < len(r.runes) && r.runes[from] == '。' {
		from++
	}
	for start := from; start < len(r.runes); {
		length := r.from(start).find(sentenceEnd)
		if length < 0 {
			break
		}
		sentence := r.span(start, start+length)
		if start > 0 && isSubHeading(sentence) && len(r.runes)-start-length-1 >= shortestSubSection {
			if n := len(starts); n > 0 && start-starts[n-1]-length < shortestSubSection {
				return nil
			}
			starts = append(starts, start)
			found = append(found, r.entry(Item, start, start, start, start+length))
		}
		start += length + 1
	}
	if len(found) < fewestSubHeadings {
		return nil
	}
	return found
}

func isSubHeading(f form) bool {
	n := len(f.runes)
	return n >= shortestSubHeading && n <= longestSubHeading && f.find(notInASubHeading) < 0 &&
		!statement.MatchString(f.text) && !connective.MatchString(f.text) && !single.MatchString(f.text)
}
