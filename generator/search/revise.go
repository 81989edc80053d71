package search

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"jianzhu/generator/cache"
)

// revision is what becomes of the grams that stand where some units read otherwise. Only
// lists of the grams that these have or had are made anew, and only shards with such lists
// are read.
type revision struct {
	last    grams
	units   []int // that read otherwise, in order
	was, is *stream
	others  []bool // whether each unit does, up to the last one
	now     census
}

// revisionOf compares units with those of the last part; nil where there is none, or much
// is another.
func (w *writer) revisionOf(prefix string, units []unit, said []cache.Key, last part) (*revision, error) {
	if len(last.Grams.Shards) == 0 {
		return nil, nil
	}
	spans := last.others(said)
	if len(spans) > max(4, len(said)/4) {
		return nil, nil
	}
	r := &revision{last: last.Grams}
	var was, is []unit
	for _, i := range spans {
		stood, err := w.textsOf(prefix, i, last.Texts)
		if err != nil {
			return nil, err
		}
		for n := range span {
			old, new := unitAt(stood, n), unitAt(units, i*span+n)
			old.entry = i*span+n < last.Entries
			if old.text() != new.text() || old.entry != new.entry {
				r.units, was, is = append(r.units, i*span+n), append(was, old), append(is, new)
			}
		}
	}
	r.others, r.was, r.is = marked(r.units), newStream(was), newStream(is)
	r.now = r.last.Count.revised(r.was, r.is)
	return r, nil
}

// marked says of each unit, up to the last of some, whether it is one of them.
func marked(units []int) []bool {
	if len(units) == 0 {
		return nil
	}
	all := make([]bool, units[len(units)-1]+1)
	for _, n := range units {
		all[n] = true
	}
	return all
}

// unitAt is a unit by its number, nothing beyond the last one.
func unitAt(units []unit, n int) unit {
	if n < len(units) {
		return units[n]
	}
	return unit{}
}

// others are the spans that are not as they were.
func (p part) others(said []cache.Key) (spans []int) {
	for i := range max(len(said), len(p.Texts)) {
		if i >= len(said) || i >= len(p.Texts) || said[i] != p.Texts[i].Said {
			spans = append(spans, i)
		}
	}
	return spans
}

// fits reports whether lists and files are still written in the same way, and it is known
// which lists are long.
func (r *revision) fits(most sizes, units int) bool {
	return r.now.Long == most.long && r.now.Rare <= most.long && r.now.code(units) == r.last.Code && sizeFor(most.shard, r.now.Characters) == sizeFor(most.shard, r.last.Count.Characters)
}

// revise writes the shards that become others; all others stay.
func (w *writer) revise(prefix string, most sizes, r *revision) (grams, error) {
	touched, err := w.touched(prefix, r)
	if err != nil {
		return grams{}, err
	}
	to := w.shards(prefix, most, r.now)
	for i, row := range r.last.Shards {
		here, next := touched, gram{}
		if i+1 < len(r.last.Shards) {
			next = r.last.Shards[i+1].first()
			n, _ := slices.BinarySearchFunc(touched, next, touchedGram.compare)
			here = touched[:n]
		}
		touched = touched[len(here):]
		// Where a shard ends depends on the list behind it too.
		same := len(here) == 0 && (len(touched) == 0 || touched[0].gram != next)
		if err := w.reviseShard(prefix, r, row, here, same, to); err != nil {
			return grams{}, err
		}
	}
	err = to.end()
	return grams{r.last.Code, r.now, to.rows}, err
}

// reviseShard adds a shard that stands, with its lists as they are now. It stays where it is
// the same and begins a file now too.
func (w *writer) reviseShard(prefix string, r *revision, of row, here []touchedGram, same bool, to *shards) error {
	if same && to.open.isEmpty() {
		return w.stay(prefix, of, to)
	}
	stands, err := w.shardOf(prefix, of)
	if err != nil {
		return err
	}
	for g, list := range r.merged(stands, here) {
		if err := to.makeRoom(g, list); err != nil {
			return err
		}
		if same && g == of.first() && to.open.isEmpty() {
			return w.stay(prefix, of, to)
		}
		to.open.add(g, list)
	}
	return nil
}

// stay has a shard stay.
func (w *writer) stay(prefix string, of row, to *shards) error {
	to.rows = append(to.rows, of)
	return w.files.Stay(path(prefix+shardName(of.first()), of.edition()))
}

