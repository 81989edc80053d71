package report

import (
	"path"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// Parse reads one report. A text that is not UTF-8, or a slug that is no
// address, is an error, and there is no report; faulty decisions are errors
// beside the report, which then stands without them.
func Parse(slug string, text []byte, meta Meta) (*Report, []problem.Problem) {
	folder := contentPath(path.Join("reports", slug))
	if !problem.IsID(slug) {
		return nil, []problem.Problem{problem.Errorf(folder, 0, tongue.Text("rename the folder; ")+tongue.Text(problem.IDHint), "%q cannot be the name of a report's folder, which is its address", slug)}
	}
	words := string(text)
	lines, encoding, problems := split(path.Join(folder, "report.txt"), text, words)
	if problem.HasErrors(problems) {
		return nil, problems
	}
	d := &draft{folder: folder, report: newReport(slug, text, words, meta, lines, encoding), problems: problems}
	d.rows = rowsOf(lines)
	d.part()
	if len(d.rows) == 0 {
		d.problems = append(d.problems, problem.Warnf(path.Join(folder, "report.txt"), 1, "put the report's text in it", "no text"))
	}
	readStops(d.rows)
	d.checkDecisions()

	d.setDebrisAside()
	d.findKinds()
	d.listContents()
	d.findLists()
	d.findTables()
	d.join()
	d.endLists()
	d.readNumbering()
	d.findHeadings()
	d.findParts()
	d.findOrdinals()
	d.findDamage()
	d.findLeads()
	d.findItems()
	d.nest()
	d.findDefinitions()

	d.report.Normalised = d.report.normalised(d.report.show())
	return d.report, d.problems
}

// show makes what is shown of the paragraphs and of the entries, and counts what that
// changes in the paragraphs.
func (r *Report) show() (changed map[ChangeKind]int) {
	changed = map[ChangeKind]int{}
	r.toShow()
	for _, p := range r.Paragraphs {
		p.shown.show(changed)
	}
	for i := range r.Outline {
		r.Outline[i].heading = r.Heading(r.Outline[i])
	}
	return changed
}

// toShow has what is shown of the paragraphs made when it is asked for.
func (r *Report) toShow() {
	shown := make([]shownText, len(r.Paragraphs))
	for i := range r.Paragraphs {
		p := &r.Paragraphs[i]
		if line := r.Lines[p.Line-1].Text; line == p.Text {
			p.Text = line // which is then held once
		}
		p.shown, shown[i].text = &shown[i], p.Text
	}
}

// draft is a report on its way.
type draft struct {
	folder     string // for problems
	report     *Report
	rows       []*row // in text order, after debris is set aside only what is shown
	announced  []appendix
	pageBreaks map[int]bool    // lines that are what stands at the end of a page
	lists      [][]*row        // of explained words: the rows with which the entries begin
	pairs      map[uint64]bool // of characters that stand together in the text, see pairsFromEnds; made when asked for
	head       []byte          // the beginning of the text, as isCopy looked at it last
	problems   []problem.Problem
}
