package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/hugofs"
	"github.com/spf13/afero"
	"github.com/spf13/afero/mem"

	"jianzhu/generator/tongue"
)

// Hugo keeps the content of all pages in memory, some of it several times. Ours
// is HTML already and goes through it unchanged; so Hugo is shown a page's front
// matter and, for its content, a mark, in whose place the content is put as the
// page is written. Layouts may ask of .Content which sections it has: the mark names
// them. More they ask of pages of a few types, and those are shown whole.

// bodies are the pages of a folder that Hugo reads without their content.
type bodies struct {
	dir   string
	whole func(file string) ([]byte, error) // a page, by its slash-separated path in dir
}

// bodies are those of the folder html in what was made.
func (p Project) bodies() bodies {
	dir := p.html()
	return bodies{dir, func(file string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, filepath.FromSlash(file))) }}
}

// html is the folder of the pages for Hugo.
func (p Project) html() string { return filepath.Join(p.Made, "html") }

const (
	markStart = "<!--jianzhu: body of "
	markEnd   = "-->"
)

// askedOf are the types of pages of whose content layouts ask more than its sections.
var askedOf = []string{"glossary", "guide", "download"}

// marked is a page as Hugo is shown it.
func (b bodies) marked(name string, page []byte) []byte {
	front, body, found := bytes.Cut(page, []byte("\n---\n"))
	if !found {
		return page
	}
	for _, kind := range askedOf {
		if bytes.Contains(front, []byte("\ntype: "+kind+"\n")) || bytes.HasSuffix(front, []byte("\ntype: "+kind)) {
			return page
		}
	}
	path, err := filepath.Rel(b.dir, name)
	if err != nil {
		return page
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s\n---\n%s%s:", front, markStart, filepath.ToSlash(path))
	for line := range bytes.Lines(body) {
		if bytes.HasPrefix(line, []byte(`<section id="`)) {
			out.WriteString(" " + strings.TrimSpace(string(line)))
		}
	}
	out.WriteString(markEnd + "\n")
	return out.Bytes()
}

// filled is a page as it is published.
func (b bodies) filled(page []byte) ([]byte, error) {
	before, rest, found := bytes.Cut(page, []byte(markStart))
	if !found {
		return page, nil
	}
	path, rest, _ := bytes.Cut(rest, []byte(":"))
	_, after, found := bytes.Cut(rest, []byte(markEnd))
	source, err := b.whole(string(path))
	if err != nil || !found {
		return nil, tongue.Errorf("the content of %s: %w", path, err)
	}
	_, body, _ := bytes.Cut(source, []byte("\n---\n"))
	out := make([]byte, 0, len(before)+len(body)+len(after))
	out = append(append(out, before...), bytes.TrimSuffix(body, []byte("\n"))...)
	after, err = b.filled(after) // a layout may show several
	return append(out, after...), err
}

// shown is the disk as Hugo is shown it.
type shown struct {
	afero.Fs
	bodies bodies
	hidden map[string]bool // pages that it is not shown
}

func (r rendering) shown() afero.Fs {
	if r.some != nil {
		return besides{hugofs.Os, r.html(), r.some.pages}
	}
	return shown{hugofs.Os, r.bodies(), r.known.hidden}
}

func (s shown) Open(name string) (afero.File, error) {
	if name != s.bodies.dir && !strings.HasPrefix(name, s.bodies.dir+string(filepath.Separator)) {
		return s.Fs.Open(name)
	}
	if !strings.HasSuffix(name, ".html") {
		f, err := s.Fs.Open(name)
		if err != nil {
			return nil, err
		}
		return folder{f, func(page string) bool { return s.hidden[filepath.Join(name, page)] }}, nil
	}
	page, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	data := mem.CreateFile(name)
	f := mem.NewFileHandle(data)
	f.Write(s.bodies.marked(name, page))
	return mem.NewReadOnlyFileHandle(data), f.Close()
}

// folder is a folder some of whose files are not seen.
type folder struct {
	afero.File
	hidden func(name string) bool
}

func (f folder) Readdir(n int) ([]fs.FileInfo, error) {
	list, err := f.File.Readdir(n)
	return slices.DeleteFunc(list, func(e fs.FileInfo) bool { return f.hidden(e.Name()) }), err
}

func (f folder) ReadDir(n int) ([]fs.DirEntry, error) {
	list, err := f.File.(fs.ReadDirFile).ReadDir(n)
	return slices.DeleteFunc(list, func(e fs.DirEntry) bool { return f.hidden(e.Name()) }), err
}

func (f folder) Readdirnames(n int) ([]string, error) {
	list, err := f.File.Readdirnames(n)
	return slices.DeleteFunc(list, f.hidden), err
}
