package markdown

import (
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// Frame is the page that shows a report in other sites: all of it, or the part
// that the fragment of its address names, which style sheets alone tell (see
// static/css/embed.css). It says what the report's page says of the text itself,
// under the same ids: the text, its notes and collation; and in short, a term a line, what
// explains it, for each term leads to its page. Another page has no frame.
func (p Page) Frame() (frame Page, ok bool) {
	if p.FramePath() == "" {
		return Page{}, false
	}
	params := EmbedParams{Slug: p.Report.Slug, Script: p.Report.Script}
	if n := len(p.Report.Paragraphs); n > 0 {
		lines := p.Report.Paragraphs[n-1].SourceLines()
		params.From, params.To = p.Report.Paragraphs[0].Line, lines[len(lines)-1]
	}
	front := embedFront(p.Front.Title, p.Path, params)
	front.Outputs = []string{"html", "oembed"}
	return Page{Path: embedPath(p.Path), Front: front, of: p.Path, Body: func() page.Body {
		body := p.tree()
		text, apparatus := body[0].(page.Part), body[1].(page.Part)
		text.Body = frameText(text.Body, above(p.Report))
		apparatus.Body = inShort(sectionsOf(apparatus.Body, termsPart, notesPart, collationPart), linesOfTerms(p.Report), linksOf(text.Body), p.glosses)
		return page.Body{text, apparatus}
	}}, true
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
func frameText(body page.Body, above map[int]int) (text page.Body) {
	mark := ""
	for _, b := range body {
		switch b := b.(type) {
		case page.Heading:
			mark = ""
		case page.Paragraph:
			if b.Added {
				continue // labels
			}
			if b.Line > 0 {
				mark = ""
				if n, ok := above[b.Line]; ok {
					mark = strconv.Itoa(n)
				}
				b.Above = mark
			}
			text = append(text, b)
			continue
		case page.Aside:
			b.Above = mark
			text = append(text, b)
			continue
		}
		text = append(text, b)
	}
	return text
}

// sectionsOf are some sections of an apparatus.
func sectionsOf(body page.Body, parts ...apparatusPart) (some page.Body) {
	in := false
	for _, b := range body {
		if h, ok := b.(page.Heading); ok && h.Level == 1 {
			in = slices.ContainsFunc(parts, func(p apparatusPart) bool { return p.ID == h.ID })
		}
		if in {
			some = append(some, b)
		}
	}
	return some
}

// linesOfTerms are the lines that have each term, by the id of its entry. The first in a
// section alone is linked there, so a part does not tell by its links what it has.
func linesOfTerms(r *report.Report) map[string][]int {
	lines := map[string][]int{}
	for _, o := range r.Terms {
		id := termEntry(o.Term)
		if of := lines[id]; len(of) == 0 || of[len(of)-1] != o.Line {
			lines[id] = append(of, o.Line)
		}
	}
	return lines
}

// leads is a link from a paragraph, by its line, to a file.
type leads struct {
	line int
	to   string
}

// linksOf are the links of a text's paragraphs.
func linksOf(text page.Body) map[leads]bool {
	links := map[leads]bool{}
	for _, b := range text {
		p, _ := b.(page.Paragraph)
		for _, in := range p.Words {
			if q, ok := in.(page.Passage); ok && p.Line > 0 {
				for _, link := range q.Links {
					links[leads{p.Line, link.To}] = true
				}
			}
		}
	}
	return links
}

// inShort is an apparatus whose terms say in a word what they mean, and not where they
// stand, for most of that is not shown; scripts know it by the links of the text, and where
// it has none by the lines.
func inShort(body page.Body, lines map[string][]int, linked map[leads]bool, glosses map[string]string) page.Body {
	short := slices.Clone(body)
	for i, b := range short {
		folded, ok := b.(page.Folded)
		if !ok {
			continue
		}
		folded.Body = slices.Clone(folded.Body)
		for j, in := range folded.Body {
			list, ok := in.(page.List)
			if !ok {
				continue
			}
			list.Items = slices.Clone(list.Items)
			for k, entry := range list.Items {
				list.Items[k] = shortEntry(entry, glosses[entry.ID])
				name, _ := entry.Words[0].(page.EntryName)
				list.Items[k].Lines = slices.DeleteFunc(lines[entry.ID], func(line int) bool { return linked[leads{line, name.Page}] })
			}
			folded.Body[j] = list
		}
		short[i] = folded
	}
	return short
}

// shortEntry is the entry of a term with its gloss in place of its definition, or with
// that where there is none: for several meanings a gloss would not tell which one holds. What
// is all that it says stands behind the name. It has no id: a frame is of the text, whose
// links to terms have the numbers of their entries.
func shortEntry(entry page.Item, gloss string) page.Item {
	entry.ID = ""
	if name, ok := entry.Words[0].(page.EntryName); ok {
		name.Pinyin = ""
		entry.Words = words(name)
	}
	said := slices.DeleteFunc(slices.Clone(entry.Items), func(i page.Item) bool { return i.Class == "seen" })
	for i := range said {
		if said[i].Class == "gloss" && gloss != "" {
			said[i].Words = words(page.Text(entrySays), page.Text(gloss))
		}
	}
	if len(said) == 1 && said[0].Class == "gloss" {
		entry.Block, entry.Words, said = "", append(append(entry.Words, page.Text(" ")), said[0].Words...), nil
	}
	entry.Items = said
	return entry
}

// above tells of paragraphs, by line, that a heading stands over them and they are not
// of its section but of one so many above it; 0 where only the lead before them
// is not theirs. A paragraph that closes a part of a report stands
// so, for HTML knows no end of a section but the next.
func above(r *report.Report) map[int]int {
	all := map[int]int{}
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
			level := min(e.Level, page.DeepestHeading)
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
			all[p.Line] = n
		}
	}
	return all
}

// isWithin reports whether a section is another, or in it; every one is in "".
func isWithin(section, other string) bool {
	return other == "" || section == other || strings.HasPrefix(section, other+"-")
}
