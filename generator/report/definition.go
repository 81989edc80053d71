package report

import "regexp"

var (
	definitions = regexp.MustCompile(`(名词|名詞|术语|用语|专有名词|新词).{0,2}(解释|注释|说明|释义)$`)
	// pointing tells 详见文末名词解释, which is no title.
	pointing = regexp.MustCompile(`^(?:[详参另请]|可以)*[见阅]`)
	// defined is a term and its definition, numbered or not.
	defined  = regexp.MustCompile(`^([\[【(]?(?:\d{1,3}|` + numeral + `)[\]】)、.]+|[①-⒇])?(.{1,40}?)(?::|——|(?:是指|,是指|,指))`)
	chapters = map[string]bool{"附件": true, "第一部分": true, "第一章": true}
)

func isDefinitions(title string) bool { return definitions.MatchString(folded(title)) }

// skipDefinitions returns the last row of the appendix that begins at row i:
// its numbers count terms, they open no sections.
func (d *draft) skipDefinitions(i int) int {
	for ; i < len(d.rows); i++ {
		if s := styleOf(d.rows[i].form); s != nil && chapters[s.name] {
			break
		}
		if d.rows[i].kind == Text {
			d.rows[i].listed = true
		}
	}
	return i - 1
}

// findDefinitions reads the report's own definitions: the lines of its 名词解释.
// Where they are numbered, a line without number is none.
func (d *draft) findDefinitions() {
	inside, counts := false, false
	for _, r := range d.rows {
		if r.opening != nil && r.opening.Opens() {
			inside, counts = isDefinitions(r.opening.Title), false
		}
		if !inside || r.kind != Text {
			continue
		}
		m := defined.FindStringSubmatchIndex(r.form.text)
		if m == nil {
			continue
		}
		if m[2] >= 0 {
			counts = true
		} else if counts {
			continue
		}
		term, from, to := r.index(m[4]), r.index(m[5]), r.index(m[1])
		if mark := r.form.text[m[5]:m[1]]; mark != ":" && mark != "——" {
			to = from // 是指 belongs to the definition
		}
		if to == len(r.runes) {
			continue
		}
		line, column := r.place(to)
		d.report.Definitions = append(d.report.Definitions, Definition{
			Term:   r.words(term, from),
			Text:   r.words(to, len(r.runes)),
			Line:   line,
			Column: column,
		})
	}
}
