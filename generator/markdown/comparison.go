package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/compare"
	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

const (
	// What is said of every comparison.
	comparisonSays = "由程序对上章节、找出不同，未经人工核对。列出的是引号、书名号里的词和词条，在另一篇全文里一处也没有；同一件事也许只是换了说法。"
	commonSays     = "灰色的是前后两年里多数报告都有的，不是这一篇自己的话。"
	commonName     = "多数报告都有："
	aloneSays      = "另一篇没有对上的"

	mostSentences = 2  // of one report in a row: what comes after is only named
	mostNamed     = 60 // of what is only in one report, before the sections
)

// comparisonPath is the page of a pair, from the site's root.
func comparisonPath(p compare.Pair) string {
	return "compare/" + p[0].Slug + "/" + p[1].Slug + ".md"
}

// sideNames name the two reports by what they differ in: years, or places.
func sideNames(p compare.Pair) [2]string {
	if p.InTime() {
		return [2]string{year(p[0]), year(p[1])}
	}
	last := func(r *report.Report) string { return r.Meta.Region.Path[len(r.Meta.Region.Path)-1] }
	names := [2]string{last(p[0]), last(p[1])}
	if names[0] == names[1] {
		return [2]string{place(p[0]), place(p[1])}
	}
	return names
}

// comparisonTitle is what the page of a pair is called.
func comparisonTitle(p compare.Pair) string {
	names := sideNames(p)
	kind := cmp.Or(p[0].Meta.TypeName(), "报告")
	if p.InTime() {
		path := p[0].Meta.Region.Path
		return fmt.Sprintf("%s：%s与%s的%s", path[len(path)-1], names[0], names[1], kind)
	}
	return fmt.Sprintf("%s与%s：%s的%s", names[0], names[1], year(p[1]), kind)
}

// comparison is the page of two neighbours side by side.
func (w *writer) comparison(i int) Page {
	p := w.compared.Pairs[i]
	return Page{
		Path: comparisonPath(p),
		Front: Front{
			Title: comparisonTitle(p), Type: "comparison", Weight: weightOf(p[1]),
			Description: fmt.Sprintf("把《%s》和《%s》按章节并列：只在一篇里的提法，两篇都定了的目标。", p[0].Meta.Title, p[1].Meta.Title),
		},
		made: w.ofComparison(i),
		Body: func() page.Body { return w.sideBySide(w.compared.Compare(p)) },
	}
}

// sideBySide is what both reports are, the targets of both, what is only in one, and
// the sections.
func (w *writer) sideBySide(c compare.Comparison) page.Body {
	names := sideNames(c.Pair)
	var facts page.List
	for side, r := range c.Pair {
		facts.Items = append(facts.Items, page.Item{Words: words(page.Text(names[side]+"："), titleOf(r), textf("（%d字）", w.sizes[r]))})
	}
	says := comparisonSays
	if c.HasCommon() {
		says += commonSays
	}
	return slices.Concat(page.Body{facts, how(page.Text(says))}, w.goals(c, names), onlyIn(c, names), w.chapters(c, names))
}

// goals are the targets that both reports set.
func (w *writer) goals(c compare.Comparison, names [2]string) page.Body {
	if len(c.Targets) == 0 {
		return nil
	}
	table := page.Table{Names: []string{"指标", names[0], names[1]}, Stack: true}
	if c.InTime() {
		table.Names = append(table.Names, "变化")
	}
	for _, g := range c.Targets {
		second := g.Values[1]
		row := []page.Cell{{Lang: langOf(c.Pair[1].Script), Words: w.subject(second)}}
		if other := g.OtherName(); other != "" {
			row[0].Words = append(row[0].Words, textf("（%s作“", names[0]), page.Phrase{Lang: langOf(c.Pair[0].Script), Words: words(page.Text(other))}, page.Text("”）"))
		}
		for side, i := range g.Values {
			r := c.Pair[side]
			value := page.Link{To: linePath(r, i.Line), Text: i.Shown(), Lang: langOf(r.Script)}
			row = append(row, page.Cell{Words: statement(i, value)})
		}
		if c.InTime() {
			row = append(row, page.Cell{Words: words(page.Text(moved(g)))})
		}
		table.Rows = append(table.Rows, row)
	}
	return page.Body{heading(1, "都定了的目标", "targets"), table}
}

