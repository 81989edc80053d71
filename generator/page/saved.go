package page

// Saved are files that a reader saves from the page, which holds them: their links need
// no server, and no script. Markdown has none.
type Saved struct {
	Before, Between, After string // what stands around them
	Files                  []SavedFile
}

// SavedFile is one of them.
type SavedFile struct{ Label, Name, Type, Text string }

func (Saved) markdown(*source) {}

func (s Saved) html(w *view) {
	w.tag("p", "class", "how", "data-added", bare)
	between := s.Before
	for _, f := range s.Files {
		w.text(between)
		between = s.Between
		w.raw(`<a download="`)
		w.text(f.Name)
		w.raw(`" href="data:`)
		w.raw(f.Type)
		w.raw(";charset=utf-8,")
		w.out = appendData(w.out, f.Text)
		w.raw(`">`)
		w.text(f.Label)
		w.end("a")
	}
	w.text(s.After)
	w.end("p")
	w.raw("\n")
}

// appendData writes text for the end of a data: address. What is not ASCII can stand in
// an address, and a browser encodes it.
func appendData(out []byte, text string) []byte {
	const hex = "0123456789ABCDEF"
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 0x80, isLetter(rune(c)), isDigit(rune(c)), c == '-', c == '.', c == '_', c == '~', c == '/', c == ':', c == ',', c == ';', c == '=', c == '@', c == '!', c == '*', c == '(', c == ')':
			out = append(out, c)
		default:
			out = append(out, '%', hex[c>>4], hex[c&15])
		}
	}
	return out
}
