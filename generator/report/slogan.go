package report

import (
	"strings"
	"unicode/utf8"

	"jianzhu/generator/pattern"
)

// What a slogan counts may follow it, as headings or as what is counted in the paragraph:
// 打好“六个硬仗”。一是打好大气环境整治硬仗。…. It is what the slogan means where it is
// announced by the words right before, is numbered from one to the slogan's number and no
// further, and is called as the slogan says.

var (
	// leadsOn is what stands between a slogan and what it counts: ”:, ”工程。, ”，重点抓好以下工作：.
	leadsOn = pattern.MustCompile(`^(?:\p{Han}{0,6}[:。,]?|\p{Han}{0,6},(?:即|就是|具体|重点|着力|切实|努力|主要)[^,。;:“”]{0,12}[:。]?)$`)
	// kindOf are words between a number and what it counts.
	kindOf = pattern.MustCompile(`^(?:个|大|项|类|种|条|场|方面|张|座|篇)`)
)

// findFollowing finds slogans whose parts follow them, which nothing else explains.
func (d *draft) findFollowing() {
	known := map[string]bool{}
	for _, x := range d.report.Definitions {
		known[wordOf(x.Term)] = true
	}
	next := 0 // entry of the outline that does not stand before the row
	for i, r := range d.rows {
		for next < len(d.report.Outline) && d.report.Outline[next].Line < r.line {
			next++
		}
		if r.inList || r.kind != Text && r.kind != Heading || !strings.Contains(r.form.text, "”") {
			continue
		}
		for at := next; at < len(d.report.Outline) && d.report.Outline[at].Line <= d.lastLineAt(i+1); at++ {
			if parts := d.partsFrom(at); len(parts) >= fewestBefore {
				d.followed(r, parts, known)
			}
		}
	}
}

// lastLineAt is the line on which the row ends that has an index; the last row's where there is none.
func (d *draft) lastLineAt(i int) int {
	lines := d.rows[min(i, len(d.rows)-1)].lines
	return lines[len(lines)-1]
}

// partsFrom are the entries of the outline that are counted from one, of which the first is
// at an index.
func (d *draft) partsFrom(at int) []Entry {
	all := d.report.Outline
	first := all[at]
	if n, ok := numberOf(first.Number); !ok || n != 1 || first.Title == "" {
		return nil
	}
	parts := []Entry{first}
	for _, e := range all[at+1 : min(len(all), at+mostBetween)] {
		if e.Level < first.Level || len(parts) > highestCounted {
			break
		}
		n, ok := numberOf(e.Number)
		if e.Level > first.Level || e.Opens() != first.Opens() || !ok || likeNumber(e.Number) != likeNumber(first.Number) {
			continue
		}
		if n != len(parts)+1 {
			break
		}
		parts = append(parts, e)
	}
	return parts
}

const (
	highestCounted = 10  // by a slogan
	mostBetween    = 150 // entries of the outline from the first part to the last
)

// likeNumber is how a number is written, without the number.
func likeNumber(number string) string {
	return strings.Map(func(r rune) rune {
		if isNumeral(r) || isDigit(r) {
			return -1
		}
		return r
	}, folded(number))
}

// followed adds the slogan of a row right before some parts, if these are what it counts.
func (d *draft) followed(r *row, parts []Entry, known map[string]bool) {
	before := len(r.runes)
	if parts[0].Line <= r.lines[len(r.lines)-1] {
		at := r.paragraph().Offset(parts[0].Line, parts[0].Column)
		for before = 0; before < len(r.column) && r.column[before] < at; before++ {
		}
	}
	end := before
	for end > 0 && before-end <= longestAnnounced && r.runes[end-1] != '”' {
		end--
	}
	if end < 4 || r.runes[end-1] != '”' || !leadsOn.MatchString(r.span(end, before).text) {
		return
	}
	open := end - 2
	for open > 0 && end-open <= longestQuoted+2 && r.runes[open] != '“' {
		open--
	}
	if r.runes[open] != '“' || end-open < 4 || open > 1 && besides(r.runes[:open]) {
		return
	}
	word := r.runes[open+1 : end-1]
	if partsOf(word) != len(parts) || known[wordOf(string(word))] || !called(parts, word) {
		return
	}
	known[wordOf(string(word))] = true
	x := Definition{Term: r.words(open, end), Source: FromParts}
	x.Line, _ = r.place(open)
	for _, e := range parts {
		x.Parts = append(x.Parts, Part{e.Line, e.Column, e.Number + e.Title})
	}
	x.Text, x.TextLine, x.Column, x.Last = joinParts(x.Parts), parts[0].Line, parts[0].Column, parts[len(parts)-1].Line
	d.report.Definitions = append(d.report.Definitions, x)
}

const longestAnnounced = 24 // of what stands between a slogan and what it counts, in runes

// besides reports whether a slogan is one of several that stand beside each other.
func besides(before []rune) bool {
	last := before[len(before)-1]
	return last == '”' || strings.ContainsRune("、和与及", last) && before[len(before)-2] == '”'
}

// called reports whether all parts are called as a slogan says.
func called(parts []Entry, word []rune) bool {
	what := string(word[1:])
	what = strings.TrimPrefix(what, kindOf.FindString(what))
	if what == "" {
		return false
	}
	for _, e := range parts {
		if title := folded(e.Title); !strings.Contains(title, what) || utf8.RuneCountInString(title) > longestItem {
			return false
		}
	}
	return true
}

func joinParts(parts []Part) string {
	var texts []string
	for _, p := range parts {
		texts = append(texts, p.Text)
	}
	return strings.Join(texts, "\n")
}
