package report

import (
	"path"

	"jianzhu/generator/problem"
)

// Parse reads one report. A text that is not clean UTF-8, or a slug that is no
// address, is an error, and there is no report; faulty decisions are errors
// beside the report, which then stands without them.
func Parse(slug string, text []byte, meta Meta) (*Report, []problem.Problem) {
	folder := contentPath(path.Join("reports", slug))
	if !problem.IsID(slug) {
		return nil, []problem.Problem{problem.Errorf(folder, 0, "rename the folder; "+problem.IDHint, "slug %q", slug)}
	}
	lines, encoding, problems := split(path.Join(folder, "report.txt"), text)
	if len(problems) > 0 {
		return nil, problems
	}
	d := &draft{folder: folder, report: newReport(slug, text, meta, lines, encoding)}
	d.rows = rowsOf(lines)
	if len(d.rows) == 0 {
		d.problems = append(d.problems, problem.Warnf(path.Join(folder, "report.txt"), 1, "put the report's text in it", "no text"))
	}
	readStops(d.rows)
	d.checkDecisions()

	d.setDebrisAside()
	d.findKinds()
	d.listContents()
	d.findHeadings()
	d.findDamage()
	d.findLeads()
	d.findItems()
	d.nest()
	d.findDefinitions()

	d.report.Normalised = normalised(d.report.Paragraphs)
	return d.report, d.problems
}

// draft is a report on its way.
type draft struct {
	folder    string // for problems
	report    *Report
	rows      []*row // in text order, after debris is set aside only what is shown
	announced []appendix
	problems  []problem.Problem
}

// row is a line that is not blank, with what the steps find out about it.
type row struct {
	line   int
	text   string // as received
	source []rune // the same
	form
	kind    Kind
	opening *opening // the heading or lead it begins with
	items   []Entry
	back    int  // it stands again directly in the section of this level
	listed  bool // an entry of a list, a row of a table: neither heading nor hurt by ending openly
	open    bool // it ends in mid-sentence, so that the next line begins nothing
}

// opening is an outline entry before it has a place in the tree.
type opening struct {
	Entry
	style *style // of its number; nil where it has none
	value int    // of its number; 0 where it has none
}

func rowsOf(lines []Line) []*row {
	var rows []*row
	for i, line := range lines {
		source := []rune(line.Text)
		if f := formOf(source); len(f.runes) > 0 {
			rows = append(rows, &row{line: i + 1, text: line.Text, source: source, form: f, kind: Text, listed: len(cells(source, f.column)) > 0})
		}
	}
	return rows
}

// words is what the source has for the form's runes from i to j.
func (r *row) words(i, j int) string {
	if i >= j {
		return ""
	}
	return string(r.source[r.column[i]:r.end(j)])
}

// entry is an outline entry of this line: its number from rune i to numbered,
// its title from title to j.
func (r *row) entry(kind EntryKind, i, numbered, title, j int) Entry {
	return Entry{
		Kind:   kind,
		Number: r.words(i, numbered),
		Title:  r.words(title, j),
		Line:   r.line, Column: r.column[i], End: r.end(j), TitleLine: r.line,
	}
}

// body is the index in the form after the heading or lead the line begins with.
func (r *row) body() int {
	if r.opening == nil {
		return 0
	}
	i := 0
	for i < len(r.column) && r.column[i] < r.opening.End {
		i++
	}
	return i
}
