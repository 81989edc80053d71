package bundle

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"time"
)

// sumsName is a list of checksums as sha256sum writes and checks it.
const sumsName = "SHA256SUMS"

// archive returns the whole site as a zip archive. All of it lies in one folder
// of the archive's name, so that unpacking leaves one thing behind.
func (t *tree) archive() ([]byte, error) {
	paths, err := t.carried()
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, file := range paths {
		text, err := fs.ReadFile(t.Files, file)
		if err != nil {
			return nil, err
		}
		if path.Ext(file) == ".html" {
			if text, err = t.whole(file, text); err != nil {
				return nil, err
			}
		}
		files[file] = text
	}
	files[sumsName] = sums(files)
	return pack(t.Name+"-offline/", files, t.Date)
}

// pack returns a zip archive of files in a folder. Nothing in it depends on
// when, where or in which order it was made.
func pack(folder string, files map[string][]byte, date time.Time) ([]byte, error) {
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); date.Before(first) {
		date = first // as far back as the format counts
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(to, flate.BestCompression)
	})
	for _, file := range slices.Sorted(maps.Keys(files)) {
		header := &zip.FileHeader{Name: folder + file, Method: zip.Deflate, Modified: date.UTC()}
		header.Flags = 0x800 // names are UTF-8, which ASCII is
		header.SetMode(0o644)
		entry, err := w.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(files[file]); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// sums lists the SHA-256 of files by path.
func sums(files map[string][]byte) []byte {
	var b bytes.Buffer
	for _, file := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(files[file]), file)
	}
	return b.Bytes()
}
