package glossary

import (
	"slices"
	"strings"

	"jianzhu/generator/script"
)

// Matcher finds all terms of a glossary, leftmost-longest. It is safe for
// concurrent use.
type Matcher struct {
	alphabet *alphabet
	// The value of a key is 1 + the term of a form that is a match wherever it
	// stands, or -1 - the index of one that is conditional.
	trie        trie
	conditional []form
	patterns    []pattern
}

// form is what the matcher knows of one key.
type form struct {
	key      string
	term     int
	quoted   bool           // found between quote marks only
	within   bool           // or, where quoted, with marks within it: “991”行动计划
	from, to bool           // begins, ends with a letter, and is a whole word there
	denied   []surroundings // in which it is not found
}

// surroundings are what a denied context has around a form.
type surroundings struct{ before, after []class }

// Matcher compiles the forms of all terms for texts in a script, "zh-Hans" or
// "zh-Hant"; for the latter regional wordings (捷運 for 地铁) match too.
func (g *Glossary) Matcher(scriptOfText string) *Matcher {
	wordings := func(k string) []string { return []string{k} }
	if scriptOfText == script.Traditional {
		wordings = variants
	}
	forms := g.forms(wordings)
	contexts := make([][]string, len(g.Terms))
	var keys []string
	for i, t := range g.Terms {
		for _, context := range t.Deny {
			contexts[i] = append(contexts[i], wordings(keyOf(context))...)
		}
		keys = append(keys, contexts[i]...)
	}
	for _, f := range forms {
		keys = append(keys, f.key)
	}

	m := &Matcher{alphabet: newAlphabet(keys), patterns: g.patterns()}
	var entries []entry
	for _, f := range forms {
		spelt := m.alphabet.spell(f.key)
		f.from = m.alphabet.isLetter(spelt[0])
		f.to = m.alphabet.isLetter(spelt[len(spelt)-1])
		for _, context := range contexts[f.term] {
			f.denied = append(f.denied, m.around(f.key, context)...)
		}
		value := int32(1 + f.term)
		if f.quoted || f.from || f.to || len(f.denied) > 0 {
			value = int32(-1 - len(m.conditional))
			m.conditional = append(m.conditional, f)
		}
		entries = append(entries, entry{spelt, value})
	}
	m.trie = newTrie(entries, m.alphabet.size)
	return m
}

// forms returns one form for each key. Those an editor wrote come before those
// made of names of places and of other wordings; of two with the same key the first stays.
func (g *Glossary) forms(wordings func(string) []string) []form {
	var written, made []form
	for i, t := range g.Terms {
		for _, f := range t.Forms() {
			for _, named := range withPlaces(f) {
				for _, k := range wordings(keyOf(named)) {
					made = append(made, form{key: k, term: i, quoted: quoted(f), within: marked(f)})
				}
			}
			all := wordings(keyOf(f))
			if all[0] == "" {
				continue
			}
			written = append(written, form{key: all[0], term: i, quoted: quoted(f), within: marked(f)})
			for _, k := range all[1:] {
				made = append(made, form{key: k, term: i, quoted: quoted(f), within: marked(f)})
			}
		}
	}
	index := map[string]int{}
	var forms []form
	for _, f := range slices.Concat(written, made) {
		i, known := index[f.key]
		if !known {
			index[f.key] = len(forms)
			forms = append(forms, f)
		} else if forms[i].term == f.term {
			forms[i].quoted = forms[i].quoted || f.quoted
			forms[i].within = forms[i].within || f.within
		}
	}
	return forms
}

// around returns what is around each occurrence of a form in a context.
func (m *Matcher) around(form, context string) (all []surroundings) {
	for i := range context {
		if after, ok := strings.CutPrefix(context[i:], form); ok {
			all = append(all, surroundings{m.alphabet.spell(context[:i]), m.alphabet.spell(after)})
		}
	}
	return all
}
