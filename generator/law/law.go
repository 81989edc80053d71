// Package law holds what was written of a report to the first law: every line of the
// source is on its page, in order and as it stands, or in its collation list. It knows
// the source, the files and the names of contract.txt, and nothing of what wrote them.
package law

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
	"jianzhu/generator/tongue"
)

// Names of the contract.
const (
	line       = "L"        // and a number: the id of a shown line
	debris     = "debris-L" // of one that is not shown, in the collation list
	reportText = "data-report-text"
	added      = "data-added"
)

// Law is what a contract says that the law goes by.
type Law struct{ parts map[string]bool } // the sections after a report's text, by id

// Read takes the law from the contract.
func Read(contract string) Law {
	l := Law{map[string]bool{}}
	for entry := range strings.Lines(contract) {
		if words := strings.Fields(entry); len(words) > 1 && words[0] == "part" {
			l.parts[words[1]] = true
		}
	}
	return l
}

// Check holds the two forms of a report's text, with what stands after it, to the law:
// the Markdown as any reader of CommonMark sees it and the HTML as a browser does. file
// is the Markdown's path from build/content.
func (l Law) Check(r *report.Report, file string, markdown, rendered []byte) []problem.Problem {
	view, err := html.Parse(bytes.NewReader(rendered))
	if err != nil {
		return []problem.Problem{problem.Errorf("build/content/"+file, 0, "", "%v", err)}
	}
	problems := l.CheckMarkdown(r, "Markdown", commonMark, markdown)
	problems = append(problems, compareLines(r, "HTML", renderedLines(view))...)
	problems = append(problems, compareIDs(r, view)...)
	return append(problems, compareDebris(r, view)...)
}

// CheckMarkdown holds Markdown to the law as a reader of it sees it; form is what
// problems call it.
func (l Law) CheckMarkdown(r *report.Report, form string, reader goldmark.Markdown, markdown []byte) []problem.Problem {
	var out bytes.Buffer
	err := reader.Convert(markdown, &out)
	if err == nil {
		var root *html.Node
		if root, err = html.Parse(&out); err == nil {
			return compareLines(r, form, l.plainLines(root))
		}
	}
	return []problem.Problem{problem.Errorf("content/"+r.Source.File, 0, "", "the %s cannot be read: %v", form, err)}
}

// textLine is a line as a page shows it; number is 0 for text after the last address.
type textLine struct {
	number int
	text   string
}

// commonMark reads Markdown without anything of ours; tables are GitHub's.
var commonMark = goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithHeadingAttribute()))

// plainLines reads the blocks before the apparatus. Links to fragments are
// ours; those to lines end the line.
func (l Law) plainLines(root *html.Node) (lines []textLine) {
	var open strings.Builder
	for block := range body(root).ChildNodes() {
		if block.Type != html.ElementNode {
			continue
		}
		if l.parts[attribute(block, "id")] {
			break
		}
		if !isTextBlock(block) && block.DataAtom != atom.Table {
			continue // no line of a report is a list, a quote or code
		}
		walkText(block, func(n *html.Node) bool {
			to := attribute(n, "href")
			if number := lineAt(to); number > 0 {
				lines = append(lines, textLine{number, open.String()})
				open.Reset()
			}
			return strings.HasPrefix(to, "#")
		}, &open)
	}
	if Compared(open.String()) != "" {
		lines = append(lines, textLine{0, open.String()})
	}
	return lines
}

// renderedLines reads [data-report-text] without [data-added]. A line begins with
// the block that has its id, or where an element of ours has it; a heading that
// opens a paragraph belongs to the line below, and so does a block without an id
// to the line that its permalink names.
func renderedLines(root *html.Node) (lines []textLine) {
	var open strings.Builder
	current := 0
	flush := func() {
		if current > 0 {
			lines = append(lines, textLine{current, open.String()})
			open.Reset()
			current = 0
		}
	}
	for text := range root.Descendants() {
		if !has(text, reportText) {
			continue
		}
		for block := range text.Descendants() {
			if isAdded(block) || !isTextBlock(block) {
				continue
			}
			current = lineAt("#" + attribute(block, "id"))
			walkText(block, func(n *html.Node) bool {
				if number := lineAt("#" + attribute(n, "id")); number > 0 && n != block {
					flush()
					current = number
				} else if number := lineAt(attribute(n, "href")); number > 0 && current == 0 && n.Parent == block {
					current = number
				}
				return has(n, added)
			}, &open)
			flush()
		}
	}
	if Compared(open.String()) != "" {
		lines = append(lines, textLine{0, open.String()})
	}
	return lines
}

// lineAt is the line that a fragment link leads to, or 0.
func lineAt(to string) int {
	digits, ok := strings.CutPrefix(to, "#"+line)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil {
		return 0
	}
	return n
}

// isTextBlock tells an element that has text of the report: of a table, the rows or
// cells that have a line's id.
func isTextBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	case atom.Tr, atom.Td, atom.Th:
		return lineAt("#"+attribute(n, "id")) > 0
	}
	return false
}

// walkText writes the text of a tree without the elements to leave out.
func walkText(n *html.Node, out func(*html.Node) bool, b *strings.Builder) {
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
		return
	}
	if out(n) {
		return
	}
	for c := range n.ChildNodes() {
		walkText(c, out, b)
	}
}

