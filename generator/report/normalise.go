package report

// ChangeKind is a way in which display differs from the source.
type ChangeKind string

const (
	FullWidth  ChangeKind = "full-width"  // ASCII punctuation next to Chinese, widened
	StraySpace ChangeKind = "stray-space" // a space next to Chinese, taken out
	Indent     ChangeKind = "indent"      // white space at a line's start or end, taken out
	ZeroWidth  ChangeKind = "zero-width"  // U+FEFF, U+200B–200D, taken out
)

// Glyph is one source code point as displayed.
type Glyph struct {
	Source rune
	Shown  rune       // 0 where it is not shown
	Change ChangeKind // "" where Shown is Source
}

// Display returns a line as it is shown, one glyph for each code point of the
// source, so that a column is an index. It is the one place where the text changes.
func Display(line string) []Glyph { panic("not written") }
