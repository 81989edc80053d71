package main

import (
	_ "embed"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/law"
	"jianzhu/generator/markdown"
	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

// check holds the content of a project to its laws without writing anything:
// nothing of a source is lost or invented, every link leads somewhere, and
// the glossary does not contradict itself. Then it tells what an editor could do
// next, if that is asked for.
func (c *call) check() ([]problem.Problem, error) {
	edition, problems := press.Read(c.root, "", nil)
	if edition == nil {
		return problems, nil
	}
	problems = append(problems, edition.DeadLinks()...)
	problems = append(problems, lawful(edition.Pages)...)
	for file, of := range edition.Data {
		if err := problem.Caught(func() error { _, err := of(); return err }); err != nil {
			problems = append(problems, problem.Errorf("build/static/"+file, 0, "", "%v", err))
		}
	}
	corpus := edition.Corpus
	if content, err := project.Open(filepath.Join(c.root, "content")); err == nil { // else told of by read
		defer content.Close()
		problems = append(problems, report.CheckOriginals(content, "reports", corpus.Reports)...)
	}
	if c.todo {
		workList(c.stdout, corpus.Coverage())
	}
	c.said = tongue.Sprintf("%s, %s, %s",
		number(len(corpus.Reports), reportsCounted), number(len(corpus.Glossary.Terms), termsCounted), number(len(edition.Pages), pagesCounted))
	return problems, nil
}

// contractText has the names by which the law knows what stands where.
//
//go:embed contract.txt
var contractText string

// lawful holds pages to the first law: those with the text of a report.
func lawful(pages []markdown.Page) (problems []problem.Problem) {
	first := law.Read(contractText)
	for _, p := range pages {
		if p.Report == nil {
			continue
		}
		plain, rendered, err := p.ReportForms()
		if err != nil {
			problems = append(problems, problem.Errorf(p.Source(), 0, "", "%v", err))
			continue
		}
		problems = append(problems, first.Check(p.Report, p.Path, plain, rendered)...)
	}
	return problems
}

// workList prints what is still to do, one line each, with its places.
func workList(out io.Writer, c annotate.Coverage) {
	part := func(title string, n int, line func(i int) string) {
		if n == 0 {
			return
		}
		fmt.Fprintf(out, "%s:\n", title)
		for i := range n {
			fmt.Fprintf(out, "  %s\n", line(i))
		}
	}
	part(tongue.Text("quoted phrases that no entry explains"), len(c.Unexplained), func(i int) string {
		p := c.Unexplained[i]
		return fmt.Sprintf("%d × “%s” %s", len(p.Places), p.Text, places(p.Places...))
	})
	part(tongue.Text("terms that reports explain themselves and no entry does"), len(c.Own), func(i int) string {
		o := c.Own[i]
		return fmt.Sprintf("%d × %s (%s) %s", len(o.Places), o.Term.Term, o.Term.ID, places(o.Places...))
	})
	part(tongue.Text("uses whose sense is not decided"), len(c.Undecided), func(i int) string {
		u := c.Undecided[i]
		return fmt.Sprintf("%s (%s) %s", u.Occurrence.Surface, u.Occurrence.Term, places(annotate.Place{Report: u.Report, Line: u.Occurrence.Line}))
	})
	part(tongue.Text("senses that no use has"), len(c.Unchosen), func(i int) string {
		return fmt.Sprintf("%s: %s", c.Unchosen[i].Term.ID, c.Unchosen[i].Sense)
	})
	part(tongue.Text("entries that no report uses"), len(c.Unused), func(i int) string {
		return fmt.Sprintf("%s %s %s:%d", c.Unused[i].ID, c.Unused[i].Term, c.Unused[i].File, c.Unused[i].Line)
	})
	part(tongue.Text("damaged places"), len(c.Damage), func(i int) string {
		d := c.Damage[i]
		return tongue.Sprintf("%s after “%s” %s", d.Damage.Kind, d.Before, places(annotate.Place{Report: d.Report, Line: d.Damage.Line}))
	})
}

// places names lines of source files, at most five.
func places(all ...annotate.Place) string {
	var names []string
	for _, p := range all[:min(5, len(all))] {
		names = append(names, fmt.Sprintf("content/%s:%d", p.Report.Source.File, p.Line))
	}
	if more := len(all) - len(names); more > 0 {
		names = append(names, tongue.Sprintf("and %d more", more))
	}
	return strings.Join(names, " ")
}
