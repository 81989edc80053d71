package markdown

import (
	"maps"

	"jianzhu/generator/annotate"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
)

// Again is the page of a report when that has another text: now is as
// [annotate.Corpus.Again] leaves it. What other reports and the whole collection say of
// it is as it was. Problems are of its notes.
func (p Page) Again(now *report.Report) (Page, []problem.Problem) { return p.again(now) }

// instead is a writer for whom a report stands in place of one of the corpus.
func (w *writer) instead(stood, now *report.Report) *writer {
	of := *w
	of.stood = stood
	said := func(s annotate.Said) annotate.Said {
		if s.Report == stood {
			s.Report = now
		}
		return s
	}
	of.promises, of.unseen = map[*report.Report][]*annotate.Promise{}, map[*report.Report][]annotate.Unseen{}
	for _, p := range w.promises[stood] {
		own := *p
		own.Earlier, own.Later = said(p.Earlier), said(p.Later)
		of.promises[now] = append(of.promises[now], &own)
	}
	for _, u := range w.unseen[stood] {
		u.Said = said(u.Said)
		of.unseen[now] = append(of.unseen[now], u)
	}
	of.slugs = maps.Clone(w.slugs)
	of.slugs[now.Slug] = now
	return &of
}
