// Package cache keeps what runs of the program made, for those after them: each
// result under a key that says all that it depends on, so that nothing kept can be
// out of date.
//
// What is kept stands in packs: files that are written once, under a name that tells
// their content, and never changed. So the folder can be deleted at any time, several
// processes can use it at once, and folders of several machines are joined by copying
// them together. Each result has a checksum: what is damaged is told and made anew.
//
// What is not asked for any more is let go by [Store.Close].
package cache

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"jianzhu/generator/tongue"
)

// Key names a result.
type Key [sha256.Size]byte

// KeyOf is the key of a result that depends on these and on nothing else.
func KeyOf[T string | []byte](parts ...T) Key {
	sum := sha256.New()
	for _, part := range parts {
		var length [8]byte
		binary.LittleEndian.PutUint64(length[:], uint64(len(part)))
		sum.Write(length[:])
		sum.Write([]byte(part))
	}
	return Key(sum.Sum(nil))
}

// Store is a folder of results. A nil Store keeps nothing. It bears use by several
// goroutines.
type Store struct {
	dir, program string

	mu      sync.Mutex
	packs   []*pack
	fresh   *pack // of what is put; nil before the first
	at      map[Key]entry
	asked   map[Key]bool
	damaged error
	failed  error // why nothing more is put
}

// Open opens the store in a folder, which is made with the first result, of what a
// program made: every key depends on that, so where it is not known ("") there is no
// store. What is wrong there is told by Close.
func Open(dir, program string) *Store {
	if program == "" {
		return nil
	}
	s := &Store{dir: dir, program: program, at: map[Key]entry{}, asked: map[Key]bool{}}
	for _, name := range filesIn(dir, suffix) {
		p, entries, err := openPack(name)
		switch {
		case errors.Is(err, os.ErrNotExist): // another process has just let it go
		case errors.As(err, new(*os.PathError)): // that cannot be read now, and may be whole
			s.damaged = errors.Join(s.damaged, err)
		case err != nil:
			s.damaged = errors.Join(s.damaged, err)
			os.Remove(name)
		default:
			s.packs = append(s.packs, p)
			for _, e := range entries {
				s.at[e.key] = e
			}
		}
	}
	return s
}

// Get returns the result of a key, if it is kept.
func (s *Store) Get(key Key) ([]byte, bool) {
	if s == nil {
		return nil, false
	}
	key = s.own(key)
	s.mu.Lock()
	e, kept := s.at[key]
	s.asked[key] = true
	s.mu.Unlock()
	if !kept {
		return nil, false
	}
	content, err := e.read()
	if err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.damaged = errors.Join(s.damaged, err)
		delete(s.at, key)
	}
	return content, err == nil
}

// Has reports whether the result of a key is kept, which Get may yet find damaged.
func (s *Store) Has(key Key) bool {
	if s == nil {
		return false
	}
	key = s.own(key)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked[key] = true
	_, kept := s.at[key]
	return kept
}

// own is a key as that of a result of this program.
func (s *Store) own(key Key) Key { return KeyOf([]byte(s.program), key[:]) }

// Put keeps the result of a key.
func (s *Store) Put(key Key, content []byte) {
	if s == nil {
		return
	}
	key = s.own(key)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked[key] = true
	if _, kept := s.at[key]; kept || s.failed != nil {
		return
	}
	if s.fresh == nil {
		if s.fresh, s.failed = newPack(s.dir); s.failed != nil {
			return
		}
	}
	s.at[key], s.failed = s.fresh.add(key, content)
	if s.failed != nil {
		delete(s.at, key)
	}
}

// Once returns what a function makes, which depends on what the key says and on nothing
// else: it is made where it is not kept. Unexported fields are not kept.
func Once[T any](s *Store, key Key, make func() T) T {
	if made, kept := Recall[T](s, key); kept {
		return made
	}
	made := make()
	Keep(s, key, made)
	return made
}

// Recall returns what was kept under a key, if something is.
func Recall[T any](s *Store, key Key) (made T, kept bool) {
	content, kept := s.Get(key)
	kept = kept && decode(content, &made) == nil
	return made, kept
}

// Keep keeps something for Recall.
func Keep[T any](s *Store, key Key, made T) {
	if s == nil {
		return
	}
	if content, err := encode(made); err == nil {
		s.Put(key, content)
	}
}

// How many packs there may be, and how many times as much as a run asks for.
const mostPacks, mostKept = 16, 3

// Close ends the use of the store. An error is none of what was made with it: a part
// of what was kept is damaged and gone, or nothing more can be kept.
//
// whole says that this run asked for all that one needs. If more than two thirds of
// what is kept is then something else, that is let go: so there is room for three
// states of a project, such as two branches and what is published.
func (s *Store) Close(whole bool) error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.failed
	if s.fresh != nil {
		if unfinished := s.fresh.finish(s.dir); unfinished != nil {
			err = errors.Join(err, unfinished)
		} else {
			s.packs = append(s.packs, s.fresh)
		}
	}
	var all, asked int64
	for key, e := range s.at {
		all += e.length
		if s.asked[key] {
			asked += e.length
		}
	}
	letGo := whole && asked > 0 && all > mostKept*asked
	if err == nil && (letGo || s.damaged != nil || len(s.packs) > mostPacks) {
		err = s.gather(func(key Key) bool { return !letGo || s.asked[key] })
	}
	for _, p := range s.packs {
		p.file.Close()
	}
	sweep(s.dir)
	if err != nil {
		err = tongue.Errorf("what was made cannot be kept: %w", err)
	}
	return errors.Join(s.damaged, err)
}

// gather writes what is to be kept into one pack, and removes the others.
func (s *Store) gather(keep func(Key) bool) error {
	one, err := newPack(s.dir)
	if err != nil {
		return err
	}
	byPlace := func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.pack.file.Name(), b.pack.file.Name()), cmp.Compare(a.offset, b.offset))
	}
	for _, e := range slices.SortedFunc(maps.Values(s.at), byPlace) {
		if !keep(e.key) {
			continue
		}
		content, unreadable := e.read()
		if unreadable != nil {
			s.damaged = errors.Join(s.damaged, unreadable)
			continue
		}
		if _, err := one.add(e.key, content); err != nil {
			return errors.Join(err, one.abandon())
		}
	}
	if err := one.finish(s.dir); err != nil {
		return err
	}
	for _, p := range s.packs {
		p.file.Close()
		if p.name != one.name {
			os.Remove(filepath.Join(s.dir, p.name)) // where the system will not, the next run does
		}
	}
	s.packs = []*pack{one}
	return nil
}
