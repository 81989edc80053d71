package markdown

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/digest"
	"jianzhu/generator/glossary"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// made is a page that tells its basis, and all its forms.
type made struct {
	basis digest.Sum
	forms [3]digest.Sum // Markdown, HTML, frame
}

// edited is content that is edited at random.
type edited struct {
	*rand.Rand
	files fstest.MapFS
}

// TestBasis edits content at random, and holds pages of one basis to the same bytes.
func TestBasis(t *testing.T) {
	for seed := range uint64(3) {
		e := edited{rand.New(rand.NewPCG(seed, 8)), shortReports(t)}
		before := e.pages()
		if before == nil {
			t.Fatal("the content has errors")
		}
		for range 16 {
			last := maps.Clone(e.files)
			what := e.edit()
			after := e.pages()
			if after == nil { // a note that quotes what is gone: such content has no pages
				e.files = last
				continue
			}
			kept := 0
			for path, now := range after {
				if then, ok := before[path]; ok && then.basis == now.basis {
					kept++
					for form, name := range []string{"Markdown", "HTML", "frame"} {
						if then.forms[form] != now.forms[form] {
							t.Errorf("seed %d, %s: the %s of %s is another, of the same basis", seed, what, name, path)
						}
					}
				}
			}
			if strings.HasPrefix(what, "a character") && kept < len(after)/2 {
				t.Errorf("seed %d, %s: %d of %d pages have the same basis", seed, what, kept, len(after))
			}
			before = after
		}
	}
}

// TestBasisTold wants a basis of each kind of page that there are many of.
func TestBasisTold(t *testing.T) {
	c := corpus(t, content)
	pages, _ := Write(c, os.DirFS(content), "/")
	for _, p := range slices.Concat(pages, Embeds(c)) {
		_, told := p.Basis()
		if frame, ok := p.Frame(); ok {
			_, framed := frame.Basis()
			told = told && framed
		}
		if many := slices.Contains([]string{"report", "term", "indicator", "theme", "document", "embed"}, p.Front.Type); many && !told {
			t.Errorf("%s does not tell its basis", p.Path)
		}
	}
}

// explanations are a report's own.
const explanations = "\n\n名词解释\n1.微改造：指不大拆大建，只作小处修补。\n2.四好工程：指好路、好桥、好水、好灯。\n3.放管服：指简政放权、放管结合、优化服务。\n推进四好工程，微改造。\n"

