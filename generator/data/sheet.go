package data

import (
	"bytes"
	"encoding/csv"
	"io"
	"iter"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/report"
)

// Sheet is a table of the download: a CSV file.
type Sheet struct {
	File, Title, About string
	Columns            []Column

	cells []int // of each column, the field
	runs  func(from *collected) iter.Seq[run]
}

// bom tells Excel that a CSV file is in UTF-8; it takes one without for the
// encoding of its Windows. What reads CSV otherwise passes over it, or is told to
// (utf-8-sig).
const bom = "\uFEFF"

// csv is the sheet after RFC 4180, with the names of the columns first.
func (s Sheet) csv(from *collected) []byte {
	var b bytes.Buffer
	p := s.printer(&b)
	for r := range s.runs(from) {
		r.rows(p.print)
	}
	return b.Bytes()
}

// printer prints rows of a sheet, each in one Write to what takes all.
type printer struct {
	to     io.Writer
	cells  []int
	isText []bool
	row    []string
	line   *bytes.Buffer
	csv    *csv.Writer // to line
}

// printer begins with the names of the columns.
func (s Sheet) printer(to io.Writer) *printer {
	p := &printer{to: to, cells: s.cells, line: bytes.NewBufferString(bom)}
	p.csv = csv.NewWriter(p.line)
	p.csv.UseCRLF = true
	for _, c := range s.Columns {
		p.row = append(p.row, c.Name)
		p.isText = append(p.isText, c.Datatype == "string" && c.Name != "value") // a number may be negative
	}
	p.put()
	return p
}

func (p *printer) print(of *cells) {
	fields := reflect.ValueOf(of).Elem()
	for n, cell := range p.cells {
		p.row[n] = fields.Field(cell).String()
		if p.isText[n] {
			p.row[n] = text(p.row[n])
		}
	}
	p.put()
}

func (p *printer) put() {
	p.csv.Write(p.row)
	p.csv.Flush()
	p.to.Write(p.line.Bytes())
	p.line.Reset()
}

// text is words for a spreadsheet, as displayed. What a program would take for a
// formula gets an apostrophe, by which it is text.
func text(words string) string {
	words = report.DisplayString(words)
	if first, _ := utf8.DecodeRuneInString(words); words != "" && strings.ContainsRune("=+-@＝＋－＠\t\r", first) {
		return "'" + words
	}
	return words
}

// decimal writes a number in full, or nothing.
func decimal(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}

func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
