package report

import (
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sync"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
)

// What a report's files are read as, and what is found in that alone, is kept: to take
// that takes a hundredth of the time.

// origin tells what a report was read from, and where what is made of it is kept; the
// zero origin of one whose files are not known, of which nothing is kept.
type origin struct {
	key   cache.Key
	store *cache.Store
}

// Key names what a report was read from; false where that is not known.
func (r *Report) Key() (key cache.Key, known bool) { return r.origin.key, r.origin.store != nil }

// Once returns what find finds in a report, which depends on the report as it was read,
// on what is said by on, and on nothing else: it is kept.
func Once[T any](r *Report, what string, on Grounds, find func() T) T {
	return OnceOf([]*Report{r}, what, on, find)
}

// OnceOf is [Once] for what is found in several reports.
func OnceOf[T any](reports []*Report, what string, on Grounds, find func() T) T {
	parts := make([][]byte, 0, len(reports)+2)
	parts = append(parts, []byte(what), on)
	for _, r := range reports {
		if r.origin.store == nil {
			return find()
		}
		parts = append(parts, r.origin.key[:])
	}
	return cache.Once(StoreOf(reports), cache.KeyOf(parts...), find)
}

// StoreOf is where what is made of reports is kept; nil for nowhere.
func StoreOf(reports []*Report) *cache.Store {
	if len(reports) == 0 {
		return nil
	}
	return reports[0].origin.store
}

// Grounds is what something found depends on beside reports.
type Grounds []byte

// Words adds words.
func (g *Grounds) Words(words ...string) {
	for _, w := range words {
		*g = append(binary.AppendUvarint(*g, uint64(len(w))), w...)
	}
}

// Numbers adds numbers.
func (g *Grounds) Numbers(numbers ...int) {
	for _, n := range numbers {
		*g = binary.AppendVarint(*g, int64(n))
	}
}

// readAs is what the files of a report are read as.
type readAs struct {
	Report   Report
	Starts   [][]int  // of the paragraphs
	Headings []string // of the outline
	Values   []int    // of the definitions
	Words    [sha256.Size]byte
	Shown    int // characters
	Lines    map[string]int
	Problems []problem.Problem
}

// Reader reads reports, again and again if it is to: what stands in a folder as before is
// not read anew. It bears use by several goroutines.
type Reader struct {
	Kept *cache.Store // of what files were read as; nil for none

	mu    sync.Mutex
	known map[cache.Key]remembered
	asked map[cache.Key]bool // since Read began
}

// remembered is what a folder was read as; nothing is added to its report.
type remembered struct {
	report   *Report
	problems []problem.Problem
}

// forget begins to note which readings are asked for, and returns what lets all others go.
func (from *Reader) forget() func() {
	from.mu.Lock()
	defer from.mu.Unlock()
	from.asked = map[cache.Key]bool{}
	return func() {
		from.mu.Lock()
		defer from.mu.Unlock()
		maps.DeleteFunc(from.known, func(key cache.Key, _ remembered) bool { return !from.asked[key] })
	}
}

// recall returns a reading that is known.
func (from *Reader) recall(key cache.Key) (remembered, bool) {
	from.mu.Lock()
	defer from.mu.Unlock()
	if from.asked != nil {
		from.asked[key] = true
	}
	known, is := from.known[key]
	return known, is
}

func (from *Reader) note(key cache.Key, r *Report, problems []problem.Problem) {
	from.mu.Lock()
	defer from.mu.Unlock()
	if from.known == nil {
		from.known = map[cache.Key]remembered{}
	}
	from.known[key] = remembered{r, problems}
}

// readOnce reads the report in a folder, unless it is known what that is read as.
func (from *Reader) readOnce(fsys fs.FS, dir, slug string) (*Report, []problem.Problem) {
	folder, err := hold(fsys, path.Join(dir, slug))
	if err != nil {
		return readFolder(fsys, dir, slug)
	}
	key := folder.key()
	if known, is := from.recall(key); is {
		return known.report.asRead(), slices.Clone(known.problems)
	}
	if kept, ok := cache.Recall[readAs](from.Kept, key); ok {
		r := kept.report()
		r.origin = origin{key, from.Kept}
		from.note(key, r, kept.Problems)
		return r.asRead(), slices.Clone(kept.Problems)
	}
	r, problems := readFolder(folder, dir, slug)
	if r == nil || problem.HasErrors(problems) {
		return r, problems
	}
	if !folder.stands() {
		return r, problems // an editor was putting files there meanwhile
	}
	if from.Kept != nil {
		cache.Keep(from.Kept, key, r.readAs(problems))
		r.origin = origin{key, from.Kept}
	}
	from.note(key, r, problems)
	return r.asRead(), slices.Clone(problems)
}

// asRead is a report to which anything can be added while this one stays as it is.
func (r *Report) asRead() *Report {
	own := *r
	own.Outline, own.Definitions = slices.Clone(r.Outline), slices.Clone(r.Definitions)
	return &own
}

// readAs is what is kept of a report, and report is that report.
func (r *Report) readAs(problems []problem.Problem) readAs {
	k := readAs{Report: *r, Words: r.wordsSum(), Shown: r.Characters(), Lines: r.Meta.lines, Problems: problems}
	for _, p := range r.Paragraphs {
		k.Starts = append(k.Starts, p.starts)
	}
	for _, e := range r.Outline {
		k.Headings = append(k.Headings, e.heading)
	}
	for _, d := range r.Definitions {
		k.Values = append(k.Values, d.value)
	}
	return k
}

func (k *readAs) report() *Report {
	r := &k.Report
	r.words, r.characters, r.Meta.lines = k.Words, k.Shown, k.Lines
	for i := range r.Paragraphs {
		r.Paragraphs[i].starts = k.Starts[i]
	}
	for i := range r.Outline {
		r.Outline[i].heading = k.Headings[i]
	}
	for i := range r.Definitions {
		r.Definitions[i].value = k.Values[i]
	}
	r.toShow()
	return r
}
