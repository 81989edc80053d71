package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// How long a look back is, and how it divides into several years and the last of them: a heading
// alone often does not tell, and names a plan for its end or a term of government without its years.

var (
	// endOfPlan is said of the end of a plan: its last year may be all that is told of.
	endOfPlan = pattern.MustCompile(`收官|收尾|句号|决胜|决战|攻坚|冲刺|(?:圆满|全面|胜利|顺利|如期|提前)(?:完成|实现)`)
	// allOfPlan is said of all its years.
	allOfPlan = pattern.MustCompile(`回顾|总结|成就|成绩|情况|[三四五六]年|时期|期间|以来|过去`)
	// term is a government that is in office, or was; nextTerm the one to come.
	term     = pattern.MustCompile(`(?:[本上]|新一|第?[一二三四五六七八九十]{1,3})届[^,。;]{0,10}政府|[一二三四五六七八九十]{1,3}届人(?:大|民代表大会)[^,。;]{0,6}以来|[本上]届[^,。;]{0,4}任期|[三四五六]年(?:的?工作|的?主要工作)`)
	nextTerm = pattern.MustCompile(`(?:下|新)一?届[^,。;]{0,6}政府[^,。;]{0,10}(?:建议|任务|目标|思路|要求|重点|设想|安排|打算|方向|考虑)`)
)

// several are the years that a heading names beside the last of them: a plan or five years, or a term.
var several = pattern.MustCompile(`(“(?:十[一二三四五六七八九]?|[六七八九])五”|五年)|` + term.String())

// ofTerm is the stance of a heading that speaks of a term of government without its years, or of a
// plan only for how it ended: where it looks back, the text is to tell on what.
func (c *context) ofTerm(s stance, title string, ahead bool) stance {
	switch back := s.kind == report.Result; {
	case back && s.years.First == s.years.Last && s.years.First > 0:
		if all := several.FindStringSubmatchIndex(title); all != nil {
			s.both = true
			five := report.Years(c.year-5, c.year-1)
			if m := planNamed.FindStringSubmatch(title); all[0] < strings.Index(title, "年") && s.years.Last == five.Last && (m == nil || fiveYears(m[1]) == five) {
				s.years, s.unsure = five, all[2] < 0 // what comes first is of them
			}
		}
	case s.years.First > 0:
		s.unsure = back && s.years.First < s.years.Last && endOfPlan.MatchString(title) && !allOfPlan.MatchString(title)
	case c.year == 0 || c.plan:
	case nextTerm.MatchString(title):
		s.kind, s.years = report.Target, report.Years(c.year, c.year+4)
	case term.MatchString(title) && !ahead:
		s.kind, s.unsure = report.Result, true
	}
	return s
}

// tells is the stance of a part that looks back by what its heading says and its text tells.
func (c *context) tells(s stance, text []string) stance {
	last := report.Years(c.year-1, c.year-1)
	if s.years.First > 0 && (s.years.First == s.years.Last || s.years.Last != last.Last) {
		return s
	}
	o := c.opened(text)
	switch {
	case s.years.First == 0:
		head := min(len(text), 2)
		if s.unsure {
			head = min(len(text), openingLines)
		}
		switch back := c.looksBack(text[:head]).years; {
		case back.First < back.Last && back.Last == last.Last:
			s.years, s.unsure = back, false
		case s.unsure && o.span.First > 0:
			s.years, s.unsure = o.span, false
		case s.unsure:
			s.years = report.Years(c.year-5, c.year-1) // as terms are long: what there was at the end is of the last year
		}
		s.both = s.both || s.years.First < s.years.Last && o.first == last
	case o.span.First > 0:
		if s.unsure {
			s.years, s.unsure = o.span, false
		}
		s.both = s.both || o.first == last && weigh(text[o.at:o.spanAt]) >= 0
	case weigh(text) > 0 && (o.first == last && o.at == 0 || s.unsure || s.both):
		s.years, s.unsure = last, false
	case weigh(text) < 0:
		s.unsure = false
	}
	return s
}

// openings are the times with which the paragraphs of a look back open: the first, and the first of
// several years, with their paragraphs.
type openings struct {
	first, span report.Period
	at, spanAt  int
}

func (c *context) opened(text []string) (o openings) {
	for i, p := range text {
		y := c.openedWith(p)
		if o.first.First == 0 {
			o.first, o.at = y, i
		}
		if y.First < y.Last {
			o.span, o.spanAt = y, i
			break
		}
	}
	return o
}

// weigh tells whether paragraphs are on one year (more than 0) or on several (less), by their words.
func weigh(paragraphs []string) int {
	all, last := 0, 0
	for _, p := range paragraphs {
		all, last = all+mentions(p, ofAllYears), last+mentions(p, ofLastYear)
	}
	switch {
	case last > 2*all:
		return 1
	case all > 2*last:
		return -1
	}
	return 0
}

// The words by which a text is heard to tell of several years, or of one.
var (
	ofAllYears = lists["ofAllYears"]
	ofLastYear = lists["ofLastYear"]
)

// openedWith are the years, to the last, with which a paragraph opens and that hold for those that
// follow it too.
func (c *context) openedWith(text string) report.Period {
	first := inFigures(firstWords(text))
	for at := address.FindString(first); at != ""; at = "" {
		if end := strings.IndexAny(first, ",:!"); end >= 0 {
			first = first[end+1:]
		}
	}
	if end := strings.Index(first, ","); end >= 0 {
		first = first[:end+1]
	}
	t := c.clock
	t.looks = report.Result
	y, at := firstPeriod(first, t)
	if at < 0 || at > opensWithin || y.Last != c.year-1 || !opensRun.MatchString(first) || y.First == y.Last && ofOne.MatchString(first) {
		return report.Period{}
	}
	return y
}

// surely are the years of a value, unless they are those of a look back that may not be on them all
// and nothing nearer names them.
func (c *context) surely(y report.Period) report.Period {
	if c.section.unsure && y == c.section.years && c.inPart.First == 0 && c.said.First == 0 && c.paragraph.First == 0 {
		return report.Period{}
	}
	return y
}
