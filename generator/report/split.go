package report

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// part cuts the rows in which several things stand: headings that were fused,
// and a whole report in one line.
func (d *draft) part() {
	all := 0
	for _, r := range d.rows {
		all += len(r.runes)
	}
	var parts []*row
	behind := d.fusedBehind()
	for _, r := range d.rows {
		at := fusedHeadings(r.form)
		if i := behind[r]; i > 0 && len(at) == 0 {
			at = []int{i}
		}
		if len(at) == 0 && len(r.runes)*10 >= all*6 {
			at = breaks(r.form)
		}
		if len(at) == 0 {
			parts = append(parts, r)
			continue
		}
		parts = append(parts, r.split(at)...)
	}
	d.rows = parts
}

const (
	longestFused   = 100 // of a line of headings, in runes
	shortestFused  = 4   // of a title before another heading
	shortestBehind = 6   // of a part's heading there
	longestBehind  = 40  // of a heading behind the last sentence of a paragraph
	longestNumber  = 12  // of what a heading is told by, in runes
	longestAddress = 20
)

// chapter is a number in a line of headings.
var chapter = pattern.MustCompile(`第(?:\d{1,2}|` + numeral + `)(?:部分|[篇编章节])`)

// fusedHeadings are the indexes at which further headings begin in a line that
// begins with one: 第二章主要目标第二篇调整结构.
func fusedHeadings(f form) []int {
	if len(f.runes) > longestFused || len(f.runes) == 0 || f.runes[0] != '第' || f.find("。;:?!") >= 0 || !chapter.MatchString(f.text) {
		return nil
	}
	var at []int
	from := 0
	for _, m := range chapter.FindAllStringIndex(f.text, -1) {
		i := f.index(m[0])
		if i == 0 {
			continue
		}
		if i-from < shortestFused+3 || !isHan(f.runes[i-1]) || strings.ContainsRune("见在至到和与及按照据本", f.runes[i-1]) || f.index(m[1]) == len(f.runes) {
			return nil
		}
		at = append(at, i)
		from = i
	}
	return at
}

// count is a number in a way of numbering.
type count struct {
	style *style
	value int
}

// fusedBehind are the indexes at which headings begin that have run into the end of
// the paragraph above them: …请予审议。一、2003年工作的回顾. What follows the last full
// stop is one if the number before it, or the one after it, heads something too, or
// if it names a part: …自由流动。2003年政府工作建议. There is none where the line only breaks.
func (d *draft) fusedBehind() map[*row]int {
	found := fusedIn(d.rows)
	if len(found) == 0 {
		return nil
	}
	w := d.wrapping()
	for i, r := range d.rows {
		if found[r] > 0 && w.full(r) && !begins(d.rows[i+1].form) && !d.blankBetween(r, d.rows[i+1]) {
			delete(found, r)
		}
	}
	return found
}

// fusedIn are those by numbers and names alone, of rows but the last.
func fusedIn(rows []*row) map[*row]int {
	heads, at, counts := map[count]bool{}, map[*row]int{}, map[*row]count{}
	for i, r := range rows {
		if s := styleOf(r.form); s != nil {
			value, _ := numberOf(r.form.text)
			heads[count{s, value}] = true
		}
		stop := strings.LastIndexAny(r.form.text, sentenceEnd)
		if stop < 0 || i+1 == len(rows) || len(r.form.text)-stop > 3*longestBehind {
			continue
		}
		from := r.index(stop) + 1
		behind := r.from(from)
		if part := (&row{form: behind, kind: Text}); len(behind.runes) >= shortestBehind && namesPart(part) {
			at[r] = from
			continue
		}
		s, _, title := numbered(behind)
		if s == nil || s.rank > firstInner || s.rank < 1 || len(behind.runes)-title < shortestFused || len(behind.runes) > longestBehind ||
			!isHan(behind.runes[len(behind.runes)-1]) || behind.find(";:") >= 0 {
			continue
		}
		value, _ := numberOf(behind.text)
		at[r], counts[r] = from, count{s, value}
		heads[counts[r]] = true
	}
	for r, c := range counts {
		if !heads[count{c.style, c.value - 1}] && !heads[count{c.style, c.value + 1}] {
			delete(at, r)
		}
	}
	return at
}

// breaks are the indexes at which something begins in a line that has a whole
// report in it: a salutation, the numbers that follow each other, what a dash
// counts. There are none where the line has no first and second heading.
func breaks(f form) []int {
	var at []int
	next := map[*style]int{}
	tops := 0
	for i := range f.runes {
		begins := i > 0 && (f.column[i] > f.column[i-1]+1 || strings.ContainsRune("。!?:;", f.runes[i-1]))
		if !begins {
			continue
		}
		head := f.upTo(i, longestNumber)
		s, _, _ := numbered(head)
		value := 0
		if s != nil {
			value, _ = numberOf(head.text)
		}
		switch {
		case s != nil && (value == 1 || value == next[s]) && (s.rank < firstInner || s.rank == firstInner && tops > 0):
			if s.rank < firstInner {
				tops++
				for other := range next {
					if other.rank > s.rank {
						delete(next, other)
					}
				}
			}
			next[s] = value + 1
		case dashes.MatchString(head.text) && strings.ContainsRune("。!?:;", f.runes[i-1]):
		case address.MatchString(f.upTo(i, longestAddress).text):
		case f.runes[i-1] == ':' && len(at) > 0 && salutation.MatchString(string(f.runes[at[len(at)-1]:i])):
		default:
			continue
		}
		at = append(at, i)
	}
	if tops < fewestCounted {
		return nil
	}
	return slices.Compact(at)
}

// upTo is a part of the form, of n runes at most.
func (f form) upTo(i, n int) form {
	return f.span(i, min(len(f.runes), i+n))
}

// apartTitle is how long a title is that only a space parts from the text behind
// it, as in a report of one line; 0 where there is none.
func apartTitle(r *row, title int) int {
	if r.begin == 0 {
		return 0
	}
	for i := title; i < len(r.runes) && i-title < longestHeading; i++ {
		switch {
		case r.runes[i] == '。':
			return 0
		case i > title+1 && r.column[i] > r.column[i-1]+1 && !strings.ContainsRune(",;:、", r.runes[i-1]):
			return i - title
		}
	}
	return 0
}
