package cache

import (
	"math"
	"reflect"
	"strings"
	"testing"
)

type example struct {
	Name   string
	Count  int
	Small  int8
	Big    uint64
	Rate   float64
	Is     bool
	Sum    [3]byte
	Words  []string
	Lists  [][]int
	By     map[string]kind
	Of     []part
	hidden int
}

type kind string

type part struct {
	Kind kind
	At   map[int]string
}

// What is read is what was written, but for what is hidden.
func TestEncoding(t *testing.T) {
	long := strings.Repeat("文", 1000)
	for _, want := range []example{
		{},
		{Name: "一", Count: -1, Small: -128, Big: math.MaxUint64, Rate: -0.1, Is: true, Sum: [3]byte{1, 0, 255}},
		{Count: math.MinInt64, Rate: math.Inf(1), Words: []string{"", "一", long, "一", long, ""}},
		{Words: []string{}, Lists: [][]int{nil, {}, {1, -300}}, By: map[string]kind{}},
		{Name: "一", By: map[string]kind{"一": "二", "二": "一"}, Of: []part{{}, {"一", map[int]string{-1: "一", 1 << 40: ""}}}},
	} {
		content, err := encode(want)
		if err != nil {
			t.Fatal(err)
		}
		var got example
		if err := decode(content, &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%v\ngot  %+v\nwant %+v", err, got, want)
		}
		if n := strings.Count(string(content), long); n > 1 {
			t.Errorf("a string is written %d times", n)
		}
		for n := range content { // what is cut off is not all there
			var part example
			if err := decode(content[:n], &part); err == nil {
				t.Errorf("%d bytes of %d are read as %+v", n, len(content), part)
			}
		}
	}
	content, _ := encode(example{hidden: 1})
	var got example
	if err := decode(content, &got); err != nil || got.hidden != 0 {
		t.Errorf("what is hidden is read: %v %+v", err, got)
	}
}

// What cannot be written in this way is not kept.
func TestNoEncoding(t *testing.T) {
	for _, value := range []any{&example{}, struct{ Any any }{1}, func() {}, struct{ hidden int }{1}} {
		if content, err := encode(value); err == nil {
			t.Errorf("%T is %q", value, content)
		}
	}
}

// Content that is none does no harm.
func FuzzDecode(f *testing.F) {
	content, _ := encode(example{Words: []string{"一", "一"}, Lists: [][]int{{1}}, By: map[string]kind{"一": "二"}})
	f.Add(content)
	f.Fuzz(func(t *testing.T, content []byte) {
		var got example
		decode(content, &got)
	})
}
