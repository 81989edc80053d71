package data

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"hash/crc32"

	"github.com/klauspost/compress/flate"

	"jianzhu/generator/cache"
)

// packing is the archive on its way. Its files are deflated in parts, each by itself,
// which are one stream when they follow each other: a part that an earlier run has
// deflated is not deflated again.
type packing struct {
	zip     *zip.Writer
	kept    *cache.Store
	deflate *flate.Writer // nil before the first part that is not kept
}

// sheet adds a sheet. Of a run whose part is kept no row is made.
func (to *packing) sheet(s Sheet, from *collected) error {
	file := &packed{packing: to, name: s.File}
	var made bytes.Buffer
	written := s.printer(file)
	for r := range s.runs(from) {
		if r.on == nil {
			r.rows(written.print)
			continue
		}
		if from.keys == nil {
			r.on = nil
		}
		file.end()
		file.add(r.on, func() []byte {
			made.Reset()
			written.to = &made
			r.rows(written.print)
			written.to = file
			return made.Bytes()
		})
	}
	return file.close()
}

// file adds any other file.
func (to *packing) file(name string, content []byte) error {
	file := &packed{packing: to, name: name}
	file.Write(content)
	return file.close()
}

// packed is a file of it.
type packed struct {
	*packing
	name  string
	part  []byte // that has not ended
	parts [][]byte
	size  int
	sum   uint32
}

// Of rows that are written to a file a part has at least some, and then ends behind one
// whose checksum says so: where a row changes, comes or goes, the parts before and
// behind it stay as they are. Longer parts deflate better.
const (
	leastPart = 64 << 10
	mostPart  = 1 << 20
	oneIn     = 512
)

// level is that of deflating: the one below takes two thirds of the time, for three parts in
// a hundred more.
const level = 6

// Write takes a row, or more that are to be in one part.
func (p *packed) Write(row []byte) (int, error) {
	p.part = append(p.part, row...)
	if n := len(p.part); n >= mostPart || n >= leastPart && crc32.ChecksumIEEE(row)%oneIn == 0 {
		p.end()
	}
	return len(row), nil
}

// end ends the part of what was written.
func (p *packed) end() {
	if len(p.part) > 0 {
		p.add(nil, func() []byte { return p.part })
		p.part = p.part[:0]
	}
}

// add adds a part that depends on what a key says, or without one on what it is itself.
func (p *packed) add(on func() cache.Key, of func() []byte) {
	kept := p.recall(on, of)
	size, sum := int(binary.LittleEndian.Uint32(kept)), binary.LittleEndian.Uint32(kept[4:])
	p.parts = append(p.parts, kept[about:])
	p.sum, p.size = sumOfBoth(p.sum, sum, size), p.size+size
}

// recall returns a part as it is kept, and keeps it.
func (p *packed) recall(on func() cache.Key, of func() []byte) []byte {
	if p.kept == nil {
		return p.deflated(of())
	}
	var key cache.Key
	if on != nil {
		depends := on()
		key = cache.KeyOf([]byte("part"), []byte(p.name), depends[:])
	} else {
		part := of()
		key, of = cache.KeyOf([]byte("deflated"), part), func() []byte { return part }
	}
	kept, is := p.kept.Get(key)
	if !is {
		kept = p.deflated(of())
		p.kept.Put(key, kept)
	}
	return kept
}

// about is how many bytes stand before a part that is kept: its size and checksum.
const about = 8

// deflated is a part as it is kept: whole blocks, that end at a byte.
func (p *packing) deflated(part []byte) []byte {
	var b bytes.Buffer
	binary.Write(&b, binary.LittleEndian, [2]uint32{uint32(len(part)), crc32.ChecksumIEEE(part)})
	if p.deflate == nil {
		p.deflate, _ = flate.NewWriter(&b, level) // which is one
	} else {
		p.deflate.Reset(&b)
	}
	p.deflate.Write(part)
	p.deflate.Flush()
	return b.Bytes()
}

// lastBlock ends what is deflated: a last block, of nothing.
const lastBlock = "\x01\x00\x00\xff\xff"

// close puts the file into the archive.
func (p *packed) close() error {
	p.end()
	p.parts = append(p.parts, []byte(lastBlock))
	header := zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.sum, UncompressedSize64: uint64(p.size), CreatorVersion: 20, ReaderVersion: 20}
	//lint:ignore SA1019 CreateRaw writes this field, and Modified nowhere
	header.ModifiedDate, header.Extra = beginning, []byte(extended)
	for _, part := range p.parts {
		header.CompressedSize64 += uint64(len(part))
	}
	w, err := p.zip.CreateRaw(&header)
	for i := 0; err == nil && i < len(p.parts); i++ {
		_, err = w.Write(p.parts[i])
	}
	return err
}

// The date of all files, 1980-01-01, as MS-DOS and as Unix has it: one of its own would
// make each build another file.
const (
	beginning = 1<<5 | 1
	extended  = "UT\x05\x00\x01\x00\xa6\xce\x12"
)
