package annotate

import (
	"os"
	"slices"
	"testing"

	"jianzhu/generator/report"
)

// TestSample wants a sample annotated as a report is, and the corpus as it was.
func TestSample(t *testing.T) {
	c, _ := read(os.DirFS("../../content"), FirstInSection)
	once := describe(c, nil)
	model := c.Reports[slices.IndexFunc(c.Reports, func(r *report.Report) bool { return r.Slug == "shahekou-2016" })]
	text := append(model.Bytes(), "\n并执行《没有哪篇报告提到的办法》。\n"...)
	r, problems := report.Parse("sample", text, model.Meta)
	problems = append(problems, c.Sample(r, c.Glossary, c.Themes)...)
	for _, p := range problems {
		t.Error(p)
	}
	if describe(c, nil) != once {
		t.Error("the corpus knows of the sample")
	}
	same := func(a, b report.Occurrence) bool {
		return a.Term == b.Term && a.Line == b.Line && a.Offset == b.Offset && a.Linked == b.Linked
	}
	if !slices.EqualFunc(r.Terms, model.Terms, same) {
		t.Error("the sample has other terms than the report that it copies")
	}
	last := len(r.References) - 1
	for i, ref := range r.References[:last] {
		if ref.ID != model.References[i].ID {
			t.Errorf("《%s》 is another document than in the report", ref.Title)
		}
	}
	if ref := r.References[last]; ref.ID != "" || ref.Linked {
		t.Errorf("《%s》 leads to a page that is not there", ref.Title)
	}
	related := slices.ContainsFunc(r.Outline, func(e report.Entry) bool {
		return slices.ContainsFunc(e.Related, func(x report.Related) bool { return x.Report == model.Slug })
	})
	if !related {
		t.Error("the sample is not related to the report that it copies")
	}
}
