package data

import "jianzhu/generator/annotate"

// single adds a file for each thing that has a page, so that a program that wants
// one need not load all: glossary/<id>/index.json and its like. They are the items
// of the list of that name.
func single(files map[string][]byte, c *annotate.Corpus) error {
	one := func(list, id string, item any) error {
		made, err := encode(item)
		files[list+"/"+id+"/index.json"] = made
		return err
	}
	for _, t := range glossaryOf(c).Terms {
		if err := one("glossary", t.ID, t); err != nil {
			return err
		}
	}
	for _, t := range themesOf(c).Themes {
		if err := one("themes", t.ID, t); err != nil {
			return err
		}
	}
	for _, d := range documentsOf(c).Documents {
		if err := one("documents", d.ID, d); err != nil {
			return err
		}
	}
	for _, i := range indicatorsOf(c).Indicators {
		if err := one("indicators", i.ID, i); err != nil {
			return err
		}
	}
	return nil
}
