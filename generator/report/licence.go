package report

import (
	"strings"

	"jianzhu/generator/pattern"
)

var (
	licenceOpens = pattern.MustCompile(`^本(作品|文件|文档|页面)(是|来自|来源于|属于|在|由|的|原|依|根据|最初|采用)`)
	licenceSays  = pattern.MustCompile(`公有领域|publicdomain|维基文库|著作权法|知识共享|creativecommons|cc-?by`)
)

const (
	longestLicence = 80 // lines, for links tear it
	licenceSoon    = 30 // lines within which it says what it is
)

// licence marks the box at the end of a page of Wikisource: from the words 本作品是
// to the end, torn at its links or not.
func (d *draft) licence(mark func(*row, Reason)) {
	for i := max(0, len(d.rows)-longestLicence); i < len(d.rows); i++ {
		if !licenceOpens.MatchString(d.rows[i].form.text) || !d.isLicence(i) {
			continue
		}
		for ; i < len(d.rows); i++ {
			mark(d.rows[i], Stub)
		}
	}
}

// isLicence wants the box to say so soon, and nothing of a report behind it.
func (d *draft) isLicence(from int) bool {
	var soon strings.Builder
	for i, r := range d.rows[from:] {
		if i < licenceSoon {
			soon.WriteString(r.form.text)
		}
		if styleOf(r.form) != nil || unnumbered.MatchString(r.form.text) || salutation.MatchString(r.form.text) {
			return false
		}
	}
	return licenceSays.MatchString(soon.String())
}
