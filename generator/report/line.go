package report

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/problem"
)

const (
	bom     = "\ufeff"
	utf8BOM = "UTF-8 with BOM"
)

// split cuts a file into lines and names its encoding. What is not UTF-8 or
// holds control characters is an error; then there are no lines.
func split(file string, text []byte) ([]Line, string, []problem.Problem) {
	if problems := check(file, text); len(problems) > 0 {
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
	return lines, encoding, nil
}

// check reports the first fault of each line. Bytes in another encoding are
// reported once, for a whole file is seldom in two.
func check(file string, text []byte) []problem.Problem {
	if !utf8.Valid(text) {
		return []problem.Problem{problem.Errorf(file, 1+bytes.Count(validPrefix(text), []byte("\n")),
			encodingHint(text), "bytes that are not UTF-8")}
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

// isControl tells C0 and C1 controls, but for the tab.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' || r >= 0x7f && r <= 0x9f
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

func encodingHint(text []byte) string {
	name := "GB18030"
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		name = "UTF-16"
	}
	return "convert the file to UTF-8, as with iconv -f " + name + " -t UTF-8"
}
