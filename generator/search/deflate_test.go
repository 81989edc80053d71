package search

import (
	"encoding/json"
	"testing"
)

// Every character comes back, of whatever plane.
func TestDeflated(t *testing.T) {
	d := newDeflater()
	for _, want := range []string{
		"", "坚持“放管服”改革——增长6.5%（约３亿元）…", "經濟結構調整，龍龜鬱", "é ǹ ḿ € · × ° ㎡ Ⅳ ① ⺌ \u200b",
		"\ue78d\ufe10\u9fb4\u9fbb㐀\u9fa6", "𠮷𮧵😀", "\"\\\n\t\u2028<b>&amp;", "\xff",
	} {
		said, err := json.Marshal([]string{want})
		if err != nil {
			t.Fatal(err)
		}
		text, err := inflated([]byte(d.packed(said)))
		var got []string
		if err == nil {
			err = json.Unmarshal(text, &got)
		}
		if want == "\xff" {
			want = "\ufffd"
		}
		if err != nil || len(got) != 1 || got[0] != want {
			t.Errorf("%q comes back as %q (%v)", want, got, err)
		}
	}
}
