package cache

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"sync"

	"jianzhu/generator/tongue"
)

// What is kept is written without a word of its type: the program that reads it is the
// one that wrote it, for every key says so. A string that stands there again is a number.
// That takes a third of the time of encoding/gob, and of the memory, for what is read
// has its strings in one piece, in which there is nothing else.

// encode writes a value: exported fields, lists, maps, numbers and strings.
func encode(value any) (content []byte, err error) {
	defer failed(&err)
	v := reflect.ValueOf(value)
	to := writers.Get().(*writer)
	defer to.done()
	formOf(v.Type()).write(to, v)
	content = make([]byte, 0, 2*binary.MaxVarintLen64+len(to.out)+len(to.said))
	content = binary.AppendUvarint(content, uint64(len(to.strings)))
	content = binary.AppendUvarint(content, uint64(len(to.said)))
	return append(append(content, to.out...), to.said...), nil
}

// decode reads what encode has written into what a pointer leads to.
func decode(content []byte, into any) (err error) {
	defer failed(&err)
	v := reflect.ValueOf(into).Elem()
	from := &reader{rest: content}
	n, said := from.number(), from.number() // different strings, and how long they are together
	from.strings = make([]string, 0, min(n, uint64(len(from.rest))))
	at := uint64(len(from.rest)) - said
	from.rest, from.said = from.rest[:at], string(from.rest[at:])
	formOf(v.Type()).read(from, v)
	return nil
}

// failed turns a fault into an error: a type that cannot be kept, content that is none.
func failed(err *error) {
	if fault := recover(); fault != nil {
		*err = tongue.Errorf("it cannot be kept: %v", fault)
	}
}

// form is how values of a type are written and read.
type form struct {
	write func(*writer, reflect.Value)
	read  func(*reader, reflect.Value) // into a zero value
}

var forms sync.Map // by type

func formOf(t reflect.Type) form {
	if f, known := forms.Load(t); known {
		return f.(form)
	}
	f := newForm(t)
	forms.Store(t, f)
	return f
}

func newForm(t reflect.Type) form {
	switch t.Kind() {
	case reflect.Bool:
		return form{func(to *writer, v reflect.Value) { to.bool(v.Bool()) },
			func(from *reader, v reflect.Value) { v.SetBool(from.number() != 0) }}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return form{func(to *writer, v reflect.Value) { to.out = binary.AppendVarint(to.out, v.Int()) },
			func(from *reader, v reflect.Value) { v.SetInt(from.signed()) }}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return form{func(to *writer, v reflect.Value) { to.number(v.Uint()) },
			func(from *reader, v reflect.Value) { v.SetUint(from.number()) }}
	case reflect.Float32, reflect.Float64:
		return form{func(to *writer, v reflect.Value) { to.number(math.Float64bits(v.Float())) },
			func(from *reader, v reflect.Value) { v.SetFloat(math.Float64frombits(from.number())) }}
	case reflect.String:
		return form{func(to *writer, v reflect.Value) { to.string(v.String()) },
			func(from *reader, v reflect.Value) { v.SetString(from.string()) }}
	case reflect.Struct:
		return structForm(t)
	case reflect.Array:
		return form{writeAll, readAll}
	case reflect.Slice:
		return form{
			func(to *writer, v reflect.Value) {
				if to.length(v) {
					writeAll(to, v)
				}
			},
			func(from *reader, v reflect.Value) {
				if n, is := from.length(); is {
					v.Set(reflect.MakeSlice(t, n, n))
					readAll(from, v)
				}
			}}
	case reflect.Map:
		return mapForm(t)
	}
	panic(fmt.Sprintf("%v", t))
}

// writeAll and readAll are for the elements of an array or a slice.
func writeAll(to *writer, v reflect.Value) {
	each := formOf(v.Type().Elem())
	for i := range v.Len() {
		each.write(to, v.Index(i))
	}
}

func readAll(from *reader, v reflect.Value) {
	each := formOf(v.Type().Elem())
	for i := range v.Len() {
		each.read(from, v.Index(i))
	}
}

func structForm(t reflect.Type) form {
	var at []int
	var of []form
	for i := range t.NumField() {
		if t.Field(i).IsExported() {
			at, of = append(at, i), append(of, formOf(t.Field(i).Type))
		}
	}
	if len(at) == 0 && t.NumField() > 0 {
		panic(fmt.Sprintf("%v, which shows nothing of itself", t))
	}
	return form{
		func(to *writer, v reflect.Value) {
			for n, i := range at {
				of[n].write(to, v.Field(i))
			}
		},
		func(from *reader, v reflect.Value) {
			for n, i := range at {
				of[n].read(from, v.Field(i))
			}
		}}
}

func mapForm(t reflect.Type) form {
	keys, values := formOf(t.Key()), formOf(t.Elem())
	return form{
		func(to *writer, v reflect.Value) {
			if !to.length(v) {
				return
			}
			for all := v.MapRange(); all.Next(); {
				keys.write(to, all.Key())
				values.write(to, all.Value())
			}
		},
		func(from *reader, v reflect.Value) {
			n, is := from.length()
			if !is {
				return
			}
			v.Set(reflect.MakeMapWithSize(t, n))
			for range n {
				key, value := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
				keys.read(from, key)
				values.read(from, value)
				v.SetMapIndex(key, value)
			}
		}}
}

type writer struct {
	out     []byte
	said    []byte            // all strings, each once
	strings map[string]uint64 // those written, by their number
}

// writers are used again, for what they need is as much as what they write.
var writers = sync.Pool{New: func() any { return &writer{strings: map[string]uint64{}} }}

// done gives a writer back.
func (to *writer) done() {
	to.out, to.said = to.out[:0], to.said[:0]
	clear(to.strings)
	writers.Put(to)
}

func (to *writer) number(n uint64) { to.out = binary.AppendUvarint(to.out, n) }

func (to *writer) bool(yes bool) {
	if yes {
		to.number(1)
	} else {
		to.number(0)
	}
}

// string writes twice its length, and itself among all strings, or twice its number and one.
func (to *writer) string(s string) {
	if n, known := to.strings[s]; known {
		to.number(n<<1 | 1)
		return
	}
	to.strings[s] = uint64(len(to.strings))
	to.number(uint64(len(s)) << 1)
	to.said = append(to.said, s...)
}

// length writes one more than that of a list, or 0 where there is none.
func (to *writer) length(v reflect.Value) bool {
	if v.IsNil() {
		to.number(0)
		return false
	}
	to.number(uint64(v.Len()) + 1)
	return true
}

type reader struct {
	rest    []byte
	said    string   // of the strings, those not read
	strings []string // those read
}

func (from *reader) number() (n uint64) {
	for shift := 0; ; shift += 7 {
		b := from.rest[0]
		from.rest = from.rest[1:]
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
	}
}

func (from *reader) signed() int64 {
	n := from.number()
	return int64(n>>1) ^ -int64(n&1)
}

func (from *reader) string() string {
	n := from.number()
	if n&1 == 1 {
		return from.strings[n>>1]
	}
	s := from.said[:n>>1]
	from.said = from.said[n>>1:]
	from.strings = append(from.strings, s)
	return s
}

// length is that of a list; false where there is none. No list is longer than what is
// left, but for one of nothing.
func (from *reader) length() (int, bool) {
	n := from.number()
	if n > uint64(len(from.rest))+1 {
		panic("a list longer than all that is there")
	}
	return int(n) - 1, n > 0
}
