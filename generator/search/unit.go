package search

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// unit is what is found: a paragraph, or a title. A paragraph's text, which its report
// has, is made when it is asked for.
type unit struct {
	paragraph *report.Paragraph
	heading   string // of its section
	themes    []int

	title title
	entry bool // it is of a term, theme, document or indicator
}

// end is what stands after a unit's key.
func (u unit) end() rune {
	if u.entry {
		return afterEntry
	}
	return afterKey
}

// text is a unit as shown.
func (u unit) text() string {
	if u.paragraph != nil {
		return string(u.paragraph.ShownOnce().Text)
	}
	return u.title[1]
}

func (u unit) runes() []rune {
	if u.paragraph != nil {
		return u.paragraph.ShownOnce().Text
	}
	return []rune(u.text())
}

// most is how long a unit is at most, in runes: to show one adds nothing.
func (u unit) most() int {
	if u.paragraph != nil {
		return utf8.RuneCountInString(u.paragraph.Text)
	}
	return utf8.RuneCountInString(u.title[1])
}

// shown is a unit as it stands in a file: a line or a title, nothing of none.
func (u unit) shown() any {
	switch {
	case u.paragraph != nil:
		return line{u.paragraph.Line, u.text(), u.heading, u.themes}
	case u.title != title{}:
		return u.title
	}
	return nil
}

// said adds all of which that is made.
func (u unit) said(to []byte) []byte {
	texts := u.title[:]
	if u.paragraph != nil {
		to = fmt.Appendln(to, u.paragraph.Line, u.themes)
		texts = []string{u.paragraph.Text, u.heading}
	}
	for _, text := range texts {
		to = binary.AppendUvarint(to, uint64(len(text)))
		to = append(to, text...)
	}
	return to
}

// step is between the numbers that reports begin at: what is over is no unit. So where one
// has some more or less, those of others keep their numbers.
const step = 16

// filled are units to the end of a step.
func filled(units []unit) []unit {
	return append(units, make([]unit, (step-len(units)%step)%step)...)
}

// Fields of these are told by their place, which saves their names.
type (
	line  [4]any    // number, text, heading of its section, themes (positions in index.Themes)
	title [3]string // address from the site's root, text, what to say of it
)

// index is search/index.js: what there is, and how the units lie.
type index struct {
	Lines   directory   `json:"lines"`
	Titles  directory   `json:"titles"`
	Heads   [4]int      `json:"heads"`   // titles that are terms, themes, documents, indicators
	Entries int         `json:"entries"` // all these; those of reports follow
	Pages   string      `json:"pages"`   // a list of the first title of each page of an entry
	Reports reports     `json:"reports"` // in the order of their units
	Regions [][]string  `json:"regions"` // paths from the province down
	Themes  [][2]string `json:"themes"`  // ids and names
	Themed  []int       `json:"themed"`  // how many lines each of them has
	Lists   []string    `json:"lists"`   // the editions of the lists of these
	Types   [][2]string `json:"types"`   // of reports, the same
	Fold    folding     `json:"fold"`
	Often   string      `json:"often"` // see often.go

	lines, titles []unit
	themed        [][]int // the lines of each theme
}

// reports are what is said of each, one thing after another: what is alike stands together,
// and compresses to a tenth.
type reports struct {
	Slugs       forms `json:"slugs"`
	Names       forms `json:"names"`
	Traditional []int `json:"traditional"` // positions of those whose text is
	Regions     []int `json:"regions"`     // positions in index.Regions
	Years       []int `json:"years"`
	Types       []int `json:"types"`  // positions in index.Types
	Lines       []int `json:"lines"`  // how many steps (see step) it takes
	Titles      []int `json:"titles"` // the same: its own, its headings, its notes
}

// forms are texts of reports, in which a tab stands for the report's year, and the end of a
// line for its region: so most are one of a few.
type forms struct {
	Forms []string `json:"forms"`
	Of    []int    `json:"of"` // the position of each text's
}

