package report

// Note is an editor's annotation on a quoted passage of one line.
type Note struct {
	N      int // from 1, in text order
	Quote  string
	Prefix string // before the quote, where the quote alone is found twice
	Suffix string // after it
	Body   string // Markdown
	Author string
	Date   string // 2006-01-02; "" where not given

	Line   int
	Column int // where the quote begins
	End    int // after it

	Given int // the line of notes.yaml on which the body is given
}

// editor is the author of a note that names none.
const editor = "编者"
