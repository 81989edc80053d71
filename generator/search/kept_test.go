package search

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
)

// editor changes a corpus at random.
type editor struct {
	*rand.Rand
	*annotate.Corpus
}

// report is a copy of one of the reports in its place, which may be changed.
func (e editor) report() *report.Report {
	at := e.IntN(len(e.Reports))
	r := *e.Reports[at]
	r.Paragraphs = slices.Clone(r.Paragraphs)
	e.Reports[at] = &r
	return &r
}

var edits = []struct {
	name string
	do   func(editor)
}{
	{"words", func(e editor) {
		r := e.report()
		p := &r.Paragraphs[e.IntN(len(r.Paragraphs))]
		runes := []rune(p.Text)
		p.Text = string(slices.Insert(runes, e.IntN(len(runes)+1), []rune("此处已改")...))
	}},
	{"a paragraph more", func(e editor) {
		r := e.report()
		r.Paragraphs = append(r.Paragraphs, report.Paragraph{Line: len(r.Lines), Kind: report.Text, Text: fmt.Sprintf("第%d段。", e.IntN(1000))})
	}},
	{"a paragraph less", func(e editor) {
		r := e.report()
		r.Paragraphs = r.Paragraphs[:max(1, len(r.Paragraphs)-1)]
	}},
	{"a title", func(e editor) { e.report().Meta.Title += "改" }},
	{"a report more", func(e editor) {
		e.Reports = slices.Insert(e.Reports, e.IntN(len(e.Reports)+1), e.Reports[e.IntN(len(e.Reports))])
	}},
	{"a report less", func(e editor) {
		at := e.IntN(len(e.Reports))
		e.Reports = slices.Delete(e.Reports, at, at+1)
	}},
	{"a term more", func(e editor) {
		terms := e.Glossary.Terms
		term := glossary.Term{ID: "ci", Term: fmt.Sprintf("新词%d", e.IntN(100)), Gloss: "一个词", Pinyin: "cí"}
		e.Glossary = &glossary.Glossary{Terms: slices.Insert(slices.Clone(terms), e.IntN(len(terms)+1), term)}
	}},
	{"nothing", func(editor) {}},
}

// folder has an index, on which the next is written.
type folder struct {
	stand, now   map[string][]byte
	stayed, read int
}

func (f *folder) Put(path string, content []byte) error {
	f.now[path] = content
	return nil
}

func (f *folder) Stands(path string) bool { return f.stand[path] != nil }

func (f *folder) Stay(path string) error {
	if _, twice := f.now[path]; twice || !f.Stands(path) {
		return fmt.Errorf("%s stays", path)
	}
	f.now[path] = f.stand[path]
	f.stayed++
	return nil
}

func (f *folder) Read(path string) ([]byte, error) {
	if !f.Stands(path) {
		return nil, fs.ErrNotExist
	}
	f.read++
	return f.stand[path], nil
}

// write writes an index on that which stands.
func (f *folder) write(t *testing.T, c *annotate.Corpus, kept *cache.Store) {
	t.Helper()
	f.now, f.stayed, f.read = map[string][]byte{}, 0, 0
	if err := Write(c, kept, f); err != nil {
		t.Fatal(err)
	}
	f.stand = f.now
}

// An index that is made of the one that stands is the one that is made without.
func TestKept(t *testing.T) {
	dir := t.TempDir()
	e := editor{rand.New(rand.NewPCG(5, 6)), annotatedAnew()}
	e.Reports = slices.Repeat(e.Reports, 4)
	f := &folder{}
	for range 20 {
		edit := edits[e.IntN(len(edits))]
		edit.do(e)
		store := cache.Open(dir, "program")
		f.write(t, e.Corpus, store)
		if err := store.Close(true); err != nil {
			t.Fatal(err)
		}
		if without, _ := written(e.Corpus); !maps.EqualFunc(f.stand, without, bytes.Equal) {
			t.Fatalf("after %s the index is another one", edit.name)
		}
		t.Logf("%s: %d of %d files stay", edit.name, f.stayed, len(f.stand))
	}
}

// What grams begin with becomes long and is not any more, where it stands often and where it
// did not; characters come and go, the first and the last of all too.
func TestKeptAroundLong(t *testing.T) {
	c := corpus(t)
	store, f := cache.Open(t.TempDir(), "program"), &folder{}
	for i, text := range []string{"", "8191 甲乙", "8192 甲乙", "8193 甲乙", "8190 甲丙", "8194 甲乙", "3 丙", "8193 丙丁", "2 !1a", "2 龥龥鿿", "1 甲", "4400 !1a", "7600 !1a", "8400 !1a", "5 %", ""} {
		c.Reports = append(c.Reports[:5:5], repeating(text))
		f.write(t, c, store)
		if without, _ := written(c); !maps.EqualFunc(f.stand, without, bytes.Equal) {
			t.Fatalf("with %s the index is another one", text)
		}
		if i > 0 && (f.stayed == 0 || f.read < 2) {
			t.Errorf("with %s %d files stay, %d are read", text, f.stayed, f.read)
		}
	}
	if err := store.Close(true); err != nil {
		t.Fatal(err)
	}
}

