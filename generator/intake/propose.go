package intake

import (
	"regexp"
	"slices"
	"strings"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
	"jianzhu/generator/tongue"
)

// Proposal is a report.yaml as far as a file tells what stands in it, with the place
// that each value was taken from.
type Proposal struct {
	Meta   report.Meta
	Slug   string            // for the report's folder: baicheng-2021
	From   map[string]string // by key: line 3: ——2021年1月12日在…
	Doubts []string          // what an editor should look at
}

// Propose reads of a text, of what its file states, and of the file's path which
// report it is. What is put together or guessed from the path is marked as inferred.
func Propose(text Text, file string) Proposal {
	p := &proposer{
		Proposal: Proposal{From: map[string]string{}},
		stated:   script.Simplify(text.Fact("title")), text: text, file: file,
	}
	p.head = headOf(text.Lines)
	p.delivered()
	p.title()
	p.year()
	p.region()
	p.entitle()
	p.issuer()
	p.source()
	p.slug()
	return p.Proposal
}

type proposer struct {
	Proposal
	text   Text
	file   string
	stated string // title that the file states
	named  string // title that names the report best, before place and year are put to it
	head   []headLine
}

// headLine is one of the short lines at a text's beginning.
type headLine struct {
	number  int
	text    string // in Simplified characters, in which the rules are written
	written string
}

var caption = regexp.MustCompile(`^<!--.*-->$`)

// headOf are the lines before the text proper: short ones among the first that are
// not empty and no list of labels. Marks of Markdown are no part of them.
func headOf(text string) (head []headLine) {
	const lines, long = 14, 90
	labelled := labelled(text)
	number, seen := 0, 0
	for line := range strings.Lines(text) {
		number++
		if labelled[number] || caption.MatchString(strings.TrimSpace(line)) {
			continue
		}
		line = strings.Trim(strings.TrimSpace(line), "*#<>!-—─－ 　\u00a0\u2002\u2003")
		if line == "" {
			continue
		}
		if seen++; seen > lines {
			break
		}
		if len([]rune(line)) <= long {
			head = append(head, headLine{number, script.Simplify(line), line})
		}
	}
	return head
}

// labelled are the lines of a list of labels with their values before a text (索引号：),
// but for those of its title.
func labelled(text string) map[int]bool {
	const most = 60 // lines in which it stands
	var head []byte
	number := 0
	for line := range strings.Lines(text) {
		if number++; number > most {
			break
		}
		head = append(head, line...)
	}
	all := map[int]bool{}
	r, _ := report.Parse("head", head, report.Meta{})
	if r == nil {
		return all
	}
	lines := strings.Split(string(head), "\n")
	for _, f := range r.Metadata {
		if strings.HasSuffix(f.Label, "题") || strings.HasSuffix(f.Label, "名称") {
			continue
		}
		all[f.Line] = true
		if above := f.Line - 1; above > 0 && strings.Contains(lines[above-1], f.Label) { // the value has a line of its own
			all[above] = true
		}
	}
	return all
}

func (h headLine) String() string { return tongue.Sprintf("line %d: %s", h.number, h.written) }

func (p *proposer) infer(key string) {
	if !slices.Contains(p.Meta.Inferred, key) {
		p.Meta.Inferred = append(p.Meta.Inferred, key)
	}
}

// issuer is the government of the place. Before 1980 it had other names
// (人民委员会, 革命委员会), and which is not known here.
func (p *proposer) issuer() {
	n := len(p.Meta.Region.Path)
	switch {
	case n == 0:
	case strings.Contains(p.Meta.Title, "统计公报"), p.Meta.Type == "":
	case p.Meta.Region.Code == "100000":
		p.Meta.Issuer = "国务院"
		p.infer("issuer")
	case p.Meta.Year >= 1981:
		p.Meta.Issuer = p.Meta.Region.Path[n-1] + "人民政府"
		p.infer("issuer")
	}
}

var isoDay = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)

func (p *proposer) source() {
	for _, f := range p.text.Facts {
		switch {
		case f.Key == "url" && p.Meta.Origin.URL == "" && strings.HasPrefix(f.Value, "http"):
			p.Meta.Origin.URL, p.From["source"] = f.Value, f.From
		case f.Key == "publisher" && p.Meta.Origin.Publisher == "":
			p.Meta.Origin.Publisher = f.Value
		case f.Key == "published" && p.Meta.Dates.Published == "":
			if m := isoDay.FindString(f.Value); m != "" {
				p.Meta.Dates.Published = m
			}
		}
	}
}
