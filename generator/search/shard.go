package search

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// sizes are how long files are at most, about, in bytes: shards as they stand, chunks
// before they are compressed, to two fifths; a long list alone makes a longer one. What a
// query reads at 3,000 reports is less than 400 KB with these: some five shards, three lines
// of each of six reports, which stand in a dozen chunks, and 65 KB of script and of what
// there is. Titles are asked as often, and have less to say.
//
// Where the lists of what begins with one or two characters have together more places than
// are long, these are not read to find it: it has a list of its own, which is much shorter,
// and does not tell positions.
type sizes struct{ shard, chunk, long int }

var (
	ofLines  = sizes{20_000, 22_000, 8192}
	ofTitles = sizes{7_200, 9_800, 2048}
)

// many is from how many characters of keys on files are as long as they may be: some
// forty reports.
const many = 600_000

// sizeFor is how long a file is of an index of so many characters. It grows as their
// root, in steps, and so does the number of files: a small index is read in small parts.
func sizeFor(most, characters int) int {
	return int(float64(most) * min(1, math.Sqrt(float64(characters-characters%grain(characters))/many)))
}

// A page of the directory has the rows of so many shards. At 3,000 reports there
// are 10,000: all of them would be as much to load as what a query finds.
const pageSize = 64

// directory says which file has what.
type directory struct {
	Rows   []row    `json:"rows"`   // of the pages of the directory
	Chunks string   `json:"chunks"` // a list of the first unit of each chunk
	Texts  []string `json:"texts"`  // the editions of the chunks of each span
	Units  int      `json:"units"`  // how many there are, or some more
	Order  int      `json:"order"`  // of positions
}

// row is the first gram of a file and the file's edition, one behind the other.
type row string

func (r row) gram() string { return string(r[:len(r)-editionLength]) }

func (r row) first() gram { return gram([]rune(r.gram())) }

func (r row) edition() string { return string(r[len(r)-editionLength:]) }

// steady is a number that is no less, and mostly the same of one that is near: the codes of
// lists depend on it.
func steady(n int) int {
	unit := grain(n)
	return (n + unit - 1) / unit * unit
}

// grain is how exact a number is where it is to be mostly the same of one that is near: a
// power of two, between an eighth and a sixteenth of it.
func grain(n int) int { return 1 << max(0, bits.Len(uint(n))-4) }

// writeDirectory writes the pages of a directory of shards, and returns the rows of these.
func (w *writer) writeDirectory(prefix string, shards []row) (rows []row, err error) {
	rows = []row{}
	for page := range slices.Chunk(shards, pageSize) {
		edition, err := w.putValue(fmt.Sprintf("%sd%d", prefix, len(rows)), page)
		if err != nil {
			return rows, err
		}
		rows = append(rows, row(page[0].gram()+edition))
	}
	return rows, nil
}

// shards are written one after another.
type shards struct {
	put  func(name string, value []byte) (edition string, err error)
	most int // how long each is, about
	rows []row
	open shard
}

// shards are those of grams of so many characters.
func (w *writer) shards(prefix string, most sizes, of census) *shards {
	return &shards{put: func(name string, value []byte) (string, error) { return w.putText(prefix+name, value) }, most: sizeFor(most.shard, of.Characters)}
}

// makeRoom ends the open shard where it is better without the next gram, whose list is so
// long.
func (s *shards) makeRoom(next gram, list *packed) error {
	if s.open.isWhole(next, digitsOf(list.bits()), s.most) {
		return s.end()
	}
	return nil
}

// add adds the next gram.
func (s *shards) add(g gram, list *packed) error {
	err := s.makeRoom(g, list)
	s.open.add(g, list)
	return err
}

// end ends the open shard, if there is one.
func (s *shards) end() error {
	if s.open.isEmpty() {
		return nil
	}
	edition, err := s.put(shardName(s.open.first), s.open.json())
	s.rows = append(s.rows, row(string(s.open.first[:])+edition))
	s.open.reset()
	return err
}

// shardName is g and the code points of a shard's first gram: so others do not change it.
func shardName(g gram) string { return fmt.Sprintf("g%d-%d-%d", g[0], g[1], g[2]) }

// shard is some grams in a row, as they stand in a file.
type shard struct {
	bits        packed
	first, last gram
}

func (s *shard) reset() { *s = shard{bits: packed{bytes: s.bits.bytes[:0]}} }

// isEmpty reports whether there is no gram.
func (s *shard) isEmpty() bool { return s.bits.bits() == 0 }

// json is a shard as it stands in a file: a string.
func (s *shard) json() []byte {
	s.bits.number(ended, 0)
	return quoted(s.bits.whole())
}

// ended stands where the next gram would say how many of its characters are others.
const ended = 3

// isWhole reports whether a shard is better without the next gram, whose list is so long.
// Where it is long enough already that is decided by the gram alone: where one list grows, only
// the shards from there to the next such gram begin elsewhere.
func (s *shard) isWhole(next gram, size, most int) bool {
	all := digitsOf(s.bits.bits())
	return all > 0 && (all+size > most || all > most*15/16 && next.begins())
}

// begins is true of one in sixteen grams.
func (g gram) begins() bool {
	h := uint32(g[0])*0x9e3779b1 ^ uint32(g[1])*0x85ebca6b ^ uint32(g[2])*0xc2b2ae35
	return h*0x27d4eb2f>>28 == 0
}

// add adds a gram: less one, how many of its characters are others than those of the one before;
// of the first of them how far on it is in the order of code points, and the last ones; and
// where the gram is.
func (s *shard) add(g gram, where *packed) {
	if s.isEmpty() {
		s.first = g
	}
	shared := 0
	for shared < 2 && g[shared] == s.last[shared] {
		shared++
	}
	s.bits.number(2-shared, 0)
	s.bits.number(int(g[shared]-s.last[shared]), nextOrder)
	for _, r := range g[shared+1:] {
		s.bits.number(int(r), anyOrder)
	}
	s.bits.add(where)
	s.last = g
}

// The orders of how far on a character is, and of any one.
const nextOrder, anyOrder = 8, 14
