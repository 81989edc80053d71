package report

import (
	"regexp"
	"strings"
)

// enumerators are ways of counting in running text. first group: the numeral;
// what the whole form matches is the number.
var enumerators = []*regexp.Regexp{
	regexp.MustCompile(`(` + numeral + `)是`),
	regexp.MustCompile(`(` + numeral + `)要`),
	regexp.MustCompile(`第(` + numeral + `)[,、]`),
	regexp.MustCompile(`([①-⑳])`),
	regexp.MustCompile(`\((\d{1,2})\)`),
}

const (
	itemEnd     = "。,;:!?" // ends an item's title
	longestItem = 60
)

// counter follows one way of counting through a section, across paragraphs.
type counter struct {
	expect int
	rows   []*row
	items  []Entry
}

// findItems finds what is counted inside the paragraphs, 一是… 二是…, lines with
// ——, and, where a paragraph has neither, its sub-headings.
func (d *draft) findItems() {
	counters := make([]counter, len(enumerators))
	flush := func(k int) {
		c := &counters[k]
		for i, r := range c.rows {
			if len(c.items) > 1 {
				r.items = append(r.items, c.items[i])
			}
		}
		*c = counter{}
	}
	for _, r := range d.rows {
		if r.opening != nil || r.back > 0 {
			for k := range counters {
				flush(k)
			}
		}
		if r.kind != Text || r.listed {
			continue
		}
		for k, form := range enumerators {
			for _, m := range form.FindAllStringSubmatchIndex(r.form.text, -1) {
				i, title := r.index(m[0]), r.index(m[1])
				value, _ := numberOf(r.form.text[m[2]:m[3]])
				if i < r.body() || i > 0 && !strings.ContainsRune(itemEnd, r.runes[i-1]) {
					continue
				}
				if value == 1 {
					flush(k)
				}
				c := &counters[k]
				if value != c.expect+1 {
					continue
				}
				if to := itemTitle(r.from(title)); to > 0 {
					number := title
					if strings.ContainsRune(",、", r.runes[title-1]) {
						number--
					}
					c.expect = value
					c.rows = append(c.rows, r)
					c.items = append(c.items, r.entry(Item, i, number, title, title+to))
				}
			}
		}
	}
	for k := range counters {
		flush(k)
	}
	for _, r := range d.rows {
		if r.kind == Text && !r.listed && len(r.items) == 0 {
			r.items = dashItem(r)
			if r.items == nil {
				r.items = subHeadings(r)
			}
		}
		d.decideItems(r)
		sortEntries(r.items)
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

var dashes = regexp.MustCompile(`^[—―─–-]{2,}`)

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

var statement = regexp.MustCompile(`了|我们|是|将|不断|继续`)

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
		sentence := form{string(r.runes[start : start+length]), r.runes[start : start+length], r.column[start : start+length]}
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
		!statement.MatchString(f.text) && !connective.MatchString(f.text)
}
