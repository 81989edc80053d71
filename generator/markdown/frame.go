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
// under the same ids: the text, its notes and collation, and in short what explains it,
// for each term leads to its page. Another page has no frame.
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
		apparatus.Body = inShort(sectionsOf(apparatus.Body, termsPart, notesPart, collationPart), linesOfTerms(p.Report), p.glosses)
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

// inShort is an apparatus whose terms say in a word what they mean, and not where they
// stand, for most of that is not shown; scripts know it by the lines.
func inShort(body page.Body, lines map[string][]int, glosses map[string]string) page.Body {
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
				list.Items[k].Lines = lines[entry.ID]
			}
			folded.Body[j] = list
		}
		short[i] = folded
	}
	return short
}

// shortEntry is the entry of a term with its gloss in place of its definition, or with
// that where there is none: for several meanings a gloss would not tell which one holds.
func shortEntry(entry page.Item, gloss string) page.Item {
	if name, ok := entry.Words[0].(page.EntryName); ok {
		name.Pinyin = ""
		entry.Words = words(name)
	}
	said := entry.Items
	entry.Items = nil
	for _, item := range said {
		switch {
		case item.Class == "seen":
			continue
		case item.Class == "gloss" && gloss != "":
			item.Words = words(page.Text(entrySays), page.Text(gloss))
		}
		entry.Items = append(entry.Items, item)
	}
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
