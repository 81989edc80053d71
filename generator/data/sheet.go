package data

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"io"
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
	rows  func(from *collected, add func(*cells))
}

// bom tells Excel that a CSV file is in UTF-8; it takes one without for the
// encoding of its Windows. What reads CSV otherwise passes over it, or is told to
// (utf-8-sig).
const bom = "\uFEFF"

// csv is the sheet after RFC 4180, with the names of the columns first.
func (s Sheet) csv(from *collected) ([]byte, error) {
	var b bytes.Buffer
	err := s.write(&b, from)
	return b.Bytes(), err
}

// write writes the sheet as it is made, each row by itself: some are longer than all
// texts.
func (s Sheet) write(to io.Writer, from *collected) error {
	line := bytes.NewBufferString(bom)
	w := csv.NewWriter(line)
	w.UseCRLF = true
	put := func(row []string) error {
		err := w.Write(row)
		w.Flush()
		if err = cmp.Or(err, w.Error()); err == nil {
			_, err = to.Write(line.Bytes())
		}
		line.Reset()
		return err
	}
	row, isText := make([]string, len(s.Columns)), make([]bool, len(s.Columns))
	for n, c := range s.Columns {
		row[n] = c.Name
		isText[n] = c.Datatype == "string" && c.Name != "value" // a number may be negative
	}
	err := put(row)
	s.rows(from, func(of *cells) {
		fields := reflect.ValueOf(of).Elem()
		for n, field := range s.cells {
			row[n] = fields.Field(field).String()
			if isText[n] {
				row[n] = text(row[n])
			}
		}
		if err == nil {
			err = put(row)
		}
	})
	return err
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
