package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"jianzhu/generator/report"
)

// Frame is the page that shows a report in other sites: all of it, or the part
// that the fragment of its address names, which style sheets alone tell (see
// static/css/embed.css). It says what the report's page says of the text itself,
// under the same ids: the text, what explains it, its notes and collation. It is cut
// out of html, the report's page as HTML returns it, and rendered no second time.
// Another page has no frame.
func (p Page) Frame(html []byte) (frame Page, ok bool) {
	if p.FramePath() == "" {
		return Page{}, false
	}
	_, body, _ := bytes.Cut(html, []byte("\n---\n\n"))
	text, apparatus, _ := bytes.Cut(body, []byte(apparatusStart))
	parts := apparatusParts(apparatus)
	out := append(frameText(text, above(p.Report)), apparatusStart...)
	for _, id := range []string{termsID, notesID, collationID} {
		out = append(out, parts[id]...)
	}
	out = append(out, "</div>\n"...)

	front := embedFront(p.Front.Title, p.Path)
	front.Params.Slug, front.Params.Script = p.Front.Params.Slug, p.Front.Params.Script
	if n := len(p.Report.Paragraphs); n > 0 {
		lines := p.Report.Paragraphs[n-1].SourceLines()
		front.Params.From, front.Params.To = p.Report.Paragraphs[0].Line, lines[len(lines)-1]
	}
	front.Own = append(front.Own, withOEmbed)
	path := embedPath(p.Path)
	return Page{Path: path, Front: front, made: leadOut(out, addressLink(path, p.Path)), of: p.Path}, true
}

// FramePath is the path of the page's frame in build/html, or "": it has none.
func (p Page) FramePath() string {
	if p.Report == nil || p.Front.Type != "report" {
		return ""
	}
	return strings.TrimSuffix(embedPath(p.Path), ".md") + ".html"
}

// frameText is the text of a report's page without labels, for what they lead to is on
// that page alone; paragraphs that are not of the section in which they stand
// say so, and so do their notes.
func frameText(html []byte, above map[string]int) []byte {
	out := make([]byte, 0, 2*len(html))
	mark := ""
	for line := range bytes.Lines(html) {
		switch {
		case bytes.HasPrefix(line, []byte(labelsStart)):
			continue
		case bytes.HasPrefix(line, []byte("<p ")):
			_, id, _ := bytes.Cut(line, []byte(` id="`))
			id, _, _ = bytes.Cut(id, []byte(`"`))
			if n, ok := above[string(id)]; ok {
				mark = fmt.Sprintf(` data-above="%d"`, n)
				out, line = append(append(out, "<p"...), mark...), line[len("<p"):]
			} else if bytes.HasPrefix(id, []byte("L")) {
				mark = ""
			}
		case bytes.HasPrefix(line, []byte("<section")):
			mark = ""
		case mark != "" && bytes.HasPrefix(line, []byte(noteStart)):
			out, line = append(append(out, "<div"...), mark...), line[len("<div"):]
		}
		out = append(out, line...)
	}
	return out
}

// above tells of paragraphs, by id, that a heading stands over them and they are not
// of its section but of one so many above it; 0 where only the lead before them
// is not theirs. A paragraph that closes a part of a report stands
// so, for HTML knows no end of a section but the next.
func above(r *report.Report) map[string]int {
	all := map[string]int{}
	type section struct {
		id    string
		level int
	}
	open := []section{{"", 0}}
	lead := ""
	entries := r.Outline
	for _, p := range r.Paragraphs {
		lines := p.SourceLines()
		for len(entries) > 0 && entries[0].Line <= lines[len(lines)-1] {
			e := entries[0]
			entries = entries[1:]
			if i, _ := r.ParagraphAt(e.Line, e.Column); !e.Opens() || r.Paragraphs[i].Start(0) != p.Start(0) {
				continue
			}
			if !isHeading(e) {
				lead = e.ID
				continue
			}
			level := min(e.Level, deepestHeading)
			for open[len(open)-1].level >= level {
				open = open[:len(open)-1]
			}
			open, lead = append(open, section{e.ID, level}), ""
		}
		n := 0
		for n < len(open)-1 && !isWithin(p.Section, open[len(open)-1-n].id) {
			n++
		}
		if n > 0 || lead != "" && !isWithin(p.Section, lead) {
			all[lineID(p.Line)] = n
		}
	}
	return all
}

// isWithin reports whether a section is another, or in it; every one is in "".
func isWithin(section, other string) bool {
	return other == "" || section == other || strings.HasPrefix(section, other+"-")
}

// How what is cut at begins in a report's HTML. No text can hold it: there < is
// written &lt;.
const (
	apparatusStart = `<div class="apparatus">` + "\n"
	labelsStart    = `<p class="themes"`
	noteStart      = `<div class="note"`
	sectionStart   = `<section id="`
)

// apparatusParts are the sections of an apparatus, by id.
func apparatusParts(html []byte) map[string][]byte {
	html = bytes.TrimSuffix(bytes.TrimRight(html, "\n"), []byte("</div>"))
	parts := map[string][]byte{}
	end := len(html)
	for {
		at := bytes.LastIndex(html[:end], []byte(sectionStart))
		if at < 0 {
			return parts
		}
		name, _, _ := bytes.Cut(html[at+len(sectionStart):], []byte(`"`))
		if isApparatus(string(name)) { // else within one
			parts[string(name)] = html[at:len(html):len(html)]
			html = html[:at]
		}
		end = at
	}
}

// leadOut has what leads from a report's page lead there from its frame, a
// folder deeper: to places on the page, which stands at whole, as to others.
func leadOut(html []byte, whole string) []byte {
	root := strings.Repeat("../", strings.Count(whole, "../"))
	for _, attribute := range []string{` href="`, ` src="`} {
		out := make([]byte, 0, len(html)+len(html)/8)
		for {
			before, rest, found := bytes.Cut(html, []byte(attribute))
			out = append(out, before...)
			if !found {
				break
			}
			out, html = append(out, attribute...), rest
			to, _, _ := bytes.Cut(html, []byte(`"`))
			switch {
			case bytes.HasPrefix(to, []byte("../../")):
				out, html = append(out, root...), html[len("../../"):]
			case bytes.HasPrefix(to, []byte("../")):
				out, html = append(out, root+"reports/"...), html[len("../"):]
			case bytes.HasPrefix(to, []byte("#")) || local(string(to)) != nil:
				out = append(out, whole...)
			}
		}
		html = out
	}
	return html
}
