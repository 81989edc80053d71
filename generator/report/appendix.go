package report

import (
	"strings"

	"jianzhu/generator/pattern"
)

// appendix is one that the text announces: 附件:1.名词解释.
type appendix struct {
	row   *row
	value int
	title string // folded
	words string // as written
}

var (
	announces = pattern.MustCompile(`^(?:(?:附件|附录|附属档案)[:]?|附:)(?:\d{1,2}|` + numeral + `)[.、]`)
	label     = pattern.MustCompile(`^(附件|附录|附属档案|附):$`)
	follows   = pattern.MustCompile(`^(?:附件|附属档案)?(\d{1,2}|` + numeral + `)[.、:]`)
)

// announcement reads the list of appendices that begins at row i and returns
// how many rows it takes; 0 where none begins. The list begins on the line of
// its label or on the next one.
func (d *draft) announcement(i int) int {
	first, title := i, 0
	if m := announces.FindStringIndex(d.rows[i].form.text); m != nil {
		title = d.rows[i].index(m[1])
	} else if label.MatchString(d.rows[i].form.text) {
		first++
		if title = d.listedTitle(first, 1); title == 0 {
			return 0
		}
		d.rows[i].listed = true
	} else {
		return 0
	}
	row, n := first, 1
	for ; title > 0; row, n = row+1, n+1 {
		r := d.rows[row]
		r.listed = true
		d.announced = append(d.announced, appendix{r, n, string(r.runes[title:]), r.words(title, len(r.runes))})
		title = d.listedTitle(row+1, n+1)
	}
	return row - i
}

// listedTitle is where the title of the appendix with a number begins on a row
// of the list; 0 where the row is no such entry.
func (d *draft) listedTitle(row, number int) int {
	if row == len(d.rows) {
		return 0
	}
	r := d.rows[row]
	m := follows.FindStringSubmatchIndex(r.form.text)
	if m == nil {
		return 0
	}
	if value, _ := numberOf(r.form.text[m[2]:m[3]]); value != number {
		return 0
	}
	return r.index(m[1])
}

// missing marks the announced appendices that do not follow.
func (d *draft) missing() {
	for _, a := range d.announced {
		present := false
		for _, r := range d.rows {
			o := r.opening
			if o == nil || o.style == nil || o.style.name != "附件" {
				continue
			}
			title := folded(o.Title)
			present = present || o.value == a.value || title == a.title ||
				o.value == 0 && (len(d.announced) == 1 || title != "" && strings.Contains(a.title, title))
		}
		if !present {
			d.damage(a.row, Missing, len(a.row.runes), a.words)
		}
	}
}
