package press

import (
	"bytes"
	"encoding/gob"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
	"jianzhu/generator/publish"
)

// A file that the last build made of the same, and that nobody has touched since, is not
// made again: it stands. It is known by its size, time and mode. A build looks once at all
// that the last one made, and keeps account of what it puts there.

// made are the folders of what a build makes, from the project's root: those that are
// filled, and what else is in build/, but for what is kept.
const (
	madeContent = "build/content/"
	madeStatic  = "build/static/"
	madeElse    = "build/"
	madePublic  = "public/"
)

var passedOver = map[string][]string{madeElse: {"content", "static", CacheFolder}}

// standing is what files of build/ and public/ are made of, by slash-separated path from
// the project's root. A nil one knows nothing and takes note of nothing. It bears use by
// several goroutines.
type standing struct {
	root   string
	before account
	stands map[string]*publish.Stand // by folder

	damaged []problem.Problem // what was found to be other than it stood for

	mu  sync.Mutex
	now map[string]cache.Key // what files are made of by this build
}

// stood is a file as it stood when a build was done.
type stood struct {
	Of         string // the key of what it was made of; "" where that is not known
	Size, Time int64
	Mode       fs.FileMode
}

func standsAs(of string, info fs.FileInfo) stood {
	return stood{of, info.Size(), info.ModTime().UnixNano(), info.Mode()}
}

// account is what a program noted of all that its build made.
type account struct {
	By      string
	Folders []string
	Files   map[string]stood
}

func standingFile(root string) string { return filepath.Join(root, publish.Work, "standing") }

// standingOf is what stands of a project. What another program made is none of it.
func standingOf(root string) (*standing, error) {
	s := &standing{root: root, stands: map[string]*publish.Stand{}, now: map[string]cache.Key{}}
	for _, dir := range []string{madeContent, madeStatic, madeElse, madePublic} {
		if err := s.look(dir); err != nil {
			return nil, err
		}
	}
	var noted account
	text, err := os.ReadFile(standingFile(root))
	if err == nil && gob.NewDecoder(bytes.NewReader(text)).Decode(&noted) == nil && noted.By == program() && noted.By != "" {
		s.before = noted
	}
	return s, nil
}

// look looks at one of the folders.
func (s *standing) look(dir string) (err error) {
	s.stands[dir], err = publish.Look(filepath.Join(s.root, filepath.FromSlash(dir)), passedOver[dir]...)
	return err
}

// in is what stands in one of the folders; where nothing is known, it is looked at where it
// is.
func (s *standing) in(folder, dir string) (*publish.Stand, error) {
	if s == nil {
		return publish.Look(folder)
	}
	return s.stands[dir], nil
}

// has reports whether a file stands that was made of the same.
func (s *standing) has(file string, of cache.Key) bool {
	if s == nil || of == (cache.Key{}) {
		return false
	}
	was, known := s.before.Files[file]
	if !known || was.Of != string(of[:]) {
		return false
	}
	for dir, stand := range s.stands {
		if below, is := strings.CutPrefix(file, dir); is {
			if info, stands := stand.File(below); stands {
				return standsAs(was.Of, info) == was
			}
		}
	}
	return false
}

// doubt has nothing stand any more: a file is not what was written, though it stands.
func (s *standing) doubt(file string) {
	s.before = account{}
	s.damaged = append(s.damaged, problem.Warnf(file, 0, "nothing is to be done; if it comes again, look at the disk", "not what was written, though its size and time are: all is made anew"))
}

// note tells what a file is made of; nothing of one for which that is zero.
func (s *standing) note(file string, of cache.Key) {
	if s == nil || of == (cache.Key{}) {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now[file] = of
}

// all is all that stands, with what it is made of.
func (s *standing) all() account {
	all := account{By: program(), Files: map[string]stood{}}
	for _, dir := range slices.Sorted(maps.Keys(s.stands)) {
		for _, folder := range s.stands[dir].Folders() {
			all.Folders = append(all.Folders, dir+folder)
		}
		for file, info := range s.stands[dir].Files() {
			of := ""
			if key, known := s.now[dir+file]; known {
				of = string(key[:])
			}
			all.Files[dir+file] = standsAs(of, info)
		}
	}
	return all
}

// isWhole reports whether all stands that the last build made, and nothing else.
func (s *standing) isWhole() bool {
	now := s.all()
	return slices.Equal(now.Folders, s.before.Folders) && maps.EqualFunc(now.Files, s.before.Files, func(is, was stood) bool {
		was.Of = is.Of
		return is == was
	})
}

// files are the files in one of the folders; nil where nothing is known.
func (s *standing) files(dir string) (files []string) {
	if s == nil {
		return nil
	}
	for file := range s.stands[dir].Files() {
		files = append(files, file)
	}
	slices.Sort(files)
	return files
}

// pages is how many pages the site has.
func (s *standing) pages() (pages int) {
	for file := range s.stands[madePublic].Files() {
		if strings.HasSuffix(file, ".html") {
			pages++
		}
	}
	return pages
}

// keep keeps all for the next build, when a site is finished. Of what was not made again
// it is how it stood when that was seen: who changed it meanwhile changed it.
func (s *standing) keep(public *publish.Stand) error {
	s.stands[madePublic] = public
	if err := s.look(madeElse); err != nil {
		return err
	}
	var text bytes.Buffer
	if err := gob.NewEncoder(&text).Encode(s.all()); err != nil {
		return err
	}
	return publish.File(standingFile(s.root), text.Bytes())
}

// layout is the site of a project as it is made: what stands of the last one goes on.
type layout struct {
	*publish.Making
	public string
	stands *standing
}

// name is the path of a file of the site from the project's root.
func (l layout) name(file string) string {
	below, err := filepath.Rel(publish.Next(l.public), file)
	if err != nil {
		return ""
	}
	return madePublic + filepath.ToSlash(below)
}

func (l layout) Stays(file string, of cache.Key) bool {
	if !l.stands.has(l.name(file), of) || l.Stay(file) != nil {
		return false
	}
	l.Made(file, of)
	return true
}

func (l layout) Made(file string, of cache.Key) { l.stands.note(l.name(file), of) }

// indexFiles are the files of the search index in the folder static of what is made. The
// name of one tells what is in it.
type indexFiles struct {
	*publish.Filling
	made   string
	stands *standing
}

var indexFile = cache.KeyOf("a file of the search index")

func (f indexFiles) Put(file string, content []byte) error {
	f.stands.note(staticFile(file), indexFile)
	return f.Filling.Put(file, content)
}

func (f indexFiles) Stands(file string) bool { return f.stands.has(staticFile(file), indexFile) }

func (f indexFiles) Stay(file string) error {
	f.stands.note(staticFile(file), indexFile)
	return f.Filling.Stay(file)
}

func (f indexFiles) Read(file string) ([]byte, error) {
	return os.ReadFile(filepath.Join(f.made, "static", filepath.FromSlash(file)))
}