// add adds a text of a report.
func (f *forms) add(text string, of report.Meta) {
	text = strings.NewReplacer("\t", " ", "\n", " ").Replace(text)
	if of.Year > 0 {
		text = strings.Replace(text, strconv.Itoa(of.Year), "\t", 1)
	}
	if path := of.Region.Path; len(path) > 0 && path[len(path)-1] != "" {
		text = strings.Replace(text, path[len(path)-1], "\n", 1)
	}
	at := slices.Index(f.Forms, text)
	if at < 0 {
		at = len(f.Forms)
		f.Forms = append(f.Forms, text)
	}
	f.Of = append(f.Of, at)
}

func contentsOf(c *annotate.Corpus) index {
	x := index{Regions: [][]string{}, Themes: [][2]string{}, Often: string(often)}
	none := forms{[]string{}, []int{}}
	x.Reports = reports{none, none, []int{}, []int{}, []int{}, []int{}, []int{}, []int{}}
	theme := map[string]int{}
	if c.Themes != nil {
		for i, t := range c.Themes.Themes {
			theme[t.ID] = i
			x.Themes = append(x.Themes, [2]string{t.ID, t.Name})
		}
	}
	x.themed = make([][]int, len(x.Themes))
	for _, t := range report.Types {
		x.Types = append(x.Types, [2]string{t.ID, t.Name})
	}

	if c.Glossary != nil {
		for _, t := range c.Glossary.Terms {
			x.addTerm(t, c.TermAddress(t.ID))
		}
	}
	x.Heads[0] = len(x.titles)
	for _, t := range x.Themes {
		x.addTitle("themes/"+t[0]+"/", t[1], "")
	}
	x.Heads[1] = len(x.Themes)
	for _, d := range c.Documents {
		x.addDocument(d)
	}
	x.Heads[2] = len(x.titles) - x.Heads[0] - x.Heads[1]
	for _, i := range c.Indicators {
		x.addIndicator(i)
	}
	x.Heads[3] = len(x.titles) - x.Heads[0] - x.Heads[1] - x.Heads[2]
	x.Entries, x.Pages = len(x.titles), pages(x.titles)
	for i := range x.titles {
		x.titles[i].entry = true
	}
	x.titles = filled(x.titles)

	paragraphs := 0
	for _, r := range c.Reports {
		paragraphs += len(r.Paragraphs) + step
	}
	x.lines = make([]unit, 0, paragraphs)
	region := map[string]int{}
	for _, r := range c.Reports {
		path := strings.Join(r.Meta.Region.Path, "/")
		if _, known := region[path]; !known {
			region[path] = len(x.Regions)
			x.Regions = append(x.Regions, append([]string{}, r.Meta.Region.Path...))
		}
		x.addReport(r, region[path], theme)
	}
	return x
}

func (x *index) addTitle(address, text, note string) {
	x.titles = append(x.titles, unit{title: title{address, text, note}})
}

func (x *index) addTerm(t glossary.Term, address string) {
	note := t.Gloss
	if t.Own {
		note = "报告自己的解释"
	}
	x.addTitle(address, t.Term, note)
	for _, alias := range t.Aliases {
		x.addTitle(address, alias, "即"+t.Term)
	}
	if p := pinyin(t); p != "" {
		x.addTitle(address, p, Reads+t.Term)
	}
}

// Reads opens what is said of a title that is the pinyin of a term.
const Reads = "读作："

// pinyin is a term's pinyin without tones, and its initials: fangguanfu fgf. An id
// is made of the syllables.
func pinyin(t glossary.Term) string {
	if t.Pinyin == "" {
		return ""
	}
	var whole, initials strings.Builder
	for syllable := range strings.SplitSeq(t.ID, "-") {
		if syllable != "" && 'a' <= syllable[0] && syllable[0] <= 'z' {
			whole.WriteString(syllable)
			initials.WriteByte(syllable[0])
		}
	}
	if initials.Len() < 2 {
		return whole.String()
	}
	return whole.String() + " " + initials.String()
}