// repeating is a report of lines that have a text so many times together.
func repeating(text string) *report.Report {
	times, text, _ := strings.Cut(text, " ")
	left, _ := strconv.Atoi(times)
	r := &report.Report{Slug: "repeating", Script: "zh-Hans", Meta: report.Meta{Title: "重复", Region: report.Region{Path: []string{"某省"}}}}
	for i := range 100 {
		n := (left + 99 - i) / 100
		r.Lines = append(r.Lines, report.Line{Text: strings.Repeat(text, n)})
		r.Paragraphs = append(r.Paragraphs, report.Paragraph{Line: i + 1, Kind: report.Text, Text: strings.Repeat(text, n)})
	}
	return r
}

// An edit changes the files of its words, and few besides; and not many more are made, or
// read of those that stand.
func TestFilesStay(t *testing.T) {
	c := corpus(t)
	c.Reports = slices.Repeat(c.Reports, 16)
	for i, name := range []string{"words", "a paragraph more"} {
		store, f := cache.Open(t.TempDir(), "program"), &folder{}
		f.write(t, c, store)
		before := f.stand
		e := editor{rand.New(rand.NewPCG(7, 8)), &annotate.Corpus{}}
		*e.Corpus = *c
		e.Reports = slices.Clone(c.Reports)
		edits[i].do(e)
		f.write(t, e.Corpus, store)
		changed := 0
		for file, text := range f.stand {
			if !bytes.Equal(before[file], text) {
				changed++
			}
		}
		all, made := len(f.stand), len(f.stand)-f.stayed
		if edits[i].name != name || changed == 0 || changed > all/4 || made > all/3 || f.read > all/3 {
			t.Errorf("%s: %d of %d files change, %d are made and %d read", name, changed, all, made, f.read)
		}
		t.Logf("%s: %d of %d files change, %d are made and %d read", name, changed, all, made, f.read)
		if err := store.Close(true); err != nil {
			t.Fatal(err)
		}
	}
}

// standingIndex is a corpus whose index stands.
func standingIndex(t *testing.T) (editor, *cache.Store, *folder) {
	e := editor{rand.New(rand.NewPCG(7, 8)), annotatedAnew()}
	store, f := cache.Open(t.TempDir(), "program"), &folder{}
	f.write(t, e.Corpus, store)
	return e, store, f
}

// refusal is why no index is made on what stands, after an edit.
func (f *folder) refusal(e editor, store *cache.Store) error {
	edits[0].do(e)
	f.now = map[string][]byte{}
	return Write(e.Corpus, store, f)
}

// Where a file does not stand as it was put, nothing stays; and what is read is no other.
func TestStandingIsChecked(t *testing.T) {
	e, store, f := standingIndex(t)
	whole := f.stand
	file := slices.MinFunc(slices.Collect(maps.Keys(whole)), func(a, b string) int { return len(whole[b]) - len(whole[a]) })
	f.stand = maps.Clone(whole)
	delete(f.stand, file)
	if f.write(t, e.Corpus, store); f.stayed > 0 || !maps.EqualFunc(f.stand, whole, bytes.Equal) {
		t.Errorf("without %s %d files stay", file, f.stayed)
	}
	for file, text := range f.stand {
		if file != Index {
			f.stand[file] = bytes.ReplaceAll(text, []byte("A"), []byte("B"))
		}
	}
	if err := f.refusal(e, store); err == nil || !strings.Contains(err.Error(), "is not what was written") {
		t.Errorf("of files that are others: %v", err)
	}
	if err := store.Close(true); err != nil {
		t.Fatal(err)
	}
}

// Chunks that have one another's texts tell nothing of how units read.
func TestChunksAreChecked(t *testing.T) {
	e, store, f := standingIndex(t)
	values := map[string][]byte{} // by the path of the chunk before
	var chunks []string
	for file := range f.stand {
		if strings.HasPrefix(file, Folder+linesPrefix+"t") {
			chunks = append(chunks, file)
		}
	}
	slices.Sort(chunks)
	for i, file := range chunks {
		_, values[chunks[(i+1)%len(chunks)]], _ = bytes.Cut(f.stand[file], []byte(","))
	}
	for file, value := range values {
		name := strings.TrimSuffix(strings.TrimPrefix(file, Folder), ".js")
		f.stand[file] = call(name, bytes.TrimSuffix(value, []byte(callEnd)))
	}
	if err := f.refusal(e, store); err == nil || !strings.Contains(err.Error(), "is not what was written") {
		t.Errorf("of %d chunks that have others' texts: %v", len(chunks), err)
	}
	if err := store.Close(true); err != nil {
		t.Fatal(err)
	}
}
