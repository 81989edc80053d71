package report

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/problem"
	"jianzhu/generator/script"
)

const (
	bom     = "\ufeff"
	utf8BOM = "UTF-8 with BOM"
)

// split cuts a text into lines and names its encoding. What is no text in UTF-8 is
// an error; then there are no lines. Controls stop nothing: see [Display].
func split(file string, text []byte) ([]Line, string, []problem.Problem) {
	problems := checkText(file, text)
	if problem.HasErrors(problems) {
		return nil, "", problems
	}
	rest, encoding := string(text), "UTF-8"
	if after, found := strings.CutPrefix(rest, bom); found {
		rest, encoding = after, utf8BOM
	}
	var lines []Line
	for full := range strings.Lines(rest) {
		line := Line{Text: full}
		for _, end := range []string{"\r\n", "\n"} {
			if before, found := strings.CutSuffix(full, end); found {
				line = Line{before, end}
				break
			}
		}
		lines = append(lines, line)
	}
	return lines, encoding, problems
}

// checkText wants a text in UTF-8 that reads as Chinese.
func checkText(file string, text []byte) []problem.Problem {
	if problems := checkUTF8(file, text); problems != nil {
		return problems
	}
	if nuls := bytes.Count(text, []byte{0}); nuls > mostStray && nuls*fewestText > len(text) {
		return []problem.Problem{problem.Errorf(file, 1, "save the report as plain text in UTF-8", "not a text: %d of %d bytes are zero", nuls, len(text))}
	}
	var problems []problem.Problem
	if p := checkControls(file, text); p != nil {
		problems = append(problems, *p)
	}
	if p := checkRadicals(file, string(text)); p != nil {
		problems = append(problems, *p)
	}
	if p := checkProse(file, string(text)); p != nil {
		problems = append(problems, *p)
	}
	return problems
}

const (
	mostStray  = 8  // zero bytes that a text may hold
	fewestText = 50 // bytes to each of more
)

// checkControls warns of controls that no converter means anything by.
func checkControls(file string, text []byte) *problem.Problem {
	if bytes.IndexFunc(text, func(r rune) bool { return isControl(r) && r != '\n' && r != '\r' }) < 0 {
		return nil
	}
	line, first, count, at := 1, 0, 0, rune(0)
	for _, r := range string(text) {
		switch {
		case r == '\n':
			line++
		case isControl(r) && !parts(r) && r != '\r':
			if count++; count == 1 {
				first, at = line, r
			}
		}
	}
	if count == 0 {
		return nil
	}
	p := problem.Warnf(file, first, "they are kept in the source and not shown; see whether they stand for something that is lost",
		"control characters: %d, the first is %s", count, codePoint(at))
	return &p
}

// checkRadicals warns of radicals (⾏) that a converter put in place of characters (行).
func checkRadicals(file, text string) *problem.Problem {
	line, first, count, at := 1, 0, 0, rune(0)
	for _, r := range text {
		if r == '\n' {
			line++
		} else if 0x2e80 <= r && r <= 0x2fd5 {
			if count++; count == 1 {
				first, at = line, r
			}
		}
	}
	if count == 0 {
		return nil
	}
	p := problem.Warnf(file, first, "terms and search find them as the characters; readers who copy from the page get radicals, so a better text may be worth looking for",
		"%d radicals in place of characters, the first is %c (%s) for %c", count, at, codePoint(at), script.Same(at))
	return &p
}

// checkUTF8 wants bytes that are UTF-8. Others are told of once, for a whole file
// is seldom in two encodings.
func checkUTF8(file string, text []byte) []problem.Problem {
	if utf8.Valid(text) {
		return nil
	}
	return []problem.Problem{problem.Errorf(file, 1+bytes.Count(validPrefix(text), []byte("\n")),
		encodingHint(text), "bytes that are not UTF-8")}
}

// check wants YAML to be UTF-8 without controls, and reports the first of each line.
func check(file string, text []byte) []problem.Problem {
	if problems := checkUTF8(file, text); problems != nil {
		return problems
	}
	var problems []problem.Problem
	n := 0
	for full := range bytes.Lines(text) {
		n++
		line := bytes.TrimSuffix(bytes.TrimSuffix(full, []byte("\n")), []byte("\r"))
		if !bytes.HasSuffix(full, []byte("\n")) {
			line = full
		}
		if i := bytes.IndexFunc(line, isControl); i >= 0 {
			r, _ := utf8.DecodeRune(line[i:])
			hint := "delete the character, or replace it by what it stood for"
			if r == '\r' {
				hint = "end lines with LF or CRLF"
			}
			problems = append(problems, problem.Errorf(file, n, hint, "control character %s", codePoint(r)))
		}
	}
	return problems
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

func validPrefix(text []byte) []byte {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return text[:i]
		}
		i += size
	}
	return text
}
