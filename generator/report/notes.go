package report

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// NoteItem is a note as it stands in notes.yaml, which is a list of them.
type NoteItem struct {
	Quote  string `yaml:"quote"`
	Prefix string `yaml:"prefix"`
	Suffix string `yaml:"suffix"`
	Line   int    `yaml:"line"` // narrows the search; 0 where not given
	Body   string `yaml:"body"`
	Author string `yaml:"author"`
	Date   string `yaml:"date"`
}

// ReadNotes reads notes.yaml, whose path for problems is file, into the report's
// notes. A note that cannot be read or placed is an error and is left out.
func (r *Report) ReadNotes(file string, text []byte) []problem.Problem {
	if problems := check(file, text); len(problems) > 0 {
		return problems
	}
	parsed, fault := problem.ParseYAML(file, text, NoteItem{})
	if fault != nil {
		return []problem.Problem{*fault}
	}
	n := noteReader{problems: problem.CutComments(file, text, "quote", "prefix", "suffix", "body"), file: file, lines: keyLines(parsed), report: r, words: wordsOf(r)}
	for _, doc := range parsed.Docs {
		switch body := doc.Body.(type) {
		case nil, *ast.NullNode, *ast.CommentGroupNode:
		case *ast.SequenceNode:
			for i, node := range body.Values {
				n.read(strconv.Itoa(i), node)
			}
		default:
			n.wrong(problem.LineOf(body), "write each note as an item: - quote: …", "not a list of notes")
		}
	}
	slices.SortStableFunc(r.Notes, func(a, b Note) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.End, b.End), cmp.Compare(a.Column, b.Column))
	})
	for i := range r.Notes {
		r.Notes[i].N = i + 1
	}
	return n.problems
}

// longestNote is how many characters a note has at most. What Markdown costs that
// is not well formed grows faster than its length, and what is longer is no note.
const longestNote = 20_000

// noteReader reads the items of a notes.yaml.
type noteReader struct {
	file     string
	lines    map[string]int // of keys, by path: 0.quote
	report   *Report
	words    []words
	problems []problem.Problem
}

func (n *noteReader) wrong(line int, hint, format string, args ...any) {
	n.problems = append(n.problems, problem.Errorf(n.file, line, hint, format, args...))
}

// read reads the item with a path.
func (n *noteReader) read(item string, node ast.Node) {
	var given NoteItem
	begins := problem.LineOf(node)
	if err := yaml.NodeToValue(node, &given, yaml.Strict()); err != nil {
		n.problems = append(n.problems, problem.YAML(n.file, begins, err, given))
		return
	}
	line := func(key string) int { return cmp.Or(n.lines[item+"."+key], begins) }
	before := len(n.problems)
	if strings.TrimSpace(given.Body) == "" {
		n.wrong(line("body"), "write body: and what is to be said of the quoted words", "a note that says nothing")
	} else if size := utf8.RuneCountInString(given.Body); size > longestNote {
		n.wrong(line("body"), "part it, or write a page of it and link to that", "a note of %d characters, more than the %d that stand beside a text", size, longestNote)
	}
	if _, err := time.Parse(time.DateOnly, given.Date); given.Date != "" && err != nil {
		n.wrong(line("date"), "write the day as 2026-11-22", "no date %q", given.Date)
	}
	if given.Line < 0 || given.Line > len(n.report.Lines) {
		n.wrong(line("line"), tongue.Text("the report has ")+strconv.Itoa(len(n.report.Lines))+tongue.Text(" lines"), "no line %d", given.Line)
	}
	if len(looseForm(given.Quote).runes) == 0 {
		n.wrong(line("quote"), "quote the words that the note is about, as the page shows them", "a note without a quote")
	}
	if len(n.problems) > before {
		return
	}
	places := find(n.words, given)
	if len(places) != 1 {
		message, hint := misplaced(n.report, n.words, given, places)
		n.wrong(line("quote"), hint, "%s", message)
		return
	}
	n.report.Notes = append(n.report.Notes, Note{
		Quote: strings.TrimSpace(given.Quote), Prefix: given.Prefix, Suffix: given.Suffix,
		Body: strings.TrimSpace(given.Body), Author: cmp.Or(strings.TrimSpace(given.Author), editor), Date: given.Date,
		Line: places[0].line, Column: places[0].column, End: places[0].end,
		Given: line("body"),
	})
}

// readNotes reads the notes.yaml beside a report, if there is one.
func readNotes(fsys fs.FS, dir string, r *Report) []problem.Problem {
	file := path.Join(dir, r.Slug, "notes.yaml")
	text, err := fs.ReadFile(fsys, file)
	switch {
	case err == nil:
		return r.ReadNotes(contentPath(file), text)
	case exists(fsys, path.Join(dir, r.Slug, "notes.yml")):
		return []problem.Problem{problem.Unreadable(contentPath(file), "rename notes.yml to notes.yaml", err)}
	case exists(fsys, file):
		return []problem.Problem{problem.Unreadable(contentPath(file), "", err)}
	}
	return nil
}

func exists(fsys fs.FS, file string) bool {
	_, err := fs.Stat(fsys, file)
	return err == nil
}
