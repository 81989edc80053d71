package search

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestSeptets(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for n := range 400 {
		whole := make([]byte, n)
		for i := range whole {
			if whole[i] = byte(random.Uint32()); n%3 == 0 {
				whole[i] &= 0x11 // mostly what is barred
			}
		}
		text := appendSeptets(nil, whole)
		if strings.ContainsAny(string(text), barred) || len(text) > inSeptets(8*n)+1 {
			t.Errorf("%d bytes stand as %d: %q", n, len(text), text)
		}
		if back, ok := fromSeptets(nil, text); !ok || !bytes.Equal(back, whole) {
			t.Errorf("%x comes back as %x", whole, back)
		}
	}
	for _, other := range []string{"\u0080", "\u00ff", "\u0508", "甲", "\xff"} {
		if _, ok := fromSeptets(nil, []byte(other)); ok {
			t.Errorf("%q is read", other)
		}
	}
}
