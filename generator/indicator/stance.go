package indicator

import (
	"regexp"
	"strings"

	"jianzhu/generator/report"
)

// stance is whether a passage looks back or ahead, and on which years.
type stance struct {
	kind  report.IndicatorKind // "" where nothing says
	years years
}

var (
	looksBack  = regexp.MustCompile(`回顾|总结|成绩|成就|完成情况|执行情况|工作情况|发展基础|工作成效|取得的|过去`)
	looksAhead = regexp.MustCompile(`安排|目标|计划|思路|打算|部署|展望|任务|规划|今后|未来|工作重点|重点工作|预期`)
)

// readHeadings gives each section the stance of its heading, else that of its
// first paragraph, else that of the section around it.
func (c *context) readHeadings(r *report.Report) {
	firsts := map[string]string{} // first paragraph of each section
	for _, p := range r.Paragraphs {
		if p.Kind == report.Text && firsts[p.Section] == "" {
			firsts[p.Section] = p.Text
		}
	}
	roots := 0
	for _, e := range r.Outline {
		if e.ID == "" || !e.Opens() {
			continue
		}
		title := foldPlain(e.Title)
		c.titles[e.ID] = shortTitle(e)
		parent, nested := c.headings[parentOf(e.ID)]
		s := c.stanceOf(title)
		if e.Kind == report.Lead || nested && parent.kind != "" && s.years.first == 0 && !c.plan {
			s = stance{}
		}
		if !nested {
			roots++
			if s.kind == "" {
				s = c.opens(firsts[e.ID])
			}
			if s.kind == "" && !c.plan && !c.ahead && roots == 1 {
				s.kind = report.Result
			}
		}
		if s.kind == "" {
			s.kind = parent.kind
		}
		if s.years.first == 0 && s.kind == parent.kind {
			s.years = parent.years
		}
		c.headings[e.ID] = s
	}
}

// opens is the stance of the first words of a paragraph.
func (c *context) opens(text string) stance {
	first, _, _ := strings.Cut(foldPlain(text), "。")
	y, at := firstPeriod(first, c.year)
	if at < 0 {
		return stance{}
	}
	return stance{c.kindOf(y), y}
}

// stanceOf is what the words of a heading say.
func (c *context) stanceOf(title string) stance {
	s := stance{}
	s.years, _ = firstPeriod(title, c.year)
	switch {
	case looksBack.MatchString(title):
		s.kind = report.Result
	case looksAhead.MatchString(title):
		s.kind = report.Target
	case s.years.first > 0:
		s.kind = c.kindOf(s.years)
	}
	return s
}

func parentOf(id string) string {
	i := strings.LastIndex(id, "-")
	return id[:max(i, 0)]
}
