package search

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"testing"
)

// reader reads the written files as static/js/search-index.js does: what it
// finds is what the page finds.
type reader struct {
	t      *testing.T
	files  map[string][]byte
	pages  map[string][]row           // of directories, once read, by prefix
	shards map[string]map[gram][]spot // once read, by name
}

// spot is where a phrase begins; at is -1 where only the unit is known.
type spot struct{ unit, at int }

func newReader(t *testing.T, files map[string][]byte) (*reader, index) {
	t.Helper()
	r := &reader{t, files, map[string][]row{}, map[string]map[gram][]spot{}}
	var x index
	r.load("search/index.js", "index", &x)
	return r, x
}

// digits reads the value of a file that is bytes: which are no JSON.
func (r *reader) digits(name string) []byte {
	r.t.Helper()
	bytes, ok := bytesOf(r.value("search/"+name+".js", name))
	if !ok {
		r.t.Fatalf("%s is no string of digits", name)
	}
	return bytes
}

// load reads the value of a file that is JSON.
func (r *reader) load(path, name string, into any) {
	r.t.Helper()
	if err := json.Unmarshal(r.value(path, name), into); err != nil {
		r.t.Fatalf("%s: %v", path, err)
	}
}

// value is what stands in a file.
func (r *reader) value(path, name string) []byte {
	r.t.Helper()
	text, ok := strings.CutPrefix(string(r.files[path]), fmt.Sprintf("jianzhu.file(%q,", name))
	text, closed := strings.CutSuffix(text, ")\n")
	if !ok || !closed {
		r.t.Fatalf("%s is no call with %s", path, name)
	}
	return []byte(text)
}

func (r *reader) file(name string, into any) {
	r.t.Helper()
	r.load("search/"+name+".js", name, into)
}

// bitReader reads bits one after another.
type bitReader struct {
	bytes []byte
	at    int
}

func (b *bitReader) bit() int {
	bit := int(b.bytes[b.at/8]) >> (7 - b.at%8) & 1
	b.at++
	return bit
}

// zeros are how many there are before a one, at most so many.
func (b *bitReader) zeros(most int) (n int) {
	for n < most && b.bit() == 0 {
		n++
	}
	return n
}

func (b *bitReader) after(n, width int) int {
	for range width {
		n = 2*n + b.bit()
	}
	return n
}

func (b *bitReader) number(order int) int { return b.after(1, b.zeros(99)+order) - 1<<order }

func (b *bitReader) gap(order int) int {
	if over := b.zeros(far); over < far {
		return b.after(over, order)
	}
	return far<<order + b.number(order)
}

func (b *bitReader) units(of int) []int {
	all := make([]int, b.number(0))
	order, next := orderFor(of-len(all), len(all)), 0
	for i := range all {
		all[i] = next + b.gap(order)
		next = all[i] + 1
	}
	return all
}

func (r *reader) units(list string, of int) []int {
	bytes, err := base64.RawStdEncoding.DecodeString(list)
	if err != nil {
		r.t.Fatal(err)
	}
	return (&bitReader{bytes: bytes}).units(of)
}

func (b *bitReader) places(d directory) []spot {
	all := make([]spot, b.number(0)+1)
	order := orderFor(d.Units, len(all))
	var p spot
	for i := range all {
		if past := b.gap(order); past > 0 {
			p = spot{p.unit + past, 0}
		}
		p.at += b.gap(d.Order)
		all[i] = p
	}
	return all
}

// rows are those of all shards.
func (r *reader) rows(prefix string, d directory) []row {
	all, known := r.pages[prefix]
	if known {
		return all
	}
	for i, first := range d.Rows {
		var page []row
		if r.file(fmt.Sprintf("%sd%d-%s", prefix, i, first.edition()), &page); page[0].gram() != first.gram() || len(page) > pageSize {
			r.t.Fatalf("page %d of the directory has %d rows and begins with %q", i, len(page), page[0])
		}
		all = append(all, page...)
	}
	r.pages[prefix] = all
	return all
}

// grams reads a shard.
func (r *reader) grams(prefix string, d directory, of row) map[gram][]spot {
	name := prefix + shardName(of.first()) + "-" + of.edition()
	if all, known := r.shards[name]; known {
		return all
	}
	list := &bitReader{bytes: r.digits(name)}
	all := map[gram][]spot{}
	r.shards[name] = all
	var g gram
	for others := list.number(0); others < ended; others = list.number(0) {
		at := 2 - others
		g[at] += rune(list.number(nextOrder))
		for at++; at < len(g); at++ {
			g[at] = rune(list.number(anyOrder))
		}
		if g[2] != filler {
			all[g] = list.places(d)
			continue
		}
		for _, u := range list.units(d.Units) {
			all[g] = append(all[g], spot{u, -1})
		}
	}
	return all
}

// texts reads the chunk that begins with a unit.
func (r *reader) texts(prefix string, d directory, first int, into any) {
	r.t.Helper()
	text, err := inflated(r.digits(fmt.Sprintf("%st%d-%s", prefix, first, d.Texts[first/span])))
	if err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

// inflated is what is compressed in a file.
func inflated(packed []byte) ([]byte, error) {
	short, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	return fromShort(short), err
}

// find returns the places of up to three characters, in order.
func (r *reader) find(prefix string, d directory, key []rune) (all []spot) {
	rows := r.rows(prefix, d)
	low := gram{filler, filler, filler}
	copy(low[:], key)
	i := sort.Search(len(rows), func(i int) bool { return rows[i].gram() > string(low[:]) }) - 1
	for i = max(i, 0); i < len(rows); i++ {
		if at := rows[i].gram(); at > string(low[:]) && !strings.HasPrefix(at, string(key)) {
			break
		}
		grams := r.grams(prefix, d, rows[i])
		if places, ok := grams[low]; ok {
			return slices.Clone(places)
		}
		for g, places := range grams {
			if slices.Equal(g[:len(key)], key) {
				all = append(all, places...)
			}
		}
	}
	slices.SortFunc(all, func(a, b spot) int {
		if a.unit != b.unit {
			return a.unit - b.unit
		}
		return a.at - b.at
	})
	return all
}

// phrase returns the units in which a key is, in order.
func (r *reader) phrase(prefix string, d directory, key []rune) (found []int) {
	places := r.find(prefix, d, key[:min(3, len(key))])
	for from := 3; from < len(key); from += 3 {
		from = min(from, len(key)-3)
		next := map[spot]bool{}
		for _, p := range r.find(prefix, d, key[from:from+3]) {
			next[spot{p.unit, p.at - from}] = true
		}
		places = slices.DeleteFunc(places, func(p spot) bool { return !next[p] })
	}
	for _, p := range places {
		found = append(found, p.unit)
	}
	return slices.Compact(found)
}
