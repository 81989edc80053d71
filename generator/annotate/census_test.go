package annotate_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"jianzhu/generator/indicator"
	"jianzhu/generator/report"
)

// TestCensus reads many reports and prints figures of what is found in them; it
// asserts only that nothing is lost. JIANZHU_TEXTS names a folder of Markdown
// files, in which what was bold in print is marked: the marks are taken out
// before reading and say afterwards what was a heading. JIANZHU_SAMPLE is how many
// to read, always the same ones; JIANZHU_LISTS a folder for lists of places to look
// at. It is a tool for changing rules: go test ./generator/annotate -run Census -v
func TestCensus(t *testing.T) {
	files := censusFiles(os.Getenv("JIANZHU_TEXTS"), os.Getenv("JIANZHU_SAMPLE"))
	if len(files) == 0 {
		return
	}
	counts := make([]*census, len(files))
	var next sync.Mutex
	var group sync.WaitGroup
	at := 0
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for {
				next.Lock()
				i := at
				at++
				next.Unlock()
				if i >= len(files) {
					return
				}
				text, err := os.ReadFile(files[i])
				if err != nil {
					t.Error(err)
					return
				}
				counts[i] = countText(files[i], string(text))
			}
		})
	}
	group.Wait()
	all := newCensus()
	for _, c := range counts {
		all.add(c)
	}
	t.Logf("\n%s", all)
	if n := all.n["characters lost"]; n > 0 {
		t.Errorf("%d characters are in no paragraph and not set aside", n)
	}
	if folder := os.Getenv("JIANZHU_LISTS"); folder != "" {
		for name, lines := range all.lists {
			if err := os.WriteFile(filepath.Join(folder, name+".txt"), []byte(strings.Join(lines, "\n")+"\n"), 0o666); err != nil {
				t.Error(err)
			}
		}
	}
}

// census are figures by what they count, and lists of places.
type census struct {
	n     map[string]int
	spent map[string]time.Duration
	lists map[string][]string
}

func newCensus() *census {
	return &census{map[string]int{}, map[string]time.Duration{}, map[string][]string{}}
}

func (c *census) add(o *census) {
	for key, n := range o.n {
		c.n[key] += n
	}
	for key, d := range o.spent {
		c.spent[key] += d
	}
	for key, lines := range o.lists {
		c.lists[key] = append(c.lists[key], lines...)
	}
}

// String writes the figures; those with a slash are a part of the one before it.
func (c *census) String() string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(c.n)) {
		fmt.Fprintf(&b, "%-64s %8d", key, c.n[key])
		if i := strings.LastIndex(key, " / "); i >= 0 && c.n[key[:i]] > 0 {
			fmt.Fprintf(&b, "  %5.1f%%", 100*float64(c.n[key])/float64(c.n[key[:i]]))
		}
		b.WriteString("\n")
	}
	for _, key := range slices.Sorted(maps.Keys(c.spent)) {
		fmt.Fprintf(&b, "%-64s %8.1fs %.2f MB/s\n", key, c.spent[key].Seconds(), float64(c.n["bytes"])/1e6/c.spent[key].Seconds())
	}
	return b.String()
}

// countText reads a text and counts.
func countText(path, text string) *census {
	c := newCensus()
	p := printedOf(path, text)
	source := strings.Join(p.lines, "\n")
	meta := report.Meta{Title: p.title, Type: "work-report", Year: p.year}
	if p.plan {
		meta.Type = "plan"
	}
	c.n["texts"]++
	c.n["bytes"] += len(source)
	start := time.Now()
	r, problems := report.Parse("text", []byte(source), meta)
	c.spent["report.Parse"] = time.Since(start)
	for _, problem := range problems {
		if strings.HasSuffix(problem.File, "report.txt") {
			c.n["problem: "+digits.ReplaceAllString(problem.Message, "n")]++
		}
	}
	if r == nil {
		c.n["texts / not read"]++
		c.note("unread", p, 0, fmt.Sprint(problems))
		return c
	}
	start = time.Now()
	values := indicator.Find(r)
	c.spent["indicator.Find"] = time.Since(start)

	c.kept(p, r)
	c.damage(p, r)
	c.debris(p, r)
	c.parts(p, r)
	c.headings(p, r)
	c.definitions(p, r)
	c.plans(p, values)
	return c
}

var digits = regexp.MustCompile(`\d+`)

// note puts a line with its neighbours on a list.
func (c *census) note(list string, p printed, line int, why string) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d %s\n", p.name, line+p.above, why)
	for n := max(1, line-2); n <= min(len(p.lines), line+2); n++ {
		if text := []rune(strings.TrimSpace(p.lines[n-1])); len(text) > 0 && line > 0 {
			mark := "   "
			if n == line {
				mark = " > "
			}
			if len(text) > 120 {
				text = slices.Concat(text[:70], []rune(" … "), text[len(text)-40:])
			}
			b.WriteString(mark + string(text) + "\n")
		}
	}
	c.lists[list] = append(c.lists[list], b.String())
}

