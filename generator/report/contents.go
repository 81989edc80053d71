package report

import "jianzhu/generator/pattern"

var (
	contentsWord = pattern.MustCompile(`^目[录次]$`)
	leaders      = pattern.MustCompile(`[.…·\-—]{2,}\(?\d{1,3}\)?$`)
	pageNumber   = pattern.MustCompile(`[.…·\-—]*\d{0,3}$`)
)

// fewestContents is how many lines make a table of contents.
const fewestContents = 3

// listContents finds a printed table of contents (目录), so that its lines are
// not read as headings: it ends where its first line comes again or, where that
// never does, with the last line that has a page or comes again.
func (d *draft) listContents() {
	for i, r := range d.rows {
		if !contentsWord.MatchString(r.form.text) {
			continue
		}
		r.kind = Title
		entries := d.rows[i+1:]
		if n := max(untilFirst(entries), whileListed(entries)); n >= fewestContents {
			for _, entry := range entries[:n] {
				entry.listed, entry.contents = true, true
			}
		}
		return
	}
	d.listLeaders()
}

// listLeaders finds a table of contents without the word: its lines end in dots
// and a page.
func (d *draft) listLeaders() {
	for i := 0; i < len(d.rows); i++ {
		n := i
		for n < len(d.rows) && endsInPage(d.rows[n].form) {
			n++
		}
		if n-i >= fewestContents {
			for _, r := range d.rows[i:n] {
				r.listed = true
			}
		}
		i = max(i, n-1)
	}
}

// endsInPage tells a line that ends in dots and a page.
func endsInPage(f form) bool {
	return (f.last() == ')' || isDigit(f.last())) && leaders.MatchString(f.text)
}

// untilFirst is how many rows stand before the first one again; 0 where it does
// not come before a sentence.
func untilFirst(rows []*row) int {
	for i, r := range rows {
		if r.find("。;") >= 0 {
			break
		}
		if i > 0 && bare(r.form.text) == bare(rows[0].form.text) {
			return i
		}
	}
	return 0
}

// whileListed is how many rows, from the first on, have a page or come again.
func whileListed(rows []*row) int {
	again := map[string]int{}
	for _, r := range rows {
		again[bare(r.form.text)]++
	}
	n := 0
	for _, r := range rows {
		text := bare(r.form.text)
		if again[text]--; again[text] == 0 && !endsInPage(r.form) && page(r.source, r.column) == 0 {
			break
		}
		n++
	}
	return n
}

// bare is a line of the contents without its page.
func bare(text string) string { return pageNumber.ReplaceAllString(text, "") }
