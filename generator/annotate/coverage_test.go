package annotate

import (
	"slices"
	"testing"
	"testing/fstest"

	"jianzhu/generator/report"
)

func TestQuoted(t *testing.T) {
	for text, want := range map[string][]string{
		"推进“一窗通办”和“放管服”改革":          {"一窗通办", "放管服"},
		"實施「三舊」改造":                  {"三舊"},
		"《关于推进“互联网+”的意见》印发":         nil,
		"他说“今天很好。明天更好。”":            nil,
		"“外面的“里面的”说法”":              {"里面的", "外面的“里面的”说法"},
		"没有合上的“引号":                  nil,
		"没有打开的引号”":                  nil,
		"“”空的":                      nil,
		"“超过二十个字的一段引文不是一个新的说法而是引文”": nil,
	} {
		var got []string
		for _, q := range quoted([]rune(text)) {
			got = append(got, string([]rune(text)[q.start:q.end]))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// A phrase whose meaning the words behind it say is explained; what only begins as such
// words do is not.
func TestSaidBehind(t *testing.T) {
	for text, want := range map[string]bool{
		"“1”指一个总体方案":   true,
		"“两翼”，即东翼和西翼":  true,
		"“3”就是三个专项方案":  true,
		"“上云”分别指甲和乙":   true,
		"“十四五”即将收官":    false,
		"“一号”指挥部成立":    false,
		"“双百”行动":       false,
		"“双百”":         false,
		"“三公”经费，即三项费用": false, // of the expenses
		"“N”：若干专项":     false, // a colon alone says too little
	} {
		d := report.Show(text)
		if got := explained(d, quoted(d.Text)[0], nil); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func TestCoverage(t *testing.T) {
	c, problems := read(fstest.MapFS{
		"reports/a/report.yaml": {Data: []byte("title: 甲")},
		"reports/a/report.txt":  {Data: []byte("深化“放管服”改革,推进“一窗通辦”和“蚂蚁空间”。\n再提“一窗通办”与三无老人。\n")},
		"glossary.yaml": {Data: []byte(`
- {term: 放管服, senses: [{definition: 甲。}], check: true}
- {term: 三无, senses: [{id: old, definition: 甲。, near: [老人]}, {id: firm, definition: 乙。, near: [企业]}]}
- {term: 三资, senses: [{definition: 甲。}]}
`)},
		"themes.yaml": {Data: []byte("themes: []")},
	}, FirstInSection)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	got := c.Coverage()
	if len(got.Unexplained) != 2 || got.Unexplained[0].Text != "一窗通辦" || len(got.Unexplained[0].Places) != 2 || got.Unexplained[1].Text != "蚂蚁空间" {
		t.Errorf("unexplained: %v", got.Unexplained)
	}
	if r := got.Reports[0]; r.Quoted != 4 || r.Explained != 1 || r.Terms != 2 {
		t.Errorf("report: %+v", r)
	}
	if len(got.Unused) != 1 || got.Unused[0].Term != "三资" {
		t.Errorf("unused: %v", got.Unused)
	}
	if len(got.Unchosen) != 1 || got.Unchosen[0].Sense != "firm" {
		t.Errorf("unchosen: %v", got.Unchosen)
	}
	if len(got.Unverified) != 1 || len(got.Undecided) != 0 {
		t.Errorf("unverified %v, undecided %v", got.Unverified, got.Undecided)
	}
}
