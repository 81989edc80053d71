package data

import "jianzhu/generator/annotate"

// documentsFile is documents/index.json; schema/documents.json says what its
// fields mean.
type documentsFile struct {
	Documents []document `json:"documents"`
}

type document struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	Aliases  []string  `json:"aliases"`
	Variants []string  `json:"variants"`
	Kind     string    `json:"kind"`
	Years    []span    `json:"years"`
	Issuer   string    `json:"issuer"`
	Mentions []mention `json:"mentions"`
}

type span struct {
	From int `json:"from"`
	To   int `json:"to"`
}

type mention struct {
	Report string `json:"report"`
	Line   int    `json:"line"`
	Title  string `json:"title"`
}

func documentsOf(c *annotate.Corpus) documentsFile {
	return documentsFile{list(c.Documents, documentOf)}
}

// documentOf is a document, also as documents/<id>/index.json.
func documentOf(d annotate.Document) document {
	return document{
		ID:       d.ID,
		Title:    d.Title,
		Aliases:  list(d.Former, same),
		Variants: list(d.Variants, same),
		Kind:     d.Kind,
		Years:    list(d.Years, func(s annotate.Span) span { return span(s) }),
		Issuer:   d.Issuer.Name,
		Mentions: list(d.Mentions, func(m annotate.Mention) mention {
			return mention{m.Report.Slug, m.Reference.Line, m.Reference.Title}
		}),
	}
}
