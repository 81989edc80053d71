package search

import (
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
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

// load reads the value of a file.
func (r *reader) load(path, name string, into any) {
	r.t.Helper()
	text, ok := strings.CutPrefix(string(r.files[path]), fmt.Sprintf("jianzhu.file(%q,", name))
	text, closed := strings.CutSuffix(text, ")\n")
	if !ok || !closed {
		r.t.Fatalf("%s is no call with %s", path, name)
	}
	if err := json.Unmarshal([]byte(text), into); err != nil {
		r.t.Fatalf("%s: %v", path, err)
	}
}

func (r *reader) file(name string, into any) {
	r.t.Helper()
	r.load("search/"+name+".js", name, into)
}

// unpacked reads the numbers of a list one after another.
func unpacked(t *testing.T, list string) func(order int) int {
	t.Helper()
	bytes, err := base64.RawStdEncoding.DecodeString(list)
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	bit := func() int {
		b := int(bytes[at/8]) >> (7 - at%8) & 1
		at++
		return b
	}
	return func(order int) int {
		width := order
		for bit() == 0 {
			width++
		}
		n := 1
		for range width {
			n = 2*n + bit()
		}
		return n - 1<<order
	}
}

func readUnits(number func(int) int, of int) []int {
	all := make([]int, number(0))
	order, next := orderFor(of, len(all)), 0
	for i := range all {
		all[i] = next + number(order)
		next = all[i] + 1
	}
	return all
}

func (r *reader) units(list string, of int) []int { return readUnits(unpacked(r.t, list), of) }

func readPlaces(number func(int) int, d directory) []spot {
	all := make([]spot, number(0)+1)
	order := orderFor(d.Units, len(all))
	var p spot
	for i := range all {
		if past := number(order); past > 0 {
			p = spot{p.unit + past, 0}
		}
		p.at += number(d.Order)
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
	name := prefix + shardName(gram([]rune(of.gram()))) + "-" + of.edition()
	if all, known := r.shards[name]; known {
		return all
	}
	var s [2]string
	r.file(name, &s)
	number := unpacked(r.t, s[1])
	all := map[gram][]spot{}
	r.shards[name] = all
	var g gram
	for grams := []rune(s[0]); len(grams) > 0; {
		shared := 2 - number(0)
		copy(g[shared:], grams[:3-shared])
		grams = grams[3-shared:]
		if g[2] != filler {
			all[g] = readPlaces(number, d)
			continue
		}
		for _, u := range readUnits(number, d.Units) {
			all[g] = append(all[g], spot{u, -1})
		}
	}
	return all
}

// texts reads the chunk that begins with a unit.
func (r *reader) texts(prefix string, d directory, first int, into any) {
	r.t.Helper()
	var packed string
	r.file(fmt.Sprintf("%st%d-%s", prefix, first, d.Texts[first/span]), &packed)
	text, err := inflated(packed)
	if err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

// inflated is what is compressed in a file.
func inflated(packed string) ([]byte, error) {
	inflate := flate.NewReader(base64.NewDecoder(base64.RawStdEncoding, strings.NewReader(packed)))
	return io.ReadAll(simplifiedchinese.GB18030.NewDecoder().Reader(inflate))
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
