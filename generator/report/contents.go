package report

import "regexp"

var (
	contentsWord = regexp.MustCompile(`^目[录次]$`)
	pageNumber   = regexp.MustCompile(`[.…·\-—]*\d{0,3}$`)
)

// fewestContents is how many lines make a table of contents.
const fewestContents = 3

// listContents finds a printed table of contents (目录), so that its lines are
// not read as headings: it ends where its first line comes again.
func (d *draft) listContents() {
	for i, r := range d.rows {
		if !contentsWord.MatchString(r.form.text) || i+1 == len(d.rows) {
			continue
		}
		first := bare(d.rows[i+1].form.text)
		for j := i + 2; j < len(d.rows) && d.rows[j].find("。;") < 0; j++ {
			if bare(d.rows[j].form.text) != first {
				continue
			}
			if j-i-1 >= fewestContents {
				for _, line := range d.rows[i:j] {
					line.listed = true
				}
			}
			return
		}
	}
}

// bare is a line of the contents without its page.
func bare(text string) string { return pageNumber.ReplaceAllString(text, "") }
