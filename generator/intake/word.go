package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"jianzhu/generator/tongue"
)

// isWord reports whether an archive is a document of Word (ECMA-376).
func isWord(file []byte) bool {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	return err != nil && bytes.Contains(file[:min(len(file), 4096)], []byte("word/")) || err == nil && mainPart(archive) != ""
}

// mainPart is the part of a package with the document's text; "" where it is no
// document of Word.
func mainPart(archive *zip.Reader) string {
	for _, f := range archive.File {
		if ok, _ := path.Match("word/document*.xml", f.Name); ok {
			return f.Name
		}
	}
	return ""
}

// readWord reads paragraphs with the numbers that Word gives them, tables, and
// notes behind the text, with a mark for each in it.
func readWord(file []byte) (Text, error) {
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return Text{}, errors.New(tongue.Text("a damaged Word document: ") + err.Error())
	}
	w := &wordFile{notes: map[string]*node{}}
	parts := map[string]*node{}
	for _, name := range []string{mainPart(archive), "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml"} {
		if parts[name], err = w.part(archive, name); err != nil {
			return Text{}, tongue.Errorf("a damaged Word document: %s: %w", name, err)
		}
	}
	w.numbers = newNumbering(parts["word/numbering.xml"], parts["word/styles.xml"])
	w.note(parts["word/footnotes.xml"], "footnote")
	w.note(parts["word/endnotes.xml"], "endnote")
	body := parts[mainPart(archive)].child("body")
	if body == nil {
		return Text{}, tongue.New("a Word document without a body")
	}
	w.blocks(body)
	w.writeNotes()
	return Text{Lines: w.out.String(), Format: "Word", Facts: w.facts(parts["docProps/core.xml"]), Lost: w.lost()}, nil
}

// node is an element of a part, by its local name.
type node struct {
	name string
	attr map[string]string
	kids []*node
	text string
}

func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, kid := range n.kids {
		if kid.name == name {
			return kid
		}
	}
	return nil
}

// at follows names down, and is nil where one is lacking.
func (n *node) at(names ...string) *node {
	for _, name := range names {
		n = n.child(name)
	}
	return n
}

// val is the attribute that most elements have their value in.
func (n *node) val() string {
	if n == nil {
		return ""
	}
	return n.attr["val"]
}

// on reports whether an element that switches something on is there and does.
func (n *node) on() bool {
	return n != nil && n.val() != "0" && n.val() != "false" && n.val() != "none"
}

// wordFile is a document while it is read.
type wordFile struct {
	unpacked int64 // bytes so far
	numbers  *numbering
	notes    map[string]*node // by kind and id: footnote 3
	order    []*node          // those that the text has a mark for

	out                      bytes.Buffer
	line                     bytes.Buffer
	boxes                    []*node // text boxes of the paragraph at hand
	pictures, hidden, symbol int
}

func (w *wordFile) part(archive *zip.Reader, name string) (*node, error) {
	if name == "" {
		return nil, nil
	}
	f, err := archive.Open(name)
	if err != nil {
		return nil, nil // only the main part must be there, and is
	}
	defer f.Close()
	root := &node{}
	stack := []*node{root}
	limited := &io.LimitedReader{R: f, N: maxInner - w.unpacked}
	decoder := xml.NewDecoder(limited)
	for {
		token, err := decoder.Token()
		if limited.N <= 0 {
			return nil, tongue.Errorf("more than %d MB when unpacked", maxInner>>20)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(stack) > maxDepth {
				return nil, tongue.New("nested too deep")
			}
			n := &node{name: t.Name.Local}
			for _, a := range t.Attr {
				if n.attr == nil {
					n.attr = map[string]string{}
				}
				n.attr[a.Name.Local] = a.Value
			}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(top.kids) == 0 {
				top.text += string(t)
			}
		}
	}
	w.unpacked = maxInner - limited.N
	if len(root.kids) == 0 {
		return nil, tongue.New("it is empty")
	}
	return root.kids[0], nil
}

// blocks writes paragraphs and tables.
func (w *wordFile) blocks(n *node) {
	for _, kid := range n.kids {
		switch kid.name {
		case "p":
			w.paragraph(kid)
		case "tbl":
			w.table(kid)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "txbxContent":
			w.blocks(kid)
		}
	}
}

func (w *wordFile) paragraph(p *node) {
	w.line.Reset()
	w.line.WriteString(w.numbers.label(p.child("pPr")))
	w.runs(p)
	w.out.WriteString(strings.TrimLeft(w.line.String(), "\t"))
	w.out.WriteString("\n")
	boxes := w.boxes
	w.boxes = nil
	for _, box := range boxes {
		w.blocks(box)
	}
	w.out.WriteString("\n")
}

