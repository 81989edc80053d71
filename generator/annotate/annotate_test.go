package annotate

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"jianzhu/generator/cache"
	"jianzhu/generator/cases"
	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// read annotates a content folder.
func read(content fs.FS, link Linking) (*Corpus, []problem.Problem) {
	return readKept(nil, content, link)
}

// readKept is read where what is found is kept.
func readKept(kept *cache.Store, content fs.FS, link Linking) (*Corpus, []problem.Problem) {
	reports, problems := report.ReadKept(kept, content, "reports")
	g, more := glossary.Load(content, glossary.Files...)
	problems = append(problems, more...)
	v, more := theme.Load(content, "themes.yaml")
	problems = append(problems, more...)
	c, more := Reports(reports, g, v, link)
	return c, append(problems, more...)
}

// TestReports annotates small content folders, each an archive: its files,
// then link (a Linking; default section), then want.
func TestReports(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(t *testing.T, c *cases.Case) {
		content, err := txtar.FS(c.Archive)
		if err != nil {
			t.Fatal(err)
		}
		linking := cmp.Or(Linking(strings.TrimSpace(c.Text("link"))), FirstInSection)
		corpus, problems := read(content, linking)
		laws(t, corpus, linking)
		c.Want(t, describe(corpus, problems))
	})
}

// describe writes what annotating found: for each report its occurrences
// (* is a link), references, definitions, related sections; then the sections
// with themes, and the uses.
func describe(c *Corpus, problems []problem.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintln(&b, p)
	}
	for _, r := range c.Reports {
		fmt.Fprintf(&b, "report %s\n", r.Slug)
		for _, o := range r.Terms {
			mark := ""
			if o.Linked {
				mark = " *"
			}
			fmt.Fprintf(&b, "\tterm %d:%d %s %s%s\n", o.Line, o.Offset, o.Surface,
				strings.TrimSuffix(o.Term+"/"+o.Sense, "/"), mark)
		}
		for _, x := range r.References {
			mark := ""
			if x.Linked {
				mark = " *"
			}
			fmt.Fprintf(&b, "\treference %d:%d %s %s%s\n", x.Line, x.Column, x.Title, cmp.Or(x.ID, "work"), mark)
		}
		for _, d := range r.Definitions {
			fmt.Fprintf(&b, "\tdefinition %d %s %q\n", d.Line, d.Term, d.ID)
		}
		for _, e := range r.Outline {
			for _, x := range e.Related {
				fmt.Fprintf(&b, "\trelated %s: %s %s %d (%s)\n", e.ID, x.Report, x.Section, x.Line, strings.Join(append(slices.Clone(x.Terms), x.Themes...), " "))
			}
		}
	}
	for _, p := range c.Promises {
		fmt.Fprintf(&b, "promise %s: %s\n\t%s\n\t%s\n", p.Relation, strings.Join(p.Names, " "), describeSaid(p.Earlier), describeSaid(p.Later))
	}
	for _, u := range c.Unseen {
		fmt.Fprintf(&b, "unseen until %d: %s\n\t%s\n", u.Until, strings.Join(u.Names, " "), describeSaid(u.Said))
	}
	describeDocuments(&b, c)
	describePlaces(&b, c)
	for _, t := range c.Themes.Themes {
		for _, s := range c.Sections[t.ID] {
			fmt.Fprintf(&b, "theme %s: %s %s (%s) %s\n", t.ID, s.Report.Slug, s.Entry.Title, strings.Join(s.Label.Why, " "), s.Excerpt)
		}
	}
	for _, t := range c.Glossary.Terms {
		for _, u := range c.Uses[t.ID] {
			before, after := u.Sentence()
			fmt.Fprintf(&b, "use %s: %s|%s|%s\n", u.Report.Slug, before, u.Occurrence.Surface, after)
		}
		for _, q := range Quote(c.Uses[t.ID]) {
			if len(q.Uses) > 1 {
				fmt.Fprintf(&b, "quoted %s: %s\n", q.Uses[0].Report.Slug, describeSaid(Said{q.Uses[0].Report, Sentence{Text: string(q.Text), Marks: q.Forms}}))
			}
		}
	}
	return b.String()
}

