package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape writes text so that CommonMark, and Hugo before it, read it as text.
// It stands within a block; a line end in it becomes a space.
func escape(text string) string {
	runes := []rune(oneLine(text))
	var out []byte
	for i := range runes {
		out = appendEscaped(out, runes, i, false, i == len(runes)-1)
	}
	return string(out)
}

// oneLine takes out line ends, which only an editor's texts can have.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }), " ")
}

// appendEscaped appends text[i]. Block says that the text opens a block, so
// that its first characters must not look like a list, a quote, a rule; mark
// that one of our links follows. Only what would be read otherwise is escaped.
func appendEscaped(out []byte, text []rune, i int, block, mark bool) []byte {
	if needsBackslash(text, i, block, mark) {
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

// escapeTitle writes a link's title for between double quotes.
func escapeTitle(text string) string {
	runes := []rune(oneLine(text))
	var out []byte
	for i, r := range runes {
		if strings.ContainsRune("\\\"{<", r) || r == '&' && isEntity(runes[i+1:]) {
			out = append(out, '\\')
		}
		out = utf8.AppendRune(out, r)
	}
	return string(out)
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
