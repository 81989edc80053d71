package data

import (
	"jianzhu/generator/annotate"
	"jianzhu/generator/theme"
)

// themesFile is themes/index.json; schema/themes.json says what its fields
// mean.
type themesFile struct {
	Themes []subject `json:"themes"`
}

type subject struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	English  string    `json:"english"`
	Gov22    []int     `json:"gov22"`
	CAP      []int     `json:"cap"`
	Count    int       `json:"count"`              // of its sections
	Sections []section `json:"sections,omitempty"` // in its own file
}

type section struct {
	Report  string   `json:"report"`
	Section string   `json:"section"`
	Line    int      `json:"line"`
	Why     []string `json:"why"`
}

func themesOf(c *annotate.Corpus) themesFile {
	return themesFile{list(c.Themes.Themes, func(t theme.Theme) subject { return subjectOf(c, t) })}
}

func subjectOf(c *annotate.Corpus, t theme.Theme) subject {
	return subject{
		ID:      t.ID,
		Name:    t.Name,
		English: t.English,
		Gov22:   list(t.Gov22, same),
		CAP:     list(t.CAP, same),
		Count:   len(c.Sections[t.ID]),
	}
}

// withSections is a theme's own file, themes/<id>/index.json.
func withSections(c *annotate.Corpus, t theme.Theme) subject {
	s := subjectOf(c, t)
	s.Sections = list(c.Sections[t.ID], func(s annotate.Section) section {
		return section{s.Report.Slug, s.Entry.ID, s.Entry.Line, list(s.Label.Why, same)}
	})
	return s
}
