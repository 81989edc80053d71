package page

// Figure is a drawing of what the page says in words or in a table.
type Figure struct {
	Drawing string // SVG
	Above   string // HTML of a caption
	Below   string // a caption
	Added   bool
}

func (Figure) markdown(*source) {}

func (f Figure) html(w *view) {
	added := ""
	if f.Added {
		added = bare
	}
	w.tag("figure", "class", "figure", "data-added", added)
	if f.Above != "" {
		w.raw("<figcaption>" + f.Above + "</figcaption>")
	}
	w.raw(f.Drawing)
	if f.Below != "" {
		w.raw("<figcaption>")
		w.text(f.Below)
		w.raw("</figcaption>\n")
	}
	w.raw("</figure>\n")
}

// Folded is what HTML shows when asked for by its name.
type Folded struct {
	Name string
	Body Body
}

func (f Folded) markdown(w *source) { w.blocks(f.Body) }

func (f Folded) html(w *view) {
	w.raw("<details><summary data-added>")
	w.text(f.Name)
	w.raw("</summary>\n")
	w.blocks(f.Body)
	w.raw("</details>\n")
}
