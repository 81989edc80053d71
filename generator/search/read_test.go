package search

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"
)

// reader reads the written files as static/js/search-index.js does: what it
// finds is what the page finds.
type reader struct {
	t       *testing.T
	files   map[string][]byte
	version string
}

// place is where a phrase begins; at is -1 where only the unit is known.
type place struct{ unit, at int }

func newReader(t *testing.T, files map[string][]byte) (*reader, index) {
	t.Helper()
	r := &reader{t: t, files: files}
	var x index
	r.load("search/index.js", "index", &x)
	r.version = x.Version
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
	r.load("search/"+r.version+"/"+name+".js", name, into)
}

func numbers(list string) (all []int) {
	n := 0
	for _, c := range []byte(list) {
		i := strings.IndexByte(digits, c)
		if i < base {
			all = append(all, n*base+i)
			n = 0
		} else {
			n = n*base + i - base
		}
	}
	return all
}

func units(list string) (all []int) {
	unit := 0
	for _, n := range numbers(list) {
		unit += n
		all = append(all, unit)
	}
	return all
}

func places(list string) (all []place) {
	var p place
	n := numbers(list)
	for i := 0; i+1 < len(n); i += 2 {
		if n[i] > 0 {
			p = place{p.unit + n[i], 0}
		}
		p.at += n[i+1]
		all = append(all, p)
	}
	return all
}

// grams reads a shard.
func (r *reader) grams(prefix string, n int) map[gram]string {
	var s [2]string
	r.file(name(prefix+"g", n), &s)
	grams, lists := []rune(s[0]), s[1]
	all := map[gram]string{}
	var g gram
	for lists != "" {
		end := strings.IndexFunc(lists, func(c rune) bool { return strings.IndexRune(digits, c) < base }) + 1
		head := numbers(lists[:end])[0]
		shared := head % 3
		copy(g[shared:], grams[:3-shared])
		grams = grams[3-shared:]
		all[g], lists = lists[end:end+head/3], lists[end+head/3:]
	}
	return all
}

// find returns the places of up to three characters, in order.
func (r *reader) find(prefix string, d directory, key []rune) (all []place) {
	first := []rune(d.First)
	low := gram{filler, filler, filler}
	copy(low[:], key)
	shards := len(first) / 3
	i := sort.Search(shards, func(i int) bool { return slices.Compare(first[3*i:3*i+3], low[:]) > 0 }) - 1
	for i = max(i, 0); i < shards; i++ {
		if at := first[3*i : 3*i+3]; slices.Compare(at, low[:]) > 0 && !slices.Equal(at[:len(key)], key) {
			break
		}
		grams := r.grams(prefix, i)
		if list, ok := grams[low]; ok && len(key) < 3 {
			for _, u := range units(list) {
				all = append(all, place{u, -1})
			}
			return all
		}
		for g, list := range grams {
			if slices.Equal(g[:len(key)], key) {
				all = append(all, places(list)...)
			}
		}
	}
	slices.SortFunc(all, func(a, b place) int {
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
		next := map[place]bool{}
		for _, p := range r.find(prefix, d, key[from:from+3]) {
			next[place{p.unit, p.at - from}] = true
		}
		places = slices.DeleteFunc(places, func(p place) bool { return !next[p] })
	}
	for _, p := range places {
		found = append(found, p.unit)
	}
	return slices.Compact(found)
}
