package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Making is how the files of the next site are put at Next of a folder: what is the same
// in the site there, or stands finished elsewhere, is that file under a second name, so
// that it is neither written nor sent to the disk again and keeps its time.
//
// Nothing is ever written into a file that is there, for it may be one of the last
// site, which stays as it is. Whoever changes a file of the site in its place is
// noticed by its bytes, and has it replaced by the next build.
type Making struct {
	site string // "" where there is none yet
	next string
}

// Make is for the site at dir.
func Make(dir string) (Making, error) {
	site, err := filepath.Abs(dir)
	m := Making{site, Next(site)}
	if _, missing := os.Lstat(site); missing != nil {
		m.site = ""
	}
	return m, err
}

// Write puts a file.
func (m Making) Write(file string, content []byte) error {
	if m.site != "" {
		name, err := filepath.Rel(m.next, file)
		if last := filepath.Join(m.site, name); err == nil && holds(last, content) && link(last, file) == nil {
			return nil
		}
	}
	err := create(file, content, 0o666)
	if errors.Is(err, fs.ErrExist) {
		if err = os.Remove(file); err == nil {
			err = create(file, content, 0o666)
		}
	}
	return err
}

// Take puts a file that stands finished elsewhere, where it is compared with what it is
// to hold before each build, and never written into.
func (m Making) Take(file, from string) error {
	info, err := os.Lstat(from)
	if err == nil && info.Mode().IsRegular() && link(from, file) == nil {
		return nil
	}
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return m.Write(file, content)
}

// link gives a file a second name, in a folder that is made if it is missing. Some
// file systems have no such names, and some files may not have another.
func link(file, name string) error {
	err := os.Link(file, name)
	if errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(filepath.Dir(name), 0o777); err == nil {
			err = os.Link(file, name)
		}
	}
	return err
}

// create writes a file that is not there.
func create(file string, content []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// holds reports whether a regular file has just these bytes.
func holds(file string, content []byte) bool {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(content)) {
		return false
	}
	is, err := os.ReadFile(file)
	return err == nil && bytes.Equal(is, content)
}

// same reports whether a file of the next site is one of the last under a second name.
func (p place) same(file string, info fs.FileInfo) bool {
	name, err := filepath.Rel(p.next, file)
	if err != nil {
		return false
	}
	last, err := os.Lstat(filepath.Join(p.site, name))
	return err == nil && os.SameFile(last, info)
}
