package glossary

import (
	"slices"
	"testing"
)

// What a phrase must have is read from the expression: each of some characters, and
// one of others at its end.
func TestHint(t *testing.T) {
	for _, test := range []struct{ expression, has, ends string }{
		{`[^+]{1,10}\+`, "+", "+"},
		{`.{0,4}\d条(?:措施|意见)?`, "条", "条施见"},
		{`一(?:村|县)一(?:品|业){0,2}`, "一", "一业品"},
		{`云.{1,4}`, "云", ""},
		{`(?:中国|全国).{2,4}(?:省|市|镇村)`, "国", "市村省"},
		{`甲|乙丙?`, "", "丙乙甲"},
		{`(?:甲乙)*`, "", ""},
	} {
		h := hintOf(test.expression)
		if has := distinct(string(h.has)); has != distinct(test.has) {
			t.Errorf("%s: has %q, want %q", test.expression, has, test.has)
		}
		if ends := distinct(h.ends); ends != distinct(test.ends) {
			t.Errorf("%s: ends in %q, want %q", test.expression, ends, test.ends)
		}
	}
}

func distinct(text string) string {
	runes := []rune(text)
	slices.Sort(runes)
	return string(slices.Compact(runes))
}