// describeSaid writes a sentence with its names in brackets.
func describeSaid(s Said) string {
	text := []rune(s.Text)
	for _, m := range slices.Backward(s.Marks) {
		text = slices.Insert(slices.Insert(text, m.End, ']'), m.Start, '[')
	}
	return fmt.Sprintf("%s:%d:%d-%d %s", s.Report.Slug, s.Line, s.Column, s.End, string(text))
}

// laws hold for every corpus.
func laws(t *testing.T, c *Corpus, link Linking) {
	t.Helper()
	uses, sections := 0, 0
	for _, r := range c.Reports {
		debris, headings, numbered := map[int]bool{}, map[int]int{}, numberedSections(r)
		for _, d := range r.Debris {
			debris[d.Line] = true
		}
		for _, e := range r.Outline {
			if e.Kind == report.Block || e.Kind == report.RunIn {
				i, _ := r.ParagraphAt(e.Line, e.Column)
				headings[i] = r.Paragraphs[i].Offset(e.Line, e.End)
			}
			if len(e.Themes) > 3 || len(e.Themes) > 0 && !e.Opens() {
				t.Errorf("%s: line %d: %d themes", r.Slug, e.Line, len(e.Themes))
			}
			for _, l := range e.Themes {
				sections++
				if len(l.Why) == 0 {
					t.Errorf("%s: line %d: theme %s without a reason", r.Slug, e.Line, l.Theme)
				}
			}
		}
		type place struct{ term, section string }
		linked := map[place]bool{}
		last := report.Occurrence{}
		for _, o := range r.Terms {
			uses++
			line, end := []rune(r.From(o.Line)), o.Offset+len([]rune(o.Surface))
			if end > len(line) || string(line[o.Offset:end]) != o.Surface {
				t.Errorf("%s:%d:%d: surface %q is not the source", r.Slug, o.Line, o.Offset, o.Surface)
			}
			if o.Line < last.Line || o.Line == last.Line && o.Offset < last.Offset+len([]rune(last.Surface)) {
				t.Errorf("%s:%d:%d: %q overlaps %q", r.Slug, o.Line, o.Offset, o.Surface, last.Surface)
			}
			last = o
			if debris[o.Line] {
				t.Errorf("%s:%d: term in debris", r.Slug, o.Line)
			}
			if !o.Linked {
				continue
			}
			in, run := runOf(r, o.Line, o.Offset, o.Surface)
			if end, heading := headings[in]; heading && run.start < end {
				t.Errorf("%s:%d:%d: link in a heading", r.Slug, o.Line, o.Offset)
			}
			for _, d := range r.Definitions {
				if d.Source.Apart() && d.Line == o.Line && d.ID == o.Term {
					t.Errorf("%s:%d: link in the term's own definition", r.Slug, o.Line)
				}
			}
			at := place{nameOf(o), numbered[in]}
			if linked[at] && link == FirstInSection {
				t.Errorf("%s:%d: %s linked again in section %q", r.Slug, o.Line, o.Term, at.section)
			}
			linked[at] = true
		}
	}
	relations(t, c)
	mentions(t, c, link)
	kept(t, c)
	for term, all := range c.Uses {
		uses -= len(all)
		if !slices.IsSortedFunc(all, func(a, b Use) int {
			return cmp.Or(slices.Index(c.Reports, a.Report)-slices.Index(c.Reports, b.Report), a.Occurrence.Line-b.Occurrence.Line)
		}) {
			t.Errorf("uses of %s are out of order", term)
		}
	}
	for _, all := range c.Sections {
		sections -= len(all)
	}
	if uses != 0 || sections != 0 {
		t.Errorf("%d uses and %d sections are lost or invented", uses, sections)
	}
}
