package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"jianzhu/generator/cache"
	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/site"
)

// few is a small project with a page of each type.
func few(t *testing.T) (root string) {
	t.Helper()
	root = t.TempDir()
	if err := copyProject(root); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(root, "content")); err != nil {
		t.Fatal(err)
	}
	if err := ownGlossaryOnly(root); err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile(filepath.Join("testdata", "layouts.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if strings.HasPrefix(f.Name, "content/") {
			lay(t, root, f.Name, string(f.Data))
		}
	}
	return root
}

func lay(t *testing.T, root, name, text string) {
	t.Helper()
	file := filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// change puts words in place of others, if they still stand there.
func change(t *testing.T, root, name, old, new string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err == nil {
		lay(t, root, name, strings.ReplaceAll(string(text), old, new))
	}
}

// changes are what an editor may do, each with a number that makes it another one each
// time.
var changes = []struct {
	name string
	do   func(t *testing.T, root string, n int)
}{
	{"text of a report", func(t *testing.T, root string, n int) {
		change(t, root, "content/reports/a/report.txt", "生产总值增长7", fmt.Sprintf("生产总值增长%d", n))
	}},
	{"line of a report", func(t *testing.T, root string, n int) {
		change(t, root, "content/reports/a/report.txt", "二、发展", fmt.Sprintf("第%d段没有别的。\n二、发展", n))
	}},
	{"report.yaml", func(t *testing.T, root string, n int) {
		change(t, root, "content/reports/b/report.yaml", "title: 某", fmt.Sprintf("title: 第%d某", n))
	}},
	{"term", func(t *testing.T, root string, n int) {
		change(t, root, "content/glossary.yaml", "gloss: 三件事", fmt.Sprintf("gloss: %d件三件事", n))
	}},
	{"term more", func(t *testing.T, root string, n int) {
		change(t, root, "content/glossary.yaml", "- id: wang-ge", fmt.Sprintf("- id: t%d\n  term: 第%d段\n  pinyin: dì\n  gloss: 一段\n  theme: govservice\n  senses: [{definition: 一段。}]\n- id: wang-ge", n, n))
	}},
	{"note", func(t *testing.T, root string, n int) {
		change(t, root, "content/reports/a/notes.yaml", "body: ", fmt.Sprintf("body: 第%d次。", n))
		change(t, root, "content/reports/a/notes.yaml", "quote: 税收增长5%", "quote: 优化营商环境")
	}},
	{"theme", func(t *testing.T, root string, n int) {
		change(t, root, "content/themes.yaml", "name: 政务服务", fmt.Sprintf("name: 第%d政务服务", n))
	}},
	{"words of a theme", func(t *testing.T, root string, n int) {
		change(t, root, "content/themes.yaml", "营商环境, ", "")
	}},
	{"page", func(t *testing.T, root string, n int) {
		change(t, root, "content/about.md", "甲", fmt.Sprintf("甲%d", n))
	}},
	{"layout", func(t *testing.T, root string, n int) {
		change(t, root, "layouts/_partials/title.html", "此处缺页", fmt.Sprintf("此处缺页%d", n))
	}},
	{"layout that asks for more", func(t *testing.T, root string, n int) {
		change(t, root, "layouts/404.html", "没有这一页", "{{ len site.RegularPages }}没有这一页")
	}},
	{"site.yaml", func(t *testing.T, root string, n int) {
		change(t, root, "site.yaml", "notice: 非", fmt.Sprintf("notice: 第%d非", n))
	}},
	{"report added", func(t *testing.T, root string, n int) {
		lay(t, root, fmt.Sprintf("content/reports/c%d/report.yaml", n), fmt.Sprintf("title: 某市第%d个规划\ntype: plan\nyear: 2019\nregion: {path: [广东省, 广州市, 某区], code: \"440103\"}\n", n))
		lay(t, root, fmt.Sprintf("content/reports/c%d/report.txt", n), fmt.Sprintf("一、改革\n推进放管服改革，第%d次。生产总值增长%d%%。\n", n, n))
	}},
	{"report removed", func(t *testing.T, root string, n int) {
		added, _ := filepath.Glob(filepath.Join(root, "content/reports/c*"))
		if len(added) > 0 {
			os.RemoveAll(added[n%len(added)])
		}
	}},
	{"report renamed", func(t *testing.T, root string, n int) {
		added, _ := filepath.Glob(filepath.Join(root, "content/reports/c*"))
		if len(added) > 0 {
			os.Rename(added[0], added[0]+"x")
		}
	}},
	{"file of the site changed in its place", func(t *testing.T, root string, n int) {
		change(t, root, "public/reports/a/index.html", "</p>", " </p>")
		change(t, root, "public/reports/a/index.json", "{", "{ ")
	}},
	{"folder that was made moved away, with a link in its place", func(t *testing.T, root string, n int) {
		from, to := filepath.Join(root, "build", "content", "reports"), filepath.Join(root, "moved")
		os.RemoveAll(to)
		if os.Rename(from, to) == nil {
			os.Symlink(to, from)
		}
	}},
}

// made is what a build makes: all but what is kept.
func made(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, dir := range []string{"build", "public"} {
		err := fs.WalkDir(os.DirFS(root), dir, func(name string, d fs.DirEntry, err error) error {
			if err == nil && name == "build/"+press.CacheFolder {
				return fs.SkipDir
			}
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(filepath.Join(root, name))
			files[name] = string(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// alike tells in what two sites differ.
func alike(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for name, text := range want {
		if is, ok := got[name]; !ok {
			t.Errorf("%s: no %s", what, name)
		} else if is != text {
			t.Errorf("%s: %s: %.500s", what, name, firstDifference(strings.Split(is, "\n"), strings.Split(text, "\n")))
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s is left over", what, name)
		}
	}
}

// buildIn builds a project, in which nothing is wrong.
func buildIn(t *testing.T, root string) []problem.Problem {
	t.Helper()
	_, problems, err := press.Build(root, "", func(string) {})
	if err != nil || problem.HasErrors(problems) {
		t.Fatal(problems, err)
	}
	return problems
}

// anew is what a build makes of a project without anything kept.
func anew(t *testing.T, root string) map[string]string {
	t.Helper()
	cold := t.TempDir()
	for _, dir := range []string{"content", "layouts", "static"} {
		if err := os.CopyFS(filepath.Join(cold, dir), os.DirFS(filepath.Join(root, dir))); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(filepath.Join(root, "site.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	lay(t, cold, "site.yaml", string(text))
	buildIn(t, cold)
	return made(t, cold)
}

// Whatever an editor does, what comes of it is what comes of it without anything kept,
// byte for byte; also where what is kept was damaged, of which a warning tells once.
func TestIncremental(t *testing.T) {
	root := few(t)
	lay(t, root, "content/reports/c/report.yaml", "title: 某区报告\nyear: 2019\n") // to be renamed and removed
	lay(t, root, "content/reports/c/report.txt", "推进放管服改革。\n")
	buildIn(t, root)
	random := rand.New(rand.NewPCG(10, 6))
	order := random.Perm(len(changes))
	for step, some := range slices.Collect(slices.Chunk(append(order, order[:2]...), 3)) {
		var names []string
		for _, i := range some {
			changes[i].do(t, root, 10*step+i%10)
			names = append(names, changes[i].name)
		}
		what := strings.Join(names, ", ")
		damaged := step == 2
		if damaged {
			damage(t, filepath.Join(root, "build", press.CacheFolder))
		}
		problems := buildIn(t, root)
		told := slices.ContainsFunc(problems, func(p problem.Problem) bool { return strings.Contains(p.Message, "damaged") })
		if told != damaged {
			t.Errorf("%s: damage is told: %t, want %t: %v", what, told, damaged, problems)
		}
		alike(t, what, made(t, root), anew(t, root))
		known, _ := (site.Project{Root: root}).Alone() // not where a layout asks for all pages
		if did, again, _ := press.Build(root, "", func(string) {}); did.Anew == known || fmt.Sprint(again) != fmt.Sprint(withoutDamage(problems)) {
			t.Errorf("%s: built again: %t, %v; before it told %v", what, did.Anew, again, problems)
		}
	}
}

// withoutDamage are the problems but that of what was kept, of which one build tells.
func withoutDamage(problems []problem.Problem) []problem.Problem {
	return slices.DeleteFunc(slices.Clone(problems), func(p problem.Problem) bool { return strings.HasPrefix(p.File, "build/") })
}

// Where nothing changed nothing is done, and what was told is told again; whatever changed,
// or is not as it was made, is made anew, also under the time and size that it had.
func TestNothingToDo(t *testing.T) {
	root := few(t)
	lay(t, root, "content/left.txt", "no file of ours") // of which a warning tells
	first := buildIn(t, root)
	if len(first) == 0 {
		t.Fatal("nothing is told")
	}
	builds := func(what string, want bool) {
		t.Helper()
		did, problems, err := press.Build(root, "", func(string) {})
		if err != nil || did.Anew != want || !reflect.DeepEqual(problems, first) {
			t.Errorf("%s: built %t, want %t: %v %v", what, did.Anew, want, problems, err)
		}
	}
	builds("nothing", false)
	before := made(t, root)
	secretly := func(name, old, new string) func() {
		return func() {
			file := filepath.Join(root, name)
			info, err := os.Stat(file)
			if err != nil {
				t.Fatal(err)
			}
			change(t, root, name, old, new)
			if err := os.Chtimes(file, info.ModTime(), info.ModTime()); err != nil {
				t.Fatal(err)
			}
		}
	}
	remove := func(name string) func() {
		return func() {
			if err := os.RemoveAll(filepath.Join(root, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, test := range []struct {
		what string
		do   func()
		back func() // nil where a build makes it as it was
	}{
		{"a text of the same size and time", secretly("content/about.md", "甲", "乙"), secretly("content/about.md", "乙", "甲")},
		{"a style of the same size and time", secretly("static/css/base.css", "border-box", "border-bax"), secretly("static/css/base.css", "border-bax", "border-box")},
		{"a new file of content", func() { lay(t, root, "content/other.md", "---\ntitle: 页\n---\n\n文\n") }, remove("content/other.md")},
		{"a page that is gone", remove("public/about/index.html"), nil},
		{"a page that was written to", func() { lay(t, root, "public/about/index.html", "other") }, nil},
		{"a file among the pages", func() { lay(t, root, "public/other.html", "other") }, nil},
		{"Markdown that was written to", func() { change(t, root, "build/content/about.md", "甲", "乙") }, nil},
		{"build/ that is gone", remove("build"), nil},
		{"what is noted that is gone", remove(".jianzhu"), nil},
	} {
		test.do()
		builds(test.what, true)
		builds(test.what+", again", false)
		if test.back != nil {
			test.back()
			builds(test.what+", and back", true)
		}
		alike(t, test.what, made(t, root), before)
	}
	if did, _, _ := press.Build(root, "https://example.com/", func(string) {}); !did.Anew {
		t.Error("the site of another address is not built")
	}
	lay(t, root, "layouts/robots.txt", "{{ now }}")
	for range 2 {
		if did, _, _ := press.Build(root, "", func(string) {}); !did.Anew {
			t.Error("a site of a layout that asks for the time is not built")
		}
	}
}

// What stands of the search index and is not what was written, though its size, time and
// mode are, is told, and made anew with the rest.
func TestStandingIsHealed(t *testing.T) {
	root := few(t)
	buildIn(t, root)
	err := filepath.WalkDir(filepath.Join(root, "build", "static", "search", "lines"), func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		text[len(text)/2] ^= 1
		return errors.Join(os.WriteFile(file, text, 0o644), os.Chtimes(file, info.ModTime(), info.ModTime()))
	})
	if err != nil {
		t.Fatal(err)
	}
	change(t, root, "content/reports/a/report.txt", "税收增长5%", "改了，税收增长5%")
	told := func(p problem.Problem) bool { return strings.HasPrefix(p.File, "build/static/search/lines/") }
	if problems := buildIn(t, root); !slices.ContainsFunc(problems, told) {
		t.Errorf("damage is not told: %v", problems)
	}
	alike(t, "after the damage", made(t, root), anew(t, root))
	if problems := buildIn(t, root); slices.ContainsFunc(problems, told) {
		t.Errorf("damage is told again: %v", problems)
	}
}

// damage changes a byte of everything that is kept.
func damage(t *testing.T, dir string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) == 0 {
		t.Fatal("nothing is kept", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 1000; i < len(text); i += 1000 {
			text[i] ^= 1
		}
		if err := os.WriteFile(file, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// A build that ends at an error in content has asked for little of what is kept, and
// lets nothing go.
func TestKeptThroughError(t *testing.T) {
	root := few(t)
	pages := cache.KeyOf("of a large site")
	store := press.Cache(root)
	store.Put(pages, make([]byte, 32<<20))
	if err := store.Close(false); err != nil {
		t.Fatal(err)
	}
	are := func() bool {
		store := press.Cache(root)
		defer store.Close(false)
		_, kept := store.Get(pages)
		return kept
	}
	lay(t, root, "content/wrong.md", "---\ntitle: 页\n---\n\n[不在](/nowhere/)\n")
	if _, problems, err := press.Build(root, "", func(string) {}); err != nil || !problem.HasErrors(problems) {
		t.Fatal(problems, err)
	}
	if !are() {
		t.Error("an error lets them go")
	}
	if err := os.Remove(filepath.Join(root, "content", "wrong.md")); err != nil {
		t.Fatal(err)
	}
	buildIn(t, root)
	if are() {
		t.Error("a whole build keeps what it does not need")
	}
}

// A build in which nothing changed writes nothing of the site again.
func TestNothingChanged(t *testing.T) {
	root := few(t)
	buildIn(t, root)
	before := map[string]fs.FileInfo{}
	for name := range made(t, root) {
		before[name], _ = os.Lstat(filepath.Join(root, name))
	}
	buildIn(t, root)
	for name, was := range before {
		if is, err := os.Lstat(filepath.Join(root, name)); err != nil || !os.SameFile(was, is) || is.ModTime() != was.ModTime() {
			t.Errorf("%s is written again (%v)", name, err)
		}
	}
}
