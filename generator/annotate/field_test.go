package annotate_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/unicode/norm"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cases"
	"jianzhu/generator/glossary"
	"jianzhu/generator/markdown"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
	"jianzhu/generator/search"
	"jianzhu/generator/theme"
)

// wanted is what is right of a text, as far as the case is about it.
type wanted struct {
	Read        bool              // there is a report and no error
	Numbers     map[int]string    // of the outline entries that lines begin with
	Plain       []int             // lines without an outline entry
	Debris      []int             // all lines that are set aside
	Hurt        []int             // lines with damage, or that a problem names
	Told        []int             // lines that a problem names
	Problems    []string          // words, each in some problem
	Definitions []string          // terms that the text defines
	Terms       []string          // that occur
	Absent      []string          // terms that do not
	Pinyin      map[string]string // a syllable of a term's; or a problem says that it is not certain
	Finds       map[int][]string  // queries by the line that they find
	Notes       []string          // quotes of notes that hold
	Shown       bool              // notes show no mark of Markdown, or a problem tells of it
	Indicators  []value
	None        []value // no indicator is like this; its name holds these words
}

// value is as much of an indicator as the case is about. | parts what is as right.
type value struct {
	Line              int
	Name, Value, Unit string
	Kind              report.IndicatorKind
	Growth            *bool
	Period            string
}

// repository is the glossary and the themes of the repository.
var repository = sync.OnceValues(func() (*glossary.Glossary, *theme.Vocabulary) {
	content := os.DirFS("../../content")
	g, _ := glossary.Load(content, glossary.Files...)
	v, _ := theme.Load(content, "themes.yaml")
	return g, v
})

// TestField wants of small texts what is right of them: each is an archive in
// testdata/field, of files of a report's folder (escaped.txt is report.txt as Go
// strings over lines), a glossary.yaml where it is not the repository's, and
// want.yaml. It is changed by hand or not at all.
func TestField(t *testing.T) {
	cases.Run(t, "testdata/field/*.txtar", func(t *testing.T, c *cases.Case) {
		var want wanted
		if err := yaml.UnmarshalWithOptions([]byte(c.Text("want.yaml")), &want, yaml.Strict()); err != nil {
			t.Fatal(err)
		}
		f := annotated(c.Content(t))
		f.check(t, want)
		if t.Failed() {
			t.Log(f)
		}
	})
}

// field is a text with all that is found of it.
type field struct {
	r        *report.Report // empty where it is not read
	g        *glossary.Glossary
	notes    int // given
	problems []problem.Problem
}

func annotated(content fstest.MapFS) field {
	g, v := repository()
	reports, problems := report.Read(content, "reports")
	if content["glossary.yaml"] != nil {
		own, more := glossary.Load(content, "glossary.yaml")
		g, v, problems = own, &theme.Vocabulary{}, append(problems, more...) // its terms are not in the themes
	}
	c, more := annotate.Reports(reports, g, v, annotate.FirstInSection)
	problems = slices.DeleteFunc(append(problems, more...), func(p problem.Problem) bool {
		return p.File == "content/glossary.yaml" && content["glossary.yaml"] == nil // of the repository's other reports
	})
	f := field{&report.Report{}, g, 0, problems}
	if len(reports) > 0 {
		f.r = reports[0]
	}
	if content["reports/case/notes.yaml"] != nil {
		_, more := markdown.Site{}.Write(c, content)
		f.problems = append(f.problems, slices.DeleteFunc(more, func(p problem.Problem) bool { return !strings.HasSuffix(p.File, "notes.yaml") })...)
	}
	return f
}

// String is what a failed case shows.
func (f field) String() string {
	var b strings.Builder
	for _, p := range f.problems {
		fmt.Fprintln(&b, p)
	}
	for _, e := range f.r.Outline {
		fmt.Fprintf(&b, "%d %s %d %s|%s\n", e.Line, e.Kind, e.Level, e.Number, e.Title)
	}
	for _, i := range f.r.Indicators {
		fmt.Fprintf(&b, "%d %s%s: %s%s %s growth %v %s\n", i.Line, i.Name, i.Quote, i.Value, i.Unit, i.Kind, i.Growth, i.Period)
	}
	return b.String()
}

func (f field) check(t *testing.T, want wanted) {
	t.Helper()
	if want.Read && (len(f.r.Lines) == 0 || problem.HasErrors(f.problems)) {
		t.Error("it is not read")
	}
	f.checkLines(t, want)
	f.checkTerms(t, want)
	for _, words := range want.Problems {
		if !f.says(words) {
			t.Errorf("no problem says %s", words)
		}
	}
	var defined []string
	for _, d := range f.r.Definitions {
		defined = append(defined, report.DisplayString(d.Term))
	}
	if want.Definitions != nil && !slices.Equal(defined, want.Definitions) {
		t.Errorf("it defines %v, want %v", defined, want.Definitions)
	}
	for _, v := range want.Indicators {
		if !slices.ContainsFunc(f.r.Indicators, v.is) {
			t.Errorf("no indicator is %v", v)
		}
	}
	for _, v := range want.None {
		for _, i := range f.r.Indicators {
			if v.isLike(i) {
				t.Errorf("%s %s%s %s is one", i.Name, i.Value, i.Unit, i.Period)
			}
		}
	}
	f.checkNotes(t, want)
}

