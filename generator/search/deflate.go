package search

import (
	"bytes"
	"compress/flate"
	"sync"
)

// deflater compresses JSON in memory, which does not fail, in a code of its own (see often.go).
// As digits it takes less than two fifths of the room of the JSON in a file.
type deflater struct {
	json, out bytes.Buffer
	coded     []byte
	writer    *flate.Writer
}

// deflaters are used again, for each has most of a megabyte.
var deflaters = sync.Pool{New: func() any { return newDeflater() }}

// quick is the effort of compression that takes a third of the time of the usual one for
// a thirtieth more.
const quick = 3

func newDeflater() *deflater {
	d := new(deflater)
	var err error
	d.writer, err = flate.NewWriter(&d.out, quick)
	never(err)
	return d
}

func never(err error) {
	if err != nil {
		panic(err)
	}
}

// packed is a text, compressed.
func (d *deflater) packed(text []byte) string {
	d.coded = appendShort(d.coded[:0], text)
	d.out.Reset()
	d.writer.Reset(&d.out)
	_, err := d.writer.Write(d.coded)
	never(err)
	never(d.writer.Close())
	return d.out.String()
}
