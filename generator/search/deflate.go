package search

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/flate"
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

// level is that of deflating: the next one takes half as much time again, for a part in a
// hundred.
const level = 6

func newDeflater() *deflater {
	d := new(deflater)
	var err error
	d.writer, err = flate.NewWriter(&d.out, level)
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
