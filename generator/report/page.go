package report

import (
	"strconv"
	"strings"

	"jianzhu/generator/pattern"
)

var (
	loneFigure = pattern.MustCompile(`^\d{1,3}$`)
	ofTotal    = pattern.MustCompile(`^(\d{1,3})/(\d{1,3})$`)
	// browserFoot is what a browser prints below a page, browserHead what it prints above.
	browserFoot = pattern.MustCompile(`^\s*(?:https?|file)://\S+\s+(\d{1,3})/(\d{1,3})\s*$`)
	browserHead = pattern.MustCompile(`^\s*\d{1,4}[/.年-]\d{1,2}[/.月-]\d{1,4}日?,?\s*(?:上午|下午)?\d{1,2}:\d{2}`)
	ends        = pattern.MustCompile(`^\d{1,3}|\d{1,3}$`)
	listWords   = pattern.MustCompile(`[:]$|实事|项目|指标|任务|序号|如下|以下`)
)

const (
	fewestPages  = 3  // numbers in a row that show pages
	fewestFeet   = 2  // of a browser's, which no text has of itself
	fewestHeads  = 3  // equal lines beside them that are running heads
	longestRun   = 40 // of a running head, in runes
	betweenPages = 12 // of a line between two pages' numbers, in runes
)

// pages marks the numbers of pages where they stand in a row through the text, and
// the heads that run beside them. Numbers that follow on each other closely are a
// table's, and after words that open a list they are the list's.
func (d *draft) pages(found map[int]Reason, mark func(*row, Reason)) {
	var bare, total []int
	for i, r := range d.rows {
		switch {
		case len(r.runes) > len("100/100"), d.inBrackets(i):
		case loneFigure.MatchString(r.form.text):
			bare = append(bare, i)
		case ofTotal.MatchString(r.form.text):
			total = append(total, i)
		}
	}
	for _, i := range d.inSequence(bare, loneFigure, fewestPages) {
		mark(d.rows[i], Pagination)
	}
	for _, i := range d.inSequence(total, ofTotal, 2) {
		mark(d.rows[i], Pagination)
	}
	d.browserPages(mark)
	d.runningHeads(found, mark)
}

// browserPages marks what a browser prints around its pages: the address with the page, which
// counts up, and beside it, and on all other pages, the time and the title.
func (d *draft) browserPages(mark func(*row, Reason)) {
	var feet []int
	for i, r := range d.rows {
		if r.runes[0] != 'h' && r.runes[0] != 'f' {
			continue
		}
		if m := browserFoot.FindStringSubmatch(r.text); m != nil && m[1] == strconv.Itoa(len(feet)+1) {
			feet = append(feet, i)
		}
	}
	if len(feet) < fewestFeet {
		return
	}
	heads := map[string]bool{}
	for _, i := range feet {
		mark(d.rows[i], Pagination)
		for _, beside := range []int{i - 1, i + 1} {
			if beside >= 0 && beside < len(d.rows) && browserHead.MatchString(d.rows[beside].text) {
				heads[d.rows[beside].form.text] = true
			}
		}
	}
	for _, r := range d.rows {
		if heads[r.form.text] {
			mark(r, Pagination)
		}
	}
}

// inBrackets tells a note's number that a converter tore out of its brackets.
func (d *draft) inBrackets(i int) bool {
	return i > 0 && strings.ContainsRune("[(〔", d.rows[i-1].last()) || i+1 < len(d.rows) && strings.ContainsRune("])〕", d.rows[i+1].runes[0])
}

// inSequence are the rows of the one run of numbers that count up with text between
// them, if it has so many: of two such runs none is known to be the pages.
func (d *draft) inSequence(rows []int, form *pattern.Pattern, fewest int) []int {
	var runs []pageRun
	for _, i := range rows {
		m := form.FindStringSubmatch(d.rows[i].form.text)
		n, _ := strconv.Atoi(strings.SplitN(m[0], "/", 2)[0])
		total := m[len(m)-1]
		if of, _ := strconv.Atoi(total); n > of {
			continue
		}
		k := -1 // the run that was last gone on with
		for j, run := range runs {
			end := run.rows[len(run.rows)-1]
			if n > run.last && n <= run.last+2 && (len(m) == 1 || run.total == total) && (k < 0 || end > runs[k].rows[len(runs[k].rows)-1]) && d.textBetween(end, i) {
				k = j
			}
		}
		if k < 0 {
			k, runs = len(runs), append(runs, pageRun{total: total})
		}
		runs[k].rows, runs[k].last = append(runs[k].rows, i), n
	}
	left := len(rows)
	var pages []int
	for _, run := range runs {
		switch {
		case len(run.rows) < fewest:
		case d.isList(run.rows[0]):
			left -= len(run.rows)
		case pages != nil:
			return nil
		default:
			pages = run.rows
		}
	}
	if len(pages)*3 < left {
		return nil
	}
	return pages
}

// pageRun are rows whose numbers count up.
type pageRun struct {
	rows  []int
	last  int
	total string
}

// isList tells the numbers of a list or a table: the line above the first says so.
func (d *draft) isList(first int) bool {
	return first > 0 && d.rows[first].form.text == "1" && listWords.MatchString(d.rows[first-1].form.text)
}

// textBetween wants more than the cells of a table between two numbers.
func (d *draft) textBetween(from, to int) bool {
	for _, r := range d.rows[from+1 : to] {
		if r.find("。") >= 0 || len(r.runes) >= betweenPages {
			return true
		}
	}
	return false
}

// runningHeads marks short lines that stand equal, but for a number, beside the
// numbers of pages, and the title where it does so twice.
func (d *draft) runningHeads(found map[int]Reason, mark func(*row, Reason)) {
	type head struct {
		rows   []*row
		beside int
	}
	heads := map[string]*head{}
	title := folded(d.report.Meta.Title)
	beside := func(i int) bool {
		return i >= 0 && i < len(d.rows) && found[d.rows[i].line] == Pagination || d.atPageBreak(i)
	}
	paged := false
	for _, reason := range found {
		paged = paged || reason == Pagination
	}
	for i, r := range d.rows {
		if len(r.runes) > longestRun || len(r.runes) < 3 || strings.ContainsRune("。;:!?", r.last()) || found[r.line] != "" {
			continue
		}
		key := ends.ReplaceAllString(r.form.text, "")
		if !paged && key != title {
			continue
		}
		h := heads[key]
		if h == nil {
			h = &head{}
			heads[key] = h
		}
		h.rows = append(h.rows, r)
		if beside(i-1) || beside(i+1) || d.atPageBreak(i) {
			h.beside++
		}
	}
	for key, h := range heads {
		if len(h.rows) < fewestHeads || h.beside*2 < len(h.rows) && key != title {
			continue
		}
		for k, r := range h.rows {
			if k > 0 || key != title {
				mark(r, Pagination)
			}
		}
	}
}

// atPageBreak reports whether a row, or the line above it, begins a page.
func (d *draft) atPageBreak(i int) bool {
	if i < 0 || i >= len(d.rows) {
		return false
	}
	r := d.rows[i]
	return strings.HasPrefix(r.text, "\f") || strings.TrimSpace(d.report.Line(r.line-1)) == "" && strings.Contains(d.report.Line(r.line-1), "\f")
}