// moved says how the second target is to the first.
func moved(g compare.Goal) string {
	switch way, known := g.Moved(); {
	case !known:
		return ""
	case way > 0:
		return "调高"
	case way < 0:
		return "调低"
	case g.Values[0].Shown() != g.Values[1].Shown():
		return "数值不变" // 5%以内, 5%左右
	}
	return "不变"
}

// onlyIn lists what is only in one of the reports, and what of it most reports have.
func onlyIn(c compare.Comparison, names [2]string) page.Body {
	var list page.List
	for side, r := range c.Pair {
		own, common := c.Only(side)
		if len(own)+len(common) == 0 {
			continue
		}
		item := page.Item{Words: append(words(page.Strong{Words: words(textf("只在%s", names[side]))}, page.Text("　")), phrasesOf(r, own[:min(mostNamed, len(own))])...)}
		if n := len(own); n > mostNamed {
			item.Words = append(item.Words, textf("等%d个", n))
		}
		if len(common) > 0 {
			item.Items = []page.Item{{Class: "common", Words: append(words(page.Text(commonName)), phrasesOf(r, common)...)}}
		}
		list.Items = append(list.Items, item)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return page.Body{heading(1, "只在一篇里的提法", "only"), list}
}

// phrasesOf names phrases of a report, one after the other.
func phrasesOf(r *report.Report, phrases []compare.Phrase) []page.Inline {
	var all []string
	for _, p := range phrases {
		all = append(all, p.In(r))
	}
	return words(page.Phrase{Lang: langOf(r.Script), Words: words(page.Text(strings.Join(all, "、")))})
}

// chapters are the sections side by side: what belongs together, and below it the
// sentences with what is only in one.
func (w *writer) chapters(c compare.Comparison, names [2]string) page.Body {
	body := page.Body{heading(1, "章节对照", "sections")}
	list, n := page.List{Class: "sides"}, 0
	flush := func() {
		if len(list.Items) > 0 {
			body = append(body, list)
		}
		list.Items = nil
	}
	for rows := range groupsOf(c.Rows, shownWith) {
		row := rows[0]
		if row.Chapter() {
			flush()
			n++
			body = append(body, chapterHeading(c, row, n))
		}
		if len(rows) > 1 {
			side := row.Alone()
			list.Items = append(list.Items, w.unmatched(c.Pair[side], rows, side, names[side]))
			continue
		}
		var both []page.Item
		for side, name := range names {
			both = append(both, w.sideItems(c.Pair[side], row, side, name)...)
		}
		if len(both) == 1 {
			both[0].Class += " alone"
		}
		list.Items = append(list.Items, both...)
	}
	flush()
	return body
}

// shownWith tells what a row is shown with: sections of one report that follow each other and
// that the other has no like of are shown together, each other row alone.
func shownWith(row compare.Row) any {
	if side := row.Alone(); side >= 0 && !row.Chapter() {
		return side
	}
	return row.Sections
}

// unmatched are the sections of one report that follow each other and the other has no like of.
func (w *writer) unmatched(r *report.Report, rows []compare.Row, side int, name string) page.Item {
	item := page.Item{Class: sideClasses[side] + " alone", Words: words(page.Text(name + "　" + aloneSays + "："))}
	for _, row := range rows {
		s := row.Sections[side]
		item.Items = append(item.Items, page.Item{
			Words: append(words(sectionLink(r, s)), w.themesOf(s)...), Items: sentencesWith(r, row.Only[side]),
		})
	}
	return item
}

// chapterHeading names both chapters, or the one that there is.
func chapterHeading(c compare.Comparison, row compare.Row, n int) page.Heading {
	var both [][]page.Inline
	for side, r := range c.Pair {
		if s := row.Sections[side]; s != nil {
			both = append(both, words(sectionLink(r, s)))
		}
	}
	return page.Heading{Level: 2, ID: fmt.Sprintf("chapter-%d", n), Words: joined(both, " ／ ")}
}

func sectionLink(r *report.Report, s *compare.Section) page.Link {
	return page.Link{To: linePath(r, s.Line), Text: sectionTitle(r, *s.Entry), Lang: langOf(r.Script)}
}

// sideClasses are those of what the first report has, and the second.
var sideClasses = [2]string{"first", "second"}

// sideItems are what one report has in a row: a section with what is only there.
// The title of a chapter stands in its heading.
func (w *writer) sideItems(r *report.Report, row compare.Row, side int, name string) []page.Item {
	s, only := row.Sections[side], row.Only[side]
	if headless := s == nil || row.Chapter(); headless && !slices.ContainsFunc(only, func(p compare.Phrase) bool { return !p.Common }) {
		return nil
	}
	item := page.Item{Class: sideClasses[side], Words: words(page.Text(name + "　"))}
	switch {
	case s == nil:
		item.Words = append(item.Words, page.Text("开头"))
	case row.Chapter():
		item.Words = append(item.Words, page.Text("章首"))
	default:
		item.Words = append(item.Words, sectionLink(r, s))
		if row.Sections[1-side] == nil {
			item.Words = append(item.Words, page.Text("（"+aloneSays+"）"))
		}
		if side == 1 || row.Sections[1] == nil {
			item.Words = append(item.Words, w.themesOf(s)...)
		}
	}
	item.Items = sentencesWith(r, only)
	return []page.Item{item}
}

// themesOf names the themes of a section behind its title.
func (w *writer) themesOf(s *compare.Section) []page.Inline {
	var names []string
	for _, l := range s.Themes {
		if t := w.themed[l.Theme]; t != nil {
			names = append(names, t.Name)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return words(page.Text("　" + strings.Join(names, "，")))
}

// sentencesWith are the first sentences with phrases of a report that the other has not, of
// each what stands around these; what comes after is only named, and so is what is common.
func sentencesWith(r *report.Report, only []compare.Phrase) (items []page.Item) {
	var own, common []compare.Phrase
	for _, p := range only {
		if p.Common {
			common = append(common, p)
		} else {
			own = append(own, p)
		}
	}
	said, own := excerpts(r, own)
	for _, s := range said {
		items = append(items, markedSentence(s))
	}
	if len(own) > 0 {
		items = append(items, page.Item{Words: append(words(page.Text("另有：")), phrasesOf(r, own)...)})
	}
	if len(common) > 0 {
		items = append(items, page.Item{Class: "common", Words: append(words(page.Text(commonName)), phrasesOf(r, common)...)})
	}
	return items
}

// excerpts are of the first sentences with phrases, those of one line as one, and the phrases
// that stand in none of them.
func excerpts(r *report.Report, own []compare.Phrase) (all []annotate.Said, rest []compare.Phrase) {
	sentences := 0
	for in := range groupsOf(own, func(p compare.Phrase) int { return p.Paragraph }) {
		if sentences == mostSentences {
			break // each has a sentence
		}
		marks := make([]annotate.Mark, 0, len(in))
		for _, p := range in {
			marks = append(marks, annotate.Mark{Start: p.Start, End: p.End})
		}
		for i, s := range annotate.Excerpts(r, r.Paragraphs[in[0].Paragraph], marks) {
			if sentences == mostSentences {
				return all, own
			}
			sentences, own = sentences+1, own[len(s.Marks):]
			if last := len(all) - 1; i > 0 && all[last].Line == s.Line {
				all[last].Sentence = all[last].Then(s.Sentence)
				continue
			}
			all = append(all, s)
		}
	}
	return all, own
}

// markedSentence is a sentence of a report with some of its words in bold, and its line.
func markedSentence(s annotate.Said) page.Item {
	q := page.Passage{Text: []rune(s.Text)}
	for _, m := range s.Marks {
		q.Bold = append(q.Bold, page.Span{Start: m.Start, End: m.End})
	}
	return page.Item{Lang: langOf(s.Report.Script), Words: words(q.Part(0, len(q.Text)), page.Text(" "), lineOf(s.Report, s.Line))}
}
