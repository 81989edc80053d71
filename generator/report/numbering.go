package report

import "jianzhu/generator/pattern"

// What is numbered and is no heading: the paragraphs of an address that counts
// them all, the entries of a list of works, notes.

var (
	// says are words that make a statement of a numbered sentence.
	says = pattern.MustCompile(`我|(?:政府|局|署|委员会)会|将[^军]|[已亦也]|是[^非]|[^为]了[^解]|正在`)
	// works are what a list of works is called.
	works = pattern.MustCompile(`实事|民生项目|重点项目|责任分[工解]|任务分[工解]|工程清单|项目清单`)
	// duty says who does what the entry above it names.
	duty      = pattern.MustCompile(`^(?:主办|承办|责任|牵头|协办|配合|实施|完成)(?:单位|部门|领导|时限|时间|人)?[:]`)
	notesWord = pattern.MustCompile(`^(?:注|注释|附注|脚注)[:]?$`)
	citation  = pattern.MustCompile(`^[①-⑳].{0,24}《`)
)

const fewestCounted = 2 // numbers that show what they count

// readNumbering tells what numbers count that head nothing.
func (d *draft) readNumbering() {
	d.findCountedParagraphs()
	d.findEntries()
	d.listNotes()
}

// findCountedParagraphs finds numbers that go through the paragraphs of a text,
// across its headings: the first sentences are statements.
func (d *draft) findCountedParagraphs() {
	var chain []*row
	value, statements := 0, 0
	flush := func() {
		if len(chain) >= fewestCounted && statements*2 > len(chain) {
			for _, r := range chain {
				r.counts = true
			}
		}
		chain, statements = nil, 0
	}
	for _, r := range d.rows {
		if s := styleOf(r.form); s == nil || s.name != "1、" || r.kind != Text || r.listed {
			continue
		}
		n, _ := numberOf(r.form.text)
		if n != value+1 && len(chain) > 0 {
			flush()
		}
		value = n
		chain = append(chain, r)
		if isStatement(r.form) {
			statements++
		}
	}
	flush()
}

// isStatement tells a first sentence that no heading would have.
func isStatement(f form) bool {
	_, _, title := numbered(f)
	stop := f.find("。;!?:")
	if stop < title {
		return false
	}
	return stop-title > longestPair || says.MatchString(string(f.runes[title:stop]))
}

// findEntries finds the entries of lists: one sentence each, one below the other,
// or what is numbered in figures under the heading of a list of works.
func (d *draft) findEntries() {
	listing := false // below the heading of a list of works
	for i := 0; i < len(d.rows); i++ {
		r := d.rows[i]
		s := styleOf(r.form)
		if r.kind == Text && len(r.runes) <= longestPart && r.find("。;:") < 0 && (s == nil || !inFigures(s)) {
			listing = works.MatchString(r.form.text)
		}
		if s == nil || !inFigures(s) || r.kind != Text || r.counts {
			continue
		}
		run := d.entriesFrom(i, s)
		if len(run) < fewestCounted && !listing {
			continue
		}
		for _, entry := range run {
			entry.listed = true
		}
		r.listed = r.listed || listing
	}
}

func inFigures(s *style) bool { return s.name == "1、" || s.name == "(1)" || s.name == "①" }

// entriesFrom are the rows from i on whose numbers follow each other with nothing
// but a word on who is in charge between them.
func (d *draft) entriesFrom(i int, s *style) []*row {
	var run []*row
	value, _ := numberOf(d.rows[i].form.text)
	for _, r := range d.rows[i:] {
		if len(run) > 0 && duty.MatchString(r.form.text) {
			continue
		}
		n, _ := numberOf(r.form.text)
		if r.kind != Text || styleOf(r.form) != s || n != value {
			break
		}
		run = append(run, r)
		value++
		if stop := r.find("。"); stop >= 0 && stop < len(r.runes)-1 { // it has a text of its own
			return nil
		}
	}
	return run
}

// listNotes finds the notes below a line 注:, and those that cite a work.
func (d *draft) listNotes() {
	below := false
	for _, r := range d.rows {
		s := styleOf(r.form)
		switch {
		case r.kind != Text:
		case notesWord.MatchString(r.form.text):
			below = true
		case s != nil && !inFigures(s):
			below = false
		case s != nil && below, citation.MatchString(r.form.text):
			r.listed = true
		}
	}
}
