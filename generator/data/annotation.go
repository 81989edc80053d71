package data

import (
	"fmt"

	"jianzhu/generator/report"
)

// collection is an AnnotationCollection of the Web Annotation Data Model.
type collection struct {
	Context string         `json:"@context"`
	ID      string         `json:"id"`
	Type    string         `json:"type"`
	Label   string         `json:"label"`
	Rights  string         `json:"rights,omitempty"`
	Total   int            `json:"total"`
	First   annotationPage `json:"first"`
}

type annotationPage struct {
	ID         string       `json:"id"`
	Type       string       `json:"type"`
	StartIndex int          `json:"startIndex"`
	Items      []annotation `json:"items"`
}

type annotation struct {
	ID         string         `json:"id"`
	Type       string         `json:"type"`
	Motivation string         `json:"motivation"`
	Creator    agent          `json:"creator"`
	Created    string         `json:"created,omitempty"`
	Rights     string         `json:"rights,omitempty"`
	Body       choice         `json:"body"`
	Target     specificTarget `json:"target"`
}

type agent struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

// choice has the body as the editor wrote it and as HTML; one of them is to be shown.
type choice struct {
	Type  string        `json:"type"`
	Items []textualBody `json:"items"`
}

type textualBody struct {
	Type     string `json:"type"`
	Value    string `json:"value"`
	Format   string `json:"format"`
	Language string `json:"language"`
}

type specificTarget struct {
	Type      string     `json:"type"`
	Source    string     `json:"source"`
	Language  string     `json:"language"`
	Selectors []selector `json:"selector"`
}

// selector is a FragmentSelector or a TextQuoteSelector. Exact, Prefix and Suffix
// are as the page shows them.
type selector struct {
	Type       string    `json:"type"`
	ConformsTo string    `json:"conformsTo,omitempty"`
	Value      string    `json:"value,omitempty"`
	Exact      string    `json:"exact,omitempty"`
	Prefix     string    `json:"prefix,omitempty"`
	Suffix     string    `json:"suffix,omitempty"`
	RefinedBy  *selector `json:"refinedBy,omitempty"`
}

const (
	annotations   = "http://www.w3.org/ns/anno.jsonld"
	htmlFragments = "http://tools.ietf.org/rfc/rfc3236" // fragments that name an element
)

// context is how many characters of a line stand before and after a quote.
const context = 24

func collectionOf(r *report.Report, base, license string, html func(*report.Report, report.Note) (string, error)) (collection, error) {
	file := base + "notes.jsonld"
	made := []annotation{}
	for _, n := range r.Notes {
		body, err := html(r, n)
		if err != nil {
			return collection{}, err
		}
		made = append(made, annotationOf(r, n, base, license, body))
	}
	return collection{
		Context: annotations,
		ID:      file,
		Type:    "AnnotationCollection",
		Label:   r.Meta.Title + "：编者注",
		Rights:  license,
		Total:   len(r.Notes),
		First:   annotationPage{ID: file + "#page", Type: "AnnotationPage", Items: made},
	}, nil
}

func annotationOf(r *report.Report, n report.Note, base, license, html string) annotation {
	quote := quoteSelector(r, n)
	created := ""
	if n.Date != "" {
		created = n.Date + "T00:00:00Z" // the model wants a time
	}
	return annotation{
		ID:         fmt.Sprintf("%s#note-%d", base, n.N),
		Type:       "Annotation",
		Motivation: "commenting",
		Creator:    agent{"Person", n.Author},
		Created:    created,
		Rights:     license,
		Body: choice{"Choice", []textualBody{
			{"TextualBody", html, "text/html", "zh-Hans"},
			{"TextualBody", n.Body, "text/markdown", "zh-Hans"},
		}},
		Target: specificTarget{"SpecificResource", base, r.Script, []selector{
			{Type: "FragmentSelector", ConformsTo: htmlFragments, Value: fmt.Sprintf("L%d", n.Line), RefinedBy: &quote},
			quote,
		}},
	}
}

// quoteSelector finds a note's quote among the words of the page.
func quoteSelector(r *report.Report, n report.Note) selector {
	line := report.Show(r.From(n.Line))
	start, end := line.At(n.Column), line.At(n.End)
	return selector{
		Type:   "TextQuoteSelector",
		Exact:  string(line.Text[start:end]),
		Prefix: string(line.Text[max(0, start-context):start]),
		Suffix: string(line.Text[end:min(len(line.Text), end+context)]),
	}
}
