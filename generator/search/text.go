package search

import (
	"encoding/json"
	"fmt"
	"slices"

	"jianzhu/generator/cache"
)

// span is how many units have their chunks in common: these are as long as each other, and of
// one edition. What becomes longer moves no chunk of another span.
const span = 1024

// chunks are the texts of a span, compressed.
type chunks struct {
	Firsts []int // the first unit of each, counted in the span
	Packed []string
}

// saidBy are keys of spans of units.
func saidBy(units []unit) (keys []cache.Key) {
	var said []byte
	for some := range slices.Chunk(units, span) {
		said = said[:0]
		for _, u := range some {
			said = u.said(said)
		}
		keys = append(keys, cache.KeyOf(said))
	}
	return keys
}

// writeTexts writes chunks of units, about so long, and tells which these are. Those of spans
// that were as they are stay.
func (w *writer) writeTexts(prefix string, units []unit, said []cache.Key, most int, last []texts) (all []texts, err error) {
	deflate := deflaters.Get().(*deflater)
	defer deflaters.Put(deflate)
	for i, key := range said {
		kept := cache.KeyOf([]byte("search texts"), fmt.Append(nil, most), key[:])
		if i < len(last) && last[i].Said == key {
			w.kept.Has(kept) // it is not to be let go
			all = append(all, last[i])
			err = w.stayTexts(prefix, i*span, last[i])
		} else {
			some := units[i*span : min(len(units), (i+1)*span)]
			made := cache.Once(w.kept, kept, func() chunks { return deflate.chunks(some, most) })
			all = append(all, texts{key, made.Firsts, editionOf(made.Packed...)})
			err = w.putTexts(prefix, i*span, all[i], made)
		}
		if err != nil {
			return all, err
		}
	}
	return all, nil
}

func (w *writer) stayTexts(prefix string, from int, is texts) error {
	for _, first := range is.Firsts {
		if err := w.files.Stay(path(prefix+chunkName(from+first), is.Edition)); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) putTexts(prefix string, from int, is texts, made chunks) error {
	for i, first := range is.Firsts {
		if err := w.putOf(prefix+chunkName(from+first), is.Edition, quoted([]byte(made.Packed[i]))); err != nil {
			return err
		}
	}
	return nil
}

// chunkName is t and the first unit.
func chunkName(first int) string { return fmt.Sprintf("t%d", first) }

// chunksOf is a list of the first units of all chunks, of so many.
func chunksOf(all []texts, of int) string {
	var firsts []int
	for i, is := range all {
		for _, first := range is.Firsts {
			firsts = append(firsts, i*span+first)
		}
	}
	return list(firsts, of)
}

// chunks are those of the units of a span.
func (d *deflater) chunks(units []unit, most int) (c chunks) {
	ends := d.read(units)
	text := d.json.Bytes()
	n := max(1, (len(text)+most/2)/most)
	for unit, from := 0, 0; unit < len(ends); {
		c.Firsts = append(c.Firsts, unit)
		for unit++; unit < len(ends) && ends[unit] <= len(c.Firsts)*len(text)/n; {
			unit++
		}
		last := ends[unit-1] // what parts two units begins and ends a list too
		text[from], text[last] = '[', ']'
		c.Packed = append(c.Packed, d.packed(text[from:last+1]))
		from = last
	}
	return c
}

// read makes JSON of units, with a byte before and after each, and returns where they end.
func (d *deflater) read(units []unit) (ends []int) {
	d.json.Reset()
	d.json.WriteByte('[')
	encoder := json.NewEncoder(&d.json)
	for _, u := range units {
		never(encoder.Encode(u.shown()))
		end := d.json.Len() - 1
		d.json.Bytes()[end] = ',' // it was the line's end
		ends = append(ends, end)
	}
	return ends
}
