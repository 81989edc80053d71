package report

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

const (
	bom     = "\ufeff"
	utf8BOM = "UTF-8 with BOM"
)

// split cuts a text into lines and names its encoding. What is no text in UTF-8 is
// an error; then there are no lines. Controls stop nothing: see [Display]. The text comes
// as words too, for others need it so.
func split(file string, text []byte, words string) ([]Line, string, []problem.Problem) {
	problems := checkText(file, text, words)
	if problem.HasErrors(problems) {
		return nil, "", problems
	}
	rest, encoding := words, "UTF-8"
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
			hint := tongue.Text("delete the character, or replace it by what it stood for")
			if r == '\r' {
				hint = tongue.Text("end lines with LF or CRLF")
			}
			problems = append(problems, problem.Errorf(file, n, hint, "control character %s", codePoint(r)))
		}
	}
	return problems
}

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
