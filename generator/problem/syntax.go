package problem

import (
	"regexp"
	"strings"

	"jianzhu/generator/tongue"
)

const (
	asQuoted   = "put the value in quote marks"
	withSpaces = "indent with spaces, not with tabs"
	withColon  = "after each key stand a colon (: and not ：) and a space"
	sameIndent = "keys of one level stand under each other, with the same number of spaces before them"
)

// syntaxes are what the library says of a text that is no YAML, by a part of it,
// what that means to an editor, and what to do.
var syntaxes = []struct{ part, message, hint string }{
	{`character '\t'`, "a tab where spaces must stand", withSpaces},
	{"tab character", "a tab where spaces must stand", withSpaces},
	{"mapping value is not allowed", "a colon and a space within a value, or a key at the wrong indent", "put a value that has a colon and a space in it in quote marks; keys of one level stand under each other"},
	{"map key-value is pre-defined", "words after a value that has ended", "put the whole value in quote marks, ' where it has \" in it, or write it after | on a line of its own"},
	{"value is not allowed in this context", "words where no value can stand", "put a value that begins with [, {, ' or \" in quote marks, or write it after | on a line of its own; hyphens and keys of one level stand under each other"},
	{"end character of", "a quote mark that is not closed", "close the quote mark on the same line"},
	{"unexpected key name", "a line that is no key: value", withColon},
	{"non-map value", "a line that is no key: value", withColon},
	{"reserved character", "a value that begins with @ or `", asQuoted},
	{"directive", "a value that begins with %", asQuoted},
	{"block sequence entries are not", "a hyphen where no item of a list can stand", "put a value that begins with a hyphen in quote marks; a list begins on a line of its own"},
	{"could not find alias", "a value that begins with *", "put a value that begins with * in quote marks"},
	{"anchor", "a value that begins with &", asQuoted},
	{"tag", "a value that begins with !", asQuoted},
	{"character corresponding to", "a bracket that closes none", "take it out, or put the value in quote marks"},
	{"must be specified", "a bracket that is not closed", "close the bracket, or put the value in quote marks"},
	{"end token", "a bracket that is not closed", "close the bracket, or put the value in quote marks"},
	{"scalar value type", "a comma before which nothing stands, or a value that is missing", "take the comma out, or write the value"},
	{"expected sequence element", "a comma before which nothing stands", "take the comma out"},
	{"multi-line content", "nothing stands below | or >", "write the text on the lines below, indented by two spaces"},
	{"header option", "words behind | or >", "write the text on the lines below, indented by two spaces; or put it in quote marks"},
	{"multi-line header", "words behind | or >", "write the text on the lines below, indented by two spaces; or put it in quote marks"},
	{"number of indent", "lines at an indent that does not fit", sameIndent},
	{"invalid key", "a key that cannot be one", withColon},
	{"cannot convert", "a value that is not of the right kind", "put it in quote marks if it is text"},
}

var definedAt = regexp.MustCompile(`mapping key (".*") already defined at \[(\d+):\d+\]`)

// syntax is a fault in the library's words as a message, and a hint. What is not
// known here is told in both.
func syntax(said string) (message, hint string) {
	said = strings.ReplaceAll(said, "\t", `\t`)
	if m := definedAt.FindStringSubmatch(said); m != nil {
		return tongue.Text("the key ") + m[1] + tongue.Text(" stands twice, first on line ") + m[2], tongue.Text("keep one of the two")
	}
	for _, s := range syntaxes {
		if strings.Contains(said, s.part) {
			return s.message, s.hint
		}
	}
	first, _, _ := strings.Cut(said, "\n")
	return tongue.Text("this cannot be read (") + first + ")", tongue.Text("keys stand as key: value, items of a list after a hyphen; put a value with : # [ { & * or quote marks in it in quote marks")
}