func (x *index) addDocument(d annotate.Document) {
	address := d.Address()
	x.addTitle(address, d.Title, "")
	for _, variant := range d.Variants {
		if Key(variant) != Key(d.Title) {
			x.addTitle(address, variant, "")
		}
	}
}

func (x *index) addIndicator(i annotate.Indicator) {
	address := "indicators/" + i.ID + "/"
	x.addTitle(address, i.Name, "")
	for _, variant := range i.Variants {
		if Key(variant) != Key(i.Name) && isName(Key(variant), Key(i.Name)) {
			x.addTitle(address, variant, "即"+i.Name)
		}
	}
}

// isName reports whether an indicator's variant says what it is of wherever it stands. So
// short a word does that as an abbreviation, whose characters the name has in their order:
// 固投 of 固定资产投资, but not 经济, which reports let grow as if it were 生产总值.
func isName(variant, name string) bool {
	short := []rune(variant)
	if len(short) > 2 {
		return true
	}
	for _, r := range name {
		if len(short) > 0 && r == short[0] {
			short = short[1:]
		}
	}
	return len(short) == 0
}

// addReport adds what of a report is shown: no debris, nothing withheld.
func (x *index) addReport(r *report.Report, region int, theme map[string]int) {
	lines, titles := len(x.lines), len(x.titles)
	page := "reports/" + r.Slug + "/"
	x.addTitle(page, report.DisplayString(r.Meta.Title), "")
	for p, entries := range r.All() {
		for _, e := range entries {
			if heading := r.Heading(e); e.Opens() && heading != "" {
				x.addTitle(page+fmt.Sprintf("#L%d", e.Line), heading, "")
			}
		}
		labels := themesOf(r, p, entries, theme)
		for _, t := range labels {
			x.themed[t] = append(x.themed[t], len(x.lines))
		}
		heading := ""
		if e := r.HeadingOf(p); e != nil && !slices.ContainsFunc(entries, func(o report.Entry) bool { return o.ID == e.ID }) {
			heading = r.Heading(*e)
		}
		x.lines = append(x.lines, unit{paragraph: &r.Paragraphs[len(x.lines)-lines], heading: heading, themes: labels})
	}
	x.addNotes(r, page)
	all := &x.Reports
	if r.Script == "zh-Hant" {
		all.Traditional = append(all.Traditional, len(all.Years))
	}
	all.Slugs.add(r.Slug, r.Meta)
	all.Names.add(r.Meta.Title, r.Meta)
	all.Regions, all.Years = append(all.Regions, region), append(all.Years, r.Meta.Year)
	all.Types = append(all.Types, slices.IndexFunc(report.Types, func(t report.Type) bool { return t.ID == r.Meta.Type }))
	x.lines, x.titles = filled(x.lines), filled(x.titles)
	all.Lines, all.Titles = append(all.Lines, (len(x.lines)-lines)/step), append(all.Titles, (len(x.titles)-titles)/step)
}

// pages is a list of the first of the titles that lead to each page.
func pages(titles []unit) string {
	var firsts []int
	for i, u := range titles {
		if i == 0 || u.title[0] != titles[i-1].title[0] {
			firsts = append(firsts, i)
		}
	}
	return list(firsts, len(titles))
}

// themesOf are the themes of the sections that begin in a paragraph, or else of
// the nearest section around it that has any; in the vocabulary's order.
func themesOf(r *report.Report, p report.Paragraph, entries []report.Entry, theme map[string]int) []int {
	labels := []int{}
	add := func(e *report.Entry) {
		for _, l := range e.Themes {
			if t, ok := theme[l.Theme]; ok {
				labels = append(labels, t)
			}
		}
	}
	for i := range entries {
		add(&entries[i])
	}
	for e := r.Entry(p.Section); e != nil && len(labels) == 0; e = r.Parent(e.ID) {
		add(e)
	}
	slices.Sort(labels)
	return slices.Compact(labels)
}
