package search

import (
	"maps"

	"jianzhu/generator/cache"
)

// standing is an index as it stands: what the next one needs to know of it, to leave files
// as they are. It is kept by its file index.js, in which all others are named.
type standing struct{ Lines, Titles part }

// used are the characters of keys.
func (s standing) used() map[rune]bool {
	used := map[rune]bool{afterKey: true}
	for _, p := range []part{s.Lines, s.Titles} {
		for g := range p.Grams.Count.Beginnings {
			used[g[0]] = true
		}
	}
	return used
}

// part is what an index has of lines, or of titles.
type part struct {
	Entries int // how many units are of entries: the first ones
	Grams   grams
	Texts   []texts // of each span
}

// grams are the shards of a part.
type grams struct {
	Code   code
	Count  census
	Shards []row
}

// texts are the chunks of a span.
type texts struct {
	Said    cache.Key // by its units
	Firsts  []int     // see chunks
	Edition string
}

// census is of how many characters keys are.
type census struct {
	Characters int // with what stands after each key
	Keys       int
	Beginnings map[gram]int // how many grams begin with each character, and with two that are not rare
	Long       int          // of how many grams on they have a list of their own (see sizes)
	Rare       int          // no other two have more
}

// census counts, of beginnings those that are given to add. Two characters are counted where
// they have a quarter of what is long.
func (s *stream) census(long int) census {
	return census{len(s.chars), s.keys, map[gram]int{}, long, long / 4}
}

// isLong reports whether a beginning has a list of its own.
func (c census) isLong(g gram) bool { return c.Beginnings[g] > c.Long }

// code is how lists of these are written.
func (c census) code(units int) code {
	return code{steady(units), orderFor(c.Characters, c.Keys)}
}

// revised is a census when some units read otherwise.
func (c census) revised(was, is *stream) census {
	more := map[gram]int{}
	was.addBeginnings(more, -1)
	is.addBeginnings(more, 1)
	now := census{c.Characters + len(is.chars) - len(was.chars), c.Keys + is.keys - was.keys, maps.Clone(c.Beginnings), c.Long, c.Rare}
	for g, n := range more {
		before, counted := c.Beginnings[g]
		switch {
		case !counted && g[1] != filler:
			now.Rare = max(now.Rare, c.Rare+n)
		case before+n == 0:
			delete(now.Beginnings, g)
		default:
			now.Beginnings[g] = before + n
		}
	}
	return now
}

// add adds a beginning, and reports whether it is long.
func (c census) add(l gramList) bool {
	if l.gram[1] == filler || len(l.places) > c.Rare {
		c.Beginnings[l.gram] = len(l.places)
	}
	return c.isLong(l.gram)
}

// addBeginnings adds a number for each gram to what it begins with.
func (s *stream) addBeginnings(to map[gram]int, n int) {
	for i, c := range s.chars {
		if first := s.alphabet[c]; !isEnd(first) {
			to[gram{first, filler, filler}] += n
			to[gram{first, s.alphabet[s.chars[i+1]], filler}] += n
		}
	}
}

// writePart writes shards of the grams of units and chunks of their texts, each as it is
// whole, under names that begin with prefix; what the last part has as it is to be stays.
func (w *writer) writePart(prefix string, most sizes, units []unit, last part) (p part, err error) {
	said := saidBy(units)
	revised, err := w.revisionOf(prefix, units, said, last)
	if err != nil {
		return p, err
	}
	if revised != nil && revised.fits(most, len(units)) {
		p.Grams, err = w.revise(prefix, most, revised)
	} else {
		p.Grams, err = w.writeGrams(prefix, most, units)
	}
	if err != nil {
		return p, err
	}
	for p.Entries < len(units) && units[p.Entries].entry {
		p.Entries++
	}
	chunk := sizeFor(most.chunk, p.Grams.Count.Characters)
	var before []texts
	if chunk == sizeFor(most.chunk, last.Grams.Count.Characters) {
		before = last.Texts
	}
	p.Texts, err = w.writeTexts(prefix, units, said, chunk, before)
	return p, err
}

// writeGrams writes the shards of all units.
func (w *writer) writeGrams(prefix string, most sizes, units []unit) (g grams, err error) {
	s := newStream(units)
	g.Count = s.census(most.long)
	g.Code = g.Count.code(len(units))
	to := w.shards(prefix, most, g.Count)
	var list packed
	for l := range s.lists() {
		if l.isBeginning() && !g.Count.add(l) {
			continue
		}
		list.reset()
		s.pack(&list, l, g.Code)
		if err := to.add(l.gram, &list); err != nil {
			return g, err
		}
	}
	err = to.end()
	g.Shards = to.rows
	return g, err
}

// directory is what is said of a part, when the pages of the directory are written.
func (w *writer) directory(prefix string, p part) (d directory, err error) {
	d = directory{Chunks: chunksOf(p.Texts, p.Grams.Code.Units), Texts: []string{}, Units: p.Grams.Code.Units, Order: p.Grams.Code.Order}
	for _, t := range p.Texts {
		d.Texts = append(d.Texts, t.Edition)
	}
	d.Rows, err = w.writeDirectory(prefix, p.Grams.Shards)
	return d, err
}

// files are the paths of all files of a part but its directory.
func (p part) files(prefix string) (all []string) {
	for _, r := range p.Grams.Shards {
		all = append(all, path(prefix+shardName(r.first()), r.edition()))
	}
	for i, t := range p.Texts {
		for _, first := range t.Firsts {
			all = append(all, path(prefix+chunkName(i*span+first), t.Edition))
		}
	}
	return all
}
