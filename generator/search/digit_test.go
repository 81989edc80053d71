package search

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestDigits(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for n := range 100 {
		for _, bit := range []uint32{0, 0xff, 0x11} {
			whole := make([]byte, n)
			for i := range whole {
				if whole[i] = byte(random.Uint32() & bit); bit == 0xff {
					whole[i] |= byte(random.Uint32())
				}
			}
			text := appendDigits(nil, whole)
			if strings.ContainsAny(string(text), noDigits) || len(text) > digitsOf(8*n)+1 {
				t.Errorf("%d bytes stand as %d: %q", n, len(text), text)
			}
			if back, ok := appendBytes(nil, text); !ok || !bytes.Equal(back, whole) {
				t.Errorf("%x comes back as %x", whole, back)
			}
		}
	}
	if len(digits) != base {
		t.Errorf("there are %d digits", len(digits))
	}
	for _, other := range []string{"\\", "\x7f", "\x80", "甲"} {
		if _, ok := appendBytes(nil, []byte(other)); ok {
			t.Errorf("%q is read", other)
		}
	}
}
