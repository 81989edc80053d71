package main

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/cache"
	"jianzhu/generator/press"
	"jianzhu/generator/problem"
)

// many is a project of our five reports and as many others for neighbours, that most
// reports have some phrases in common.
func many(t *testing.T) (root string) {
	t.Helper()
	root = t.TempDir()
	if err := copyProject(root); err != nil {
		t.Fatal(err)
	}
	texts, err := reportLines()
	if err != nil {
		t.Fatal(err)
	}
	var pool []string
	for _, lines := range texts {
		pool = append(pool, slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return !isLong(line) })...)
	}
	random := rand.New(rand.NewPCG(29, 11))
	places := []string{`[广东省, 广州市, 荔湾区], code: "440103"`, `[辽宁省, 大连市, 沙河口区], code: "210204"`, `[广东省, 广州市, 荔湾区, 某街道]`}
	for i := range 9 {
		meta := fmt.Sprintf("title: 第%d篇报告\ntype: work-report\nyear: %d\nregion: {path: %s}\n", i, 2014+i/3, places[i%3])
		lines := recombine(texts[i%len(texts)], pool, []string{"放管服", "PPP", "河长制", "“三旧”改造"}, random)
		if err := writeReport(root, fmt.Sprintf("made-%d", i), meta, strings.Join(lines, "\n")+"\n"); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// keyed are the keys of the pages and files of a project, and the sums of what is made of
// each.
func keyed(t *testing.T, root string, kept *cache.Store) (keys map[string]cache.Key, made map[string][sha256.Size]byte) {
	t.Helper()
	e, problems := press.Read(root, "https://example.org/", kept)
	if e == nil {
		t.Fatal(slices.DeleteFunc(problems, func(p problem.Problem) bool { return p.Severity != problem.Error }))
	}
	keys, made = maps.Clone(e.Keys), map[string][sha256.Size]byte{}
	for file := range keys {
		text, err := e.Data[file]()
		if err != nil {
			t.Fatal(err)
		}
		made[file] = sha256.Sum256(text)
	}
	for _, p := range slices.Concat(e.Pages, e.Site.Embeds(e.Corpus)) {
		forms, err := p.Forms()
		if err != nil {
			t.Fatal(p.Path, err)
		}
		sum := sha256.New()
		for _, text := range [][]byte{forms.File, forms.Published, forms.HTML, forms.Frame} {
			sum.Write(text)
		}
		keys[p.Path], made[p.Path] = p.Key, [sha256.Size]byte(sum.Sum(nil))
	}
	return keys, made
}

// What has the key of something made before, by whichever build, is the same, byte for byte,
// whatever was changed; and after a change to one text most things have the key that they had.
func TestKeys(t *testing.T) {
	root := many(t)
	kept := cache.Open(t.TempDir(), "test")
	defer kept.Close(false)
	random := rand.New(rand.NewPCG(8, 15))
	texts, err := filepath.Glob(filepath.Join(root, "content", "reports", "*", "report.txt"))
	if err != nil {
		t.Fatal(err)
	}
	line := func(do func(lines []string, i int) []string) func() {
		return func() {
			edit(t, texts[random.IntN(len(texts))], func(text string) string {
				lines := strings.Split(text, "\n")
				i := random.IntN(len(lines))
				for !isLong(lines[i]) || strings.Contains(lines[i], "\t") || !strings.Contains(lines[i], "。") {
					i = (i + 1) % len(lines)
				}
				return strings.Join(do(lines, i), "\n")
			})
		}
	}
	add := func(report, words string) func() {
		return func() {
			edit(t, filepath.Join(root, "content", "reports", report, "report.txt"), func(text string) string { return text + words + "\n" })
		}
	}
	in := func(name, old, new string) func() {
		return func() {
			edit(t, filepath.Join(root, filepath.FromSlash(name)), func(text string) string {
				changed := strings.Replace(text, old, new, 1)
				if changed == text {
					t.Fatalf("%s has no %s", name, old)
				}
				return changed
			})
		}
	}
	glossary := "content/glossary.yaml"
	type name struct {
		file string
		key  cache.Key
	}
	before := map[name][sha256.Size]byte{}
	note := func(keys map[string]cache.Key, made map[string][sha256.Size]byte) {
		for file, key := range keys {
			before[name{file, key}] = made[file]
		}
	}
	note(keyed(t, root, kept))
	for _, edit := range []struct {
		what string
		do   func()
	}{
		{"a sentence more", line(func(lines []string, i int) []string {
			lines[i] = strings.Replace(lines[i], "。", "。此处已改。", 1)
			return lines
		})},
		{"a value more", line(func(lines []string, i int) []string {
			lines[i] += "全年地区生产总值增长8.1%，推进放管服改革。"
			return lines
		})},
		{"a sentence with a term", add("made-5", "推进放管服改革，成效显著。")},
		{"a word in it", in("content/reports/made-5/report.txt", "改革，成效显著", "改革，成效明显")},
		{"a section more", line(func(lines []string, i int) []string {
			return slices.Insert(lines, i, "（十九）推进PPP和河长制。今年建成某某大桥和垃圾处理厂。")
		})},
		{"what is announced", add("made-0", "今年要建设石围塘综合交通枢纽，推进鹤洞大桥北延线工程。")},
		{"and reviewed", add("made-6", "2015年，石围塘综合交通枢纽建成，鹤洞大桥北延线工程完工。")},
		{"a line less", func() {
			edit(t, filepath.Join(root, "content", "reports", "made-4", "report.txt"), func(text string) string {
				_, rest, _ := strings.Cut(text, "\n")
				return rest
			})
		}},
		{"a sentence that goes on", line(func(lines []string, i int) []string {
			lines[i] = strings.Replace(lines[i], "。", "，", 1)
			return lines
		})},
		{"a title", in("content/reports/made-2/report.yaml", "第2篇", "改过的第2篇")},
		{"a year", in("content/reports/made-5/report.yaml", "year: 2015", "year: 2013")},
		{"a place", in("content/reports/made-7/report.yaml", "大连市, 沙河口区], code: \"210204\"", "大连市], code: \"210200\"")},
		{"a definition", in(glossary, "    - definition: ", "    - definition: 此处已改。")},
		{"a gloss", in(glossary, "gloss: ", "gloss: 改")},
		{"a term with another name", in(glossary, "term: 3·15·60", "term: 三·15·60")},
		{"an alias less", in(glossary, "  aliases: [“10+2”]\n", "")},
		{"a theme with another name", in("content/themes.yaml", "name: 总体部署与规划", "name: 总体部署")},
		{"a word of a theme less", in("content/themes.yaml", "总体要求, 指导思想, ", "")},
		{"a document", add("made-1", "落实《某县城市管理条例》。")},
		{"and who made it", add("made-3", "市政府印发了《某县城市管理条例》。")},
		{"a predecessor", in(glossary, "- id: 10-2-huo-dong\n", "- id: 10-2-huo-dong\n  succeeds: 3-2-n-chan-ye-ji-qun\n")},
		{"a place of a sense", in(glossary, "regions: [中山市]", "regions: [中山市, 荔湾区]")},
		{"a line of a source", in(glossary, "sources: [liwan-2017:76]", "sources: [liwan-2017:77]")},
		{"a former name", in("content/reports/made-3/report.yaml", "title: ", "aliases: [former]\ntitle: ")},
		{"a phrase that most reports have", func() {
			for _, file := range texts {
				edit(t, file, func(text string) string { return text + "深入推进“共同行动”。\n" })
			}
		}},
		{"a gloss as it was", in(glossary, "gloss: 改", "gloss: ")},
		{"a note", in("content/reports/liwan-2017/notes.yaml", "body: 原文如此", "body: 此处已改，原文如此")},
		{"a report less", func() {
			if err := os.RemoveAll(filepath.Join(root, "content", "reports", "made-8")); err != nil {
				t.Fatal(err)
			}
		}},
		{"a report more", func() {
			if err := writeReport(root, "made-9", "title: 另一篇\nyear: 2016\n", "一、回顾\n全年地区生产总值增长8%，“三个一”工程（一院、一校、一馆）建成。\n"); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		edit.do()
		keys, made := keyed(t, root, kept)
		same, texts := 0, 0 // of all, and of the pages of reports
		for file, key := range keys {
			was, known := before[name{file, key}]
			if !known || key == (cache.Key{}) {
				continue
			}
			if ok, _ := path.Match("reports/*/index.md", file); ok {
				texts++
			}
			if same++; was != made[file] {
				t.Errorf("%s: %s has a key that it had, and is another", edit.what, file)
			}
		}
		t.Logf("%s: %d of %d have a key that they had, of reports %d", edit.what, same, len(keys), texts)
		if edit.what == "a sentence more" && 5*same < 4*len(keys) {
			t.Errorf("%s: %d of %d have another key", edit.what, len(keys)-same, len(keys))
		}
		if edit.what == "a report more" && texts < 5 { // of 14: what is near to a section depends a little on all
			t.Errorf("%s: pages of %d reports have the key that they had", edit.what, texts)
		}
		note(keys, made)
	}
}
