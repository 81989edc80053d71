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

// writeTexts writes chunks of units, about so long. It returns the list of their first units,
// and the editions of the spans.
func (w *writer) writeTexts(prefix string, units []unit, of, most int) (firsts string, editions []string, err error) {
	var all []int
	var said []byte
	deflate := newDeflater()
	editions = []string{}
	for some := range slices.Chunk(units, span) {
		said = fmt.Append(said[:0], "search texts ", most)
		for _, u := range some {
			said = u.said(said)
		}
		made := cache.Once(w.kept, cache.KeyOf(said), func() chunks { return deflate.chunks(some, most) })
		from, edition := len(editions)*span, editionOf(made.Packed...)
		for i, first := range made.Firsts {
			if err := w.putOf(fmt.Sprintf("%st%d", prefix, from+first), edition, quoted64(nil, []byte(made.Packed[i]))); err != nil {
				return "", nil, err
			}
			all = append(all, from+first)
		}
		editions = append(editions, edition)
	}
	return list(all, of), editions, nil
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
