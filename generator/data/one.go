package data

import "jianzhu/generator/annotate"

// single adds a file for each thing that has a page, so that a program that wants
// one need not load all: glossary/<id>/index.json and its like. They are the items
// of the list of that name, with what reports have of them.
func single(files Files, c *annotate.Corpus) {
	for _, t := range c.Glossary.Terms {
		if !c.Follows(&t) {
			continue
		}
		files["glossary/"+t.ID+"/index.json"] = encoded(func() any { return termOf(c, t) })
	}
	for _, t := range c.Themes.Themes {
		files["themes/"+t.ID+"/index.json"] = encoded(func() any { return withSections(c, t) })
	}
	for _, d := range c.Documents {
		if d.Alone {
			continue
		}
		files["documents/"+d.ID+"/index.json"] = encoded(func() any { return documentOf(d) })
	}
	for _, i := range c.Indicators {
		files["indicators/"+i.ID+"/index.json"] = encoded(func() any { return withValues(c, i) })
	}
}
