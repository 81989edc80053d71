package report

import (
	"bytes"
	"strings"

	"jianzhu/generator/tongue"
)

// format is a kind of file that is no plain text.
type format struct {
	is   string // as in: this is …
	hint string // how its text becomes plain text, wherever one works
}

// formatOf tells what other kind of file a text is, by what its kind begins with
// or must hold; is is "" for plain text and for what is not known. A name says
// nothing: what was saved as something else is often renamed.
func formatOf(text []byte) format {
	text = bytes.TrimPrefix(text, []byte(bom))
	for _, f := range formats {
		if bytes.HasPrefix(text, []byte(f.begins)) {
			if f.of != nil {
				return f.of(text)
			}
			return f.format
		}
	}
	begin := strings.ToLower(uncommented(string(text[:min(len(text), sampled)])))
	for _, tag := range pageTags {
		if strings.HasPrefix(begin, tag) {
			return webPage
		}
	}
	if strings.HasPrefix(begin, "mime-version:") || strings.Contains(begin, "\ncontent-type: multipart/related") {
		return archived
	}
	return format{}
}

// uncommented is a text from behind the comments that it begins with, which pages
// have and Markdown too.
func uncommented(text string) string {
	for {
		text = strings.TrimLeft(text, " \t\r\n")
		rest, ok := strings.CutPrefix(text, "<!--")
		_, after, ends := strings.Cut(rest, "-->")
		if !ok || !ends {
			return text
		}
		text = after
	}
}

const (
	asText  = ", and save that in Notepad or another editor of plain text as report.txt, with the encoding UTF-8"
	byAdd   = "take it out of the project and bring it in with jianzhu add, as report"
	asWords = "open it in Word or WPS, select and copy all" + asText
	asPage  = "open it in a browser, select and copy the report's text" + asText
	unpack  = "unpack it; where one of its files is the report's text, that becomes report.txt"
)

var (
	webPage  = format{"a web page", byAdd + ".html; or " + asPage}
	archived = format{"a web page", asPage}
	word     = format{"a Word document", asWords}
	packed   = format{"a Word document", byAdd + ".docx; or " + asWords}
	picture  = format{"a picture", "have its words recognised (OCR) and read over" + asText}
	portable = format{"a PDF", byAdd + ".pdf; or open it in a PDF reader, select and copy all" + asText + "; where nothing can be selected it is a scan: have its words recognised (OCR) and read over"}
)

// formats are the kinds that are known by their first bytes; those that several
// programs share are told apart by of.
var formats = []struct {
	begins string
	format
	of func(text []byte) format
}{
	{begins: "PK\x03\x04", of: inZip},
	{begins: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", of: inOLE},
	{begins: "%PDF", format: portable},
	{begins: `{\rtf`, format: format{"a document in RTF", asWords}},
	{begins: "<?xml", of: inXML},
	{begins: "\x89PNG", format: picture},
	{begins: "\xff\xd8\xff", format: picture},
	{begins: "GIF8", format: picture},
	{begins: "II*\x00", format: picture},
	{begins: "MM\x00*", format: picture},
	{begins: "RIFF", of: inRIFF},
	{begins: "Rar!\x1a\x07", format: format{"an archive (RAR)", unpack}},
	{begins: "7z\xbc\xaf\x27\x1c", format: format{"an archive (7z)", unpack}},
	{begins: "\x1f\x8b\x08", format: format{"an archive (gzip)", unpack}},
}

// pageTags are what a web page, or a part of one, begins with.
var pageTags = []string{"<!doctype", "<html", "<head", "<meta", "<title>", "<body", "<script", "<style", "<div", "<p>", "<p ", "<table", "<span", "<section", "<article"}

// inZip tells what is packed: names of files stand in an archive as they are.
func inZip(text []byte) format {
	holds := func(name string) bool { return bytes.Contains(text, []byte(name)) }
	switch {
	case holds("word/document"):
		return packed
	case holds("xl/workbook"):
		return format{tongue.Text("an Excel workbook"), asWords}
	case holds("ppt/presentation"):
		return format{tongue.Text("a PowerPoint presentation"), asWords}
	case holds("vnd.oasis.opendocument"):
		return format{tongue.Text("an OpenDocument file"), asWords}
	case holds("OFD.xml"):
		return format{tongue.Text("an OFD document"), tongue.Text("open it in an OFD reader, select and copy all") + tongue.Text(asText)}
	}
	return format{tongue.Text("an archive (ZIP)"), unpack}
}

// inOLE tells which of the older programs made a file: it names its parts in UTF-16.
func inOLE(text []byte) format {
	holds := func(name string) bool {
		wide := strings.Join(strings.Split(name, ""), "\x00")
		return bytes.Contains(text, []byte(wide))
	}
	switch {
	case holds("Workbook"):
		return format{tongue.Text("an Excel workbook"), asWords}
	case holds("PowerPoint"):
		return format{tongue.Text("a PowerPoint presentation"), asWords}
	}
	return word
}

func inXML(text []byte) format {
	begin := text[:min(len(text), sampled)]
	switch {
	case bytes.Contains(begin, []byte("<html")):
		return webPage
	case bytes.Contains(begin, []byte("Word.Document")), bytes.Contains(begin, []byte("w:document")):
		return word
	}
	return format{"XML", tongue.Text("open it in the program that it is for, select and copy all") + tongue.Text(asText)}
}

func inRIFF(text []byte) format {
	if len(text) > 12 && string(text[8:12]) == "WEBP" {
		return picture
	}
	return format{}
}

// mostTags is how many ends of elements a text may have that no web page is.
const mostTags = 4

// tagged counts what ends a paragraph, a cell or the like in a web page. A line
// break (<br>) alone may have been left behind by a converter: it is known as such.
func tagged(text string) (count, line int) {
	if !strings.Contains(text, "</") {
		return 0, 0
	}
	number := 0
	for full := range strings.Lines(text) {
		number++
		for _, end := range []string{"</p>", "</div>", "</td>", "</span>", "</li>", "</P>", "</DIV>", "</TD>", "</SPAN>", "</LI>"} {
			if n := strings.Count(full, end); n > 0 {
				if count == 0 {
					line = number
				}
				count += n
			}
		}
	}
	return count, line
}
