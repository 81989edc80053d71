package data

import (
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
)

// reportFile is reports/<slug>/index.json; schema/report.json says what its
// fields mean.
type reportFile struct {
	facts
	Outline     []entry      `json:"outline"`
	Paragraphs  []paragraph  `json:"paragraphs"`
	Tables      []textTable  `json:"tables"`
	Debris      []debris     `json:"debris"`
	Damage      []damage     `json:"damage"`
	Normalised  []normalised `json:"normalised"`
	Definitions []definition `json:"definitions"`
	Terms       []occurrence `json:"terms"`
	References  []reference  `json:"references"`
	Indicators  []value      `json:"indicators"`
	Notes       []note       `json:"notes"`
}

// facts are what is known of a report as a whole.
type facts struct {
	Slug      string   `json:"slug"`
	Title     string   `json:"title"`
	Region    string   `json:"region"`
	Regions   []string `json:"regions"`
	Code      string   `json:"code"`
	Type      string   `json:"type"`
	Year      int      `json:"year"`
	Covers    []int    `json:"covers"`
	Issuer    string   `json:"issuer"`
	Dates     dates    `json:"dates"`
	URL       string   `json:"url"`
	Publisher string   `json:"publisher"`
	Inferred  []string `json:"inferred"`
	Remark    string   `json:"remark"`
	Script    string   `json:"script"`
	Source    source   `json:"source"`
	Metadata  []field  `json:"metadata"`
}

type dates struct {
	Delivered string `json:"delivered"`
	Published string `json:"published"`
}

type source struct {
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Lines    int    `json:"lines"`
	Encoding string `json:"encoding"`
	Withheld []int  `json:"withheld"`
}

type field struct {
	Label string `json:"label"`
	Value string `json:"value"`
	Line  int    `json:"line"`
}

type entry struct {
	ID      string    `json:"id"`
	Kind    string    `json:"kind"`
	Level   int       `json:"level"`
	Number  string    `json:"number,omitempty"`
	Title   string    `json:"title"`
	Line    int       `json:"line"`
	Column  int       `json:"column,omitempty"`
	Themes  []string  `json:"themes,omitempty"`
	Related []related `json:"related,omitempty"`
}

type related struct {
	Report  string   `json:"report"`
	Section string   `json:"section"`
	Line    int      `json:"line"`
	Terms   []string `json:"terms"`
	Themes  []string `json:"themes,omitempty"`
}

type paragraph struct {
	Line    int    `json:"line"`
	Lines   []int  `json:"lines,omitempty"` // where it has several
	Column  int    `json:"column,omitempty"`
	Kind    string `json:"kind"`
	Section string `json:"section"`
	Text    string `json:"text"` // of several lines with LF between them
}

type textTable struct {
	Lines   []int      `json:"lines"`
	Caption []string   `json:"caption"`
	Columns int        `json:"columns"`
	Header  []string   `json:"header"`
	Rows    []tableRow `json:"rows"`
}

type tableRow struct {
	Lines []int    `json:"lines"`
	Cells []string `json:"cells"`
}

