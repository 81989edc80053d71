package annotate_test

import (
	"cmp"
	"hash/fnv"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// censusFiles are the Markdown files of a folder, or a sample of them that
// depends on their names alone.
func censusFiles(folder, sample string) []string {
	if folder == "" {
		return nil
	}
	var files []string
	filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && filepath.Ext(path) == ".md" && !strings.Contains(path, "统计") && // of numbers, no reports
			yearOfName.MatchString(filepath.Base(path)) {
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
	if n, err := strconv.Atoi(sample); err == nil && n < len(files) {
		slices.SortFunc(files, func(a, b string) int { return cmp.Or(cmp.Compare(drawn(a), drawn(b)), cmp.Compare(a, b)) })
		files = files[:n]
	}
	slices.Sort(files)
	return files
}

var yearOfName = regexp.MustCompile(`(?:19|20)\d\d`)

// printed is a text as its printer set it.
type printed struct {
	name  string // for lists
	title string
	year  int
	plan  bool
	above int      // lines of front matter in the file
	lines []string // without marks
	bold  [][]span // by line, in code points
	head  []bool   // lines that Markdown marks as a heading
}

type span struct{ from, to int }

var (
	titleOf    = regexp.MustCompile(`(?m)^title:\s*(.*)$`)
	markedHead = regexp.MustCompile(`^\s*#{1,6}\s+`)
	quoteMark  = regexp.MustCompile(`^\s*(?:>\s*)+|^\s*[-*]\s+`)
	onlyMarked = regexp.MustCompile(`^\s*(?:\||!\[|<!--|</?(?:details|summary|br|table|tr|td)|-{3,}\s*$)`)
)

// printedOf takes front matter and marks out of a Markdown file.
func printedOf(path, text string) printed {
	p := printed{name: filepath.Base(filepath.Dir(path)) + "/" + filepath.Base(path), title: "政府工作报告", plan: strings.Contains(path, "规划")}
	p.year, _ = strconv.Atoi(yearOfName.FindString(filepath.Base(path)))
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	if rest, found := strings.CutPrefix(text, "---\n"); found {
		front, body, _ := strings.Cut(rest, "\n---")
		p.above = strings.Count(front, "\n") + 2
		text = body
		if m := titleOf.FindStringSubmatch(front); m != nil {
			p.title = strings.Trim(strings.TrimSpace(m[1]), `"'`)
		}
	}
	for line := range strings.SplitSeq(text, "\n") {
		if onlyMarked.MatchString(line) {
			line = ""
		}
		line = quoteMark.ReplaceAllString(line, "")
		mark := markedHead.FindString(line)
		line = line[len(mark):]
		var plain []rune
		var bold []span
		for i, part := range strings.Split(line, "**") {
			runes := []rune(part)
			if i%2 == 1 && len(runes) > 0 {
				bold = append(bold, span{len(plain), len(plain) + len(runes)})
			}
			plain = append(plain, runes...)
		}
		p.lines = append(p.lines, string(plain))
		p.bold = append(p.bold, bold)
		p.head = append(p.head, mark != "")
	}
	return p
}

// block reports whether a line is a heading by its print: all of it bold.
func (p printed) block(i int) bool {
	if p.head[i] {
		return true
	}
	covered := 0
	for _, s := range p.bold[i] {
		covered += s.to - s.from
	}
	return covered > 0 && covered >= len([]rune(strings.TrimSpace(p.lines[i])))
}

// lead is the bold beginning of a line that goes on, or "".
func (p printed) lead(i int) string {
	if p.block(i) || len(p.bold[i]) == 0 {
		return ""
	}
	line := []rune(p.lines[i])
	s := p.bold[i][0]
	if strings.TrimSpace(string(line[:s.from])) != "" {
		return ""
	}
	return strings.TrimSpace(string(line[s.from:s.to]))
}

// glossary is the line, from 0, that heads a text's own glossary, and how many
// entries stand behind it by their numbers; -1 where there is none.
func (p printed) glossary() (head, entries int) {
	head = -1
	for i := len(p.lines) - 1; i > len(p.lines)/2; i-- {
		if len([]rune(p.lines[i])) <= 28 && glossaryHead.MatchString(p.lines[i]) && !endMark.MatchString(strings.TrimRight(p.lines[i], "：: ")) {
			head = i
		}
	}
	if head < 0 {
		return head, 0
	}
	terms := 0 // without a number
	for _, line := range p.lines[head+1:] {
		if glossaryEntry.MatchString(line) {
			entries++
		} else if termEntry.MatchString(line) {
			terms++
		}
	}
	if entries < 3 {
		entries = terms
	}
	if entries < 3 {
		return -1, 0
	}
	return head, entries
}

// body are the lines after the salutation, by index from..to.
func (p printed) body() int {
	for i, line := range p.lines[:min(40, len(p.lines))] {
		if opening.MatchString(line) {
			return i + 1
		}
	}
	return 0
}

// setsBold reports whether most of a text's numbered headings are bold.
func (p printed) setsBold() bool {
	bold, all := 0, 0
	for i, line := range p.lines {
		if line = strings.TrimSpace(line); len([]rune(line)) <= 40 && numbered.MatchString(line) && !endMark.MatchString(line) {
			all++
			if p.block(i) {
				bold++
			}
		}
	}
	return bold >= 3 && bold*10 >= all*8
}

var (
	glossaryHead  = regexp.MustCompile(`^\s*(?:\d+[.、．])?[【《（(]?(?:附件?\s*\d*|注)?[：:、\s]*(?:.{0,16}(?:名词|名詞|术语|用语|词语|词汇|缩略语).{0,8}|.{0,10}(?:注释|释义|注解|解释)(?:和说明)?)[】》）)]?[：:]?\s*$`)
	termEntry     = regexp.MustCompile(`^\s*[^：:。]{2,24}[：:].`)
	glossaryEntry = regexp.MustCompile(`^\s*[（(\[［【〔]?(?:注\s*)?\d{1,3}\s*[)）\]］】〕.．、:：\s]|^\s*[①-⒛]|^\s*[（(]?[一二三四五六七八九十]{1,3}[)）、.]`)
)
