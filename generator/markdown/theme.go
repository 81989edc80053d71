package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/report"
)

const themePrefix = "#theme-"

// labels writes the paragraph of theme labels under a section's heading.
func (p *reportPage) labels(e report.Entry) string {
	var labels []string
	for _, l := range e.Themes {
		if t := p.w.themed[l.Theme]; t != nil {
			labels = append(labels, fmt.Sprintf("[%s](%s%s)", escape(t.Name), themePrefix, t.ID))
		}
	}
	if len(labels) == 0 {
		return ""
	}
	return strings.Join(labels, " ") + "\n\n"
}

// isThemes reports whether a block of the text is a paragraph of theme labels.
func isThemes(n ast.Node) bool {
	if _, ok := n.(*ast.Paragraph); !ok {
		return false
	}
	a, ok := n.FirstChild().(*ast.Link)
	return ok && strings.HasPrefix(string(a.Destination), themePrefix)
}

// transformLabels leads the labels to their themes' pages.
func transformLabels(n ast.Node) {
	for c := range children(n) {
		if a, ok := c.(*ast.Link); ok {
			id := strings.TrimPrefix(string(a.Destination), themePrefix)
			replace(a, inline("a", "href", "../../themes/"+id+".md"))
		}
	}
	replace(n, block("p", "class", "themes", "data-added", "", "lang", "zh-Hans"))
}

// mainThemes are the ids of the five themes that most of the report's sections
// have, most first.
func (p *reportPage) mainThemes() []string {
	sections := map[string]int{}
	for _, e := range p.r.Outline {
		for _, l := range e.Themes {
			sections[l.Theme]++
		}
	}
	var ids []string
	for _, t := range p.w.c.Themes.Themes {
		if sections[t.ID] > 0 {
			ids = append(ids, t.ID)
		}
	}
	slices.SortStableFunc(ids, func(a, b string) int { return sections[b] - sections[a] })
	return ids[:min(5, len(ids))]
}

// themesList writes 主题: the report's sections under each theme, and why.
func (p *reportPage) themesList() string {
	var b strings.Builder
	for _, t := range p.w.c.Themes.Themes {
		var sections []string
		for _, e := range p.r.Outline {
			for _, l := range e.Themes {
				if l.Theme == t.ID {
					sections = append(sections, escape(p.title(e))+" "+lineRef(e.Line)+reasons(l))
				}
			}
		}
		if len(sections) > 0 {
			fmt.Fprintf(&b, "- **[%s](../../themes/%s.md)** %s\n", escape(t.Name), t.ID, strings.Join(sections, "；"))
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return heading(1, "主题", themesID) + b.String() + "\n"
}

func reasons(l report.Label) string {
	if len(l.Why) == 0 {
		return ""
	}
	return "（" + escape(strings.Join(l.Why, "、")) + "）"
}

// transformThemes gives the entries of 主题 their ids. What follows a theme's
// name, titles and reasons, is the report's words.
func transformThemes(n ast.Node, script string) {
	list, ok := n.(*ast.List)
	if !ok {
		return
	}
	for item := range children(list) {
		words := item.FirstChild()
		if a := boldLink(words); a != nil {
			set(item, "id", "theme-"+pageID(a))
			if script == traditional {
				wrapRest(words, inline("span", "lang", script))
			}
		}
		transformLineRefs(item)
	}
}

// wrapRest puts what follows a block's first element into another.
func wrapRest(words ast.Node, in *element) {
	for n := words.FirstChild().NextSibling(); n != nil; n = words.FirstChild().NextSibling() {
		in.AppendChild(in, n)
	}
	words.AppendChild(words, in)
}
