package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// termPath is a term's page, from the site's root.
func termPath(id string) string { return "glossary/" + id + ".md" }

// termPage is a term's page; its entry on this one where the site has none, for it is
// a sample's own, or too few reports have it. It is a link to a file there too, as of
// all words of the source.
func (p *reportPage) termPage(id string) string {
	site := cmp.Or(p.w.pages, p.w)
	if t := site.terms[id]; t == nil || !site.c.Follows(t) {
		return p.path + "#" + termEntry(id)
	}
	return termPath(id)
}

// termPlace is where the site tells of a term: its page, or its entry in the report
// that explains it.
func (w *writer) termPlace(t *glossary.Term) string {
	if r := w.c.Explains(t.ID); r != nil {
		return ReportPath(r.Slug) + "#" + termEntry(t.ID)
	}
	return termPath(t.ID)
}

// Openings of what an entry of 本文词条 says.
const (
	ownSays   = "本报告自释："
	entrySays = "编者释义："
	otherSays = "报告的解释："
	openSays  = "取义未定："
	checkSays = "释义待核"
	madeSays  = "文中作"
	seenSays  = "见第"

	otherwiseSays = "也见于"
)

// termsList is 本文词条: every term of the report once, in the order in which they
// come, with what the report says of it, what the glossary says, and where it is.
func (p *reportPage) termsList() page.Body {
	if len(p.order) == 0 {
		return nil
	}
	var items []page.Item
	for _, id := range p.order {
		t := p.w.terms[id]
		items = append(items, page.Item{
			ID: termEntry(id), Block: page.Plain, Items: p.said(t),
			Words: words(page.EntryName{Name: t.Term, Page: p.termPage(id), Pinyin: pinyin(t)}),
		})
	}
	return page.Body{termsPart.heading(), page.Folded{
		Name: fmt.Sprintf("%d条，点开逐条看", len(items)), Body: page.Body{page.List{Ordered: true, Class: "terms", Items: items}},
	}}
}

// termEntry is the id of a term's entry in 本文词条.
func termEntry(id string) string { return "term-" + id }

// said is what an entry of 本文词条 says.
func (p *reportPage) said(t *glossary.Term) (items []page.Item) {
	say := func(class string, in ...page.Inline) { items = append(items, page.Item{Class: class, Words: in}) }
	for _, d := range p.r.Definitions {
		if d.ID == t.ID {
			items = append(items, page.Item{Class: "own", Lang: langOf(p.r.Script), Words: words(page.Text(ownSays), page.Text(begun(definition(d))), p.lineRef(d.Line))})
		}
	}
	items = append(items, p.saidElsewhere(t)...)
	if made := madeAfter(p.uses[t.ID]); made != "" {
		say("", page.Text(madeSays+made))
	}
	for _, m := range meant(t, p.uses[t.ID]) {
		in := words(page.Text(entrySays), page.Text(m.definition))
		if len(m.uses) > 0 {
			in = append(in, page.Text("（第"))
			in = append(in, lineRefs(m.uses)...)
			in = append(in, page.Text("行）"))
		}
		say("gloss", in...)
	}
	if open := undecided(t, p.uses[t.ID]); len(open) > 0 {
		say("check", page.Text(openSays+"第"), page.Phrase{Words: lineRefs(open)}, page.Text("行"))
	}
	if t.Check {
		say("check", page.Text(checkSays))
	}
	if seen := p.seen(t); seen != nil {
		say("seen", seen...)
	}
	return items
}

