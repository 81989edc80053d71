package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"jianzhu/generator/tongue"
)

// suffix is that of packs; pending that of one being written, which a kill may leave.
const suffix, pending = ".pack", ".pending"

// pack is a file of results: their contents one after another, a row for each, and a
// trailer that tells how many rows there are and the checksum of them.
type pack struct {
	file *os.File
	name string // "" before it is finished
	rows []row
	size int64
}

// row is what a pack says of a result.
type row struct {
	Key            Key
	Sum            [sha256.Size]byte // of key and content
	Offset, Length int64
}

type trailer struct {
	Sum   [sha256.Size]byte // of the rows
	Count int64
	Magic [8]byte
}

var magic = [8]byte([]byte("jzcache1"))

// entry is a result in a pack.
type entry struct {
	key            Key
	sum            [sha256.Size]byte
	pack           *pack
	offset, length int64
}

func sumOf(key Key, content []byte) [sha256.Size]byte {
	return KeyOf(key[:], content)
}

// read returns the result, if it is what was put.
func (e entry) read() ([]byte, error) {
	content := make([]byte, e.length)
	_, err := e.pack.file.ReadAt(content, e.offset)
	if err == nil && sumOf(e.key, content) != e.sum {
		err = tongue.New("not what was written")
	}
	if err != nil {
		return nil, damage(e.pack.file.Name(), err)
	}
	return content, nil
}

func damage(file string, err error) error {
	return tongue.Errorf("%s: damaged (%w); what it had is made anew", filepath.Base(file), err)
}

// openPack opens a finished pack. Of a damaged one nothing is taken.
func openPack(file string) (*pack, []entry, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, err
	}
	p := &pack{file: f, name: filepath.Base(file)}
	entries, err := p.entries()
	if err != nil {
		return nil, nil, errors.Join(damage(file, err), f.Close())
	}
	return p, entries, nil
}

// entries reads the rows.
func (p *pack) entries() ([]entry, error) {
	info, err := p.file.Stat()
	if err != nil {
		return nil, err
	}
	var end trailer
	at := info.Size() - int64(binary.Size(end))
	if err := binary.Read(io.NewSectionReader(p.file, max(0, at), info.Size()), binary.LittleEndian, &end); err != nil {
		return nil, err
	}
	length := end.Count * int64(binary.Size(row{}))
	if end.Magic != magic || end.Count < 0 || length > at {
		return nil, tongue.New("not whole")
	}
	text := make([]byte, length)
	if _, err := p.file.ReadAt(text, at-length); err != nil {
		return nil, err
	}
	if sha256.Sum256(text) != end.Sum {
		return nil, tongue.New("not what was written")
	}
	rows := make([]row, end.Count)
	if _, err := binary.Decode(text, binary.LittleEndian, rows); err != nil {
		return nil, err
	}
	entries := make([]entry, len(rows))
	for i, r := range rows {
		if r.Offset < 0 || r.Length < 0 || r.Offset > at || r.Length > at-r.Offset {
			return nil, tongue.New("rows that lead out of it")
		}
		entries[i] = entry{r.Key, r.Sum, p, r.Offset, r.Length}
	}
	return entries, nil
}

// newPack begins a pack, whose name is known when it is finished.
func newPack(dir string) (*pack, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(dir, "*"+pending)
	return &pack{file: f}, err
}

// add writes a result, which can be read from then on.
func (p *pack) add(key Key, content []byte) (entry, error) {
	if _, err := p.file.Write(content); err != nil {
		return entry{}, err
	}
	r := row{key, sumOf(key, content), p.size, int64(len(content))}
	p.rows, p.size = append(p.rows, r), p.size+r.Length
	return entry{key, r.Sum, p, r.Offset, r.Length}, nil
}

// finish writes the rows and puts the pack in its place.
func (p *pack) finish(dir string) error {
	var end bytes.Buffer
	binary.Write(&end, binary.LittleEndian, p.rows)
	t := trailer{sha256.Sum256(end.Bytes()), int64(len(p.rows)), magic}
	binary.Write(&end, binary.LittleEndian, t)
	p.name = fmt.Sprintf("%x%s", t.Sum[:16], suffix)
	_, err := p.file.Write(end.Bytes())
	if err == nil {
		err = p.file.Chmod(0o644)
	}
	if err = errors.Join(err, p.file.Close()); err == nil { // some systems move no open file
		err = os.Rename(p.file.Name(), filepath.Join(dir, p.name))
	}
	if err != nil {
		return errors.Join(err, os.Remove(p.file.Name()))
	}
	p.file, err = os.Open(filepath.Join(dir, p.name))
	return err
}

// abandon removes a pack that is not to be finished.
func (p *pack) abandon() error { return errors.Join(p.file.Close(), os.Remove(p.file.Name())) }

// filesIn are the files of a folder with a suffix; the folder's name may have marks in
// it that are a pattern's.
func filesIn(dir, suffix string) (files []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), suffix) {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	return files
}

// sweep removes what killed runs have left of packs.
func sweep(dir string) {
	for _, name := range filesIn(dir, pending) {
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > 24*time.Hour {
			os.Remove(name) // else it may be that of a run that goes on
		}
	}
}