func solid(text string) (n int) {
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

func (c *census) kept(p printed, r *report.Report) {
	all, shown, aside := solid(strings.Join(p.lines, "")), 0, 0
	for _, paragraph := range r.Paragraphs {
		shown += solid(paragraph.Text)
	}
	for _, d := range r.Debris {
		if d.Reason == report.PersonalData {
			aside += solid(p.lines[d.Line-1])
		}
		aside += solid(d.Text)
	}
	c.n["characters"] += all
	c.n["characters / set aside"] += aside
	c.n["characters lost"] += max(0, all-shown-aside) // zero-width marks alone on a line may be
	c.n["paragraphs"] += len(r.Paragraphs)
}

func (c *census) damage(p printed, r *report.Report) {
	c.n["texts with a cut line"] += min(1, len(slices.DeleteFunc(slices.Clone(r.Damage), func(d report.Damage) bool { return d.Kind != report.Cut })))
	for _, d := range r.Damage {
		c.n["damage: "+string(d.Kind)]++
		c.note("damage-"+string(d.Kind), p, d.Line, d.Text)
	}
}

// debris lists all that is set aside; what is so between lines of the report
// should be looked at.
func (c *census) debris(p printed, r *report.Report) {
	if len(r.Paragraphs) == 0 {
		return
	}
	first, last := 0, r.Paragraphs[len(r.Paragraphs)-1].Line
	for _, paragraph := range r.Paragraphs {
		if paragraph.Kind == report.Salutation || len([]rune(paragraph.Text)) > 60 {
			first = paragraph.Line
			break
		}
	}
	for _, d := range r.Debris {
		where := "head"
		switch {
		case d.Line > last:
			where = "tail"
		case d.Line > first:
			where = "body"
		}
		c.n[fmt.Sprintf("debris in the %s: %s", where, d.Reason)]++
		c.note("debris-"+where, p, d.Line, string(d.Reason))
	}
}

var (
	numbered = regexp.MustCompile(`^\s*(?:第?[一二三四五六七八九十百]{1,4}(?:[、，,.．是要]|[章节篇部编])|[(（【\[〔［]|\d{1,3}\s*[、.．)）]|[①-⒛]|——|附)`)
	endMark  = regexp.MustCompile(`[。！？；：，、!?;:,…]$`)
	partWord = regexp.MustCompile(`回顾|安排|任务|目标|工作|总结|成就|成绩|思路|要求|部署|展望|措施|建设`)
	opening  = regexp.MustCompile(`^\s*各位(?:代表|委员)|报告工作|^\s*(?:同志们|女士们)`)
)

// parts counts whole lines in bold without a number that name a part of a report.
func (c *census) parts(p printed, r *report.Report) {
	entries := map[int]report.Entry{}
	for _, e := range slices.Backward(r.Outline) {
		if e.Opens() {
			entries[e.Line], entries[e.TitleLine] = e, e // an appendix has its title below its number
		}
	}
	titles := map[int]bool{} // of the whole report
	for _, paragraph := range r.Paragraphs {
		if paragraph.Kind == report.Title && paragraph.Section == "" {
			titles[paragraph.Line] = true
		}
	}
	from := p.body()
	for i := from; i < len(p.lines); i++ {
		line := strings.TrimSpace(p.lines[i])
		if n := len([]rune(line)); !p.block(i) || titles[i+1] || n < 4 || n > 32 || numbered.MatchString(line) || endMark.MatchString(line) || !partWord.MatchString(line) || opening.MatchString(line) {
			continue
		}
		c.n["part headings in bold"]++
		if e, found := entries[i+1]; found {
			c.n["part headings in bold / found"]++
			if e.Level == 1 {
				c.n["part headings in bold / found at level 1"]++
			}
		} else {
			c.note("part-missed", p, i+1, "")
		}
	}
	count := map[string]int{}
	for _, e := range r.Outline {
		number := strings.NewReplacer("（", "(", "）", ")").Replace(e.Number)
		if !e.Opens() || e.Level > 1 || number != "(一)" && number != "一、" {
			continue
		}
		if count[number]++; count[number] == 2 {
			c.n["texts / "+number+" twice at level 1"]++
			c.note("level-twice", p, e.Line, number)
		}
	}
}

var itemWord = regexp.MustCompile(`^[一二三四五六七八九十]{1,2}[是要]|^——|^其[一二三四五六]`)

// headings compares sections with what is bold, in texts that set most of their
// numbered headings so.
func (c *census) headings(p printed, r *report.Report) {
	kind := map[int]report.EntryKind{}
	for _, e := range slices.Backward(r.Outline) {
		if e.Opens() {
			kind[e.Line] = e.Kind
		}
	}
	if !p.setsBold() {
		return
	}
	c.n["texts with bold headings"]++
	from, to := p.body(), len(p.lines)
	if head, _ := p.glossary(); head >= 0 {
		to = head
	}
	leads, foundLeads, boldLeads := 0, 0, 0
	for i := from; i < to; i++ {
		lead := p.lead(i)
		if lead != "" && !itemWord.MatchString(lead) {
			leads++
		}
		if k := kind[i+1]; k == report.Lead || k == report.RunIn {
			foundLeads++
			if lead != "" {
				boldLeads++
			}
		}
	}
	setBold := leads >= 3 && boldLeads*10 >= foundLeads*6
	for i := from; i < to; i++ {
		line := strings.TrimSpace(p.lines[i])
		if line == "" || opening.MatchString(line) || itemWord.MatchString(line) {
			continue
		}
		k, found := kind[i+1]
		lead := p.lead(i)
		switch {
		case p.block(i) && strings.HasSuffix(line, "。") && len([]rune(line)) <= 60:
			c.n["bold lines, a sentence"]++
			if found {
				c.n["bold lines, a sentence / found"]++
			} else {
				c.note("bold-sentence-missed", p, i+1, "")
			}
		case p.block(i) && len([]rune(line)) <= 60:
			c.n["bold lines"]++
			if found {
				c.n["bold lines / found"]++
			} else {
				c.note("bold-missed", p, i+1, "")
			}
		case lead != "" && len([]rune(lead)) <= 60 && setBold:
			c.n["bold leads"]++
			if found {
				c.n["bold leads / found"]++
			} else {
				c.note("lead-missed", p, i+1, lead)
			}
		case found && k == report.Block:
			c.n["block headings not bold"]++
			c.note("block-not-bold", p, i+1, "")
		case found && setBold:
			c.n["run-in headings and leads not bold"]++
			c.note("lead-not-bold", p, i+1, string(k))
		}
	}
}

// definitions counts the entries of a text's own glossary by their numbers.
func (c *census) definitions(p printed, r *report.Report) {
	c.n["own definitions read"] += len(r.Definitions)
	head, entries := p.glossary()
	if head < 0 {
		c.n["own definitions read, no glossary seen"] += len(r.Definitions)
		return
	}
	c.n["own glossaries"]++
	c.n["own glossary entries"] += entries
	c.n["own glossary entries / read"] += min(entries, len(r.Definitions))
	switch n := len(r.Definitions); {
	case n == 0:
		c.n["own glossaries / nothing read"]++
		c.note("glossary-unread", p, head+1, fmt.Sprint(entries, " entries"))
	case n*10 < entries*9:
		c.n["own glossaries / less than nine in ten read"]++
		c.note("glossary-part", p, head+1, fmt.Sprintf("%d of %d", n, entries))
	case n*10 > entries*11:
		c.n["own glossaries / more than eleven for ten read"]++
		c.note("glossary-more", p, head+1, fmt.Sprintf("%d of %d", n, entries))
	}
}

var (
	planWord = regexp.MustCompile(`安排|任务|目标|重点|要求|部署|打算|思路|工作|实事`)
	lookBack = regexp.MustCompile(`回顾|总结|完成情况|以来|过去|成就|成绩|情况|去年|上年|五年的`)
	appendix = regexp.MustCompile(`^\s*附[件表录：:]|名词解释|注释$`)
)

// plans counts numbers behind headings that announce this year's plan.
func (c *census) plans(p printed, values []report.Indicator) {
	if p.plan {
		return
	}
	at := "" // the plan's heading that lines stand behind
	behind := map[int]string{}
	for i := p.body(); i < len(p.lines); i++ {
		line := strings.TrimSpace(p.lines[i])
		if n := len([]rune(line)); n > 0 && n <= 40 && !endMark.MatchString(line) {
			isNumbered := numbered.MatchString(line)
			year := strings.Contains(line, strconv.Itoa(p.year)+"年") || strings.Contains(line, "今年")
			switch {
			case appendix.MatchString(line), (p.block(i) || isNumbered) && lookBack.MatchString(line) && !strings.HasPrefix(line, "（"):
				at = ""
			case year && planWord.MatchString(line) && !lookBack.MatchString(line) && isNumbered:
				at = "with a number"
			case year && planWord.MatchString(line) && !lookBack.MatchString(line) && p.block(i):
				at = "without a number"
			}
		}
		behind[i+1] = at
	}
	seen := map[string]bool{}
	for _, v := range values {
		at := behind[v.Line]
		if at == "" {
			continue
		}
		key := "numbers behind a plan's heading " + at
		seen[at] = true
		c.n[key]++
		if v.Kind == report.Result {
			c.n[key+" / called results"]++
			c.note("plan-result", p, v.Line, fmt.Sprintf("%s: %s%s %s %s", at, v.Name, v.Value, v.Unit, v.Period))
		}
	}
	for at := range seen {
		c.n["texts with a plan's heading "+at]++
	}
}
