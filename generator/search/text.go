package search

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"errors"
	"fmt"

	"jianzhu/generator/cache"
)

// span is how many units have their chunks in common: these are as long as each other, and of
// one edition. What becomes longer moves no chunk of another span.
const span = 512

// chunks are the texts of a span, compressed: base64 of what every browser can inflate takes
// half of the room of the JSON in a file.
type chunks struct {
	Firsts []int // the first unit of each, counted in the span
	Packed [][]byte
}

// writeTexts writes chunks of units, about so long. It returns the list of their first units,
// and the editions of the spans.
func (w *writer) writeTexts(prefix string, units []unit, of, most int) (firsts string, editions []string, err error) {
	deflate, err := newDeflater()
	if err != nil {
		return "", nil, err
	}
	editions = []string{}
	var all []int
	var said []byte
	for from := 0; from < len(units); from += span {
		some := units[from:min(len(units), from+span)]
		said = said[:0]
		for _, u := range some {
			said = u.said(said)
		}
		made := cache.Once(w.kept, cache.KeyOf([]byte("search texts"), fmt.Append(nil, most), said), func() (c chunks) {
			c, err = deflate.chunks(some, most)
			return c
		})
		if err != nil {
			return "", nil, err
		}
		edition := editionOf(made.Packed...)
		for i, first := range made.Firsts {
			if err := w.putOf(fmt.Sprintf("%st%d", prefix, from+first), edition, quoted64(made.Packed[i])); err != nil {
				return "", nil, err
			}
			all = append(all, from+first)
		}
		editions = append(editions, edition)
	}
	return list(all, of), editions, nil
}

// deflater compresses texts.
type deflater struct {
	json, out bytes.Buffer
	writer    *flate.Writer
}

// quick is the effort of compression that takes a third of the time of the usual one for
// a thirtieth more.
const quick = 3

func newDeflater() (*deflater, error) {
	var d deflater
	var err error
	d.writer, err = flate.NewWriter(&d.out, quick)
	return &d, err
}

// chunks are those of the units of a span.
func (d *deflater) chunks(units []unit, most int) (c chunks, err error) {
	ends, err := d.read(units)
	if err != nil {
		return c, err
	}
	text := d.json.Bytes()
	n := max(1, (len(text)+most/2)/most)
	for unit, from := 0, 0; unit < len(ends); {
		c.Firsts = append(c.Firsts, unit)
		for unit++; unit < len(ends) && ends[unit] <= len(c.Firsts)*len(text)/n; {
			unit++
		}
		to := ends[unit-1]
		packed, err := d.bytes([]byte("["), text[from:to-1], []byte("]"))
		if err != nil {
			return c, err
		}
		c.Packed = append(c.Packed, packed)
		from = to
	}
	return c, nil
}

// read makes JSON of units, each with a comma after it, and returns where they end.
func (d *deflater) read(units []unit) (ends []int, err error) {
	d.json.Reset()
	encoder := json.NewEncoder(&d.json)
	for _, u := range units {
		if err := encoder.Encode(u.shown()); err != nil {
			return nil, err
		}
		d.json.Bytes()[d.json.Len()-1] = ',' // in place of the line's end
		ends = append(ends, d.json.Len())
	}
	return ends, nil
}

// bytes are parts of a text, compressed.
func (d *deflater) bytes(parts ...[]byte) ([]byte, error) {
	d.out.Reset()
	d.writer.Reset(&d.out)
	var err error
	for _, part := range parts {
		_, unwritten := d.writer.Write(part)
		err = errors.Join(err, unwritten)
	}
	err = errors.Join(err, d.writer.Close())
	return bytes.Clone(d.out.Bytes()), err
}
