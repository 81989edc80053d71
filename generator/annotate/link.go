package annotate

import (
	"slices"
	"sort"
	"strings"

	"jianzhu/generator/report"
)

// linked marks the references and occurrences that are links on the page: of
// those that may be links, the first in each numbered section, the first in the
// report, or all. There is no link within a link: the document comes first, and
// the outer title before one within it. Documents that are alone have no page.
func linked(r *report.Report, link Linking, alone map[string]bool) {
	first := firsts(r, link)
	may := linkable(r)
	documents := map[int][]run{} // by paragraph: what is linked
	for i := range r.References {
		ref := &r.References[i]
		p, at := runOf(r, ref.Line, ref.Column, "《"+ref.Title+"》")
		ref.Linked = ref.ID != "" && !alone[ref.ID] && may.inText(p, at.start) && !at.meets(documents[p]) && first("document "+ref.ID, p)
		if ref.Linked {
			documents[p] = append(documents[p], at)
		}
	}
	for i := range r.Terms {
		o := &r.Terms[i]
		p, at := runOf(r, o.Line, o.Offset, o.Surface)
		o.Linked = may.inText(p, at.start) && !slices.Contains(may.defines[p], o.Term) && !at.meets(documents[p]) && first(nameOf(*o), p)
	}
}

// nameOf is by what occurrences of a term are the same: phrases after one pattern only
// where they have the same words.
func nameOf(o report.Occurrence) string {
	if o.Pattern {
		return o.Term + " " + o.Surface
	}
	return o.Term
}

// runOf is the paragraph, by its index, and the run of its text that words take.
func runOf(r *report.Report, line, column int, words string) (int, run) {
	p, _ := r.ParagraphAt(line, column)
	start := r.Paragraphs[p].Offset(line, column)
	return p, run{start, start + len([]rune(words))}
}

// run is from offset to offset of a paragraph's text.
type run struct{ start, end int }

// meets reports whether a run and one of the others, which are in order and apart,
// have something in common.
func (r run) meets(others []run) bool {
	i := sort.Search(len(others), func(i int) bool { return r.start < others[i].end })
	return i < len(others) && others[i].start < r.end
}

// firsts tells whether what would be a link is the first of its name where that
// counts, and takes it for linked.
func firsts(r *report.Report, link Linking) func(name string, paragraph int) bool {
	type place struct{ name, section string }
	taken := map[place]bool{}
	sections := numberedSections(r)
	return func(name string, paragraph int) bool {
		at := place{name: name}
		if link == FirstInSection {
			at.section = sections[paragraph]
		}
		was := taken[at]
		taken[at] = true
		return link == Every || !was
	}
}

// numberedSections is the id of the innermost section of a block or run-in
// heading in which each paragraph stands; a lead belongs to the one around it.
func numberedSections(r *report.Report) []string {
	leads := map[string]bool{}
	for _, e := range r.Outline {
		if e.Kind == report.Lead {
			leads[e.ID] = true
		}
	}
	sections := make([]string, len(r.Paragraphs))
	for i, p := range r.Paragraphs {
		id := p.Section
		for leads[id] {
			id = id[:max(0, strings.LastIndexByte(id, '-'))]
		}
		sections[i] = id
	}
	return sections
}

// text is where links may stand, by paragraph.
type text struct {
	running []bool           // it is running text, no block heading
	heading []int            // where its run-in heading ends
	defines map[int][]string // the terms that the report itself defines there, which are no links
}

func linkable(r *report.Report) text {
	t := text{make([]bool, len(r.Paragraphs)), make([]int, len(r.Paragraphs)), r.Defining()}
	for i, p := range r.Paragraphs {
		t.running[i] = p.Kind == report.Text || p.Kind == report.Tabled && isBelowHead(r, p.Line)
	}
	for _, e := range r.Outline {
		i, shown := r.ParagraphAt(e.Line, e.Column)
		if !shown {
			continue
		}
		switch e.Kind {
		case report.Block:
			t.running[i] = false
		case report.RunIn:
			t.heading[i] = max(t.heading[i], r.Paragraphs[i].Offset(e.Line, e.End))
		}
	}
	for _, i := range contents(r) {
		t.running[i] = false
	}
	return t
}

// contents are the paragraphs before the first section that say no more than a heading:
// those of printed contents, which are headings too.
func contents(r *report.Report) (all []int) {
	var headings map[string]bool // made when asked for
	for i, p := range r.Paragraphs {
		if p.Section != "" {
			break
		}
		if p.Kind != report.Text || len(p.Text) > longestHeading {
			continue
		}
		if headings == nil {
			headings = map[string]bool{}
			for _, e := range r.Outline {
				if e.Kind == report.Block {
					headings[plain(e.Number+e.Title)] = true
				}
			}
		}
		if headings[strings.TrimRight(plain(p.Text), "….0123456789")] {
			all = append(all, i)
		}
	}
	return all
}

const longestHeading = 300 // bytes of a line of contents, with the dots before its page

// inText reports whether a place is in running text, outside headings.
func (t text) inText(paragraph, offset int) bool {
	return t.running[paragraph] && offset >= t.heading[paragraph]
}

// isBelowHead tells a line of a table that neither captions nor heads it.
func isBelowHead(r *report.Report, line int) bool {
	t := r.TableAt(line)
	return t != nil && (t.Head == 0 || line >= t.Rows[t.Head].Cells[0].Line)
}
