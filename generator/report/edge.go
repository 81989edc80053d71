package report

import (
	"bytes"
	"strings"

	"jianzhu/generator/pattern"
)

const (
	longestLink  = 60 // a title in a list of links, in runes
	mostLinks    = 40 // lines of such a list
	shortestCopy = 15 // of the text's beginning, in runes
)

// tornSizes marks buttons for the size of type that stand one to a line.
func (d *draft) tornSizes(mark func(*row, Reason)) {
	for i := 0; i < len(d.rows); i++ {
		if !sizesLabel.MatchString(d.rows[i].form.text) {
			continue
		}
		mark(d.rows[i], Widget)
		for i+1 < len(d.rows) && size.MatchString(d.rows[i+1].form.text) {
			i++
			mark(d.rows[i], Widget)
		}
	}
}

// trail marks the way to a page, one step to a line: 首页, >, 政务公开. Its first
// line is known.
func (d *draft) trail(found map[int]Reason, mark func(*row, Reason)) {
	names := map[string]bool{}
	for i := 1; i < len(d.rows) && i < longestHead; i++ {
		r, above := d.rows[i], d.rows[i-1]
		text := r.form.text
		isStep := above.form.text == ">" && found[above.line] == Navigation
		switch {
		case found[above.line] != Navigation:
		case text == ">", text == "首页" && strings.HasSuffix(above.form.text, "位置:"), isStep && d.isStep(i):
			mark(r, Navigation)
			names[text] = isStep
		case names[text]: // the column's name again, above the text
			mark(r, Navigation)
		}
	}
}

const longestHead = 40 // lines above the text

// isStep tells a name on the way: not the title itself.
func (d *draft) isStep(i int) bool {
	r := d.rows[i]
	if i+1 < len(d.rows) && d.rows[i+1].form.text == ">" {
		return len(r.runes) <= longestLink
	}
	return len(r.runes) <= 12 && r.form.text != folded(d.report.Meta.Title)
}

// readTail goes from the last line up and sets aside what sites leave below a
// text. It stops at the first line that may be the report's.
func (d *draft) readTail(found map[int]Reason, mark func(*row, Reason)) {
	furniture := false // below: a site's foot, beside which a field is no line of the report
	for i := len(d.rows) - 1; i >= 0; i-- {
		r := d.rows[i]
		reason, known := found[r.line]
		if !known {
			if reason, known = d.tailReason(i, furniture); !known {
				up := d.linksAbove(i, found)
				if up == i {
					return
				}
				for ; i > up; i-- {
					mark(d.rows[i], Navigation)
				}
				reason, r = Navigation, d.rows[up]
			}
			mark(r, reason)
		}
		furniture = furniture || reason == Navigation || reason == Widget
	}
}

// isBracket tells the brackets about a button, which is on the next line or the
// one above; about a note's number they are the text's.
func (d *draft) isBracket(i int) bool {
	if !bracket.MatchString(d.rows[i].form.text) {
		return false
	}
	if strings.ContainsAny(d.rows[i].form.text, "【[(") {
		i += 2
	}
	if i < 1 || i > len(d.rows) {
		return false
	}
	_, is := traced(traces, d.rows[i-1].form)
	if !is {
		_, is = traced(edges, d.rows[i-1].form)
	}
	return is
}

func (d *draft) tailReason(i int, furniture bool) (Reason, bool) {
	r := d.rows[i]
	text := r.form.text
	if reason, is := traced(edges, r.form); is {
		return reason, true
	}
	switch {
	case d.isBracket(i):
		return Widget, true
	case siteFoot.MatchString(text):
		if furniture && !d.standsAbove(i, siteFoot) {
			return Navigation, true
		}
	case tailField.MatchString(text):
		return MetadataLine, true
	case links.MatchString(text):
		return Navigation, true
	case i > 0 && len(r.runes) <= 6 && emptyField.MatchString(d.rows[i-1].form.text) && r.find("。") < 0:
		return MetadataLine, true
	case d.isCopy(i) && furnished(d.rows, i):
		return Navigation, true
	}
	return "", false
}

var (
	// siteFoot names who runs a site, or who does one of the works in a list.
	siteFoot = pattern.MustCompile(`^(主办|承办|主管|协办)(单位)?:.{0,120}$`)
	// emptyField has its value on the next line.
	emptyField = pattern.MustCompile(`^[(\[]?(来源|文章来源|信息来源|作者|责任编辑|责编|编辑|审核|校对|初审|复审|终审|发布日期|发布时间|浏览次数|阅读量):$`)
)

// standsAbove reports whether a form stands on other lines above too: then it is
// one of a list.
func (d *draft) standsAbove(i int, form *pattern.Pattern) bool {
	for _, r := range d.rows[:i] {
		if form.MatchString(r.form.text) {
			return true
		}
	}
	return false
}

// linksAbove goes up over the titles of a list of links to the line that opens it;
// it gives i where there is none.
func (d *draft) linksAbove(i int, found map[int]Reason) int {
	for up := i; up >= 0 && i-up < mostLinks; up-- {
		r := d.rows[up]
		switch {
		case links.MatchString(r.form.text):
			return up
		case found[r.line] != "":
		case d.isCopy(up):
		case len(r.runes) > longestLink, strings.ContainsRune("。;:…", r.last()), r.find("。") >= 0, styleOf(r.form) != nil,
			unnumbered.MatchString(r.form.text), dated.MatchString(r.form.text), r.listed:
			return i
		}
	}
	return i
}

// furnished reports whether a site's button or link stands close above.
func furnished(rows []*row, i int) bool {
	for up := i - 1; up >= max(0, i-3); up-- {
		if _, is := traced(traces, rows[up].form); is {
			return true
		}
	}
	return false
}

// isCopy tells the title, or the beginning of the text, where it stands again.
func (d *draft) isCopy(i int) bool {
	text := strings.TrimRight(d.rows[i].form.text, "….")
	if text == folded(d.report.Meta.Title) {
		return true
	}
	if len(d.rows[i].runes) < shortestCopy {
		return false
	}
	d.head = d.head[:0]
	for _, r := range d.rows[:min(i, longestHead)] {
		d.head = append(d.head, r.form.text...)
	}
	return bytes.Contains(d.head, []byte(text))
}
