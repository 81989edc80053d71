package markdown

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// termPath is a term's page, from the site's root.
func termPath(id string) string { return "glossary/" + id + ".md" }

// isTerm reports whether a link of the text explains a term.
func isTerm(a *ast.Link) bool {
	to := string(a.Destination)
	return strings.HasPrefix(to, "glossary/") && strings.HasSuffix(to, ".md")
}

// transformTerm marks a term of the text with the number of its entry, which is
// printed beside it. Its title is kept in Markdown only: in HTML the entry
// stands on the page.
func transformTerm(a *ast.Link, numbers map[string]string) {
	to := string(a.Destination)
	id := pageID(a)
	attrs := []string{"class", "term", "href", to, "data-term", id}
	if n := numbers[id]; n != "" {
		attrs = append(attrs, "data-n", n)
	}
	replace(a, inline("a", attrs...))
}

// pageID is the id of the term or theme to whose page a link leads.
func pageID(a *ast.Link) string {
	return strings.TrimSuffix(path.Base(string(a.Destination)), ".md")
}

// Openings of what an entry of 本文注释 says.
const (
	ownSays   = "本报告："
	entrySays = "词条："
	otherSays = "报告的解释："
	openSays  = "取义未定："
	checkSays = "释义待核"
	seenSays  = "见第"
)

// termsList writes 本文注释: every term of the report once, in the order in
// which they come, with what the report says of it, what the glossary says,
// and where it is.
func (p *reportPage) termsList() string {
	if len(p.order) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(heading(1, "本文注释", termsID))
	for n, id := range p.order {
		t := p.w.terms[id]
		marker := fmt.Sprintf("%d. ", n+1)
		indent := strings.Repeat(" ", len(marker)) + "- "
		fmt.Fprintf(&b, "%s**[%s](%s)**%s\n", marker, escape(t.Term), p.to(termPath(id)), pinyin(*t))
		for _, d := range p.r.Definitions {
			if d.ID == id {
				fmt.Fprintf(&b, "%s%s%s%s\n", indent, ownSays, escape(definition(d)), p.lineRef(d.Line))
			}
		}
		b.WriteString(p.saidElsewhere(t, indent))
		for _, m := range meant(t, p.uses[id]) {
			fmt.Fprintf(&b, "%s%s%s%s\n", indent, entrySays, escape(m.definition), inLines(m.uses))
		}
		if open := undecided(t, p.uses[id]); len(open) > 0 {
			fmt.Fprintf(&b, "%s%s第%s行\n", indent, openSays, lineRefs(open))
		}
		if t.Check {
			fmt.Fprintf(&b, "%s%s\n", indent, checkSays)
		}
		if uses := p.uses[id]; len(uses) > 0 {
			fmt.Fprintf(&b, "%s%s%s行\n", indent, seenSays, lineRefs(uses))
		}
	}
	b.WriteString("\n")
	return b.String()
}

// pinyin is how a term reads, after a space; nothing for one in Latin letters.
func pinyin(t glossary.Term) string {
	if t.Pinyin == "" || t.Pinyin == t.Term {
		return ""
	}
	return " " + escape(t.Pinyin)
}

// meantIn is a definition that holds in a report, with where it does, if it
// does not everywhere.
type meantIn struct {
	definition string
	uses       []report.Occurrence
}

// meant are the definitions of a term that hold for its occurrences in a report:
// where the context does not decide, all of them.
func meant(t *glossary.Term, uses []report.Occurrence) (all []meantIn) {
	of := map[string][]report.Occurrence{}
	for _, u := range uses {
		of[u.Sense] = append(of[u.Sense], u)
	}
	for _, s := range t.Senses {
		if len(of[s.ID]) > 0 || len(of[""]) > 0 {
			all = append(all, meantIn{definition: s.Definition})
			if len(of) > 1 {
				all[len(all)-1].uses = of[s.ID]
			}
		}
	}
	return all
}

// undecided are the occurrences of a term with several senses for which the
// context decides for none.
func undecided(t *glossary.Term, uses []report.Occurrence) []report.Occurrence {
	if len(t.Senses) < 2 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(uses), func(u report.Occurrence) bool { return u.Sense != "" })
}

