package markdown

import (
	"strings"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// A theme that no section has is not counted as one, keeps its page, and says why it is
// empty.
func TestEmptyThemes(t *testing.T) {
	c := &annotate.Corpus{Glossary: &glossary.Glossary{}, Themes: &theme.Vocabulary{Themes: []theme.Theme{{ID: "a", Name: "甲"}, {ID: "b", Name: "乙"}}}}
	w := newWriter(c)
	text := func(p Page) string { return string(p.tree().Markdown(p.Path)) }
	if got, want := text(w.themes()), "收了报告以后，各节按主题列在这里，现在还没有。\n\n还没有章节的主题：[甲](a.md)、[乙](b.md)\n"; got != want {
		t.Errorf("without reports the list is %q, want %q", got, want)
	}
	if got := text(w.theme(0)); !strings.Contains(got, "有了，就列在这里。先看[别的主题](_index.md)") {
		t.Errorf("an empty theme says %q", got)
	}
	if body := w.homeThemes(); len(body) > 0 {
		t.Errorf("the home page lists empty themes: %s", body.Markdown("_index.md"))
	}
}

// The home page leads to the places that have reports, by province.
func TestHomeRegions(t *testing.T) {
	at := func(slug, code string, path ...string) *report.Report {
		return &report.Report{Slug: slug, Meta: report.Meta{Title: slug, Year: 2020, Region: report.Region{Path: path, Code: code}}}
	}
	c, _ := annotate.Reports([]*report.Report{
		at("a", "440103", "广东省", "广州市", "荔湾区"), at("b", "442000", "广东省", "中山市"), at("c", "110000", "北京市"),
	}, &glossary.Glossary{}, &theme.Vocabulary{}, annotate.FirstInSection)
	got := string(newWriter(c).homeRegions().Markdown("_index.md"))
	want := "## 地区 {#regions}\n\n- [北京市](regions/110000.md)（1篇）\n- [广东省](regions/440000.md)（2篇）：[荔湾区](regions/440103.md)、[中山市](regions/442000.md)\n"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
