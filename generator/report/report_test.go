package report

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianzhu/generator/cases"
	"jianzhu/generator/problem"
)

// content reads the real reports, which must be free of problems.
func content(t testing.TB) []*Report {
	t.Helper()
	reports, problems := Read(os.DirFS("../../content"), "reports")
	for _, p := range problems {
		t.Error(p)
	}
	return reports
}

// rendering shows all that parsing finds, for a reader to check against the text.
func rendering(r *Report) string {
	var b strings.Builder
	line := func(format string, args ...any) {
		b.WriteString(strings.TrimRight(escaped(fmt.Sprintf(format, args...)), " ") + "\n")
	}
	line("%s %s, %d lines", r.Script, r.Source.Encoding, len(r.Lines))
	for _, c := range r.Normalised {
		line("normalised %s: %d", c.Kind, c.Count)
	}
	for _, f := range r.Metadata {
		line("field %d %s: %s", f.Line, f.Label, f.Value)
	}
	for _, x := range r.Debris {
		line("debris %d %s: %s", x.Line, x.Reason, x.Text)
	}
	for _, x := range r.Damage {
		line("damage %d %s after %d: %s", x.Line, x.Kind, x.Column, x.Text)
	}
	for p, entries := range r.All() {
		begin := []rune(strings.TrimSpace(p.Text))
		if len(begin) > 16 {
			begin = append(begin[:16:16], '…')
		}
		line("%3d %-10s %-10s %s", p.Line, p.Kind, p.Section, string(begin))
		for _, e := range entries {
			title := e.Title
			if e.TitleLine != e.Line {
				title = fmt.Sprintf("%s (line %d)", title, e.TitleLine)
			}
			line("%*s %d %s %d–%d %s|%s", 4+4*e.Level, "", e.Level, e.Kind, e.Column, e.End, e.Number, title)
		}
	}
	for _, t := range r.Tables {
		line("table of %d columns, %d rows of head, caption %v", t.Columns, t.Head, t.Caption)
		for _, row := range t.Rows {
			var cells []string
			for _, c := range row.Cells {
				cells = append(cells, r.Cell(c))
			}
			line("    %v %s", row.Lines(), strings.Join(cells, " | "))
		}
	}
	for n := range r.Lines {
		indicators, decided := r.Decided(n + 1)
		if decided {
			line("line %d has %d indicators by decision", n+1, len(indicators))
		}
		for _, i := range indicators {
			line("    %d–%d %s: %s %s, %s %s, growth %v, %s", i.Column, i.End, i.Name, i.Value, i.Unit, i.Modifier, i.Kind, i.Growth, i.Period)
		}
	}
	for _, x := range r.Definitions {
		line("definition %d %s after %d: %.60s", x.Line, x.Term, x.Column, DisplayString(x.Text))
		if x.Source != FromList {
			line("    by its %s", x.Source)
		}
		if x.Last > x.Line {
			line("    from line %d to %d", x.TextLine, x.Last)
		}
		for _, m := range x.Marks {
			line("    %s leads to it from %d–%d of line %d", string([]rune(r.Line(m.Line))[m.Column:m.End]), m.Column, m.End, m.Line)
		}
	}
	return b.String()
}

// escaped writes controls as Go does.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		if isControl(r) && r != '\n' {
			quoted := strconv.Quote(string(r))
			b.WriteString(quoted[1 : len(quoted)-1])
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// noted shows a report's notes and what they quote.
func noted(r *Report) string {
	var b strings.Builder
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "note %d on %d–%d of line %d, %q, by %s %s, given on line %d: %q\n", n.N, n.Column, n.End, n.Line,
			string([]rune(r.Line(n.Line))[n.Column:n.End]), n.Author, n.Date, n.Given, n.Body)
	}
	return b.String()
}

func TestReports(t *testing.T) {
	for _, r := range content(t) {
		t.Run(r.Slug, func(t *testing.T) {
			cases.Golden(t, filepath.Join("testdata", "golden", r.Slug+".txt"), []byte(rendering(r)))
			file, err := os.ReadFile(filepath.Join("..", "..", "content", r.Source.File))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(r.Bytes(), file) {
				t.Error("the lines put together are not the file")
			}
		})
	}
}

// TestCases reads small made-up reports, one to a file in testdata/cases. In
// escaped.txt and escaped.yaml, Go strings over lines, bytes can be written that
// no editor shows.
func TestCases(t *testing.T) {
	cases.Run(t, "testdata/cases/*.txtar", func(t *testing.T, c *cases.Case) {
		content := c.Content(t)
		reports, problems := Read(content, "reports")
		problem.Sort(problems)
		var got strings.Builder
		for _, p := range problems {
			fmt.Fprintln(&got, p)
		}
		for _, r := range reports {
			got.WriteString(rendering(r) + noted(r))
			if !bytes.Equal(r.Bytes(), content[r.Source.File].Data) {
				t.Error("the lines put together are not the file")
			}
		}
		c.Want(t, got.String())
	})
}

func TestHeading(t *testing.T) {
	r, problems := Parse("x", []byte("一、( 甲 )工作。做好工作。\n附件1\n名词解释\n1.甲:指乙。\n"), Meta{Title: "某县报告"})
	if problem.HasErrors(problems) {
		t.Fatal(problems)
	}
	var got []string
	for _, e := range r.Outline {
		if e.Opens() {
			got = append(got, r.Heading(e))
		}
	}
	if want := []string{"一、（甲）工作", "附件1 名词解释"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