// inLines says in which lines a definition holds.
func inLines(uses []report.Occurrence) string {
	if len(uses) == 0 {
		return ""
	}
	return "（第" + lineRefs(uses) + "行）"
}

// lineRefs are links to the lines of occurrences, each line once.
func lineRefs(uses []report.Occurrence) string {
	var refs []string
	last := 0
	for _, u := range uses {
		if u.Line != last {
			refs = append(refs, lineRef(u.Line))
			last = u.Line
		}
	}
	return strings.Join(refs, "、")
}

// definition is a definition of a report's own, as displayed, its paragraphs as one.
func definition(d report.Definition) string {
	var b strings.Builder
	for paragraph := range strings.Lines(d.Text) {
		b.WriteString(report.DisplayString(strings.TrimSuffix(paragraph, "\n")))
	}
	return b.String()
}

// termNumbers are the numbers of the entries of 本文注释, by id.
func termNumbers(apparatus *element) map[string]string {
	numbers := map[string]string{}
	section := ""
	for n := range children(apparatus) {
		if h, ok := n.(*ast.Heading); ok {
			section = id(h)
		}
		if list, ok := n.(*ast.List); ok && section == termsID {
			number := list.Start
			for item := range children(list) {
				if a := boldLink(item.FirstChild()); a != nil {
					numbers[pageID(a)] = strconv.Itoa(number)
				}
				number++
			}
		}
	}
	return numbers
}

// transformTerms gives the entries of 本文注释 their ids and classes.
func transformTerms(n ast.Node, source []byte, script string) {
	list, ok := n.(*ast.List)
	if !ok {
		return
	}
	set(list, "class", "terms")
	for item := range children(list) {
		name := item.FirstChild()
		a := boldLink(name)
		if a == nil {
			continue
		}
		set(item, "id", "term-"+pageID(a))
		replace(name, block("p"))
		name = item.FirstChild()
		transformPinyin(name, source)
		bold := name.FirstChild()
		name.ReplaceChild(name, bold, a)
		replace(a, inline("a", "class", "entry-name", "href", string(a.Destination)))

		for c := range children(item) {
			if sub, ok := c.(*ast.List); ok {
				for says := range children(sub) {
					transformSays(says, source, script)
				}
			}
		}
	}
}

// transformPinyin wraps what follows the name of an entry.
func transformPinyin(name ast.Node, source []byte) {
	first, ok := name.FirstChild().NextSibling().(*ast.Text)
	if !ok {
		return
	}
	first.Segment = first.Segment.TrimLeftSpace(source)
	span := inline("span", "class", "pinyin", "lang", "zh-Latn-pinyin")
	wrapRest(name, span)
	name.InsertBefore(name, span, ast.NewString([]byte(" ")))
}

func transformSays(item ast.Node, source []byte, script string) {
	switch says := textOf(item, source); {
	case strings.HasPrefix(says, ownSays), strings.Contains(says, otherSays) && !strings.HasPrefix(says, entrySays):
		set(item, "class", "own")
		set(item, "lang", script)
	case says == checkSays, strings.HasPrefix(says, openSays):
		set(item, "class", "check")
	case strings.HasPrefix(says, seenSays):
		set(item, "class", "seen")
	default:
		set(item, "class", "gloss")
	}
	transformLineRefs(item)
}

// transformLineRefs marks the links of the apparatus that lead to lines.
func transformLineRefs(n ast.Node) {
	for c := range children(n) {
		transformLineRefs(c)
		if a, ok := c.(*ast.Link); ok && lineOf(a.Destination) > 0 {
			replace(a, inline("a", "class", "line-ref", "href", string(a.Destination)))
		}
	}
}

// boldLink is the link in the bold that opens a block, or nil.
func boldLink(n ast.Node) *ast.Link {
	if n == nil || n.FirstChild() == nil {
		return nil
	}
	bold, ok := n.FirstChild().(*ast.Emphasis)
	if !ok {
		return nil
	}
	a, _ := bold.FirstChild().(*ast.Link)
	return a
}