// seen are the lines of the report that have a term; of one without a page also where
// else it is.
func (p *reportPage) seen(t *glossary.Term) []page.Inline {
	var all [][]page.Inline
	if uses := p.uses[t.ID]; len(uses) > 0 {
		all = append(all, append(words(page.Text(seenSays), page.Phrase{Words: lineRefs(uses[:min(mostSeen, len(uses))])}, page.Text("行")), rest(uses)...))
	}
	// Of one with a page that tells; here it would change with every other report.
	if site := p.w.c; p.w.pages == nil && !site.Follows(t) {
		if elsewhere := usesElsewhere(site.Uses[t.ID], p.r); len(elsewhere) > 0 {
			all = append(all, append(words(page.Text(otherwiseSays)), places(elsewhere)...))
		}
	}
	return joined(all, "；")
}

// madeAfter are the phrases, each once, that are found by a pattern of a term: they are
// not called what it is.
func madeAfter(uses []report.Occurrence) string {
	var phrases []string
	named := map[string]bool{}
	for _, u := range uses {
		if !u.Pattern || named[u.Surface] {
			continue
		}
		named[u.Surface] = true
		phrases = append(phrases, "“"+report.DisplayString(u.Surface)+"”")
	}
	if len(phrases) > mostSeen {
		return strings.Join(phrases[:mostSeen], "") + fmt.Sprintf("等%d种", len(phrases))
	}
	return strings.Join(phrases, "")
}

// usesElsewhere are the first lines that have a term in each report but this one; of
// a term that is everywhere, enough of them to be listed.
func usesElsewhere(uses []annotate.Use, r *report.Report) (first []annotate.Place) {
	for i, u := range uses {
		if u.Report.Slug != r.Slug && (i == 0 || u.Report != uses[i-1].Report) {
			if first = append(first, annotate.Place{Report: u.Report, Line: u.Occurrence.Line}); len(first) > mostPlaces {
				break
			}
		}
	}
	return first
}

// pinyin is how a term reads; "" for one in Latin letters.
func pinyin(t *glossary.Term) string {
	if t.Pinyin == t.Term {
		return ""
	}
	return t.Pinyin
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

// lineRefs are links to the lines of occurrences, each line once.
func lineRefs(uses []report.Occurrence) []page.Inline {
	var refs [][]page.Inline
	last := 0
	for _, u := range uses {
		if u.Line != last {
			refs = append(refs, words(page.LineRef(u.Line)))
			last = u.Line
		}
	}
	return joined(refs, "、")
}

// lineRef is a link to a line of the report; a page with a part of it may lack the line.
func (p *reportPage) lineRef(n int) page.Link {
	if p.shown[n] {
		return page.LineLink(n, fmt.Sprintf("第%d行", n))
	}
	return lineOf(p.r, n)
}

// What an entry of 本文词条 says of a term: more stands in the text, to which it leads.
const (
	mostSeen    = 12  // occurrences with their lines
	longestSaid = 160 // characters of a definition that stands in a report
)

// rest says how many occurrences there are where an entry leads to the first alone.
func rest(uses []report.Occurrence) []page.Inline {
	if len(uses) <= mostSeen {
		return nil
	}
	return words(textf("等%d处", len(uses)))
}

// begun is a text, or its beginning up to the end of a sentence, or of a clause,
// where it is long.
func begun(text string) string {
	runes := []rune(text)
	if len(runes) <= longestSaid {
		return text
	}
	for _, stops := range []string{"。！？", "；", "，、"} {
		for end := longestSaid; end > longestSaid/2; end-- {
			if strings.ContainsRune(stops, runes[end-1]) {
				return string(runes[:end]) + "……"
			}
		}
	}
	return string(runes[:longestSaid]) + "……"
}

// definition is a definition of a report's own, as displayed, its paragraphs as one.
func definition(d report.Definition) string {
	var b strings.Builder
	for i, p := range d.Parts {
		if i > 0 {
			b.WriteString("；")
		}
		b.WriteString(report.DisplayString(p.Text))
	}
	if len(d.Parts) > 0 {
		return b.String()
	}
	for paragraph := range strings.Lines(d.Text) {
		b.WriteString(report.DisplayString(strings.TrimSuffix(paragraph, "\n")))
	}
	return b.String()
}
