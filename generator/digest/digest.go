// Package digest tells values apart: those that hold the same have one digest, all
// others have another.
package digest

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"math"
	"reflect"
	"slices"
)

// Sum is the SHA-256 of what some values hold.
type Sum [sha256.Size]byte

// Named is what others know by less than it holds: where a value points to one, the
// digest has what Named says. So a list of reports differs where their titles do, and
// not where their texts do.
type Named interface{ Named() any }

// Of is the digest of values with their types: numbers, strings, and what arrays,
// slices, maps, structs, interfaces and pointers hold, unexported fields too. It panics
// at a function or a channel that is not nil, for of these nothing is known, and never
// ends for a value that holds itself.
func Of(values ...any) (sum Sum) {
	w := writer{hash: sha256.New()}
	for _, v := range values {
		w.value(reflect.ValueOf(&v).Elem())
	}
	w.flush()
	w.hash.Sum(sum[:0])
	return sum
}

// writer hashes what it has gathered when that is worth a call.
type writer struct {
	hash hash.Hash
	out  []byte
}

const enough = 1 << 12

func (w *writer) flush() {
	w.hash.Write(w.out)
	w.out = w.out[:0]
}

func (w *writer) number(n uint64) {
	if len(w.out) > enough {
		w.flush()
	}
	w.out = binary.AppendUvarint(w.out, n)
}

// text is written with its length before it, so that no two lists of texts are alike.
func (w *writer) text(s string) {
	w.number(uint64(len(s)))
	w.out = append(w.out, s...)
}

var named = reflect.TypeFor[Named]()

func (w *writer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			w.number(1)
		} else {
			w.number(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.number(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		w.number(v.Uint())
	case reflect.Float32, reflect.Float64:
		w.number(math.Float64bits(v.Float()))
	case reflect.String:
		w.text(v.String())
	case reflect.Slice, reflect.Array:
		w.list(v)
	case reflect.Map:
		w.dictionary(v)
	case reflect.Struct:
		for i := range v.NumField() {
			w.value(v.Field(i))
		}
	default:
		w.reference(v)
	}
}

func (w *writer) list(v reflect.Value) {
	n := v.Len()
	w.number(uint64(n))
	if v.Type().Elem().Kind() == reflect.Uint8 && v.Kind() == reflect.Slice {
		w.out = append(w.out, v.Bytes()...)
		return
	}
	for i := range n {
		w.value(v.Index(i))
	}
}

// dictionary is written in the order of its keys' digests: no other order holds for
// keys of any type.
func (w *writer) dictionary(v reflect.Value) {
	type pair struct{ key, value Sum }
	var pairs []pair
	for k := range v.Seq() {
		pairs = append(pairs, pair{of(k), of(v.MapIndex(k))})
	}
	slices.SortFunc(pairs, func(a, b pair) int { return slices.Compare(a.key[:], b.key[:]) })
	w.number(uint64(len(pairs)))
	for _, p := range pairs {
		w.out = append(append(w.out, p.key[:]...), p.value[:]...)
		w.flush()
	}
}

func of(v reflect.Value) (sum Sum) {
	w := writer{hash: sha256.New()}
	w.value(v)
	w.flush()
	w.hash.Sum(sum[:0])
	return sum
}

// reference writes what is behind a pointer or an interface, and that it is there.
func (w *writer) reference(v reflect.Value) {
	if v.IsNil() {
		w.number(0)
		return
	}
	w.number(1)
	switch {
	case v.Kind() == reflect.Interface:
		w.text(v.Elem().Type().String())
		w.value(v.Elem())
	case v.Kind() != reflect.Pointer:
		panic(fmt.Sprintf("digest: nothing is known of a %s", v.Type()))
	case v.Type().Implements(named):
		known := reflect.NewAt(v.Type().Elem(), v.UnsafePointer()).Interface().(Named).Named()
		w.value(reflect.ValueOf(&known).Elem())
	default:
		w.value(v.Elem())
	}
}
