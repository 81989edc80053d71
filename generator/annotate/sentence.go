package annotate

import (
	"iter"
	"slices"
)

// sentence returns from where to where the sentence around start to end goes.
// It ends with 。！？； and what closes after that.
func sentence(text []rune, start, end int) (from, to int) {
	for from = start; from > 0 && !endsSentence(text, from); {
		from--
	}
	// What a form holds is not searched: a stop in it does not end the sentence.
	for to = end; to < len(text) && (to == end || !endsSentence(text, to)); {
		to++
	}
	return from, to
}

// endsSentence reports whether a sentence ends right before text[at].
func endsSentence(text []rune, at int) bool {
	if at == 0 || text[at-1] >= 0x4e00 && text[at-1] < 0xa000 {
		return false // nearly everywhere
	}
	if at < len(text) && (isClosing(text[at]) || isStop(text[at])) {
		return false
	}
	for at > 0 && isClosing(text[at-1]) {
		at--
	}
	return at > 0 && isStop(text[at-1])
}

// ending follows a text to where its sentences end, as [endsSentence] tells it.
type ending bool

// before takes in a character, and reports whether a sentence has ended before it.
func (e *ending) before(r rune) (ended bool) {
	stop, closing := isStop(r), isClosing(r)
	ended = bool(*e) && !stop && !closing
	*e = ending(stop || bool(*e) && closing)
	return ended
}

// sentences cuts a text into its sentences.
func sentences(text []rune) [][]rune {
	var all [][]rune
	var e ending
	from := 0
	for i, r := range text {
		if e.before(r) {
			all, from = append(all, text[from:i]), i
		}
	}
	if from < len(text) {
		all = append(all, text[from:])
	}
	return all
}

// sentencesOf yields the sentences of a text.
func sentencesOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var e ending
		from := 0
		for i, r := range text {
			if e.before(r) {
				if !yield(text[from:i]) {
					return
				}
				from = i
			}
		}
		if from < len(text) {
			yield(text[from:])
		}
	}
}

// around is what stands before and after a form in its sentence, as far as it is
// shown: of a sentence without end no more is read for each form in it.
func around(text []rune, start, end int) (string, string) {
	low, high := max(0, start-reach-1), min(len(text), end+reach+1)
	from, to := sentence(text[low:high], start-low, end-low)
	return before(text[low+from : start]), after(text[end : low+to])
}

// before bounds what stands before a form.
func before(text []rune) string {
	if len(text) <= reach {
		return string(text)
	}
	text = text[len(text)-reach:]
	if i := slices.IndexFunc(text[:reach/2], isPause); i >= 0 {
		text = text[i+1:]
	}
	return "…" + string(text)
}

// after bounds what stands after a form.
func after(text []rune) string {
	if len(text) <= reach {
		return string(text)
	}
	text = text[:reach]
	for i := reach; i > reach/2; i-- {
		if isPause(text[i-1]) {
			text = text[:i-1]
			break
		}
	}
	return string(text) + "…"
}

func isStop(r rune) bool  { return r == '。' || r == '！' || r == '？' || r == '；' }
func isPause(r rune) bool { return r == '，' || r == '、' || r == '：' || isStop(r) }

func isClosing(r rune) bool {
	switch r {
	case '”', '’', '」', '』', '）', '》', '〉', '】':
		return true
	}
	return false
}
