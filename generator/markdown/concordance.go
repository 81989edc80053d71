package markdown

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

const (
	usesID     = "uses"
	usesPrefix = "in" // of the ids of what it quotes of a report; in2 of its second meaning there
)

// concordance writes the occurrences of a term in their sentences: by meaning
// where it has several, by report, and by the report's sections.
func concordance(t glossary.Term, uses []annotate.Use, meanings []meaning) string {
	var b strings.Builder
	b.WriteString(heading(1, "用例", usesID))
	if len(uses) == 0 {
		return b.String() + "所收报告中未见。\n"
	}
	quoted := 0
	for _, m := range meanings {
		quoted += len(m.quoted)
	}
	b.WriteString(counted(uses) + partly(quoted, len(uses), "处"))
	fmt.Fprintf(&b, "在全文里[检索](../search.md?q=%s)，可以按地区和年份筛选。\n\n", url.QueryEscape(unquoted(t.Term)))
	for n, m := range meanings {
		level, prefix := 2, usesPrefix
		if m.name != "" {
			b.WriteString(heading(2, m.name, usesID+"-"+m.id) + escape(m.definition) + counted(m.uses) + "\n\n")
			level, prefix = 3, usesPrefix+strconv.Itoa(n+1)
		}
		for uses := range byReport(m.quoted, reportOfUse) {
			b.WriteString(reportHeading(level, uses[0].Report, prefix) + quotations(uses) + "\n")
		}
	}
	return b.String()
}

// unquoted is a term as it is searched for: quote marks would have it found
// only where they stand.
func unquoted(term string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("“”‘’「」『』\"", r) {
			return -1
		}
		return r
	}, term)
}

// counted says how many uses there are.
func counted(uses []annotate.Use) string {
	return fmt.Sprintf("共%d处，见于%d篇。", len(uses), len(quotedReports(nil, uses)))
}

// quotations writes the uses of one report, those of a section under its title.
func quotations(uses []annotate.Use) string {
	var b strings.Builder
	for i, u := range uses {
		if i == 0 || u.Section != uses[i-1].Section {
			b.WriteString("- " + sectionLink(u) + "\n")
		}
		before, form := []rune(u.Before), []rune(report.DisplayString(u.Occurrence.Surface))
		l := line{shown: slices.Concat(before, form, []rune(u.After))}
		l.bold = []span{{len(before), len(before) + len(form)}}
		fmt.Fprintf(&b, "  - %s %s\n", l.markdown(0, len(l.shown), true), lineOfReport(u.Report, u.Occurrence.Line))
	}
	return b.String()
}

// sectionLink leads to the section of a use by its title.
func sectionLink(u annotate.Use) string {
	if u.Section == nil {
		return "篇首"
	}
	return fmt.Sprintf("[%s](../reports/%s/index.md#%s)", sectionTitle(u.Report, *u.Section), u.Report.Slug, u.Section.ID)
}

// transformConcordance marks what the views of the concordance need: the titles
// of sections, the year of each report, and of each use what stands before its
// form and after. It puts the choice of views before them: two pairs of radio
// buttons that work by style alone, and one that static/js/concordance.js shows.
func transformConcordance(doc ast.Node, years map[string]int) {
	slug, uses := "", 0
	var opening ast.Node
	for n := range children(doc) {
		switch n := n.(type) {
		case *ast.Heading:
			if id(n) == usesID {
				opening = n.NextSibling()
			}
			slug = slugOf(id(n), usesPrefix)
		case *ast.List:
			if slug == "" {
				continue
			}
			if year := years[slug]; year > 0 {
				set(n, "data-year", strconv.Itoa(year))
			}
			for section := range children(n) {
				replace(section.FirstChild(), block("p", "class", "where"))
				for use := range children(section.LastChild()) {
					transformUse(use.FirstChild())
					uses++
				}
			}
		}
	}
	if uses > 1 {
		doc.InsertAfter(doc, opening, views())
	}
}

// views are the ways to look at the uses.
func views() *element {
	all := block("div", "class", "views", "data-added", "")
	choice := func(legend, name string, values ...string) {
		set := block("fieldset")
		title := inline("legend")
		title.AppendChild(title, ast.NewString([]byte(legend)))
		set.AppendChild(set, title)
		for i := 0; i < len(values); i += 2 {
			label, button := inline("label"), inline("input", "type", "radio", "name", name, "value", values[i])
			if i == 0 {
				button.attrs = append(button.attrs, "checked", "")
			}
			if values[i] == "year" {
				label.attrs = append(label.attrs, "hidden", "")
			}
			label.AppendChild(label, button)
			label.AppendChild(label, ast.NewString([]byte(" "+values[i+1])))
			set.AppendChild(set, label)
		}
		all.AppendChild(all, set)
	}
	choice("显示", "view", "sentences", "整句", "kwic", "对齐")
	choice("分组", "group", "report", "报告", "section", "章节", "year", "年份")
	return all
}

// transformUse parts a use at its form. Where the form could not be set in bold,
// the sentence stays whole.
func transformUse(words ast.Node) {
	var form *ast.Emphasis
	for c := range children(words) {
		if bold, ok := c.(*ast.Emphasis); ok && bold.Level == 2 && form == nil {
			form = bold
		}
	}
	line := words.LastChild()
	if form == nil || line == ast.Node(form) {
		return
	}
	before, after := inline("span", "class", "before"), inline("span", "class", "after")
	words.InsertBefore(words, words.FirstChild(), before)
	words.InsertAfter(words, form, after)
	part := before
	for n := range children(words) {
		switch n {
		case before, after:
		case ast.Node(form):
			part = after
		case line:
		default:
			part.AppendChild(part, n)
		}
	}
}
