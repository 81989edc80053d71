package markdown

import "jianzhu/generator/annotate"

// A page that has the key of one made before is not made again, for all its forms are the
// same. Of most pages the key is that of the tree, which costs less than the forms and says
// all of them. That of a page with a whole text, or with many quotations, is made of what
// the tree would be made of; a test holds both to one another.

// of are keys and values that decide what stands on a page, in place of its tree.
type of func(k *annotate.Keys) []any

// key gives a page its key.
func (s Site) key(p *Page) {
	if s.Keys == nil {
		return
	}
	parts := []any{p.Path, p.Front, s.Address, s.Title, s.Official, s.Citation}
	if p.made != nil {
		parts = append(parts, p.made(s.Keys)...)
	} else {
		parts = append(parts, p.tree())
	}
	p.Key = s.Keys.Of(parts...)
}

// ofReport decides what stands on a report's page, and in its frame.
func (w *writer) ofReport(i int) of {
	return func(k *annotate.Keys) []any {
		r := w.c.Reports[i]
		parts := []any{k.Report(r)}
		for _, p := range w.compared.Of(r) {
			parts = append(parts, p)
		}
		if len(w.promises[r])+len(w.unseen[r]) == 0 {
			parts = append(parts, w.whyNoPromises(r))
		}
		return parts
	}
}

// ofTermPage decides what stands on the page of a term: what is quoted there of reports follows
// from their texts.
func (w *writer) ofTermPage(i int) of {
	return func(k *annotate.Keys) []any {
		t := w.c.Glossary.Terms[i]
		return []any{k.Term(&t), w.meaning(t), w.sources(t), w.spreadOf(w.c.Uses[t.ID])}
	}
}

// ofIndicator decides what stands on a page of an indicator.
func (w *writer) ofIndicator(i *annotate.Indicator) of {
	return func(k *annotate.Keys) []any {
		parts := []any{k.Indicator(i), w.silent(i)}
		for _, p := range i.Places {
			if d := p.Region.Divisions(); len(d) > 0 {
				parts = append(parts, w.c.Region(d[len(d)-1].Code) != nil)
			}
		}
		return parts
	}
}

// ofDocument decides what stands on the page of a document.
func (w *writer) ofDocument(i int) of {
	return func(k *annotate.Keys) []any { return []any{k.Document(w.c.Documents[i])} }
}

// ofComparison decides what stands on the page of two reports side by side: what is found
// in both, and which of their phrases most reports have.
func (w *writer) ofComparison(i int) of {
	return func(k *annotate.Keys) (parts []any) {
		for _, r := range w.compared.Pairs[i] {
			parts = append(parts, k.Report(r), w.sizes[r], w.compared.Reading(r).Phrases)
		}
		return parts
	}
}