type debris struct {
	Line   int    `json:"line"`
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

type damage struct {
	Line int    `json:"line"`
	Kind string `json:"kind"`
}

type normalised struct {
	Kind  string `json:"kind"`
	Count int    `json:"count"`
}

type definition struct {
	Term   string `json:"term"`
	ID     string `json:"id"`
	Number string `json:"number"`
	Source string `json:"source"`
	Line   int    `json:"line"`
	Last   int    `json:"last"`
	Text   string `json:"text"`
	Marks  []mark `json:"marks"`
}

// mark is where a mark in the text leads to a definition.
type mark struct {
	Line   int `json:"line"`
	Column int `json:"column"`
	End    int `json:"end"`
}

func definitionOf(d report.Definition) definition {
	return definition{
		d.Term, d.ID, d.Number, string(d.Source), d.Line, d.Last, d.Text,
		list(d.Marks, func(m report.NoteMark) mark { return mark{m.Line, m.Column, m.End} }),
	}
}

type occurrence struct {
	Term    string `json:"term"`
	Surface string `json:"surface"`
	Line    int    `json:"line"`
	Offset  int    `json:"offset"`
	Sense   string `json:"sense,omitempty"`
}

type reference struct {
	Title    string `json:"title"`
	Line     int    `json:"line"`
	Document string `json:"document,omitempty"`
}

func factsOf(r *report.Report) facts {
	private := withheld(r)
	shown := slices.DeleteFunc(slices.Clone(r.Metadata), func(f report.Field) bool {
		return slices.Contains(private, f.Line)
	})
	return facts{
		Slug:      r.Slug,
		Title:     r.Meta.Title,
		Region:    regionOf(r),
		Regions:   list(r.Meta.Region.Path, same),
		Code:      r.Meta.Region.Code,
		Type:      r.Meta.Type,
		Year:      r.Meta.Year,
		Covers:    list(r.Meta.Covers, same),
		Issuer:    r.Meta.Issuer,
		Dates:     dates(r.Meta.Dates),
		URL:       r.Meta.Origin.URL,
		Publisher: r.Meta.Origin.Publisher,
		Inferred:  list(r.Meta.Inferred, same),
		Remark:    r.Meta.Remark,
		Script:    r.Script,
		Source:    source{r.Source.File, r.Source.SHA256, len(r.Lines), r.Source.Encoding, private},
		Metadata:  list(shown, func(f report.Field) field { return field(f) }),
	}
}

func reportOf(c *annotate.Corpus, r *report.Report) reportFile {
	f := reportFile{facts: factsOf(r)}
	f.Outline = list(r.Outline, func(e report.Entry) entry {
		themes := list(e.Themes, func(l report.Label) string { return l.Theme })
		others := list(e.Related, func(x report.Related) related {
			return related{x.Report, x.Section, x.Line, list(x.Terms, same), list(x.Themes, same)}
		})
		return entry{e.ID, string(e.Kind), e.Level, e.Number, e.Title, e.Line, e.Column, themes, others}
	})
	f.Paragraphs = list(r.Paragraphs, func(p report.Paragraph) paragraph {
		lines := p.SourceLines()
		if len(lines) == 1 {
			lines = nil
		}
		return paragraph{p.Line, lines, p.Column, string(p.Kind), p.Section, linesOf(p)}
	})
	f.Tables = list(r.Tables, func(t report.Table) textTable { return tableOf(r, t) })
	f.Debris = list(r.Debris, func(d report.Debris) debris {
		if d.Reason == report.PersonalData {
			d.Text = ""
		}
		return debris{d.Line, d.Text, string(d.Reason)}
	})
	f.Damage = list(r.Damage, func(d report.Damage) damage { return damage{d.Line, string(d.Kind)} })
	f.Normalised = list(r.Normalised, func(c report.Count) normalised { return normalised{string(c.Kind), c.Count} })
	f.Definitions = list(r.Definitions, definitionOf)
	f.Terms = list(r.Terms, func(o report.Occurrence) occurrence {
		return occurrence{o.Term, o.Surface, o.Line, o.Offset, o.Sense}
	})
	f.References = list(r.References, func(f report.Reference) reference { return reference{f.Title, f.Line, f.ID} })
	f.Indicators = values(c, r)
	f.Notes = list(r.Notes, func(n report.Note) note { return noteOf(r, n) })
	return f
}

// linesOf is a paragraph's text with LF between its lines.
func linesOf(p report.Paragraph) string {
	if len(p.Lines) < 2 {
		return p.Text
	}
	text := []rune(p.Text)
	var b strings.Builder
	for i := range p.SourceLines() {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(string(text[p.Start(i):min(len(text), p.Start(i+1))]))
	}
	return b.String()
}

// list returns each of from as to makes it; never nil, so that JSON has [].
func list[From, To any](from []From, to func(From) To) []To {
	made := make([]To, len(from))
	for i, f := range from {
		made[i] = to(f)
	}
	return made
}

func same[T any](v T) T { return v }

func tableOf(r *report.Report, t report.Table) textTable {
	made := textTable{Columns: t.Columns, Caption: list(t.Caption, r.Cell), Header: []string{}, Rows: []tableRow{}}
	for _, c := range t.Caption {
		made.Lines = append(made.Lines, c.Line)
	}
	for i, row := range t.Rows {
		made.Lines = append(made.Lines, row.Lines()...)
		if cells := list(row.Cells, r.Cell); i < t.Head {
			made.Header = cells
		} else {
			made.Rows = append(made.Rows, tableRow{row.Lines(), cells})
		}
	}
	return made
}