// runs writes the text in an element to the line.
func (w *wordFile) runs(n *node) {
	for _, kid := range n.kids {
		switch kid.name {
		case "t":
			w.line.WriteString(kid.text)
		case "tab":
			w.line.WriteByte('\t')
		case "br", "cr":
			w.line.WriteByte('\n')
		case "noBreakHyphen":
			w.line.WriteByte('-')
		case "sym":
			w.symbol++
			w.line.WriteRune('□') // of a font of its own: what it shows is not known
		case "footnoteReference":
			w.mark("footnote", kid.attr["id"])
		case "endnoteReference":
			w.mark("endnote", kid.attr["id"])
		case "drawing", "pict", "object":
			w.picture(kid)
		case "r":
			if kid.at("rPr", "vanish").on() {
				w.hidden++
				continue
			}
			w.runs(kid)
		case "AlternateContent": // the same thing for programs of different age
			if choice := kid.child("Choice"); choice != nil {
				w.runs(choice)
			} else if other := kid.child("Fallback"); other != nil {
				w.runs(other)
			}
		case "ruby":
			w.runs(kid.child("rubyBase"))
		case "del", "moveFrom", "pPr", "rPr", "instrText", "delText":
		default:
			w.runs(kid)
		}
	}
}

// picture takes the text boxes in a drawing; what else it shows is counted.
func (w *wordFile) picture(n *node) {
	box := false
	var find func(*node)
	find = func(n *node) {
		if n.name == "txbxContent" {
			box = true
			w.boxes = append(w.boxes, n)
			return
		}
		for _, kid := range n.kids {
			find(kid)
		}
	}
	find(n)
	if !box {
		w.pictures++
	}
}

// table writes rows with a tab between cells; one of a single cell is a box.
func (w *wordFile) table(t *node) {
	var grid [][]string
	wide := 0
	for _, tr := range t.kids {
		if tr.name != "tr" {
			continue
		}
		var row []string
		for _, tc := range tr.kids {
			if tc.name != "tc" {
				continue
			}
			text := ""
			if merge := tc.at("tcPr", "vMerge"); merge == nil || merge.val() == "restart" {
				text = w.cell(tc)
			}
			row = append(row, text)
			for range min(number(tc.at("tcPr", "gridSpan").val()), 100) - 1 {
				row = append(row, "")
			}
		}
		wide = max(wide, len(row))
		grid = append(grid, row)
	}
	if wide > 1 {
		w.out.WriteString("\n" + tabbed(grid) + "\n")
		return
	}
	for _, tr := range t.kids {
		for _, tc := range tr.kids {
			w.blocks(tc)
		}
	}
}

// cell is the text of a cell in one line.
func (w *wordFile) cell(tc *node) string {
	inner := &wordFile{numbers: w.numbers, notes: w.notes, order: w.order}
	inner.blocks(tc)
	w.order = inner.order
	w.pictures, w.hidden, w.symbol = w.pictures+inner.pictures, w.hidden+inner.hidden, w.symbol+inner.symbol
	return oneLine(inner.out.String())
}

// note keeps the notes of a part by their numbers.
func (w *wordFile) note(part *node, kind string) {
	if part == nil {
		return
	}
	for _, kid := range part.kids {
		if kid.name == kind && kid.attr["type"] == "" {
			w.notes[kind+" "+kid.attr["id"]] = kid
		}
	}
}

func (w *wordFile) mark(kind, id string) {
	if n := w.notes[kind+" "+id]; n != nil {
		w.order = append(w.order, n)
		fmt.Fprintf(&w.line, "[%d]", len(w.order))
	}
}

// writeNotes puts the notes behind the text, as reports print them.
func (w *wordFile) writeNotes() {
	for i := 0; i < len(w.order); i++ {
		fmt.Fprintf(&w.out, "[%d] %s\n", i+1, w.cell(w.order[i]))
	}
}

func (w *wordFile) facts(core *node) []Fact {
	if title := core.child("title"); title != nil && strings.TrimSpace(title.text) != "" {
		return []Fact{{"title", strings.TrimSpace(title.text), tongue.Text("properties of the document")}}
	}
	return nil
}

func (w *wordFile) lost() (lost []string) {
	for _, l := range []struct {
		count int
		what  string
	}{{w.pictures, "pictures"}, {w.hidden, tongue.Text("pieces of hidden text")}, {w.symbol, tongue.Text("signs of a symbol font, shown as □")}} {
		if l.count > 0 {
			lost = append(lost, strconv.Itoa(l.count)+" "+l.what)
		}
	}
	return lost
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // what is no number counts as none
	return n
}
