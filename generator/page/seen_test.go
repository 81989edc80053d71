package page

import (
	"reflect"
	"testing"
)

func TestSeen(t *testing.T) {
	for _, s := range []Seen{
		{IDs: []string{}, Links: []Seeing{}},
		{IDs: []string{"L1", "", "s1-2"}, Links: []Seeing{{"#L1", 0}, {"https://example.org/?q=条", 300}}},
	} {
		whole := s.Encode()
		if got, ok := DecodeSeen(whole); !ok || !reflect.DeepEqual(got, s) {
			t.Errorf("%v became %v, %t", s, got, ok)
		}
		for n := range whole {
			if got, ok := DecodeSeen(whole[:n]); ok {
				t.Errorf("%d of %d bytes are %v", n, len(whole), got)
			}
		}
		if _, ok := DecodeSeen(append(whole, 0)); ok {
			t.Error("more bytes are taken")
		}
	}
}
