package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendEscapedText writes text so that CommonMark, and Hugo before it, read it as
// text. Opens says that it opens a block; a line end in it becomes a space.
func appendEscapedText(out []byte, text string, opens bool) []byte {
	if !isSpecial(text) && !(opens && strings.ContainsAny(text[:min(1, len(text))], opening)) {
		return append(out, text...)
	}
	runes := []rune(OneLine(text))
	for i := range runes {
		out = appendEscaped(out, runes, i, opens, i == len(runes)-1)
	}
	return out
}

// special are the characters that may need a backslash; opening those that may have
// the words of a block read as something else.
const special = "\\`*_[]~{<!&#:wW\n\r" // w of www.
const opening = "-+=>:0123456789 \t"

func isSpecial(text string) bool {
	for i := range len(text) {
		if specials[text[i]] {
			return true
		}
	}
	return false
}

var specials = func() (are [256]bool) {
	for _, c := range []byte(special) {
		are[c] = true
	}
	return are
}()

// OneLine takes out line ends, which only an editor's texts can have.
func OneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
}

// appendEscaped appends text[i]. Block says that the text opens a block, so
// that its first characters must not look like a list, a quote, a rule; mark
// that one of our links follows. Only what would be read otherwise is escaped.
func appendEscaped(out []byte, text []rune, i int, block, mark bool) []byte {
	if text[i] < utf8.RuneSelf && needsBackslash(text, i, block, mark) {
		out = append(out, '\\')
	}
	return utf8.AppendRune(out, text[i])
}

func needsBackslash(text []rune, i int, block, mark bool) bool {
	next := func(n int) rune {
		if i+n < len(text) {
			return text[i+n]
		}
		return ' ' // what follows is the line's address
	}
	switch r := text[i]; r {
	case '\\', '`', '*', '_', '[', ']', '~', '{':
		return true
	case '<':
		return isLetter(next(1)) || strings.ContainsRune("/!?", next(1))
	case '!':
		// before [ an image; after < Hugo's <!--more-->, which it finds in spite of a \ before <
		return mark || i > 0 && text[i-1] == '<'
	case '&':
		return isEntity(text[i+1:])
	case '#':
		return i == 0 || isSpace(text[i-1]) // a heading's opening and closing marks
	case '>':
		return block && i == 0
	case ':':
		// a definition, or an address that some readers make a link of with what follows
		return block && i == 0 && isSpace(next(1)) || next(1) == '/' && next(2) == '/'
	case '-', '+', '=':
		return block && i == 0 && (isSpace(next(1)) || next(1) == r)
	case '.', ')':
		if i >= 3 && strings.EqualFold(string(text[i-3:i]), "www") {
			return true
		}
		return block && i > 0 && i <= 9 && isSpace(next(1)) && allDigits(text[:i])
	}
	return false
}

// isEntity reports whether an & before text makes a character reference.
func isEntity(text []rune) bool {
	for i, r := range text {
		switch {
		case r == ';':
			return i > 0
		case !isLetter(r) && !isDigit(r) && !(r == '#' && i == 0):
			return false
		}
	}
	return false
}

// appendEscapedTitle writes a link's title for between double quotes.
func appendEscapedTitle(out []byte, text string) []byte {
	runes := []rune(OneLine(text))
	for i, r := range runes {
		if strings.ContainsRune("\\\"{<", r) || r == '&' && isEntity(runes[i+1:]) {
			out = append(out, '\\')
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// appendHTML writes text, or the value of an attribute, for HTML; a line end in it
// becomes a space.
func appendHTML(out []byte, text string) []byte {
	from := 0
	for i := range len(text) {
		if as := inHTML(text[i]); as != "" {
			out = append(append(out, text[from:i]...), as...)
			from = i + 1
		}
	}
	return append(out, text[from:]...)
}

// appendRunesHTML is appendHTML for runes.
func appendRunesHTML(out []byte, text []rune) []byte {
	for _, r := range text {
		if r < utf8.RuneSelf {
			if as := inHTML(byte(r)); as != "" {
				out = append(out, as...)
				continue
			}
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// inHTML is what stands in HTML for a character; "" for itself.
func inHTML(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&quot;"
	case '\n', '\r':
		return " "
	case 0:
		return "\ufffd"
	}
	return ""
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
func isDigit(r rune) bool  { return '0' <= r && r <= '9' }
func isSpace(r rune) bool  { return r == ' ' || r == '\t' }

func allDigits(text []rune) bool {
	for _, r := range text {
		if !isDigit(r) {
			return false
		}
	}
	return true
}

// flanks reports whether ** between outside and inside opens or closes bold.
// CommonMark 0.31 counts symbols as punctuation and earlier versions did not,
// and parsers differ on rare white space: it must hold either way.
func flanks(outside, inside rune) bool {
	for _, symbols := range []bool{false, true} {
		if isWhite(inside) || isPunct(inside, symbols) && !isASCIISpace(outside) && !isPunct(outside, symbols) {
			return false
		}
	}
	return true
}

func isPunct(r rune, symbols bool) bool {
	return unicode.IsPunct(r) || unicode.IsSymbol(r) && (symbols || r < 0x80)
}

func isASCIISpace(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }

func isWhite(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Z, r) }
