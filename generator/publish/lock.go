package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/gofrs/flock"

	"jianzhu/generator/tongue"
)

// Work is the folder, beside those that are published, in which the program
// keeps what is not finished. It is the program's own: nothing in it is anyone
// else's, and it can be removed while the program does not run.
const Work = ".jianzhu"

// Lock takes the lock of a project, of which there can be several by name, for
// this process; whatever ends it, a kill too, releases it. Where another holds
// the lock, taken is called: its error is returned, and without one Lock waits.
func Lock(root, name string, taken func() error) (release func() error, err error) {
	work := filepath.Join(root, Work)
	if err := Folder(work); err != nil {
		return nil, err
	}
	file := filepath.Join(work, name+".lock")
	if info, err := os.Lstat(file); err == nil && !info.Mode().IsRegular() {
		return nil, tongue.Errorf("%s is not a file (%s); remove it", file, kindOf(info.Mode()))
	}
	lock := flock.New(file)
	held, err := lock.TryLock()
	if err != nil {
		return nil, tongue.Advised(err, "the program must be able to write in its folder, and lock a file there")
	}
	if !held {
		if err := taken(); err != nil {
			return nil, err
		}
		if err := lock.Lock(); err != nil {
			return nil, err
		}
	}
	return lock.Close, nil
}

// Folder makes a folder if it is missing. What is no folder, or a symbolic link
// to one, is an error: what is removed there might be anyone's.
func Folder(dir string) error {
	there, err := folder(dir)
	if err != nil || there {
		return err
	}
	if err := os.Mkdir(dir, 0o755); !errors.Is(err, fs.ErrExist) { // by another that begins now
		return err
	}
	_, err = folder(dir)
	return err
}

// Made is an error unless what stands at dir may be replaced: nothing, an empty
// folder, or one with the file mark, which the program puts there. What stands there
// besides by these names stays.
func Made(dir, mark string, besides ...string) error {
	there, err := folder(dir)
	if err != nil || !there {
		return err
	}
	entries, err := os.ReadDir(dir)
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return slices.Contains(besides, e.Name()) })
	if err != nil || len(entries) == 0 {
		return err
	}
	if _, err := os.Lstat(filepath.Join(dir, mark)); err != nil {
		return tongue.Errorf("%s holds files, and no %s as what this program makes does; they would be removed: move the folder away", dir, mark)
	}
	return nil
}
