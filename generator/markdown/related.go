package markdown

import (
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/report"
)

const relatedPrefix = "#related-"

// relatedLabel writes the label that leads from a section to its entry of 相关章节.
func relatedLabel(e report.Entry) string {
	return fmt.Sprintf("[相关%d节](%s%s)", len(e.Related), relatedPrefix, e.ID)
}

// relatedList writes 相关章节: for each section those of other reports that have
// much in common with it, and what.
func (p *reportPage) relatedList() string {
	var b strings.Builder
	for _, e := range p.r.Outline {
		if len(e.Related) == 0 {
			continue
		}
		fmt.Fprintf(&b, "- **%s** %s\n", sectionTitle(p.r, e), lineRef(e.Line))
		for _, x := range e.Related {
			other := p.w.slugs[x.Report]
			fmt.Fprintf(&b, "  - [%s](%s#%s)，%s（%s）\n", sectionTitle(other, *other.Entry(x.Section)),
				p.to(reportPath(other.Slug)), lineID(x.Line), escape(other.Meta.Title), p.w.shared(x))
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return heading(1, "相关章节", relatedID) + b.String() + "\n"
}

// shared names what two sections have in common.
func (w *writer) shared(x report.Related) string {
	var terms, themes []string
	for _, id := range x.Terms {
		terms = append(terms, escape(w.terms[id].Term))
	}
	for _, id := range x.Themes {
		themes = append(themes, escape(w.themed[id].Name))
	}
	shared := "同见：" + strings.Join(terms, "、")
	if len(themes) > 0 {
		shared += "；主题：" + strings.Join(themes, "，")
	}
	return shared
}

// sectionTitle is a section's title as displayed, without the 。 that may close it.
func sectionTitle(r *report.Report, e report.Entry) string {
	return strings.TrimRight(escape(r.Heading(e)), "。")
}

// traditionalRelatives are the slugs of the reports in Traditional characters
// of which 相关章节 has sections, or 承诺与回顾 lines.
func (p *reportPage) traditionalRelatives() (slugs []string) {
	for _, e := range p.r.Outline {
		for _, x := range e.Related {
			if p.w.slugs[x.Report].Script == traditional && !slices.Contains(slugs, x.Report) {
				slugs = append(slugs, x.Report)
			}
		}
	}
	for _, x := range p.w.promises[p.r] {
		for _, other := range []*report.Report{x.Earlier.Report, x.Later.Report} {
			if other != p.r && other.Script == traditional && !slices.Contains(slugs, other.Slug) {
				slugs = append(slugs, other.Slug)
			}
		}
	}
	slices.Sort(slugs)
	return slugs
}

// transformRelated gives the entries of 相关章节 their ids, which are those of
// their sections, and marks what is in Traditional characters.
func transformRelated(n ast.Node, params Params) {
	list, ok := n.(*ast.List)
	if !ok {
		return
	}
	set(list, "class", "related")
	for item := range children(list) {
		title := item.FirstChild()
		if a, ok := title.LastChild().(*ast.Link); ok {
			line := lineOf(a.Destination)
			if i := slices.IndexFunc(params.Outline, func(h Heading) bool { return h.Line == line }); i >= 0 {
				set(item, "id", strings.TrimPrefix(relatedPrefix, "#")+params.Outline[i].ID)
			}
		}
		if params.Script == traditional {
			replace(title.FirstChild(), inline("strong", "lang", traditional))
		}
		transformLineRefs(item)
		transformRelatives(item, params.Traditional)
	}
}

// transformRelatives marks the links that lead to reports in Traditional characters.
func transformRelatives(n ast.Node, slugs []string) {
	for c := range children(n) {
		transformRelatives(c, slugs)
		a, ok := c.(*ast.Link)
		if !ok {
			continue
		}
		if u, err := url.Parse(string(a.Destination)); err == nil && slices.Contains(slugs, path.Base(path.Dir(u.Path))) {
			replace(a, inline("a", "href", string(a.Destination), "lang", traditional))
		}
	}
}