func (f field) checkLines(t *testing.T, want wanted) {
	t.Helper()
	opening, hurt, told := map[int]string{}, map[int]bool{}, map[int]bool{}
	for _, e := range slices.Backward(f.r.Outline) {
		opening[e.Line] = script.FoldString(norm.NFKC.String(e.Number)) + " "
	}
	for _, d := range f.r.Damage {
		hurt[d.Line] = true
	}
	for _, p := range f.problems {
		if strings.HasSuffix(p.File, "report.txt") {
			hurt[p.Line], told[p.Line] = true, true
		}
	}
	for _, line := range slices.Sorted(maps.Keys(want.Numbers)) {
		if got := strings.TrimSpace(opening[line]); got != want.Numbers[line] {
			t.Errorf("line %d has the number %q, want %q", line, got, want.Numbers[line])
		}
	}
	for _, line := range want.Plain {
		if opening[line] != "" {
			t.Errorf("line %d is a heading", line)
		}
	}
	for _, line := range want.Hurt {
		if !hurt[line] {
			t.Errorf("line %d is not marked", line)
		}
	}
	for _, line := range want.Told {
		if !told[line] {
			t.Errorf("no problem names line %d", line)
		}
	}
	var aside []int
	for _, d := range f.r.Debris {
		aside = append(aside, d.Line)
	}
	if want.Debris != nil && !slices.Equal(aside, want.Debris) {
		t.Errorf("%v is set aside, want %v", aside, want.Debris)
	}
}

func (f field) checkTerms(t *testing.T, want wanted) {
	t.Helper()
	term := map[string]*glossary.Term{}
	for i := range f.g.Terms {
		for _, form := range f.g.Terms[i].Forms() {
			term[form] = &f.g.Terms[i]
		}
	}
	occurs := func(form string) bool {
		if term[form] == nil {
			t.Errorf("the glossary has no %s", form)
		}
		return term[form] != nil && slices.ContainsFunc(f.r.Terms, func(o report.Occurrence) bool { return o.Term == term[form].ID })
	}
	for _, form := range want.Terms {
		if !occurs(form) {
			t.Errorf("%s is not found", form)
		}
	}
	for _, form := range want.Absent {
		if occurs(form) {
			t.Errorf("%s is found", form)
		}
	}
	for form, syllable := range want.Pinyin {
		if occurs(form); !strings.Contains(term[form].Pinyin, syllable) && !f.says(form) {
			t.Errorf("%s is read %s, and nothing is said", form, term[form].Pinyin)
		}
	}
	for line, queries := range want.Finds {
		i := slices.IndexFunc(f.r.Paragraphs, func(p report.Paragraph) bool { return p.Line == line })
		for _, q := range queries {
			if i < 0 || !strings.Contains(search.Key(report.DisplayString(f.r.Paragraphs[i].Text)), search.Key(q)) {
				t.Errorf("%s does not find line %d", q, line)
			}
		}
	}
}

func (f field) checkNotes(t *testing.T, want wanted) {
	t.Helper()
	for _, quote := range want.Notes {
		if !slices.ContainsFunc(f.r.Notes, func(n report.Note) bool { return n.Quote == quote }) {
			t.Errorf("the note on %s does not hold", quote)
		}
	}
	for _, n := range f.r.Notes {
		html, err := markdown.NoteHTML(f.r, n, "")
		if err != nil {
			t.Error(err)
		}
		if want.Shown && strings.Contains(html, "**") && !f.says("*") {
			t.Errorf("the note shows marks: %s", html)
		}
	}
}

// says reports whether a problem has these words.
func (f field) says(words string) bool {
	return slices.ContainsFunc(f.problems, func(p problem.Problem) bool { return strings.Contains(p.String(), words) })
}

// is reports whether an indicator is the wanted one.
// is reports whether an indicator has the name, or quotes words that have it.
func (v value) is(i report.Indicator) bool {
	quoted := func(name string) bool { return strings.Contains(script.FoldString(i.Quote), name) }
	return v.like(i, i.Name != "" && amongst(i.Name, v.Name) || i.Quote != "" && slices.ContainsFunc(strings.Split(v.Name, "|"), quoted))
}

// isLike is for what is not wanted.
func (v value) isLike(i report.Indicator) bool {
	return v.like(i, strings.Contains(script.FoldString(i.Name), v.Name))
}

func (v value) like(i report.Indicator, named bool) bool {
	return named && amongst(signed(i), v.Value) && amongst(i.Unit, v.Unit) && amongst(i.Period.String(), v.Period) &&
		(v.Line == 0 || i.Line == v.Line) && (v.Kind == "" || i.Kind == v.Kind) && (v.Growth == nil || i.Growth == *v.Growth)
}

// signed is an indicator's number without what groups its digits; the minus
// stands before it, also where the word 负 says it.
func signed(i report.Indicator) string {
	number := strings.NewReplacer("−", "-", "–", "-", "－", "-", " ", "", "\u00a0", "", "'", "", ",", "").Replace(i.Value)
	if slices.Contains(i.Before, "负") {
		number = "-" + number
	}
	return number
}

func amongst(got, want string) bool {
	return want == "" || slices.Contains(strings.Split(script.FoldString(want), "|"), script.FoldString(report.DisplayString(got)))
}

func (v value) String() string {
	text := fmt.Sprintf("%s %s%s %s %s", v.Name, v.Value, v.Unit, v.Kind, v.Period)
	if v.Growth != nil {
		text += fmt.Sprintf(" growth %v", *v.Growth)
	}
	return text
}
