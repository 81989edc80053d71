package glossary

import (
	"maps"
	"regexp"
	"slices"
)

// The files of a content directory. The national glossary explains what reports of
// every place say, the own one what those of a site do.
const (
	OwnFile      = "glossary.yaml"
	NationalFile = "glossary/national.yaml"
)

// Files are all of them, as Load wants them: an own entry comes before a national one.
var Files = []string{OwnFile, NationalFile}

// join adds terms that give way to those there are: one with an id or a name that
// is taken is left out, a form that is taken is taken off.
func (g *Glossary) join(terms []Term) {
	ids, forms := map[string]bool{}, map[string]string{} // of what is there, with the id of the entry
	for _, t := range g.Terms {
		ids[t.ID] = true
		for _, f := range t.Forms() {
			forms[keyOf(f)] = t.ID
		}
	}
	if g.instead == nil {
		g.instead = map[string]string{}
	}
	for _, t := range terms {
		if ids[t.ID] {
			continue
		}
		if other, taken := forms[keyOf(t.Term)]; taken {
			g.instead[t.ID] = other
			continue
		}
		t.Aliases = slices.DeleteFunc(t.Aliases, func(f string) bool { return forms[keyOf(f)] != "" })
		g.Terms = append(g.Terms, t)
	}
	for i, t := range g.Terms {
		if other, gone := g.instead[t.Succeeds]; gone {
			g.Terms[i].Succeeds = other
		}
	}
}

// addressed is a link to a term's page, or to its note under a sample report, as
// editors write it; what stands in code is none.
var addressed = regexp.MustCompile("`[^`\n]*`|" + `(?:\bglossary/|#term-)([a-z0-9][a-z0-9-]*)`)

// Link notes which terms the texts of editors lead to: they have pages even where
// no report uses them.
func (g *Glossary) Link(texts ...string) {
	if g.linked == nil {
		g.linked = map[string]bool{}
	}
	for _, text := range texts {
		for _, m := range addressed.FindAllStringSubmatch(text, -1) {
			if m[1] != "" {
				g.linked[m[1]] = true
			}
		}
	}
}

// Linked reports whether a text of an editor leads to a term.
func (g *Glossary) Linked(id string) bool { return g.linked[id] }

// Needed returns the glossary without those national terms that say nothing to the
// readers of a site: that are not used, that no editor's text leads to, and that do not stand in
// one line of succession with one that is.
func (g *Glossary) Needed(used func(id string) bool) *Glossary {
	line := g.lines()
	needed := map[string]bool{}
	for _, t := range g.Terms {
		if !t.National || g.linked[t.ID] || used(t.ID) {
			needed[line[t.ID]] = true
		}
	}
	kept := &Glossary{own: g.own, instead: g.instead, linked: g.linked, unneeded: maps.Clone(g.unneeded)}
	for _, t := range g.Terms {
		if t.National && !needed[line[t.ID]] {
			if kept.unneeded == nil {
				kept.unneeded = map[string]bool{}
			}
			kept.unneeded[t.ID] = true
		} else {
			kept.Terms = append(kept.Terms, t)
		}
	}
	return kept
}

// Revised is the glossary with what another one says of the same entries. Which there
// are, in what order and lines, of which themes and with which senses, is as it was.
func (g *Glossary) Revised(by *Glossary) *Glossary {
	revised := &Glossary{Terms: slices.Clone(g.Terms), own: g.own, instead: g.instead, linked: g.linked, unneeded: g.unneeded}
	same := func(a, b Sense) bool { return a.ID == b.ID }
	for i, was := range revised.Terms {
		now := by.Term(was.ID)
		if now == nil || now.ID != was.ID || was.Own || !slices.EqualFunc(now.Senses, was.Senses, same) {
			continue
		}
		term := *now
		term.Succeeds, term.Theme = was.Succeeds, was.Theme
		revised.Terms[i] = term
	}
	return revised
}

// Leave notes the entries of a glossary that a site has and does not use: what
// names them is no error.
func (g *Glossary) Leave(other *Glossary) {
	g.unneeded = map[string]bool{}
	for _, t := range other.Terms {
		g.unneeded[t.ID] = true
	}
}

// Knows reports whether an id is that of an entry, if of one that is left out.
func (g *Glossary) Knows(id string) bool { return g.unneeded[id] || g.Term(id) != nil }

// lines gives for each term the id of the first of its line of succession.
func (g *Glossary) lines() map[string]string {
	before, first := map[string]string{}, map[string]string{}
	for _, t := range g.Terms {
		before[t.ID] = t.Succeeds
	}
	for _, t := range g.Terms {
		id := t.ID
		for n := 0; before[id] != "" && n < len(g.Terms); n++ {
			id = before[id]
		}
		first[t.ID] = id
	}
	return first
}
