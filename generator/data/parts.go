package data

import (
	"bytes"
	"cmp"
	"compress/flate"
	"hash/crc32"
	"io"

	"jianzhu/generator/cache"
)

// parts deflates a file in parts, each by itself, which are one stream when they follow
// each other: so a part that is as in an earlier run need not be deflated again. Where
// one ends the rows at hand tell, and not what stands before them: a row that changes,
// comes or goes makes another part where it is, and the others stay.
type parts struct {
	to   io.Writer
	kept *cache.Store
	part []byte        // that has not ended
	made *flate.Writer // nil before the first part that is not kept
}

// A part has at least some rows, and then ends behind one in so many. More per part
// deflate better; less need be done again after a change, and a term that is all over
// the reports is in many parts.
const (
	leastPart = 24 << 10
	mostPart  = 1 << 20
	oneIn     = 64
)

// lastBlock ends what is deflated: a last block of nothing.
const lastBlock = "\x01\x00\x00\xff\xff"

// inParts is a compressor for archive/zip.
func inParts(kept *cache.Store) func(to io.Writer) (io.WriteCloser, error) {
	return func(to io.Writer) (io.WriteCloser, error) { return &parts{to: to, kept: kept}, nil }
}

// Write takes a row, or more that are to be in one part.
func (p *parts) Write(row []byte) (int, error) {
	p.part = append(p.part, row...)
	if n := len(p.part); n < leastPart || n < mostPart && crc32.ChecksumIEEE(row)%oneIn != 0 {
		return len(row), nil
	}
	return len(row), p.end()
}

// Close ends the file.
func (p *parts) Close() error {
	err := p.end()
	_, ending := io.WriteString(p.to, lastBlock)
	return cmp.Or(err, ending)
}

// end ends a part.
func (p *parts) end() error {
	deflated, err := p.deflated()
	if err == nil {
		_, err = p.to.Write(deflated)
	}
	p.part = p.part[:0]
	return err
}

// deflated is the part as a run of blocks that ends at a byte.
func (p *parts) deflated() ([]byte, error) {
	key := cache.KeyOf([]byte("deflated"), p.part)
	if deflated, is := p.kept.Get(key); is {
		return deflated, nil
	}
	var b bytes.Buffer
	if p.made == nil {
		p.made, _ = flate.NewWriter(&b, flate.DefaultCompression) // the level is one
	} else {
		p.made.Reset(&b)
	}
	_, err := p.made.Write(p.part)
	if err = cmp.Or(err, p.made.Flush()); err == nil {
		p.kept.Put(key, b.Bytes())
	}
	return b.Bytes(), err
}