// isAdded reports whether a node stands in what is added.
func isAdded(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if has(n, added) {
			return true
		}
	}
	return false
}

// compareLines compares what a page shows with the source without debris and
// without a converter's marks.
func compareLines(r *report.Report, form string, lines []textLine) (problems []problem.Problem) {
	file := "content/" + r.Source.File
	hint := tongue.Text("this is a fault of the program: please report it with the line")
	hidden := map[int]bool{}
	for _, d := range r.Debris {
		hidden[d.Line] = true
	}
	lines = merged(lines)
	goesOn := map[int]bool{} // lines whose paragraph has the next one too
	for _, p := range r.Paragraphs {
		all := p.SourceLines()
		for _, n := range all[:len(all)-1] {
			goesOn[n] = true
		}
	}
	marked := tableMarked(r)
	carried := "" // of this line, what stands with the one above: a link is not broken
	for i, text := range r.Unmarked() {
		if marked[i+1] {
			text = tableMark.ReplaceAllString(text, "$1")
		}
		want := Compared(text)
		if want == "" || hidden[i+1] {
			continue
		}
		want = strings.TrimPrefix(want, carried)
		if len(lines) == 0 || lines[0].number != i+1 {
			problems = append(problems, problem.Errorf(file, i+1, hint, "the line is not in its place in the %s", form))
			lines = slices.DeleteFunc(slices.Clone(lines), func(l textLine) bool { return l.number == i+1 })
			continue
		}
		got := Compared(lines[0].text)
		more, longer := strings.CutPrefix(got, want)
		carried = ""
		if longer && goesOn[i+1] && utf8.RuneCountInString(more) <= longestCarried {
			carried = more
		} else if got != want {
			problems = append(problems, problem.Errorf(file, i+1, hint, "the %s has another text: %s", form, difference(want, got)))
		}
		lines = lines[1:]
	}
	for _, l := range lines {
		problems = append(problems, problem.Errorf(file, l.number, hint, "the %s shows what is no line of the report: %q", form, l.text))
	}
	return problems
}

// longestCarried is how much of a line may stand with the one above, in
// characters: what is linked is a term, or a document's name.
const longestCarried = 80

// merged puts together what stands of a line in several blocks.
func merged(lines []textLine) (all []textLine) {
	for _, l := range lines {
		if n := len(all); n > 0 && all[n-1].number == l.number {
			all[n-1].text += l.text
			continue
		}
		all = append(all, l)
	}
	return all
}

// compareIDs wants one element with the id of each shown line.
func compareIDs(r *report.Report, root *html.Node) (problems []problem.Problem) {
	count := map[string]int{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			count[id]++
		}
	}
	for _, p := range r.Paragraphs {
		for _, number := range p.SourceLines() {
			if n := count[line+strconv.Itoa(number)]; n != 1 {
				problems = append(problems, problem.Errorf("content/"+r.Source.File, number, "", "%d elements have the line's id", n))
			}
		}
	}
	return problems
}

// compareDebris wants each line that is not shown in the collation list, with
// its number and, but for personal data, its text.
func compareDebris(r *report.Report, root *html.Node) (problems []problem.Problem) {
	entries := map[string]string{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); strings.HasPrefix(id, debris) {
			entries[id] = Compared(textWithout(n, func(*html.Node) bool { return false }))
		}
	}
	for _, d := range r.Debris {
		number := strconv.Itoa(d.Line)
		entry, listed := entries[debris+number]
		text := Compared(r.Lines[d.Line-1].Text)
		if d.Reason == report.PersonalData {
			text = ""
		}
		if !listed || !strings.HasPrefix(entry, number) || !strings.HasSuffix(entry, text) {
			problems = append(problems, problem.Errorf("content/"+r.Source.File, d.Line, "", "the line is neither shown nor in the collation list"))
		}
	}
	return problems
}

// tableMark is what a converter set around the cells of a table, and before a | in one.
var tableMark = regexp.MustCompile(`\\(\|)|\|`)

// tableMarked are the lines of tables that have such marks.
func tableMarked(r *report.Report) map[int]bool {
	marked := map[int]bool{}
	for _, t := range r.Tables {
		for _, c := range t.Caption {
			marked[c.Line] = r.IsPiped(c.Line)
		}
		for _, row := range t.Rows {
			for _, c := range row.Cells {
				marked[c.Line] = r.IsPiped(c.Line)
			}
		}
	}
	return marked
}

// Compared is text as the law compares it: without white space, controls and
// ignorable characters, and with eight full-width marks as their ASCII forms.
func Compared(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '，', '；', '：', '！', '？', '（', '）', '％':
			return r - 0xfee0
		}
		if unicode.IsSpace(r) || unicode.IsControl(r) || script.IsIgnorable(r) {
			return -1
		}
		return r
	}, text)
}

// difference shows where two texts part.
func difference(want, got string) string {
	w, g := []rune(want), []rune(got)
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	near := func(s []rune) string { return string(s[max(0, i-5):min(len(s), i+15)]) }
	return tongue.Sprintf("%q where the source has %q", near(g), near(w))
}

// textWithout is the text of a tree without the elements to leave out.
func textWithout(n *html.Node, out func(*html.Node) bool) string {
	var b strings.Builder
	walkText(n, out, &b)
	return b.String()
}

// body is the body element of a parsed document.
func body(root *html.Node) *html.Node {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Body {
			return n
		}
	}
	return root
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}
