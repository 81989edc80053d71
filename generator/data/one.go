package data

import (
	"iter"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
)

// single is a file of one thing, so that a program that wants it need not load all. But for
// reports it is the item of the list of that name, with what reports have of it.
type single struct {
	file string
	of   func() any                       // its value
	key  func(k *annotate.Keys) cache.Key // of all that the value is made of
}

// singles are the files of each report, and of each thing that has a page.
func singles(c *annotate.Corpus) iter.Seq[single] {
	return func(yield func(single) bool) {
		for _, r := range c.Reports {
			if !yield(single{"reports/" + r.Slug + "/index.json", func() any { return reportOf(c, r) }, func(k *annotate.Keys) cache.Key { return k.Report(r) }}) {
				return
			}
		}
		for _, t := range c.Glossary.Terms {
			if c.Follows(&t) && !yield(single{"glossary/" + t.ID + "/index.json", func() any { return termOf(c, t) }, func(k *annotate.Keys) cache.Key { return k.Term(&t) }}) {
				return
			}
		}
		for _, d := range c.Documents {
			if !d.Alone && !yield(single{"documents/" + d.ID + "/index.json", func() any { return documentOf(d) }, func(k *annotate.Keys) cache.Key { return k.Document(d) }}) {
				return
			}
		}
		for i := range c.Indicators {
			of := &c.Indicators[i]
			if !yield(single{"indicators/" + of.ID + "/index.json", func() any { return withValues(c, *of) }, func(k *annotate.Keys) cache.Key { return k.Indicator(of) }}) {
				return
			}
		}
	}
}

// Keys are those of files that need not be made again where they are the same: of one thing,
// of original texts, and of the values of all reports. The address is the site's.
func Keys(c *annotate.Corpus, k *annotate.Keys, address string) map[string]cache.Key {
	keys := map[string]cache.Key{}
	for s := range singles(c) {
		keys[s.file] = k.Of(s.file, s.key(k))
	}
	values, from := []any{address}, &collected{Corpus: c}
	for _, r := range c.Reports {
		file := "reports/" + r.Slug + "/report.txt"
		read, _ := r.Key() // which is known where others are
		keys[file] = k.Of(file, read)
		values = append(values, r, k.Found(r), indicatorIDs(from, r))
	}
	keys[valuesFile] = k.Of(values...)
	return keys
}
