// Package intake takes texts in from the files that people have: plain text in the
// encodings in use for Chinese, HTML, Word, PDF and Markdown. What comes of a file
// are lines as report.txt has them, with what the file says of itself and what its
// format could not give. It takes nothing away that may be of the report: page
// furniture, running heads and lines wrapped at a width are left to package report,
// which knows them, and lists them.
package intake

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"jianzhu/generator/tongue"
)

// Text is what a file says.
type Text struct {
	Lines  string // UTF-8, each line ending in LF
	Format string // of the file, in words: Word, PDF, text in GB18030
	Exact  bool   // the file itself can be report.txt
	Facts  []Fact // that the file states of the report, most to the point first
	Lost   []string
}

// Fact is something that a file states of the report in it, outside its lines.
type Fact struct {
	Key   string // title, url, publisher or published
	Value string
	From  string // where it stands: <title>, front matter
}

// What is read of a file. A report of 200 pages is far below each.
const (
	MaxFile  = 64 << 20  // bytes of a file
	maxInner = 128 << 20 // bytes of what is packed in it
	maxDepth = 500       // elements within elements
	maxLine  = 16 << 20  // bytes of a line
	maxPages = 5000
)

// ErrFormat is wrapped by errors that say that a file is nothing that is read.
var ErrFormat = tongue.New("not a format that is read")

// Read reads a file by what it is; its name counts for formats that are plain text.
// Errors say what the file is and what to do.
func Read(name string, file []byte) (text Text, err error) {
	defer func() {
		if fault := recover(); fault != nil { // a reader of a format met what it did not think of
			text, err = Text{}, tongue.Errorf("%s: the file is damaged: %v", name, fault)
		}
	}()
	if len(file) > MaxFile {
		return Text{}, tongue.Errorf("%s: larger than %d MB", name, MaxFile>>20)
	}
	read := readerOf(name, file)
	if read == nil {
		return Text{}, fmt.Errorf("%s: %w: %s", name, ErrFormat, foreign(name, file))
	}
	if text, err = read(file); err != nil {
		return Text{}, fmt.Errorf("%s: %w", name, err)
	}
	text.Lines = clean(text.Lines)
	if strings.TrimSpace(text.Lines) == "" {
		return Text{}, tongue.Errorf("%s: no text in it", name)
	}
	for line := range strings.Lines(text.Lines) {
		if len(line) > maxLine {
			return Text{}, tongue.Errorf("%s: a line is longer than %d MB", name, maxLine>>20)
		}
	}
	return text, nil
}

type reader func(file []byte) (Text, error)

func readerOf(name string, file []byte) reader {
	begins := func(s string) bool { return bytes.HasPrefix(file, []byte(s)) }
	switch {
	case begins("PK\x03\x04"):
		if isWord(file) {
			return readWord
		}
		return nil
	case begins("%PDF-"):
		return readPDF
	case isBinary(file):
		return nil
	case isHTML(file):
		return readHTML
	case strings.EqualFold(path.Ext(name), ".md"), strings.EqualFold(path.Ext(name), ".markdown"):
		return readMarkdown
	}
	return readText
}

// foreign says what a file is that is not read, and what to do.
func foreign(name string, file []byte) string {
	begins := func(s string) bool { return bytes.HasPrefix(file, []byte(s)) }
	saveAs := tongue.Text("open it and save it as .docx, .pdf or text")
	switch {
	case begins("\xd0\xcf\x11\xe0"):
		return tongue.Sprintf("a document of old Word or WPS (.doc, .wps); %s", saveAs)
	case begins("{\\rtf"):
		return tongue.Sprintf("a document in RTF; %s", saveAs)
	case begins("PK\x03\x04") && bytes.Contains(file[:min(len(file), 200)], []byte("opendocument.text")):
		return tongue.Sprintf("an OpenDocument text; %s", saveAs)
	case begins("PK\x03\x04"):
		return tongue.Sprintf("an archive or a document of another office program; unpack it, or %s", saveAs)
	case begins("\xff\xd8\xff"), begins("\x89PNG"), begins("GIF8"), begins("II*\x00"), begins("MM\x00*"):
		return tongue.Text("a picture; it needs text recognition first")
	}
	return tongue.Sprintf("no text in an encoding that is known; %s", saveAs)
}

// clean makes the lines those of report.txt: LF ends them, the last one too, and
// no white space stands behind them.
func clean(lines string) string {
	lines = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(lines)
	var b strings.Builder
	b.Grow(len(lines) + 1)
	blank := 0
	for line := range strings.Lines(lines) {
		line = strings.TrimRight(line, " \t\n\u00a0\u3000")
		if line == "" {
			blank++
			continue
		}
		if blank > 0 && b.Len() > 0 {
			b.WriteByte('\n')
		}
		blank = 0
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// isBinary reports whether a file begins as formats do that are not read.
func isBinary(file []byte) bool {
	for _, sign := range []string{"\xd0\xcf\x11\xe0", "{\\rtf", "\xff\xd8\xff", "\x89PNG", "GIF8", "II*\x00", "MM\x00*"} {
		if bytes.HasPrefix(file, []byte(sign)) {
			return true
		}
	}
	return false
}
