package data

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cases"
	"jianzhu/generator/report"
)

func plainBody(_ *report.Report, n report.Note) (string, error) { return "<p>" + n.Body + "</p>", nil }

// TestNotes compares the notes of the sample with a file, and holds them to the model.
func TestNotes(t *testing.T) {
	files := made(t, Notes(sample(), "https://example.org/a/", license, plainBody))
	if len(files) != 1 {
		t.Fatal(len(files))
	}
	cases.Golden(t, "testdata/sample/reports/sample/notes.jsonld", files["reports/sample/notes.jsonld"])
	holdsModel(t, sample(), "https://example.org/a/", files)
}

// Where the site's address is not known, IRIs lead from the file.
func TestNotesWithoutAddress(t *testing.T) {
	holdsModel(t, sample(), "/", made(t, Notes(sample(), "/", "", plainBody)))
}

// holdsModel checks what the Web Annotation Data Model requires of a collection
// (5.1, 5.2), of an annotation (3.1), of its bodies (3.2.4, 3.2.7), its agents
// (3.3) and its selectors (4.2.1, 4.2.4), and that quotes are what the page shows.
func holdsModel(t *testing.T, c *annotate.Corpus, address string, files map[string][]byte) {
	t.Helper()
	for _, r := range c.Reports {
		text, ok := files["reports/"+r.Slug+"/notes.jsonld"]
		if ok != (len(r.Notes) > 0) {
			t.Errorf("%s: a file: %v; %d notes", r.Slug, ok, len(r.Notes))
		}
		if !ok {
			continue
		}
		base := "./"
		if address != "/" {
			base = address + "reports/" + r.Slug + "/"
		}
		var all collection
		unmarshal(t, text, &all)
		if all.Context != "http://www.w3.org/ns/anno.jsonld" || all.Type != "AnnotationCollection" || all.ID != base+"notes.jsonld" ||
			all.Label == "" || all.Total != len(r.Notes) || all.First.Type != "AnnotationPage" || all.First.ID == "" || len(all.First.Items) != all.Total {
			t.Errorf("%s: %+v", r.Slug, all)
		}
		ids := map[string]bool{}
		for i, a := range all.First.Items {
			n := r.Notes[i]
			if a.Type != "Annotation" || !strings.HasPrefix(a.ID, base+"#") || ids[a.ID] || a.Motivation != "commenting" {
				t.Errorf("%s: %+v", r.Slug, a)
			}
			ids[a.ID] = true
			if a.Creator.Type != "Person" || a.Creator.Name != n.Author || !dateTime.MatchString(a.Created) {
				t.Errorf("%s: %s by %+v on %q", r.Slug, a.ID, a.Creator, a.Created)
			}
			if a.Body.Type != "Choice" || len(a.Body.Items) != 2 || a.Body.Items[1].Value != n.Body {
				t.Errorf("%s: %s says %+v", r.Slug, a.ID, a.Body)
			}
			for _, b := range a.Body.Items {
				if b.Type != "TextualBody" || b.Value == "" || b.Language == "" || !slices.Contains([]string{"text/html", "text/markdown"}, b.Format) {
					t.Errorf("%s: %s has the body %+v", r.Slug, a.ID, b)
				}
			}
			if a.Target.Source != base || a.Target.Type != "SpecificResource" || len(a.Target.Selectors) != 2 {
				t.Fatalf("%s: %s is about %+v", r.Slug, a.ID, a.Target)
			}
			line, quote := a.Target.Selectors[0], a.Target.Selectors[1]
			if line.Type != "FragmentSelector" || line.ConformsTo == "" || line.Value == "" || line.RefinedBy == nil || *line.RefinedBy != quote {
				t.Errorf("%s: %s: %+v", r.Slug, a.ID, line)
			}
			shown := report.DisplayString(r.Line(n.Line))
			if quote.Type != "TextQuoteSelector" || quote.Exact == "" || !strings.Contains(shown, quote.Prefix+quote.Exact+quote.Suffix) {
				t.Errorf("%s: %s: %+v is not in %s", r.Slug, a.ID, quote, shown)
			}
		}
		var raw map[string]any
		if err := json.Unmarshal(text, &raw); err != nil || raw["@context"] == nil {
			t.Errorf("%s: %v", r.Slug, err)
		}
	}
}

// dateTime is xsd:dateTime in UTC, or nothing.
var dateTime = regexp.MustCompile(`^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$`)
