package page

// Use is a sentence with a form in bold, and the link to its line. HTML parts it at
// the form, for views in which forms stand below each other; where the form could
// not be set in bold, it stays whole.
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
	form, text := u.Sentence.Bold[0], u.Sentence.Text
	w.raw(`<span class="before">`)
	w.runes(text[:form.Start])
	w.raw(`</span><strong>`)
	w.runes(text[form.Start:form.End])
	w.raw(`</strong><span class="after">`)
	w.runes(text[form.End:])
	w.raw(` </span>`)
	u.At.inHTML(w)
}

// Views are the ways to look at the uses of a term: two pairs of radio buttons that
// work by style alone, and one that static/js/concordance.js shows.
type Views struct{}

func (Views) markdown(*source) {}

func (Views) html(w *view) {
	w.raw("<div class=\"views\" data-added>\n")
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