// merged yields the grams of a shard that stands and those touched, with their lists as
// they are now. A list is gone with the next one.
func (r *revision) merged(stands *shardReader, touched []touchedGram) iter.Seq2[gram, *packed] {
	return func(yield func(gram, *packed) bool) {
		var list packed
		put := func(stood *unpacker) bool {
			t := touched[0]
			touched = touched[1:]
			list.reset()
			return !r.pack(&list, t, stood) || yield(t.gram, &list)
		}
		for stands.next() {
			for len(touched) > 0 && touched[0].compare(stands.gram) < 0 {
				if !put(nil) {
					return
				}
			}
			if len(touched) > 0 && touched[0].gram == stands.gram {
				if !put(stands.lists) {
					return
				}
				continue
			}
			list.reset()
			list.take(stands.lists, stands.gram, r.last.Code)
			if !yield(stands.gram, &list) {
				return
			}
		}
		for len(touched) > 0 {
			if !put(nil) {
				return
			}
		}
	}
}

// touchedGram is a gram of which the list is another one.
type touchedGram struct {
	gram
	places []place // in the units that read otherwise; of a beginning, these units
	stood  []int   // of a beginning that becomes long: the units that have it
	short  bool    // a beginning that is not long any more
}

// touched are these grams in order.
func (w *writer) touched(prefix string, r *revision) (touched []touchedGram, err error) {
	was, is := r.places(r.was), r.places(r.is)
	all := slices.AppendSeq(slices.Collect(maps.Keys(was)), maps.Keys(is))
	slices.SortFunc(all, gram.compare)
	for _, g := range slices.Compact(all) {
		t, wasLong, isLong := touchedGram{gram: g, places: is[g]}, true, true
		if g.isBeginning() {
			wasLong, isLong = r.last.Count.isLong(g), r.now.isLong(g)
		}
		if !wasLong && !isLong || wasLong == isLong && slices.Equal(was[g], is[g]) {
			continue
		}
		if t.short = !isLong; !wasLong {
			if t.stood, err = w.unitsOf(prefix, r.last, g); err != nil {
				return nil, err
			}
		}
		touched = append(touched, t)
	}
	return touched, nil
}

// places are where all grams are in a stream of r; of beginnings, in which units.
func (r *revision) places(in *stream) map[gram][]place {
	all := map[gram][]place{}
	for l := range in.lists() {
		var places []place
		if l.isBeginning() {
			for _, u := range in.units(l.places) {
				places = append(places, place{unit: int32(r.units[u])})
			}
		} else {
			for _, p := range l.places {
				places = append(places, place{unit: int32(r.units[p.unit]), at: p.at})
			}
		}
		all[l.gram] = places
	}
	return all
}

// pack packs the list of a gram as it is now; stood is at that which stands, nil where there
// is none. False where there is none now.
func (r *revision) pack(list *packed, t touchedGram, stood *unpacker) bool {
	if t.isBeginning() {
		units := t.stood
		if stood != nil {
			units = stood.units(r.last.Code.Units)
		}
		if !t.short {
			list.units(r.unitsNow(units, t.places), r.last.Code.Units)
		}
		return !t.short
	}
	var places []place
	if stood != nil {
		places = slices.DeleteFunc(stood.places(r.last.Code), func(p place) bool { return r.isOther(int(p.unit)) })
	}
	if places = merge(places, t.places, place.compare); len(places) > 0 {
		list.places(places, r.last.Code)
	}
	return len(places) > 0
}

// unitsNow are units without those that read otherwise, and with those of places.
func (r *revision) unitsNow(stood []int, places []place) []int {
	now := make([]int, len(places))
	for i, p := range places {
		now[i] = int(p.unit)
	}
	return merge(slices.DeleteFunc(stood, r.isOther), now, cmp.Compare[int])
}

// isOther reports whether a unit reads otherwise.
func (r *revision) isOther(unit int) bool { return unit < len(r.others) && r.others[unit] }

func (p place) compare(o place) int {
	return cmp.Or(cmp.Compare(p.unit, o.unit), cmp.Compare(p.at, o.at))
}

// merge is two sorted lists as one.
func merge[T any](a, b []T, compare func(T, T) int) []T {
	if len(b) == 0 {
		return a
	}
	all := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(a[0], b[0]) <= 0 {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}
