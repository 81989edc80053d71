package markdown

import (
	"fmt"
	"slices"
)

// line is a line of text as it is written: what is shown of it, and what is
// set into it. Positions are indexes into shown.
type line struct {
	shown []rune
	bold  []span
	links []link
	gaps  []gap
}

type span struct{ start, end int }

type link struct {
	span
	to, title string
}

// gap is one of our marks in the text.
type gap struct {
	at   int
	text string // Markdown
}

// markdown writes the line from start to end. Block says that it opens a block.
func (l line) markdown(start, end int, block bool) string {
	l.gaps = l.gapsOf(start, end)
	for start < end && isSpace(l.shown[start]) {
		start++
	}
	for end > start && isSpace(l.shown[end-1]) {
		end--
	}
	text := l.shown[start:end]
	l = l.cut(start, end)

	opens, closes := map[int]bool{}, map[int]bool{}
	for _, b := range l.bold {
		opens[b.start], closes[b.end] = true, true
	}
	out := make([]byte, 0, 4*len(text)+100*len(l.links))
	links, gaps := l.links, l.gaps
	inLink := false
	for i := 0; ; i++ {
		if inLink && links[0].end == i {
			out = append(out, fmt.Sprintf("](%s%s)", links[0].to, titled(links[0].title))...)
			links, inLink = links[1:], false
		}
		if closes[i] {
			out = append(out, "**"...)
		}
		for ; !inLink && len(gaps) > 0 && gaps[0].at <= i; gaps = gaps[1:] {
			out = append(out, gaps[0].text...)
		}
		if opens[i] {
			out = append(out, "**"...)
		}
		if i == len(text) {
			return string(out)
		}
		if len(links) > 0 && links[0].start == i {
			out = append(out, '[')
			inLink = true
		}
		out = appendEscaped(out, text, i, block, text[i] == '!' && (l.linkFrom(i+1) || l.gapAt(i+1)))
	}
}

func titled(title string) string {
	if title == "" {
		return ""
	}
	return ` "` + escapeTitle(title) + `"`
}

// gapsOf are the marks of a part of the line. They stand after what they mark: one
// between two parts belongs to the first.
func (l line) gapsOf(start, end int) (gaps []gap) {
	for _, g := range l.gaps {
		if (start < g.at || start == 0) && (g.at <= end || end == len(l.shown)) {
			gaps = append(gaps, g)
		}
	}
	return gaps
}

// cut is the part of a line from start to end, with only those marks that
// CommonMark can set: bold that it reads as bold, and links across no border.
func (l line) cut(start, end int) line {
	part := line{shown: l.shown[start:end]}
	for _, g := range l.gaps {
		part.gaps = append(part.gaps, gap{max(start, min(g.at, end)) - start, g.text})
	}
	for _, b := range l.bold {
		if b = (span{max(b.start, start) - start, min(b.end, end) - start}); b.start < b.end {
			part.bold = append(part.bold, b)
		}
	}
	slices.SortFunc(part.bold, func(a, b span) int { return a.start - b.start })
	last := 0
	for _, k := range l.links {
		k.start, k.end = k.start-start, k.end-start
		crosses := slices.ContainsFunc(part.bold, func(b span) bool {
			return k.start < b.start && b.start < k.end || k.start < b.end && b.end < k.end
		})
		if k.start >= last && k.start < k.end && k.end <= len(part.shown) && !crosses {
			part.links = append(part.links, k)
			last = k.end
		}
	}
	// A gap within a link stands after it.
	for i, g := range part.gaps {
		for _, k := range part.links {
			if k.start < g.at && g.at < k.end {
				part.gaps[i].at = k.end
			}
		}
	}
	slices.SortStableFunc(part.gaps, func(a, b gap) int { return a.at - b.at })

	bold := part.bold
	part.bold = nil
	for _, b := range bold {
		if b, ok := part.fit(b); ok {
			part.bold = append(part.bold, b)
		}
	}
	return part
}

// fit draws bold in past punctuation until its marks parse next to what is
// around them. It reports false where no bold is left.
func (l line) fit(b span) (span, bool) {
	if n := len(l.bold); n > 0 && b.start <= l.bold[n-1].end {
		if b.start < l.bold[n-1].end || !l.gapAt(b.start) {
			return b, false
		}
	}
	for b.start < b.end && !flanks(l.before(b.start), l.after(b.start, false)) {
		if l.linkFrom(b.start) {
			return b, false
		}
		b.start++
	}
	for b.start < b.end && !flanks(l.after(b.end, true), l.within(b.end)) {
		if l.linkTo(b.end) {
			return b, false
		}
		b.end--
	}
	return b, b.start < b.end
}

// before is what stands before a mark that opens at i.
func (l line) before(i int) rune {
	switch {
	case i > 0 && l.gapAt(i), l.linkTo(i):
		return ')'
	case i == 0:
		return ' '
	}
	return l.shown[i-1]
}

// within is what stands before a mark that closes at i.
func (l line) within(i int) rune {
	if l.linkTo(i) {
		return ')'
	}
	return l.shown[i-1]
}

// after is what stands after a mark at i; gaps follow a closing one only.
func (l line) after(i int, closing bool) rune {
	switch {
	case closing && l.gapAt(i), l.linkFrom(i):
		return '['
	case i == len(l.shown):
		return ' '
	}
	return l.shown[i]
}

func (l line) gapAt(i int) bool {
	return slices.ContainsFunc(l.gaps, func(g gap) bool { return g.at == i })
}

func (l line) linkFrom(i int) bool {
	return slices.ContainsFunc(l.links, func(k link) bool { return k.start == i })
}

func (l line) linkTo(i int) bool {
	return slices.ContainsFunc(l.links, func(k link) bool { return k.end == i })
}
