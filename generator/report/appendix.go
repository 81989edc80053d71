package report

import (
	"regexp"
	"strings"
)

// appendix is one that the text announces: 附件:1.名词解释.
type appendix struct {
	row   *row
	value int
	title string // folded
	words string // as written
}

var (
	announces = regexp.MustCompile(`^(附件|附录|附属档案)[:]?(\d{1,2}|` + numeral + `)[.、]`)
	follows   = regexp.MustCompile(`^(?:附件|附属档案)?(\d{1,2}|` + numeral + `)[.、:]`)
)

// announcement reads the list of appendices that begins at row i and returns
// how many rows it takes; 0 where none begins.
func (d *draft) announcement(i int) int {
	m := announces.FindStringIndex(d.rows[i].form.text)
	if m == nil {
		return 0
	}
	n := 0
	for title := d.rows[i].index(m[1]); ; n++ {
		r := d.rows[i+n]
		r.listed = true
		d.announced = append(d.announced, appendix{r, n + 1, string(r.runes[title:]), r.words(title, len(r.runes))})
		if i+n+1 == len(d.rows) {
			break
		}
		next := d.rows[i+n+1]
		m := follows.FindStringSubmatchIndex(next.form.text)
		if m == nil {
			break
		}
		if value, _ := numberOf(next.form.text[m[2]:m[3]]); value != n+2 {
			break
		}
		title = next.index(m[1])
	}
	return n + 1
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
