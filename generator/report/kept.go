package report

import (
	"bytes"
	"encoding/gob"
	"errors"
	"io/fs"
	"path"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// What a report's files are read as, and what is found in that alone, is kept: to
// decode it takes a tenth of the time, or less.

// origin tells what a report was read from, and where what is made of it is kept; the
// zero origin of one whose files are not known, of which nothing is kept.
type origin struct {
	key   cache.Key
	store *cache.Store
}

// Once returns what find finds in a report, which depends on the report as it was read,
// on what is said by on, and on nothing else: it is kept.
func Once[T any](r *Report, what string, on []byte, find func() T) T {
	if r.origin.store == nil {
		return find()
	}
	return cache.Once(r.origin.store, cache.KeyOf([]byte(what), r.origin.key[:], on), find)
}

// readAs is what the files of a report are read as.
type readAs struct {
	Report   Report
	Starts   [][]int // of the paragraphs
	Values   []int   // of the definitions
	Lines    map[string]int
	Problems []problem.Problem
}

// readOnce reads the report in a folder, unless what it is read as is kept.
func readOnce(kept *cache.Store, fsys fs.FS, dir, slug string) (*Report, []problem.Problem) {
	key, err := keyOf(fsys, dir, slug)
	if kept == nil || err != nil {
		return readFolder(fsys, dir, slug)
	}
	if content, ok := kept.Get(key); ok {
		if r, problems, err := decode(content); err == nil {
			r.origin = origin{key, kept}
			return r, problems
		}
	}
	r, problems := readFolder(fsys, dir, slug)
	if r == nil || problem.HasErrors(problems) {
		return r, problems
	}
	if now, err := keyOf(fsys, dir, slug); err != nil || now != key {
		return r, problems // an editor was writing meanwhile
	}
	if content, err := encode(r, problems); err == nil {
		kept.Put(key, content)
	}
	r.origin = origin{key, kept}
	return r, problems
}

// keyOf names what is read of a folder: which files there are, what stands in those
// that are read, and the language in which problems are told.
func keyOf(fsys fs.FS, dir, slug string) (cache.Key, error) {
	folder := path.Join(dir, slug)
	entries, err := fs.ReadDir(fsys, folder)
	parts := [][]byte{[]byte("reading"), []byte(tongue.Language()), []byte(folder)}
	for _, e := range entries {
		var text []byte
		if isYAML(e.Name()) || e.Name() == "report.txt" {
			var unread error
			text, unread = fs.ReadFile(fsys, path.Join(folder, e.Name()))
			err = errors.Join(err, unread)
		}
		parts = append(parts, []byte(e.Name()), text)
	}
	return cache.KeyOf(parts...), err
}

func encode(r *Report, problems []problem.Problem) ([]byte, error) {
	k := readAs{Report: *r, Lines: r.Meta.lines, Problems: problems}
	for _, p := range r.Paragraphs {
		k.Starts = append(k.Starts, p.starts)
	}
	for _, d := range r.Definitions {
		k.Values = append(k.Values, d.value)
	}
	var out bytes.Buffer
	err := gob.NewEncoder(&out).Encode(k)
	return out.Bytes(), err
}

func decode(content []byte) (*Report, []problem.Problem, error) {
	var k readAs
	if err := gob.NewDecoder(bytes.NewReader(content)).Decode(&k); err != nil {
		return nil, nil, err
	}
	r := &k.Report
	r.Meta.lines = k.Lines
	for i := range r.Paragraphs {
		r.Paragraphs[i].starts = k.Starts[i]
	}
	for i := range r.Definitions {
		r.Definitions[i].value = k.Values[i]
	}
	r.show()
	return r, k.Problems, nil
}
