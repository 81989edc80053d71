// Package page is what stands on a page of the site: a tree of nodes, each of
// which writes itself as Markdown and as HTML.
//
// The two forms of a node stand side by side in the file of its construct, so
// that who changes one sees the other. Nodes are plain data: what belongs to them
// is known to who makes them, down to the script of each quotation, and nothing is
// found out again from what was written. A link names its target by its file, from
// the site's root; Markdown has the way to that file, HTML the way to its address.
//
// A page is a list of blocks. A heading opens a section that ends before the next
// one of its level or above, as in Markdown; HTML has elements for these.
//
//	blocks    Heading Paragraph List Quote Code Table Prose
//	          Part Figure Folded Views       elements of HTML that Markdown has none for
//	          Grid Notes Aside               tables of a text and notes on it
//	inlines   Text Strong Phrase CodeSpan Link Elsewhere Web
//	          Passage                        text of a source, with
//	          Address LineEnd Gap NoteMark   our marks in it
//	          Label Self EntryName Use       links of lists
//
// The text of a source is a [Passage]: what is shown of it with bold, links and
// marks set into it by position. It alone knows what CommonMark can set between
// which characters. Everything else is Text, which is escaped.
//
// [Prose] is what an editor wrote, in Markdown; only that goes through goldmark.
// Tests read the Markdown of all other nodes with it too, and hold what it
// understands to what they write as HTML.
package page

// Block is a part of a page that stands by itself.
type Block interface {
	markdown(w *source)
	html(w *view)
}

// Inline is a part of running text.
type Inline interface {
	inMarkdown(w *source)
	inHTML(w *view)
}

// Body is all that stands on a page.
type Body []Block

// Markdown writes the body of the page of a file: CommonMark.
func (b Body) Markdown(file string) []byte { return b.AppendMarkdown(nil, file) }

// AppendMarkdown is Markdown behind what stands before it in the file.
func (b Body) AppendMarkdown(out []byte, file string) []byte {
	w := source{out: out, file: file}
	w.begin()
	w.blocks(b)
	return w.out
}

// AppendHTML writes the body of the page of a file as HTML, for layouts to wrap, behind
// what stands before it, and returns the ids and links that it has.
func (b Body) AppendHTML(out []byte, file string) ([]byte, Seen, error) {
	w := newView(out, file)
	w.blocks(b)
	html, err := w.finish()
	return html, w.seen, err
}
