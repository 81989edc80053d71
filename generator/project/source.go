package project

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"jianzhu/content"
	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// Source is a folder of the project as the generator reads it: its files and
// folders, and nothing else. What a link in it leads out to, what is no file
// (a pipe, a device, which may never end), and what no one has written by hand, for
// it is larger than largestFile, cannot be opened.
type Source struct{ root *os.Root }

func Open(dir string) (Source, error) {
	root, err := os.OpenRoot(dir)
	return Source{root}, err
}

func (s Source) Close() { s.root.Close() }

const LargestFile = 64 << 20 // bytes; the largest report known has one million

var (
	errLeadsOut = tongue.New("a link that leads out of the folder, or nowhere")
	errNoFile   = tongue.New("neither a file nor a folder")
)

func (s Source) Open(name string) (fs.File, error) {
	fail := func(err error) (fs.File, error) { return nil, &fs.PathError{Op: "open", Path: name, Err: err} }
	if !fs.ValidPath(name) {
		return fail(fs.ErrInvalid)
	}
	file := filepath.FromSlash(name)
	f, err := s.root.OpenFile(file, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a pipe that nobody writes to is no reason to wait
	if err != nil {
		switch is, _ := s.root.Lstat(file); {
		case is == nil || is.IsDir() || is.Mode().IsRegular():
			return nil, err
		case is.Mode()&fs.ModeSymlink != 0:
			return fail(errLeadsOut)
		default: // a socket, which nobody opens
			return fail(errNoFile)
		}
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case !info.IsDir() && !info.Mode().IsRegular():
		err = errNoFile
	case info.Mode().IsRegular() && info.Size() > LargestFile:
		err = tongue.Errorf("the file has %d bytes, more than the %d that are read", info.Size(), LargestFile)
	default:
		return f, nil
	}
	f.Close()
	return fail(err)
}

// WithNational is content/ with the national glossary that the program has, where it
// has no other.
func (s Source) WithNational() fs.FS { return joined{s} }

type joined struct{ Source }

func (c joined) Open(name string) (fs.File, error) {
	f, err := c.Source.Open(name)
	if name == glossary.NationalFile && errors.Is(err, fs.ErrNotExist) {
		return content.National.Open(name)
	}
	return f, err
}

// ReadFile reads a file of a folder.
func ReadFile(dir, name string) ([]byte, error) {
	s, err := Open(dir)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return fs.ReadFile(s, name)
}

// CheckFolders goes through the folders that a site is made from, and tells of
// what can or will not be read in them: content/, and those that site.yaml mounts.
func (c *Config) CheckFolders(root string) (problems []problem.Problem) {
	for _, m := range c.folders() {
		if !filepath.IsLocal(filepath.FromSlash(m.Source)) {
			problems = append(problems, problem.Errorf(ConfigFile, 0, "move what is to be published into the project",
				"module.mounts: %q is not in the project's folder", m.Source))
		} else if top, _, _ := strings.Cut(m.Source, "/"); top != "build" {
			problems = append(problems, checkFolder(root, m.Source, mounted)...)
		}
	}
	return append(problems, checkFolder(root, "content", readContent)...)
}

// checkFolder calls check with each entry of a folder that has one, but hidden ones.
func checkFolder(root, dir string, check func(s Source, name string, d fs.DirEntry) *problem.Problem) (problems []problem.Problem) {
	s, err := Open(filepath.Join(root, filepath.FromSlash(dir)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // whoever needs it says so
	}
	if err != nil {
		return []problem.Problem{problem.Errorf(dir, 0, "", "%v", err)}
	}
	defer s.Close()
	err = fs.WalkDir(s, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".":
			return nil
		case strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if p := check(s, name, d); p != nil {
			p.File = path.Join(dir, name)
			problems = append(problems, *p)
		}
		return nil
	})
	if err != nil {
		problems = append(problems, problem.Errorf(dir, 0, "", "%v", err))
	}
	return problems
}

// mounted tells of what Hugo does not take, or waits for without end.
func mounted(_ Source, _ string, d fs.DirEntry) *problem.Problem {
	var p problem.Problem
	switch {
	case d.Type()&fs.ModeSymlink != 0:
		p = problem.Errorf("", 0, "put the file itself there", "a link; what stands in this folder is files")
	case !d.IsDir() && !d.Type().IsRegular():
		p = problem.Errorf("", 0, "take it out", "%v", errNoFile)
	default:
		return nil
	}
	return &p
}

// readContent tells of what the generator does not read in content/.
func readContent(s Source, name string, d fs.DirEntry) *problem.Problem {
	info, err := fs.Stat(s, name)
	inReports := strings.HasPrefix(name, "reports/")
	ext := path.Ext(name)
	var p problem.Problem
	switch {
	case errors.Is(err, errLeadsOut):
		p = problem.Errorf("", 0, "put the file itself there", "%v", reason(err))
	case err != nil:
		p = problem.Errorf("", 0, "take it out, or put a file there that can be read", "%v", reason(err))
	case info.IsDir() && !d.IsDir():
		p = problem.Errorf("", 0, "put the folder itself there", "a link to a folder, which is not followed")
	case info.IsDir():
		return nil
	case inReports && strings.HasPrefix(path.Base(name), "original."):
		return nil // what report.txt was made from
	case inReports && ext == ".md":
		p = problem.Warnf("", 0, "a page of your own stands elsewhere in content/; what is said of a report stands in its notes.yaml", "a file that is not read")
	case !inReports && ext != ".md" && !slices.Contains([]string{glossary.OwnFile, glossary.NationalFile, "themes.yaml", "content.go"}, name):
		p = problem.Warnf("", 0, "pages are .md files, reports have folders in content/reports/; pictures and other files to publish stand in static/", "a file that is not read")
	default:
		return nil
	}
	return &p
}

// reason is an error without the path that it has.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// StaticFiles returns the files that are published as they are, by path from the
// site's root: the project's own, and those that the program has with it.
func (c *Config) StaticFiles(root string) map[string]string {
	files := map[string]string{}
	ours, err := site.Default(c.Look())
	if err == nil { // which a build tells
		for name := range ours {
			if below, ok := strings.CutPrefix(name, "static/"); ok {
				files[below] = name
			}
		}
	}
	for _, m := range c.folders() {
		component, below, _ := strings.Cut(m.Target, "/")
		if top, _, _ := strings.Cut(m.Source, "/"); component != "static" || top == "build" || !filepath.IsLocal(m.Source) {
			continue
		}
		fs.WalkDir(os.DirFS(filepath.Join(root, m.Source)), ".", func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && name != "static.go" {
				files[path.Join(below, name)] = path.Join(m.Source, name)
			}
			return nil // checkFolders tells of errors
		})
	}
	return files
}
