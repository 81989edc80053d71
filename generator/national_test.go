package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/markdown"
	"jianzhu/generator/press"
)

// A project with an own glossary that is empty, with or without a copy of the
// national one, has what its report uses of the national glossary and no more.
func TestNationalGlossary(t *testing.T) {
	for name, test := range map[string]struct {
		setting string
		files   map[string]string
		want    []string // terms with a page
	}{
		"by default":      {"", nil, []string{"fang-zhu-bu-chao"}},
		"national":        {"  glossary: [national]\n", nil, []string{"fang-zhu-bu-chao"}},
		"own":             {"  glossary: [own]\n", nil, nil},
		"its own copy":    {"", map[string]string{"glossary/national.yaml": "- {term: 调控, pinyin: tiáo kòng, senses: [{definition: 调节控制。}]}\n"}, []string{"tiao-kong"}},
		"own comes first": {"", map[string]string{"glossary.yaml": "- {id: a, term: 房住不炒, senses: [{definition: 一句话。}]}\n"}, []string{"a"}},
		"a page of the editor's": {"", map[string]string{"more.md": "---\ntitle: 页\n---\n\n[双减](glossary/shuang-jian.md)\n"},
			[]string{"fang-zhu-bu-chao", "shuang-jian"}},
	} {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			root := t.TempDir()
			files := map[string]string{
				"site.yaml":                     "title: 站\nbaseURL: https://example.org/\nparams:\n  link: section\n" + test.setting,
				"content/glossary.yaml":         "",
				"content/themes.yaml":           "themes:\n  - {id: a, name: 甲, keywords: [住房]}\n",
				"content/reports/a/report.yaml": "title: 某县政府工作报告\nyear: 2021\n",
				"content/reports/a/report.txt":  "一、工作安排\n坚持“房住不炒”，做好调控。\n",
			}
			for name, text := range test.files {
				files["content/"+name] = text
			}
			for name, text := range files {
				file := filepath.Join(root, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			edition, problems := press.Read(root, "", nil)
			more, _ := (&call{root: root}).check()
			for _, p := range append(problems, more...) {
				t.Error(p)
			}
			if edition == nil {
				t.Fatal("nothing was made")
			}
			if got := termPages(edition.Pages); !slices.Equal(got, test.want) {
				t.Errorf("got pages of %v, want %v", got, test.want)
			}
			index, err := edition.Data["glossary/index.json"]()
			if err != nil {
				t.Fatal(err)
			}
			if n := strings.Count(string(index), `"term":`); n != len(test.want) {
				t.Errorf("the data has %d terms, want %d", n, len(test.want))
			}
		})
	}
}

func termPages(pages []markdown.Page) (ids []string) {
	for _, p := range pages {
		if name, ok := strings.CutPrefix(p.Path, "glossary/"); ok && name != "_index.md" {
			ids = append(ids, strings.TrimSuffix(name, ".md"))
		}
	}
	return ids
}
