package upload

import (
	"bufio"
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"jianzhu/generator/tongue"
)

// listName is the file, beside the site's, that says which files there are ours. It
// has the form that md5sum writes and checks.
const listName = ".jianzhu-published"

// list has the MD5 sum, in hexadecimal digits, of each file that a run put there.
type list map[string]string

// unknown is the sum of a file that was being written when the list was: it may be
// the one before, the new one, or not there.
const unknown = "00000000000000000000000000000000"

func (l list) text() []byte {
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(l)) {
		fmt.Fprintf(&b, "%s  %s\n", l[name], name)
	}
	return b.Bytes()
}

func parseList(text []byte) (list, error) {
	l := list{}
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		sum, name, ok := strings.Cut(lines.Text(), "  ")
		if _, err := hex.DecodeString(sum); !ok || err != nil || len(sum) != len(unknown) || !fs.ValidPath(name) {
			return nil, tongue.Advised(tongue.Errorf("%s there is not what this program writes", listName), "it tells which files may be removed: remove it, and run again with -replace")
		}
		l[name] = sum
	}
	return l, lines.Err()
}

// file is one of the site, or one that is there.
type file struct {
	size int64
	sum  string // MD5; "" where it is not told
}

// sums are the files of the site.
func (s Site) sums() (map[string]file, error) {
	files := map[string]file{}
	type summed struct {
		name string
		file
	}
	found := make(chan summed, atOnce)
	var reading errgroup.Group
	reading.SetLimit(atOnce)
	walked := make(chan error, 1)
	go func() {
		err := fs.WalkDir(s.Files, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			if name == listName {
				return tongue.Errorf("%s: a site has no file of this name", listName)
			}
			reading.Go(func() error {
				f, err := s.sum(name)
				found <- summed{name, f}
				return err
			})
			return nil
		})
		walked <- errors.Join(err, reading.Wait())
		close(found)
	}()
	for f := range found {
		files[f.name] = f.file
	}
	return files, <-walked
}

func (s Site) sum(name string) (file, error) {
	from, err := s.Files.Open(name)
	if err != nil {
		return file{}, err
	}
	defer from.Close()
	sum := md5.New()
	size, err := io.Copy(sum, from)
	return file{size, hex.EncodeToString(sum.Sum(nil))}, err
}
