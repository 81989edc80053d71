package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/report"
)

// Each line ends with its address. The last one in a block ends it; another stands
// where its line ends and the next one begins.

// lineRef is a link to a line of the same page, by its number.
func lineRef(n int) string { return fmt.Sprintf("[%d](#L%d)", n, n) }

// lineRef is a link to a line of the report; a page with a part of it may lack the line.
func (p *reportPage) lineRef(n int) string {
	if p.shown[n] {
		return lineRef(n)
	}
	return fmt.Sprintf("[%d](%s#%s)", n, p.to(reportPath(p.r.Slug)), lineID(n))
}

// lineEnds are the addresses of all lines of a paragraph but the last, where the
// lines end. Latin words that only a line's end parts get a space.
func lineEnds(p report.Paragraph, shown report.Shown) (ends []gap) {
	lines := p.SourceLines()
	for i, n := range lines[:len(lines)-1] {
		at := shown.At(p.Start(i + 1))
		text := " " + lineRef(n)
		if 0 < at && at < len(shown.Text) && isLatin(shown.Text[at-1]) && isLatin(shown.Text[at]) {
			text += " "
		}
		ends = append(ends, gap{at, text})
	}
	return ends
}

func isLatin(r rune) bool { return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' }

// lineOf returns the line that a fragment link leads to, or 0.
func lineOf(destination []byte) int {
	digits, ok := strings.CutPrefix(string(destination), "#L")
	if !ok {
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// lineID is the id of a shown line.
func lineID(n int) string { return fmt.Sprintf("L%d", n) }

// address is one of a text's addresses.
type address struct {
	block ast.Node // in which it stands
	link  *ast.Link
	line  int
}

// addresses are those of a text, in its order.
func addresses(body ast.Node) (all []address) {
	for block := range children(body) {
		ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if a, ok := n.(*ast.Link); ok && entering && lineOf(a.Destination) > 0 {
				all = append(all, address{block, a, lineOf(a.Destination)})
			}
			return ast.WalkContinue, nil
		})
	}
	return all
}

// transformAddresses makes permalinks of the addresses and gives each line its id:
// the block in which it begins or, within a block, the place. It returns the lines
// of each block, the first one first.
func transformAddresses(body ast.Node) map[ast.Node][]int {
	lines := map[ast.Node][]int{}
	given := map[int]bool{}
	all := addresses(body)
	for i, a := range all {
		first := len(lines[a.block]) == 0
		lines[a.block] = append(lines[a.block], a.line)
		if first && !given[a.line] {
			given[a.line] = true
			if h, ok := a.block.(*ast.Heading); ok {
				moveID(h)
			}
			set(a.block, "id", lineID(a.line))
		}
		if a.link.Parent() == a.block && a.link.NextSibling() == nil {
			a.put(permalink("line", lines[a.block][0]))
			continue
		}
		if i+1 < len(all) && !given[all[i+1].line] {
			next := all[i+1].line
			given[next] = true
			trimSpace(a.link.PreviousSibling())
			mark := permalink("new-line", next, "id", lineID(next), "data-n", strconv.Itoa(next))
			mark.RemoveChildren(mark) // style sheets set it: words go on across it
			a.put(mark)
			continue
		}
		a.link.Parent().RemoveChild(a.link.Parent(), a.link)
	}
	return lines
}

// trimSpace takes the space off that parts a line from its address in Markdown.
func trimSpace(n ast.Node) {
	if t, ok := n.(*ast.Text); ok && t.Segment.Len() > 0 {
		t.Segment = t.Segment.WithStop(t.Segment.Stop - 1)
	}
}

// put stands an element in the address's place.
func (a address) put(e *element) { a.link.Parent().ReplaceChild(a.link.Parent(), a.link, e) }

// permalink is a line's number, which leads to it.
func permalink(class string, line int, more ...string) *element {
	number := strconv.Itoa(line)
	e := inline("a", slices.Concat([]string{"class", class}, more, []string{"href", "#L" + number, "data-added", "", "aria-label", "第" + number + "行"})...)
	e.AppendChild(e, ast.NewString([]byte(number)))
	return e
}
