package markdown

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/report"
)

const notePrefix = "#note-"

// noteID is the id of a note, refID that of its mark in the text.
func noteID(n int) string { return fmt.Sprintf("note-%d", n) }
func refID(n int) string  { return fmt.Sprintf("ref-%d", n) }

// noteMark stands after the words that a note quotes.
func noteMark(n report.Note) string { return fmt.Sprintf("[注%d](#%s)", n.N, noteID(n.N)) }

// longestLemma is in characters; a longer one is told by its ends.
const longestLemma = 40

// lemma is what a note quotes, as displayed.
func (p *reportPage) lemma(n report.Note) string {
	words := []rune(report.Show(p.r.From(n.Line)).Between(n.Column, n.End))
	if len(words) > longestLemma {
		return string(words[:18]) + "……" + string(words[len(words)-12:])
	}
	return string(words)
}

// Annotated is a note in a report's front matter.
type Annotated struct {
	Number int    `yaml:"number"`
	Line   int    `yaml:"line"`
	Title  string `yaml:"title"` // the words quoted
}

func (p *reportPage) annotated() (notes []Annotated) {
	for _, n := range p.r.Notes {
		notes = append(notes, Annotated{n.N, n.Line, p.lemma(n)})
	}
	return notes
}

// notesList writes 编者注: what is said of the quoted words, in text order.
func (p *reportPage) notesList() string {
	if len(p.r.Notes) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(heading(1, "编者注", notesID))
	for _, n := range p.r.Notes {
		b.WriteString(p.note(n) + "\n")
	}
	return b.String()
}

// note writes an entry of 编者注: the quoted words with their line, the body as
// the editor wrote it, and who and when.
func (p *reportPage) note(n report.Note) string {
	marker := fmt.Sprintf("%d. ", n.N)
	indent := strings.Repeat(" ", len(marker))
	var b strings.Builder
	fmt.Fprintf(&b, "%s**[%s](#%s)** %s\n\n", marker, escape(p.lemma(n)), noteID(n.N), p.lineRef(n.Line))
	for line := range strings.Lines(n.Body) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			line = indent + line
		}
		b.WriteString(line + "\n")
	}
	fmt.Fprintf(&b, "\n%s%s\n", indent, escape(signature(n)))
	return b.String()
}

// signature says who wrote a note, and when if it is known.
func signature(n report.Note) string {
	if n.Date == "" {
		return n.Author
	}
	return n.Author + "，" + n.Date
}

// noteOf is the number of the note that a link leads to, or 0.
func noteOf(destination string) int {
	digits, ok := strings.CutPrefix(destination, notePrefix)
	if !ok {
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// transformNoteMark makes of 注1 a mark whose number is set by style sheets: as text
// it would part the words around it for those who search the page.
func transformNoteMark(a *ast.Link) {
	n := noteOf(string(a.Destination))
	a.RemoveChildren(a)
	number := strconv.Itoa(n)
	a.AppendChild(a, inline("sup", "data-n", number))
	replace(a, inline("a", "class", "note-ref", "id", refID(n), "href", string(a.Destination), "data-added", "", "aria-label", "注"+number))
}

// transformNotes makes of the entries of 编者注 the notes that stand by the text,
// by number. The list keeps their words and lines; the bodies, which stand once
// on the screen, are hidden in it until it is printed.
func transformNotes(apparatus *element, script string) map[int]*element {
	notes := map[int]*element{}
	section := ""
	for n := range children(apparatus) {
		if h, ok := n.(*ast.Heading); ok {
			section = id(h)
		}
		if list, ok := n.(*ast.List); ok && section == notesID {
			set(list, "class", "notes")
			for item := range children(list) {
				if a := boldLink(item.FirstChild()); a != nil {
					number := noteOf(string(a.Destination))
					notes[number] = transformNote(item, a, number, script)
				}
			}
		}
	}
	return notes
}

// transformNote takes the body out of an entry and returns the note with it.
func transformNote(item ast.Node, lemma *ast.Link, number int, script string) *element {
	first := item.FirstChild()
	set(first, "class", "lemma")
	set(lemma, "lang", script)
	transformLineRefs(item)

	note := block("div", "class", "note", "id", noteID(number), "role", "note", "data-added", "", "lang", "zh-Hans")
	head := block("p", "class", "lemma")
	back := inline("a", "class", "note-back", "href", "#"+refID(number))
	back.AppendChild(back, ast.NewString([]byte("注"+strconv.Itoa(number))))
	words := inline("b", "lang", script)
	words.mirrors = lemma
	head.AppendChild(head, back)
	head.AppendChild(head, words)
	note.AppendChild(note, head)

	body := block("div", "class", "note-body")
	for n := range children(item) {
		if n != first {
			body.AppendChild(body, n)
		}
	}
	if by := body.LastChild(); by != nil {
		set(by, "class", "by")
	}
	note.AppendChild(note, body)
	again := block("div", "class", "note-body", "hidden", "")
	again.mirrors = body
	item.AppendChild(item, again)
	return note
}

// placeNotes puts each note after the paragraph that has its mark.
func placeNotes(body *element, notes map[int]*element) {
	for n := range children(body) {
		after := n
		if next := n.NextSibling(); next != nil && isMadeLabels(next) {
			after = next
		}
		ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
			e, ok := c.(*element)
			if !ok || !entering || e.get("class") != "note-ref" {
				return ast.WalkContinue, nil
			}
			number := noteOf(e.get("href"))
			if note := notes[number]; note != nil {
				body.InsertAfter(body, after, note)
				breakBlock(n)
				after = note
				delete(notes, number)
			}
			return ast.WalkSkipChildren, nil
		})
	}
}

// breakBlock ends a paragraph with a line break, which is not seen: beside its note
// it floats, and a browser would copy what follows as if it went on.
func breakBlock(n ast.Node) {
	if _, ok := n.(*ast.Paragraph); !ok {
		return
	}
	if e, ok := n.LastChild().(*element); !ok || e.tag != "br" {
		n.AppendChild(n, inline("br"))
	}
}

// isMadeLabels reports whether a block of the text has become labels.
func isMadeLabels(n ast.Node) bool {
	e, ok := n.(*element)
	return ok && e.get("class") == "themes"
}
