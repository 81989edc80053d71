package page

// EntryName opens the entry of a term: its name, which leads to its page, and how it
// reads.
type EntryName struct{ Name, Page, Pinyin string }

func (e EntryName) inMarkdown(w *source) {
	w.raw("**")
	Link{To: e.Page, Text: e.Name}.inMarkdown(w)
	w.raw("**")
	if e.Pinyin != "" {
		w.raw(" ")
		w.text(e.Pinyin)
	}
}

func (e EntryName) inHTML(w *view) {
	Link{To: e.Page, Text: e.Name, Class: "entry-name"}.inHTML(w)
	if e.Pinyin != "" {
		w.raw(" <i lang=zh-Latn>")
		w.text(e.Pinyin)
		w.raw("</i>")
	}
}
