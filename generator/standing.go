package main

import (
	"bytes"
	"encoding/gob"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"

	"jianzhu/generator/cache"
	"jianzhu/generator/publish"
)

// A file that the last build made of the same, and that nobody has touched since, is not
// made again: it stands. It is known by its size, time and mode, as is all that a build made
// (see isBuilt).

// standing is what files of build/ and public/ are made of, by slash-separated path from
// the project's root. A nil one knows nothing and takes note of nothing. It bears use by
// several goroutines.
type standing struct {
	root   string
	before map[string]stood // by the last build that noted it

	mu    sync.Mutex
	now   map[string]cache.Key // by this one
	stays map[string]stood     // what was seen to stand, as it was then

	folders sync.Map // by path: whether it is one
}

// stood is a file as it stood when a build was done.
type stood struct {
	Of         cache.Key // what it was made of
	Size, Time int64
	Mode       fs.FileMode
}

func standsAs(of cache.Key, info fs.FileInfo) stood {
	return stood{of, info.Size(), info.ModTime().UnixNano(), info.Mode()}
}

// account is what a program noted.
type account struct {
	By    string
	Files map[string]stood
}

func standingFile(root string) string { return filepath.Join(root, publish.Work, "standing") }

// standingOf is what stands of a project. What another program made is none of it.
func standingOf(root string) *standing {
	s := &standing{root: root, now: map[string]cache.Key{}, stays: map[string]stood{}}
	var noted account
	text, err := os.ReadFile(standingFile(root))
	if err == nil && gob.NewDecoder(bytes.NewReader(text)).Decode(&noted) == nil && noted.By == program() && noted.By != "" {
		s.before = noted.Files
	}
	return s
}

// has reports whether a file stands that was made of the same.
func (s *standing) has(file string, of cache.Key) bool {
	if s == nil || of == (cache.Key{}) {
		return false
	}
	was, known := s.before[file]
	if !known || was.Of != of {
		return false
	}
	info, err := os.Lstat(filepath.Join(s.root, filepath.FromSlash(file)))
	if err != nil || !info.Mode().IsRegular() || standsAs(of, info) != was || !s.isFolder(path.Dir(file)) {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stays[file] = was
	return true
}

// isFolder reports whether a folder is one, and so are all on the way to it: a link to one
// is a stray.
func (s *standing) isFolder(dir string) bool {
	if dir == "." {
		return true
	}
	if is, known := s.folders.Load(dir); known {
		return is.(bool)
	}
	info, err := os.Lstat(filepath.Join(s.root, filepath.FromSlash(dir)))
	is := err == nil && info.IsDir() && s.isFolder(path.Dir(dir))
	s.folders.Store(dir, is)
	return is
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

// keep keeps all that was noted for the next build, when all stands. Of what was not made
// again it is how it stood when that was seen: who changed it meanwhile changed it.
func (s *standing) keep() error {
	noted := account{program(), make(map[string]stood, len(s.now))}
	for file, of := range s.now {
		if was, is := s.stays[file]; is && was.Of == of {
			noted.Files[file] = was
			continue
		}
		info, err := os.Lstat(filepath.Join(s.root, filepath.FromSlash(file)))
		if err != nil {
			return err
		}
		noted.Files[file] = standsAs(of, info)
	}
	var text bytes.Buffer
	if err := gob.NewEncoder(&text).Encode(noted); err != nil {
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
	return "public/" + filepath.ToSlash(below)
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
