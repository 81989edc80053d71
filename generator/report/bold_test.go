package report

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestBold reads the Markdown files of a folder, JIANZHU_BOLD, or a sample of
// JIANZHU_SAMPLE of them. What was bold in print is marked in them: the marks are
// taken out before reading and say afterwards what is a heading. It asserts
// nothing: it is a tool for changing rules. JIANZHU_LISTS names a folder for lists
// of places to look at.
func TestBold(t *testing.T) {
	folder := os.Getenv("JIANZHU_BOLD")
	if folder == "" {
		return
	}
	c := boldCount{n: map[string]int{}, lists: map[string][]string{}}
	for _, file := range sample(folder, os.Getenv("JIANZHU_SAMPLE")) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name, _ := filepath.Rel(folder, file)
		c.read(name, string(text))
	}
	t.Log(c)
	if lists := os.Getenv("JIANZHU_LISTS"); lists != "" {
		for name, lines := range c.lists {
			name = strings.ReplaceAll(name, " ", "-") + ".txt"
			if err := os.WriteFile(filepath.Join(lists, name), []byte(strings.Join(lines, "\n")+"\n"), 0o666); err != nil {
				t.Error(err)
			}
		}
	}
}

// sample draws files by their names alone.
func sample(folder, size string) []string {
	var files []string
	filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".md" && yearOfName.MatchString(filepath.Base(path)) {
			files = append(files, path)
		}
		return nil
	})
	drawn := func(path string) uint32 {
		h := fnv.New32a()
		rel, _ := filepath.Rel(folder, path)
		h.Write([]byte(rel))
		return h.Sum32()
	}
	if n, err := strconv.Atoi(size); err == nil && n < len(files) {
		slices.SortFunc(files, func(a, b string) int { return cmp.Or(cmp.Compare(drawn(a), drawn(b)), cmp.Compare(a, b)) })
		files = files[:n]
	}
	slices.Sort(files)
	return files
}

var (
	titleField  = regexp.MustCompile(`(?m)^title: *(.*)$`)
	wholeBold   = regexp.MustCompile(`^\s*(?:#+\s*(.+?)|\*\*([^*]+)\*\*)\s*$`)
	opensBold   = regexp.MustCompile(`^\s*\*\*([^*]+?)[。：:]?\*\*[。：:]?`)
	notBoldPart = regexp.MustCompile(`[。；，：！？;,:!?]$|^[—\-(（]|^\d{4}年\d+月|[市省县区]长\s*\p{Han}{2,4}$|主席\s*\p{Han}{2,4}$|目录|^表\s*\d`)
)

type boldCount struct {
	n     map[string]int
	lists map[string][]string
}

func (c boldCount) note(list, name string, line int, text string) {
	c.lists[list] = append(c.lists[list], fmt.Sprintf("%s:%d %s", name, line, text))
}

func (c boldCount) read(name, text string) {
	c.n["texts"]++
	meta := Meta{Title: "政府工作报告", Type: "work-report"}
	if m := titleField.FindStringSubmatch(text); m != nil {
		meta.Title = m[1]
	}
	meta.Year, _ = strconv.Atoi(yearOfName.FindString(filepath.Base(name)))
	if rest, front := strings.CutPrefix(text, "---\n"); front {
		if _, after, ok := strings.Cut(rest, "\n---\n"); ok {
			text = after
		}
	}
	marked := strings.Split(text, "\n")
	plain := make([]string, len(marked))
	for i, line := range marked {
		plain[i] = strings.ReplaceAll(strings.TrimLeft(line, "#"), "**", "")
		if strings.HasPrefix(line, "#") {
			plain[i] = strings.TrimLeft(plain[i], " ")
		}
	}
	c.readMarked(name, text, meta)
	r, _ := Parse("text", []byte(strings.Join(plain, "\n")), meta)
	if r == nil {
		c.n["not read"]++
		return
	}
	found := map[int]Entry{}
	first := map[string]bool{}
	twice := false
	for _, e := range r.Outline {
		if !e.Opens() {
			continue
		}
		found[e.Line] = e
		number := folded(e.Number)
		if e.Level == 1 && (number == "一、" || number == "(一)") {
			twice = twice || first[number]
			first[number] = true
		}
	}
	if twice {
		c.n["first number twice at level 1"]++
		c.note("twice", name, 0, "")
	}
	c.compare(name, r, marked, plain, found)
}