// shortReports is the content of the site with the beginnings of its reports, each of
// two years.
func shortReports(t *testing.T) fstest.MapFS {
	files := fstest.MapFS{}
	source := os.DirFS(content)
	for _, name := range []string{"glossary.yaml", "themes.yaml"} {
		text, err := fs.ReadFile(source, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	reports, err := fs.Glob(source, "reports/*/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	sourced := "\n- term: 微改造\n  gloss: 小处修补\n  senses: [{definition: 不大拆大建，只作小处修补。}]\n  sources: [liwan-2017-2016:5, shahekou-2016-2018:9]\n"
	files["glossary.yaml"].Data = append(files["glossary.yaml"].Data, sourced...)
	for _, name := range reports {
		text, err := fs.ReadFile(source, name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(string(text), "\n")
		slug := strings.Split(name, "/")[1]
		meta := "title: %s%d年政府工作报告\ntype: work-report\nyear: %d\nregion: {path: [广东省, 广州市, 荔湾区], code: \"440103\"}\n"
		for i, year := range []int{2016, 2018} {
			dir := fmt.Sprintf("reports/%s-%d/", slug, year)
			files[dir+"report.txt"] = &fstest.MapFile{Data: []byte(strings.Join(lines[:min(len(lines), 30+20*i)], "") + explanations)}
			files[dir+"report.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, meta, slug, year, year)}
		}
	}
	return files
}

// pages makes all pages of the content; nil where it has errors.
func (e edited) pages() map[string]made {
	reports, problems := report.Read(e.files, "reports")
	terms, more := glossary.Load(e.files, "glossary.yaml")
	problems = append(problems, more...)
	themes, more := theme.Load(e.files, "themes.yaml")
	if problem.HasErrors(append(problems, more...)) {
		return nil
	}
	c, _ := annotate.Reports(reports, terms, themes, annotate.FirstInSection)
	pages, problems := Site{Address: "/"}.Write(c, e.files)
	if problem.HasErrors(problems) {
		return nil
	}
	all := map[string]made{}
	for _, p := range slices.Concat(pages, Embeds(c)) {
		basis, told := p.Basis()
		if !told {
			continue
		}
		m := made{basis: basis}
		m.forms[0] = digest.Of(p.File())
		html, err := p.HTML()
		m.forms[1] = digest.Of(html, err != nil)
		if frame, ok := p.Frame(); ok {
			html, err = frame.HTML()
			m.forms[2] = digest.Of(html, err != nil)
		}
		all[p.Path] = m
	}
	return all
}

// edit changes one thing and says which.
func (e edited) edit() string {
	texts := e.named("reports/.*/report.txt")
	name := texts[e.IntN(len(texts))]
	dir, _ := strings.CutSuffix(name, "report.txt")
	lines := strings.SplitAfter(string(e.files[name].Data), "\n")
	line := e.IntN(len(lines))
	set := func(name, text string) { e.files[name] = &fstest.MapFile{Data: []byte(text)} }
	switch e.IntN(12) {
	case 0, 1:
		characters := []rune(lines[line])
		if len(characters) < 3 {
			return "nothing"
		}
		at := e.IntN(len(characters) - 1)
		characters[at] = []rune("改一，。9上《")[e.IntN(7)]
		lines[line] = string(characters)
		set(name, strings.Join(lines, ""))
		return "a character of " + name
	case 2:
		set(name, strings.Join(slices.Delete(lines, line, line+1), ""))
		return fmt.Sprintf("line %d of %s taken out", line+1, name)
	case 3:
		other := strings.SplitAfter(string(e.files[texts[e.IntN(len(texts))]].Data), "\n")
		set(name, strings.Join(slices.Insert(lines, line, other[e.IntN(len(other))]), ""))
		return fmt.Sprintf("a line put in before line %d of %s", line+1, name)
	case 4, 9, 10:
		meta := string(e.files[dir+"report.yaml"].Data)
		changes := [][2]string{{"title: ", "title: 新"}, {"title: ", "title: 又"}, {"title: ", "title: 再"}, {"荔湾区", "海珠区"}, {"work-report", "work-summary"}, {"year: 2016", "year: 2014"}, {"region:", "issuer: 某区政府\nregion:"}}
		change := changes[e.IntN(len(changes))]
		set(dir+"report.yaml", strings.Replace(meta, change[0], change[1], 1))
		return "report.yaml of " + dir
	case 5:
		moved := strings.TrimSuffix(dir, "/") + "b/"
		for _, file := range []string{"report.txt", "report.yaml"} {
			set(moved+file, string(e.files[dir+file].Data))
		}
		if e.IntN(2) == 0 {
			delete(e.files, dir+"report.txt")
			delete(e.files, dir+"report.yaml")
			return dir + " renamed"
		}
		return dir + " given again"
	case 6:
		if len(texts) > 4 {
			delete(e.files, dir+"report.txt")
			delete(e.files, dir+"report.yaml")
		}
		return dir + " taken out"
	case 7:
		quoted := []rune(strings.TrimSpace(lines[line]))
		if len(quoted) < 8 {
			return "nothing"
		}
		at := e.IntN(len(quoted) - 6)
		set(dir+"notes.yaml", fmt.Sprintf("- quote: %q\n  body: 注%d。\n  date: 2026-11-22\n", string(quoted[at:at+5]), e.IntN(100)))
		return "a note on " + dir
	case 8:
		text := string(e.files["glossary.yaml"].Data)
		entries := regexp.MustCompile(`(?m)^- `).FindAllStringIndex(text, -1)
		i := e.IntN(len(entries) - 1)
		from, to := entries[i][0], entries[i+1][0]
		entry := text[from:to]
		switch e.IntN(3) {
		case 0:
			entry = ""
		case 1:
			entry = strings.Replace(entry, "。", "，又改了。", 1)
		case 2:
			entry = strings.Replace(entry, "gloss: ", "gloss: 新", 1)
		}
		set("glossary.yaml", text[:from]+entry+text[to:])
		return "an entry of the glossary"
	default:
		text := string(e.files["themes.yaml"].Data)
		changes := [][2]string{{"name: ", "name: 新"}, {"农业", "农事"}, {"就业", "做工"}}
		change := changes[e.IntN(len(changes))]
		set("themes.yaml", strings.Replace(text, change[0], change[1], 1))
		return "themes.yaml"
	}
}

func (e edited) named(pattern string) (names []string) {
	is := regexp.MustCompile(pattern)
	for name := range e.files {
		if is.MatchString(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
