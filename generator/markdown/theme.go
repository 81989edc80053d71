package markdown

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/report"
)

const themePrefix = "#theme-"

// themePath is a theme's page, from the site's root.
func themePath(id string) string { return "themes/" + id + ".md" }

// labels writes the paragraph of labels under a section's heading: its themes,
// and how many sections of other reports are related to it.
func (p *reportPage) labels(e report.Entry) string {
	var labels []string
	for _, l := range e.Themes {
		if t := p.w.themed[l.Theme]; t != nil {
			labels = append(labels, fmt.Sprintf("[%s](%s%s)", escape(t.Name), themePrefix, t.ID))
		}
	}
	if len(e.Related) > 0 {
		labels = append(labels, relatedLabel(e))
	}
	if len(labels) == 0 {
		return ""
	}
	return strings.Join(labels, " ") + "\n\n"
}

// isLabels reports whether a block of the text is a paragraph of labels.
func isLabels(n ast.Node) bool {
	if _, ok := n.(*ast.Paragraph); !ok {
		return false
	}
	a, ok := n.FirstChild().(*ast.Link)
	return ok && (strings.HasPrefix(string(a.Destination), themePrefix) || strings.HasPrefix(string(a.Destination), relatedPrefix))
}

// transformLabels leads the labels of themes to their pages.
func transformLabels(n ast.Node) {
	for c := range children(n) {
		a, ok := c.(*ast.Link)
		if !ok {
			continue
		}
		if id, ok := strings.CutPrefix(string(a.Destination), themePrefix); ok {
			replace(a, inline("a", "href", themePath(id)))
		} else {
			replace(a, inline("a", "class", "to-related", "href", string(a.Destination)))
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
			fmt.Fprintf(&b, "- **[%s](%s)** %s\n", escape(t.Name), p.to(themePath(t.ID)), strings.Join(sections, "；"))
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