// readMarked reads the text with its marks and counts those that are shown.
func (c boldCount) readMarked(name, text string, meta Meta) {
	r, _ := Parse("text", []byte(text), meta)
	if r == nil {
		return
	}
	for _, p := range r.Paragraphs {
		if !strings.Contains(p.Text, "**") {
			continue
		}
		c.n["lines with marks"]++
		if strings.Contains(DisplayString(p.Text), "**") {
			c.note("marks shown", name, p.Line, p.Text)
			continue
		}
		c.n["lines with marks found"]++
	}
}

// compare counts what is bold against what is found, after the salutation.
func (c boldCount) compare(name string, r *Report, marked, plain []string, found map[int]Entry) {
	body, own, bold, leads := 0, 0, 0, 0
	kinds := map[int]Kind{}
	for _, p := range r.Paragraphs {
		kinds[p.Line] = p.Kind
		if p.Kind == Salutation && body == 0 {
			body = p.Line
		}
	}
	for _, e := range r.Outline {
		if own == 0 && e.Level == 1 && (isDefinitions(e.Title) || strings.HasPrefix(e.Number, "附")) {
			own = e.Line
		}
	}
	truth := map[int]bool{}
	for i := body; i < len(marked); i++ {
		line := i + 1
		if own > 0 && line > own {
			break
		}
		f := formOf([]rune(plain[i]))
		if len(f.runes) == 0 || kinds[line] == Title || kinds[line] == Date || kinds[line] == Salutation {
			continue
		}
		e, has := found[line]
		if wholeBold.MatchString(marked[i]) {
			truth[line] = true
			bold++
			switch {
			case styleOf(f) != nil:
				c.hit("numbered", name, line, plain[i], has)
			case len(f.runes) <= 32 && !notBoldPart.MatchString(strings.TrimSpace(plain[i])):
				c.hit("parts", name, line, plain[i], has && e.Kind == Block)
			}
			continue
		}
		if m := opensBold.FindStringSubmatch(marked[i]); m != nil && styleOf(f) == nil {
			truth[line] = true
			bold++
			leads++
			if title := folded(m[1]); strings.HasPrefix(f.text, title+"。") && !dashes.MatchString(title) && len([]rune(title)) <= 36 {
				c.hit("leads", name, line, plain[i][:min(len(plain[i]), 120)], has)
			}
		}
	}
	if bold < 3 {
		for line, e := range found {
			if e.Kind == Block && e.Number == "" && line > body {
				c.n["parts in texts without bold"]++
				c.note("unproven parts", name, line, e.Title)
			}
		}
		return
	}
	c.n["texts with bold"]++
	for line, e := range found {
		if e.Kind == Block && e.Number == "" && line > body && !truth[line] {
			c.n["parts not bold"]++
			c.note("parts not bold", name, line, e.Title)
		}
		if leads >= 5 && line > body && !truth[line] && (own == 0 || line < own) && !opensBold.MatchString(marked[line-1]) {
			switch {
			case e.Kind == Lead:
				c.n["leads not bold"]++
				c.note("leads not bold", name, line, e.Title)
			case e.Kind == RunIn:
				c.n["run-ins not bold"]++
				c.note("run-ins not bold", name, line, e.Number+" "+e.Title)
			}
		}
	}
}

func (c boldCount) hit(what, name string, line int, text string, has bool) {
	c.n[what]++
	if has {
		c.n[what+" found"]++
		return
	}
	c.note(what+" missed", name, line, text)
}

func (c boldCount) String() string {
	var b strings.Builder
	for _, key := range slices.Sorted(mapKeys(c.n)) {
		fmt.Fprintf(&b, "\n%-32s %6d", key, c.n[key])
		if all := strings.TrimSuffix(key, " found"); all != key {
			fmt.Fprintf(&b, "  %.3f", float64(c.n[key])/float64(c.n[all]))
		}
	}
	return b.String()
}

func mapKeys(m map[string]int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for key := range m {
			if !yield(key) {
				return
			}
		}
	}
}
