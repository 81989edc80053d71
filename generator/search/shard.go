package search

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// sizes are how long files are at most, about, in bytes: shards as they stand, chunks
// before they are compressed, to half; a long list alone makes a longer one. What a query
// reads at 3,000 reports is less than 400 KB with these: some five shards, three lines of
// each of six reports, which stand in a dozen chunks, and 90 KB of script and of what
// there is. Titles are asked as often, and have less to say.
type sizes struct{ shard, chunk int }

var (
	ofLines  = sizes{24 << 10, 20 << 10}
	ofTitles = sizes{8 << 10, 8 << 10}
)

// many is from how many characters of keys on files are as long as they may be: some
// forty reports.
const many = 600_000

// sizeFor is how long a file is of an index of so many characters. It grows as their
// root, and so does the number of files: a small index is read in small parts.
func sizeFor(most, characters int) int {
	return int(float64(most) * min(1, math.Sqrt(float64(characters)/many)))
}

// A page of the directory has the first grams of so many shards. At 3,000 reports there
// are 10,000: all of them would be as much to load as what a query finds.
const pageSize = 128

// directory says which file has what.
type directory struct {
	First  string `json:"first"`  // the first gram of each page of the directory
	Chunks string `json:"chunks"` // a list of the first unit of each chunk
	Units  int    `json:"units"`  // how many there are
	Order  int    `json:"order"`  // of positions
}

// write writes shards of the grams of units and chunks of their texts, each as it is
// whole, under names that begin with prefix. It adds the characters used in keys.
func write(prefix string, most sizes, units []unit, used map[rune]bool, put putting) (d directory, err error) {
	s := newStream(units)
	for _, r := range s.alphabet {
		used[r] = true
	}
	firsts, err := writeGrams(prefix, s, sizeFor(most.shard, len(s.chars)), put)
	if err != nil {
		return d, err
	}
	for i := 0; len(firsts) > 0; i++ {
		page := firsts[:min(pageSize, len(firsts))]
		firsts = firsts[len(page):]
		d.First += string(page[0][:])
		var text []rune
		for _, g := range page {
			text = append(text, g[:]...)
		}
		if err := put(name(prefix+"d", i), string(text)); err != nil {
			return d, err
		}
	}
	d.Chunks, err = writeTexts(prefix, units, sizeFor(most.chunk, len(s.chars)), put)
	d.Units, d.Order = len(units), s.order
	return d, err
}

// writeGrams writes shards and returns the first gram of each.
func writeGrams(prefix string, s stream, most int, put putting) (firsts []gram, err error) {
	var open shard
	flush := func() {
		if err == nil {
			err = put(name(prefix+"g", len(firsts)-1), [2]string{string(open.grams), open.lists.String()})
		}
		open = shard{}
	}
	var where packed
	for l := range s.lists() {
		where = packed{bytes: where.bytes[:0]}
		s.pack(&where, l)
		if open.size() > 0 && open.size()+size64(where) > most {
			flush()
		}
		if open.size() == 0 {
			firsts = append(firsts, l.gram)
		}
		open.add(l.gram, where)
	}
	if open.size() > 0 {
		flush()
	}
	return firsts, err
}

func name(prefix string, n int) string { return fmt.Sprintf("%s%d", prefix, n) }

// shard is some grams in a row, as they stand in a file.
type shard struct {
	grams []byte
	lists packed
	last  gram
}

func (s *shard) size() int { return len(s.grams) + size64(s.lists) }

// size64 is how long bits are in a file.
func size64(p packed) int { return len(p.bytes) * 4 / 3 }

// add writes the characters that a gram does not share with the one before; and
// how many it shares, 2 as one bit, and where it is.
func (s *shard) add(g gram, where packed) {
	shared := 0
	for s.size() > 0 && shared < 2 && g[shared] == s.last[shared] {
		shared++
	}
	for _, r := range g[shared:] {
		s.grams = utf8.AppendRune(s.grams, r)
	}
	s.lists.number(2-shared, 0)
	s.lists.add(where)
	s.last = g
}

// writeTexts writes chunks of units, about so long, and returns the list of their first
// units.
func writeTexts(prefix string, units []unit, most int, put putting) (string, error) {
	var firsts []int
	deflate, err := newDeflater()
	if err != nil {
		return "", err
	}
	for from := 0; from < len(units); {
		var chunk []any
		for size := 0; from+len(chunk) < len(units); {
			u := units[from+len(chunk)]
			text := u.text()
			if size += len(text) + u.besides(); len(chunk) > 0 && size > most {
				break
			}
			chunk = append(chunk, u.shown(text))
		}
		text, err := deflate.json(chunk)
		if err == nil {
			err = put(name(prefix+"t", len(firsts)), text)
		}
		if err != nil {
			return "", err
		}
		firsts = append(firsts, from)
		from += len(chunk)
	}
	return list(firsts, len(units)), nil
}
