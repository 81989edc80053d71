package project

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"

	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
	"jianzhu/generator/schema"
)

// Schemas are those of the files that editors write, by their place in a project.
func Schemas() (map[string][]byte, error) { return schema.Files(reflect.TypeFor[Config]()) }

// Refresh writes the schemas of a project anew where an older program wrote them and
// nobody edited them since; where somebody did, or may have, it says so. Those that
// are not there are written if missing is asked for.
func Refresh(root string, missing bool) (problems []problem.Problem, err error) {
	files, err := Schemas()
	if err != nil {
		return nil, err
	}
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		there, err := os.ReadFile(file)
		switch {
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return nil, err
		case err != nil && !missing || err == nil && bytes.Equal(there, text):
		case err != nil || schema.Unedited(there):
			if err := publish.File(file, text); err != nil {
				return nil, err
			}
		default:
			problems = append(problems, problem.Warnf(name, 0, "where you want the program's, remove the file, and say jianzhu init with the project's folder", "another schema than this program's, edited or of an older one"))
		}
	}
	return problems, nil
}
