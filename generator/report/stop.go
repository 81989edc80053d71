package report

import (
	"strings"
)

// readStops lets the rules see a 。 where a text ends its sentences in a
// half-width stop. It does so if a line ends in one after a Chinese character;
// then each is a stop that has Chinese on both sides, but for those of numbers.
func readStops(rows []*row) {
	uses := false
	for _, r := range rows {
		n := len(r.runes)
		uses = uses || n > 2 && r.last() == '.' && isHan(r.runes[n-2]) && styleOf(r.form) == nil
	}
	if !uses {
		return
	}
	for _, r := range rows {
		_, _, title := numbered(r.form)
		for i := max(1, title); i < len(r.runes); i++ {
			ends := r.runes[i] == '.' && afterSentence(r.runes[i-1])
			if ends && (i+1 == len(r.runes) || isHan(r.runes[i+1]) || strings.ContainsRune("“‘《(", r.runes[i+1])) {
				r.runes[i] = '。'
			}
		}
		r.form = r.spelt()
	}
}

func afterSentence(r rune) bool {
	return isHan(r) || strings.ContainsRune("”’》)%", r)
}
