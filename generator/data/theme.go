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
	Sections []section `json:"sections"`
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

// subjectOf is a theme, also as themes/<id>/index.json.
func subjectOf(c *annotate.Corpus, t theme.Theme) subject {
	return subject{
		ID:      t.ID,
		Name:    t.Name,
		English: t.English,
		Gov22:   list(t.Gov22, same),
		CAP:     list(t.CAP, same),
		Sections: list(c.Sections[t.ID], func(s annotate.Section) section {
			return section{s.Report.Slug, s.Entry.ID, s.Entry.Line, list(s.Label.Why, same)}
		}),
	}
}
