package search

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"io"
	"slices"

	"jianzhu/generator/cache"
	"jianzhu/generator/tongue"
)

// What stands is read as it was written.

// last is the index that stands; nothing where there is none, or a file of it is not as it
// was put.
func (w *writer) last() standing {
	text, err := w.files.Read(Index)
	if err != nil {
		return standing{}
	}
	is, kept := cache.Recall[standing](w.kept, standingKey(text))
	files := slices.Concat(is.Lines.files(linesPrefix), is.Titles.files(titlesPrefix))
	if !kept || slices.ContainsFunc(files, func(file string) bool { return !w.files.Stands(file) }) {
		return standing{}
	}
	return is
}

func standingKey(index []byte) cache.Key { return cache.KeyOf([]byte("search"), index) }

// valueOf reads the value of a file.
func (w *writer) valueOf(name, edition string) ([]byte, error) {
	text, err := w.files.Read(path(name, edition))
	if err != nil {
		return nil, err
	}
	around := call(name+"-"+edition, nil)
	end := len(around) - len(callEnd)
	value, begins := bytes.CutPrefix(text, around[:end])
	value, ends := bytes.CutSuffix(value, around[end:])
	if !begins || !ends {
		return nil, unlike(name, edition)
	}
	return value, nil
}

// Damaged is an error of a file that is not what was written, which its time, size and
// mode do not tell. Where nothing stands the index can be made all the same.
type Damaged struct{ File string } // by path from the site's root

func (d *Damaged) Error() string { return tongue.Sprintf("%s is not what was written", d.File) }

func unlike(name, edition string) error { return &Damaged{path(name, edition)} }

// shardReader reads a shard.
type shardReader struct {
	gram            // that is read
	lists *unpacker // at its list, which the reader's user reads
}

func (w *writer) shardOf(prefix string, of row) (*shardReader, error) {
	name := prefix + shardName(of.first())
	value, err := w.valueOf(name, of.edition())
	if err != nil {
		return nil, err
	}
	bits, ok := bytesOf(value)
	if !ok || editionOf(value) != of.edition() {
		return nil, unlike(name, of.edition())
	}
	return &shardReader{lists: unpackerOf(bits)}, nil
}

// bytesOf reads what quoted has written, and reports whether it has.
func bytesOf(value []byte) ([]byte, bool) {
	return appendBytes(nil, bytes.Trim(value, `"`))
}

// next reads a gram.
func (s *shardReader) next() bool {
	others := s.lists.number(0)
	if others == ended {
		return false
	}
	shared := 2 - others
	s.gram[shared] += rune(s.lists.number(nextOrder))
	for i := shared + 1; i < len(s.gram); i++ {
		s.gram[i] = rune(s.lists.number(anyOrder))
	}
	return true
}

// unitsOf are the units that have a beginning, by the lists of its grams.
func (w *writer) unitsOf(prefix string, of grams, beginning gram) (units []int, err error) {
	at, _ := slices.BinarySearchFunc(of.Shards, beginning, func(r row, g gram) int { return r.first().compare(g) })
	for at = max(0, at-1); at < len(of.Shards); at++ {
		if first := of.Shards[at].first(); first.compare(beginning) > 0 && !first.has(beginning) {
			break
		}
		shard, err := w.shardOf(prefix, of.Shards[at])
		if err != nil {
			return nil, err
		}
		for shard.next() {
			if shard.isBeginning() || !shard.has(beginning) {
				shard.lists.pass(shard.gram, of.Code)
				continue
			}
			for _, p := range shard.lists.places(of.Code) {
				units = append(units, int(p.unit))
			}
		}
	}
	slices.Sort(units)
	return slices.Compact(units), nil
}

// textsOf reads the texts of a span.
func (w *writer) textsOf(prefix string, i int, all []texts) (units []unit, err error) {
	if i >= len(all) {
		return nil, nil
	}
	packed, err := w.packedOf(prefix, i*span, all[i])
	for _, chunk := range packed {
		said, unread := textsIn(chunk)
		if unread != nil {
			return nil, unread
		}
		units = append(units, said...)
	}
	return units, err
}

// packedOf reads the chunks of a span.
func (w *writer) packedOf(prefix string, from int, of texts) (packed [][]byte, err error) {
	name := ""
	for _, first := range of.Firsts {
		name = prefix + chunkName(from+first)
		value, err := w.valueOf(name, of.Edition)
		if err != nil {
			return nil, err
		}
		chunk, _ := bytesOf(value) // what is none is another
		packed = append(packed, chunk)
	}
	if editionOf(packed...) != of.Edition {
		return nil, unlike(name, of.Edition)
	}
	return packed, nil
}

// textsIn are the texts of a chunk.
func textsIn(packed []byte) (units []unit, err error) {
	short, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	var all [][]any
	if err == nil {
		err = json.Unmarshal(fromShort(short), &all)
	}
	for _, of := range all {
		u := unit{}
		if len(of) > 1 {
			u.title[1], _ = of[1].(string)
		}
		units = append(units, u)
	}
	return units, err
}
