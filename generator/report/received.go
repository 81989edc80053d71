package report

import (
	"bytes"
	"fmt"
	"strings"

	"jianzhu/generator/problem"
	"jianzhu/generator/script"
	"jianzhu/generator/tongue"
)

// checkText wants a text as received to be plain text in UTF-8 that reads as
// Chinese. What is another kind of file, or in another encoding, is an error; what
// came in converting it is told of.
func checkText(file string, text []byte, words string) []problem.Problem {
	if f := formatOf(text); f.is != "" {
		return []problem.Problem{problem.Errorf(file, 1, f.hint, "this is %s, and no plain text", f.is)}
	}
	if problems := checkUTF8(file, text); problems != nil {
		return problems
	}
	if nuls := bytes.Count(text, []byte{0}); nuls > mostStray && nuls*fewestText > len(text) {
		return []problem.Problem{problem.Errorf(file, 1, "save the report as plain text in UTF-8", "not a text: %d of %d bytes are zero", nuls, len(text))}
	}
	var problems []problem.Problem
	for _, check := range []func(file, text string) *problem.Problem{checkTags, checkControls, checkEnds, checkRadicals, checkPrivate, checkProse} {
		if p := check(file, words); p != nil {
			problems = append(problems, *p)
		}
	}
	return problems
}

const (
	mostStray  = 8  // zero bytes that a text may hold
	fewestText = 50 // bytes to each of more
)

// checkTags warns of a text with the tags of a web page in it.
func checkTags(file, text string) *problem.Problem {
	count, line := tagged(text)
	if count <= mostTags {
		return nil
	}
	p := problem.Warnf(file, line, webPage.hint, "tags of a web page stand in the text: %d such as </p>", count)
	return &p
}

// tally counts the characters of a kind in a text, of which no ideograph is; line is that
// of the first.
func tally(text string, is func(r rune) bool) (count, line int, first rune) {
	n := 1
	for _, r := range text {
		if r >= 0x3000 && r < 0xe000 {
			continue
		}
		if is(r) {
			if count++; count == 1 {
				line, first = n, r
			}
		}
		if r == '\n' {
			n++
		}
	}
	return count, line, first
}

// checkControls warns of controls that no converter means anything by.
func checkControls(file, text string) *problem.Problem {
	count, line, first := tally(text, func(r rune) bool { return isControl(r) && !parts(r) && r != '\r' && r != '\n' })
	if count == 0 {
		return nil
	}
	p := problem.Warnf(file, line, "they are kept in the source and not shown; see whether they stand for something that is lost",
		"control characters: %d, the first is %s", count, codePoint(first))
	return &p
}

// checkEnds warns of lines that end in several ways: two texts may have been put
// together, or a converter has made one line of many. Only LF and CRLF end lines.
func checkEnds(file, text string) *problem.Problem {
	crlf := strings.Count(text, "\r\n")
	lf, cr := strings.Count(text, "\n")-crlf, strings.Count(text, "\r")-crlf
	if cr > 0 && crlf+lf == 0 {
		p := problem.Warnf(file, 1, "save it with the line ends of Windows (CRLF) or Unix (LF)", "one long line: where lines should end stands CR alone, %d times", cr)
		return &p
	}
	var ends []string
	hint := tongue.Text("all of these end a line; see whether two texts were put together here")
	for _, end := range []struct {
		count int
		name  string
	}{{crlf, "CRLF"}, {lf, "LF"}, {cr, tongue.Text("CR alone, which ends no line")}} {
		if end.count > 0 {
			ends = append(ends, fmt.Sprintf("%d %s", end.count, end.name))
		}
	}
	if cr > 0 {
		hint = tongue.Text("save it with the line ends of Windows (CRLF) or Unix (LF) throughout")
	}
	if len(ends) < 2 {
		return nil
	}
	p := problem.Warnf(file, oddEnd(text, crlf >= lf), hint, "mixed line ends: %s", strings.Join(ends, ", "))
	return &p
}

// oddEnd is the first line that does not end as most do: with CRLF, or with LF alone.
func oddEnd(text string, crlf bool) int {
	n := 0
	for line := range strings.Lines(text) {
		n++
		words, ended := strings.CutSuffix(line, "\n")
		if words, windows := strings.CutSuffix(words, "\r"); ended && windows != crlf || strings.Contains(words, "\r") {
			break
		}
	}
	return n
}

// checkRadicals warns of radicals (⾏) that a converter put in place of characters (行).
func checkRadicals(file, text string) *problem.Problem {
	count, line, first := tally(text, func(r rune) bool { return 0x2e80 <= r && r <= 0x2fd5 })
	if count == 0 {
		return nil
	}
	p := problem.Warnf(file, line, "terms and search find them as the characters; readers who copy from the page get radicals, so a better text may be worth looking for",
		"%d radicals in place of characters, the first is %c (%s) for %c", count, first, codePoint(first), script.Same(first))
	return &p
}

// checkPrivate warns of characters that only one font or program knows.
func checkPrivate(file, text string) *problem.Problem {
	count, line, first := tally(text, func(r rune) bool { return 0xe000 <= r && r <= 0xf8ff || r >= 0xf0000 })
	if count == 0 {
		return nil
	}
	p := problem.Warnf(file, line, "readers see a box or nothing there; look in the original which characters they are, and for a text that has them",
		"characters of private use, which have no meaning outside one font: %d, the first is %s", count, codePoint(first))
	return &p
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }
