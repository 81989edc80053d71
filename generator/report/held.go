package report

import (
	"errors"
	"io/fs"
	"path"
	"slices"

	"jianzhu/generator/cache"
	"jianzhu/generator/tongue"
)

// held is a file system in which the files of a folder that are read stand as they were
// looked at, so that what they are read as is named by what was read.
type held struct {
	fs.FS
	folder string
	names  []string          // of all that stands in the folder
	texts  map[string][]byte // by path
}

// hold looks at the folder of a report.
func hold(fsys fs.FS, folder string) (held, error) {
	h := held{FS: fsys, folder: folder, texts: map[string][]byte{}}
	names, err := namesIn(fsys, folder)
	for _, name := range names {
		if isYAML(name) || name == "report.txt" {
			file := path.Join(folder, name)
			text, unread := fs.ReadFile(fsys, file)
			h.texts[file], err = text, errors.Join(err, unread)
		}
	}
	h.names = names
	return h, err
}

func namesIn(fsys fs.FS, folder string) (names []string, err error) {
	entries, err := fs.ReadDir(fsys, folder)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

func (h held) ReadFile(name string) ([]byte, error) {
	if text, is := h.texts[name]; is {
		return text, nil
	}
	return fs.ReadFile(h.FS, name)
}

// key names what is read of the folder: which files there are, what stands in those
// that are read, and the language in which problems are told.
func (h held) key() cache.Key {
	parts := [][]byte{[]byte("reading"), []byte(tongue.Language()), []byte(h.folder)}
	for _, name := range h.names {
		parts = append(parts, []byte(name), h.texts[path.Join(h.folder, name)])
	}
	return cache.KeyOf(parts...)
}

// stands reports whether the same files are in the folder still.
func (h held) stands() bool {
	names, err := namesIn(h.FS, h.folder)
	return err == nil && slices.Equal(names, h.names)
}
