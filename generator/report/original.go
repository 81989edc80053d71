package report

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// CheckOriginals reports originals that are not beside their reports, or are not the
// files that the texts were taken from. Dir is a path in fsys, as for [Read].
func CheckOriginals(fsys fs.FS, dir string, reports []*Report) (problems []problem.Problem) {
	for _, r := range reports {
		o := r.Meta.Original
		if o.File == "" {
			continue
		}
		wrong := func(hint, format string, args ...any) {
			problems = append(problems, problem.Errorf(contentPath(path.Join(dir, r.Slug, "report.yaml")), r.Meta.LineOf("original"), hint, "original: %s", tongue.Sprintf(format, args...)))
		}
		sum, err := sumOf(fsys, path.Join(dir, r.Slug, o.File))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			wrong("put it there, or take original: out", "no file %s beside report.txt", o.File)
		case err != nil:
			wrong("", "%s cannot be read: %v", o.File, err)
		case !strings.EqualFold(sum, o.SHA256):
			wrong("put back the file that the text was taken from; or, if the text is of this one, write its sha256", "%s is another file: its SHA-256 is %s", o.File, sum)
		}
	}
	return problems
}

func sumOf(fsys fs.FS, name string) (string, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
