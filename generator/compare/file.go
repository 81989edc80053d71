package compare

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// PerFile is how many reports, in the order of the corpus, one file of Values has:
// so there are few files, and none is large.
const PerFile = 8

// The wire form of a reading. Fields of lists are told by their place, which saves
// their names, terms by theirs in the list of them. The texts themselves are in the
// search index.
type (
	wire struct {
		Slug     string       `json:"slug"`
		Sections []wireEntry  `json:"sections"`
		Under    []int        `json:"under"` // of each paragraph, the section in which it stands, or -1
		Phrases  []wirePhrase `json:"phrases"`
		Terms    []string     `json:"terms"` // ids of all that are in it
		Targets  []wireTarget `json:"targets"`
	}
	wireEntry  [5]any // line, level, heading, 1 for back and -1 for ahead, ids of its themes
	wirePhrase [5]int // paragraph, where in what is shown of it and how long, term or -1, 1 for common
	wireTarget []any  // what it is for, name, id of its indicator where that has a page, what it is, line, from where known, to where that is another
)

// Values are what a browser needs to compare any two reports, by the name of the file;
// and "places", by which it finds them: how the places of each are read. The files are
// compressed (search.CallPacked).
func (c *Collection) Values() map[string]func() any {
	values := map[string]func() any{"places": func() any { return c.places() }}
	for name, of := range c.files() {
		values[name] = func() any {
			var all []wire
			for _, r := range of {
				all = append(all, c.wire(r))
			}
			return all
		}
	}
	return values
}

// files are the reports of each file.
func (c *Collection) files() iter.Seq2[string, []*report.Report] {
	return func(yield func(string, []*report.Report) bool) {
		n := 0
		for of := range slices.Chunk(c.corpus.Reports, PerFile) {
			if !yield(fmt.Sprint(n), of) {
				return
			}
			n++
		}
	}
}

// Keys are those of Values but for the places: of what reports say, and which of their
// phrases most reports have.
func (c *Collection) Keys(k *annotate.Keys) map[string]cache.Key {
	keys := map[string]cache.Key{}
	for name, of := range c.files() {
		parts := []any{"compare", name}
		for _, r := range of {
			parts = append(parts, k.Report(r), c.readings[r].Phrases)
		}
		keys[name] = k.Of(parts...)
	}
	return keys
}

// places are for each report the places of its region in pinyin: "guang-dong-sheng li-wan-qu".
func (c *Collection) places() []string {
	places, read := []string{}, map[string]string{}
	for _, r := range c.corpus.Reports {
		var path []string
		for _, place := range r.Meta.Region.Path {
			if _, known := read[place]; !known {
				read[place] = glossary.ID(place)
			}
			path = append(path, read[place])
		}
		places = append(places, strings.Join(path, " "))
	}
	return places
}

func (c *Collection) wire(r *report.Report) wire {
	reading := c.readings[r]
	w := wire{Slug: r.Slug, Sections: []wireEntry{}, Under: reading.under, Phrases: []wirePhrase{}, Terms: []string{}, Targets: []wireTarget{}}
	for _, s := range reading.Sections {
		themes := []string{}
		for _, l := range s.Themes {
			themes = append(themes, l.Theme)
		}
		way := map[report.IndicatorKind]int{report.Result: 1, report.Target: -1}[s.Looks]
		w.Sections = append(w.Sections, wireEntry{s.Line, s.Level, r.Heading(*s.Entry), way, themes})
	}
	place := map[string]int{} // in Terms
	for _, o := range r.Terms {
		if _, known := place[o.Term]; !known {
			place[o.Term] = len(w.Terms)
			w.Terms = append(w.Terms, o.Term)
		}
	}
	for _, p := range reading.Phrases {
		term, common := -1, 0
		if n, known := place[p.Term]; known {
			term = n
		}
		if p.Common {
			common = 1
		}
		w.Phrases = append(w.Phrases, wirePhrase{p.Paragraph, p.Start, p.End - p.Start, term, common})
	}
	set, year := map[aim]bool{}, planned(r)
	for _, i := range r.Indicators {
		if a, ok := aimOf(year, i); ok && !set[a] {
			set[a] = true
			w.Targets = append(w.Targets, c.wireTarget(a, i))
		}
	}
	return w
}

func (c *Collection) wireTarget(a aim, i report.Indicator) wireTarget {
	page := ""
	if followed := c.corpus.Indicator(i.Name); followed != nil {
		page = followed.ID
	}
	w := wireTarget{a.key(), report.DisplayString(i.Name), page, i.Lead() + i.Shown(), i.Line}
	if amount := i.Amount; amount.Known {
		w = append(w, amount.From)
		if amount.To != amount.From {
			w = append(w, amount.To)
		}
	}
	return w
}
