package annotate

import (
	"jianzhu/generator/cache"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// Keys name what a corpus says of its things, so that what is made of one is not made again
// where nothing is said otherwise. A thing has the same key in two corpora only where all is
// the same that its page, its frame and its file of data may say of it: rather too much is
// in a key than too little. Only one goroutine may use them at a time.
type Keys struct {
	c        *Corpus
	mix      *cache.Mix
	slugs    map[string]*report.Report
	heads    map[*report.Report]cache.Key // what others say of a report: how it is called, and its headings
	found    map[*report.Report]cache.Key // its text, and what was found in it
	whole    map[*report.Report]cache.Key // all of it, once asked for
	terms    map[string]cache.Key         // what the page of a report says of a term
	theme    cache.Key                    // of all themes
	said     map[string]cache.Key         // all that is said of a term, by its id, once asked for
	measured map[string]cache.Key         // by the id of an indicator, once asked for
	names    map[string][2]string         // ids of what a value of a name is of: in data, and of a page

	promises map[*report.Report][]*Promise
	naming   map[string][]*Promise // by term
	unseen   map[*report.Report][]Unseen
	own      map[string][]OwnDefinition // by term
}

// Keys are those of the corpus as it is annotated; nil where it is not known what a report
// was read from, for then none of it is kept.
func (c *Corpus) Keys() *Keys {
	k := &Keys{
		c: c, slugs: map[string]*report.Report{}, heads: map[*report.Report]cache.Key{}, found: map[*report.Report]cache.Key{}, whole: map[*report.Report]cache.Key{},
		terms: map[string]cache.Key{}, said: map[string]cache.Key{}, measured: map[string]cache.Key{}, names: map[string][2]string{},
		promises: PromisesByReport(c.Promises), naming: PromisesByTerm(c.Promises), unseen: UnseenByReport(c.Unseen),
		own: DefinitionsByTerm(c.Reports),
	}
	k.mix = cache.Naming(func(r *report.Report) cache.Key { return k.heads[r] })
	for _, r := range c.Reports {
		read, known := r.Key()
		if !known {
			return nil
		}
		var headings []string
		for _, e := range r.Outline {
			headings = append(headings, e.ID, r.Heading(e))
		}
		k.slugs[r.Slug] = r
		k.heads[r] = k.mix.Of(r.Slug, r.Script, r.Meta, headings)
		k.found[r] = k.mix.Of(read, r.Definitions, r.Terms, r.References, r.Indicators, r.Looks, labelsOf(r))
	}
	k.theme = k.mix.Of(c.Themes)
	for i := range c.Glossary.Terms {
		t := &c.Glossary.Terms[i]
		k.terms[t.ID] = k.ofEntry(t)
	}
	return k
}

// labelsOf are the themes of a report's entries.
func labelsOf(r *report.Report) (all [][]report.Label) {
	for _, e := range r.Outline {
		all = append(all, e.Themes)
	}
	return all
}

// ofEntry is the key of what pages of reports say of a term: what it is; of one without a
// page also where, and how reports explain it.
func (k *Keys) ofEntry(t *glossary.Term) cache.Key {
	entry := *t
	entry.File, entry.Line = "", 0
	if !k.c.Follows(t) {
		return k.mix.Of(entry, k.c.Uses[t.ID], k.own[t.ID], k.c.Explains(t.ID))
	}
	var own []OwnDefinition
	if t.Own {
		own = k.own[t.ID]
	}
	return k.mix.Of(entry, own)
}

// Of is the key of anything else, in which a report counts by what others say of it.
func (k *Keys) Of(values ...any) cache.Key { return k.mix.Of(values...) }

// Report is the key of all that is said of a report.
func (k *Keys) Report(r *report.Report) cache.Key {
	key, known := k.whole[r]
	if !known {
		key = k.ofReport(r)
		k.whole[r] = key
	}
	return key
}

func (k *Keys) ofReport(r *report.Report) cache.Key {
	parts := []any{k.heads[r], k.found[r], k.promises[r], k.unseen[r], k.theme}
	for _, o := range r.Terms {
		parts = append(parts, k.terms[o.Term])
	}
	for _, d := range r.Definitions {
		parts = append(parts, k.terms[d.ID])
	}
	for _, e := range r.Outline {
		for _, x := range e.Related {
			parts = append(parts, x, k.heads[k.slugs[x.Report]])
		}
	}
	for _, i := range r.Indicators {
		parts = append(parts, k.measure(i.Name))
	}
	place, city := k.c.Neighbours(r)
	parts = append(parts, place, city)
	for _, d := range r.Meta.Region.Divisions() {
		parts = append(parts, k.c.Region(d.Code) != nil)
	}
	return k.mix.Of(parts...)
}

// measure are the ids of what a value of a name is of.
func (k *Keys) measure(name string) [2]string {
	ids, known := k.names[name]
	if !known {
		ids[0] = k.c.IndicatorID(name)
		if followed := k.c.Indicator(name); followed != nil {
			ids[1] = followed.ID
		}
		k.names[name] = ids
	}
	return ids
}

// Found is the key of a report's text and of what was found in it, whatever others say of
// it. Several goroutines may ask for it at a time.
func (k *Keys) Found(r *report.Report) cache.Key { return k.found[r] }

// Term is the key of all that is said of a term.
func (k *Keys) Term(t *glossary.Term) cache.Key {
	key, known := k.said[t.ID]
	if !known {
		key = k.mix.Of(k.terms[t.ID], k.own[t.ID], k.naming[t.ID], k.uses(t.ID))
		k.said[t.ID] = key
	}
	return key
}

// uses is the key of the uses of a term in their sentences. It is kept under the texts in
// which they are, which cost less to tell: after a change to one, few sentences are others.
func (k *Keys) uses(id string) cache.Key {
	uses := k.c.Uses[id]
	texts := []any{"uses", id}
	for i, u := range uses {
		if i == 0 || u.Report != uses[i-1].Report {
			texts = append(texts, u.Report, k.found[u.Report])
		}
	}
	return cache.Once(report.StoreOf(k.c.Reports), k.mix.Of(texts...), func() cache.Key {
		all := make([]cache.Key, 0, len(uses))
		for _, u := range uses {
			all = append(all, k.mix.Of(u.Report, u.Setting()))
		}
		return k.mix.Of(all)
	})
}

// Indicator is the key of all that is said of an indicator.
func (k *Keys) Indicator(i *Indicator) cache.Key {
	key, known := k.measured[i.ID]
	if !known {
		key = k.mix.Of(*i)
		k.measured[i.ID] = key
	}
	return key
}

// Document is the key of all that is said of a document.
func (k *Keys) Document(d Document) cache.Key { return k.mix.Of(d) }
