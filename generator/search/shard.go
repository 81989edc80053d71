package search

import (
	"fmt"
	"math"
	"unicode/utf8"
)

// Files are at most about so long, in bytes; a long list alone makes a longer one.
// Compressed, a shard is then 16 KB and a chunk 9 KB. A query reads some eight shards of
// lines and titles, more where its words have other forms, and, of six reports, three
// lines each, which stand in a dozen chunks: with what there is, 120 KB at 3,000 reports,
// these are 400 KB at most.
const (
	shardSize = 24 << 10
	chunkSize = 20 << 10
)

// many is from how many characters of keys on files are as long as they may be: some
// forty reports.
const many = 600_000

// sizeFor is how long a file is of an index of so many characters. It grows as their
// root, and so does the number of files: a small index is read in small parts.
func sizeFor(most, characters int) int {
	return int(float64(most) * min(1, math.Sqrt(float64(characters)/many)))
}

// directory says which file has what.
type directory struct {
	First  string `json:"first"`  // the first gram of each shard
	Chunks string `json:"chunks"` // a list of the first unit of each chunk
}

// write writes shards of the grams of units and chunks of their texts, each as it is
// whole, under names that begin with prefix. It adds the characters used in keys.
func write(prefix string, units []unit, used map[rune]bool, put putting) (d directory, err error) {
	var open shard
	n := 0
	flush := func() {
		if err == nil {
			err = put(name(prefix+"g", n), [2]string{string(open.grams), string(open.lists)})
		}
		n++
		open = shard{}
	}
	s := newStream(units)
	for _, r := range s.alphabet {
		used[r] = true
	}
	size := sizeFor(shardSize, len(s.chars))
	for l := range s.lists() {
		if open.size() > 0 && open.size()+len(l.list) > size {
			flush()
		}
		if open.size() == 0 {
			d.First += string(l.gram[:])
		}
		open.add(l)
	}
	if open.size() > 0 {
		flush()
	}
	if err == nil {
		d.Chunks, err = writeTexts(prefix, units, sizeFor(chunkSize, len(s.chars)), put)
	}
	return d, err
}

func name(prefix string, n int) string { return fmt.Sprintf("%s%d", prefix, n) }

// shard is some grams in a row, as they stand in a file.
type shard struct {
	grams, lists []byte
	last         gram
}

func (s *shard) size() int { return len(s.grams) + len(s.lists) }

// add writes the characters that a gram does not share with the one before; and
// a number, three times the length of its list and how many it shares; and its list.
func (s *shard) add(l gramList) {
	shared := 0
	for s.size() > 0 && shared < 2 && l.gram[shared] == s.last[shared] {
		shared++
	}
	for _, r := range l.gram[shared:] {
		s.grams = utf8.AppendRune(s.grams, r)
	}
	s.lists = appendNumber(s.lists, 3*len(l.list)+shared)
	s.lists = append(s.lists, l.list...)
	s.last = l.gram
}

// writeTexts writes chunks of units, about so long, and returns the list of their first
// units.
func writeTexts(prefix string, units []unit, most int, put putting) (string, error) {
	var firsts []int
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
		if err := put(name(prefix+"t", len(firsts)), chunk); err != nil {
			return "", err
		}
		firsts = append(firsts, from)
		from += len(chunk)
	}
	return list(firsts), nil
}
