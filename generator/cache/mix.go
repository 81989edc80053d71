package cache

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"reflect"
	"slices"
)

// Mix makes keys of values of any types, by all that they hold: fields, exported or not,
// elements, what pointers lead to. So what is added to a type later is not forgotten. A
// function says nothing. Only one goroutine may use it at a time.
type Mix struct {
	out   []byte
	named map[reflect.Type]func(reflect.Value) Key
}

// Naming is a mix in which pointers of a type count as a key, for what they lead to is
// more than is meant, or leads to itself.
func Naming[T any](name func(*T) Key) *Mix {
	return &Mix{named: map[reflect.Type]func(reflect.Value) Key{
		reflect.TypeFor[*T](): func(v reflect.Value) Key { return name((*T)(v.UnsafePointer())) },
	}}
}

// Of is the key of values: that of others is another one, but for what is empty, which may
// be nil or not.
func (m *Mix) Of(values ...any) Key {
	m.out = m.out[:0]
	for _, v := range values {
		if key, is := v.(Key); is { // as list would, which took a step for each byte
			m.number(uint64(len(key)))
			m.out = append(m.out, key[:]...)
		} else {
			m.add(reflect.ValueOf(v))
		}
	}
	return Key(sha256.Sum256(m.out))
}

func (m *Mix) add(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		m.text(v.String())
	case reflect.Bool:
		if v.Bool() {
			m.number(1)
		} else {
			m.number(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		m.number(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		m.number(v.Uint())
	case reflect.Float32, reflect.Float64:
		m.number(math.Float64bits(v.Float()))
	case reflect.Struct:
		for i := range v.NumField() {
			m.add(v.Field(i))
		}
	case reflect.Slice, reflect.Array:
		m.list(v)
	case reflect.Map:
		m.pairs(v)
	case reflect.Pointer:
		m.pointer(v)
	case reflect.Interface:
		if !v.IsNil() {
			m.text(v.Elem().Type().String())
			m.add(v.Elem())
		}
	case reflect.Invalid, reflect.Func:
		m.number(0)
	default:
		panic("cache: no key of a " + v.Type().String())
	}
}

// pointer adds what a pointer leads to.
func (m *Mix) pointer(v reflect.Value) {
	if v.IsNil() {
		m.number(0)
	} else if name := m.named[v.Type()]; name != nil {
		key := name(v)
		m.out = append(m.out, key[:]...)
	} else {
		m.number(1)
		m.add(v.Elem())
	}
}

// list adds elements, after their number, so that they do not run into what follows.
func (m *Mix) list(v reflect.Value) {
	m.number(uint64(v.Len()))
	if v.Type().Elem().Kind() == reflect.Uint8 {
		if v.Kind() == reflect.Slice || v.CanAddr() {
			m.out = append(m.out, v.Bytes()...)
			return
		}
		for i := range v.Len() {
			m.out = append(m.out, byte(v.Index(i).Uint()))
		}
		return
	}
	for i := range v.Len() {
		m.add(v.Index(i))
	}
}

// pairs adds what a map holds, in the order of the keys of its pairs.
func (m *Mix) pairs(v reflect.Value) {
	var all []Key
	one := Mix{named: m.named}
	for of := v.MapRange(); of.Next(); {
		one.out = one.out[:0]
		one.add(of.Key())
		one.add(of.Value())
		all = append(all, sha256.Sum256(one.out))
	}
	slices.SortFunc(all, func(a, b Key) int { return slices.Compare(a[:], b[:]) })
	m.number(uint64(len(all)))
	for _, key := range all {
		m.out = append(m.out, key[:]...)
	}
}

func (m *Mix) text(s string) {
	m.number(uint64(len(s)))
	m.out = append(m.out, s...)
}

func (m *Mix) number(n uint64) { m.out = binary.AppendUvarint(m.out, n) }
