package page

// Use is a sentence with forms in bold, and the link to its line. HTML parts it at
// the first form, for views in which forms stand below each other, and for these has
// it again, parted at each other form; where none could be set in bold, it stays whole.
type Use struct {
	Sentence Passage
	At       Link
}

func (u Use) inMarkdown(w *source) {
	u.Sentence.inMarkdown(w)
	w.raw(" ")
	u.At.inMarkdown(w)
}

func (u Use) inHTML(w *view) {
	if len(u.Sentence.Bold) == 0 {
		u.Sentence.inHTML(w)
		w.raw(" ")
		u.At.inHTML(w)
		return
	}
	u.parted(w, 0, "", "")
	u.At.inHTML(w)
	for n := range u.Sentence.Bold[1:] {
		u.parted(w, n+1, "again", bare)
	}
}

// parted writes the sentence as three elements, of which the form is the second.
func (u Use) parted(w *view, form int, class, added string) {
	text, bold := u.Sentence.Text, u.Sentence.Bold
	at := bold[form]
	w.tag("span", "class", class, "data-added", added)
	Passage{Text: text[:at.Start], Bold: bold[:form]}.inHTML(w)
	w.end("span")
	w.tag("strong", "class", class, "data-added", added)
	w.runes(text[at.Start:at.End])
	w.end("strong")
	w.tag("span", "class", class, "data-added", added)
	rest := Passage{Text: text[at.End:]}
	for _, b := range bold[form+1:] {
		rest.Bold = append(rest.Bold, Span{b.Start - at.End, b.End - at.End})
	}
	rest.inHTML(w)
	w.raw(" ")
	w.end("span")
}

// Views are the ways to look at the uses of a term: two pairs of radio buttons that
// work by style alone, and one that static/js/concordance.js shows.
type Views struct{}

func (Views) markdown(*source) {}

func (Views) html(w *view) {
	w.raw("<div class=views data-added>\n")
	choice := func(legend, name string, values ...string) {
		w.raw("<fieldset><legend>" + legend + "</legend>")
		for i := 0; i < len(values); i += 2 {
			checked, hidden := "", ""
			if i == 0 {
				checked = bare
			}
			if values[i] == "year" {
				hidden = bare
			}
			w.tag("label", "hidden", hidden)
			w.tag("input", "type", "radio", "name", name, "value", values[i], "checked", checked)
			w.raw(" " + values[i+1] + "</label>")
		}
		w.raw("</fieldset>\n")
	}
	choice("显示", "view", "sentences", "整句", "kwic", "对齐")
	choice("分组", "group", "report", "报告", "section", "章节", "year", "年份")
	w.raw("</div>\n")
}
