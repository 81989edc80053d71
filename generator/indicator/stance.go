package indicator

import (
	"strconv"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// stance is whether a passage looks back or ahead, and on which years.
type stance struct {
	kind  report.IndicatorKind // "" where nothing says
	years report.Period
	both  bool // on several years and on the last of them: 2020年和“十三五”工作回顾

	unsure bool // nothing tells whether it is on all of its years; without years, on which
}

var (
	looksBack  = pattern.MustCompile(anyOf("lookingBack"))
	looksAhead = pattern.MustCompile(anyOf("lookingAhead"))
	goodStart  = pattern.MustCompile(anyOf("goodStart"))
	// planNamed is a five-year plan by its number alone.
	planNamed = pattern.MustCompile(`“(十[一二三四五六七八九]?|[六七八九])五”`)
)

// readStances gives each paragraph the stance of the part that it stands in, or
// of a heading below that names a time of its own.
func (c *context) readStances(r *report.Report) {
	parts := c.parts(r)
	sections := map[string]stance{} // with a time of their own
	next, here := 0, stance{}
	for i, entries := range entriesOf(r) {
		for next < len(parts) && parts[next].from <= i {
			here = c.told(r, parts, next)
			parts[next].stance = here
			next++
		}
		for _, e := range entries {
			if s, own := c.ownTime(e); own {
				sections[e.ID] = s
			} else if above, nested := sections[parentOf(e.ID)]; nested {
				sections[e.ID] = above
			}
		}
		c.stances[i], c.partOf[i] = here, next
		if s, own := sections[r.Paragraphs[i].Section]; own {
			c.stances[i] = s
		}
	}
}

// ways tells of each paragraph whether what stands around it looks back or ahead.
func (c *context) ways() []report.IndicatorKind {
	all := make([]report.IndicatorKind, len(c.stances))
	for i, s := range c.stances {
		switch {
		case s.kind != "":
			all[i] = s.kind
		case c.plan || c.ahead:
			all[i] = report.Target
		default:
			all[i] = report.Open
		}
	}
	return all
}

// ownTime is the stance of a heading within a part, if it is of a time of its own.
func (c *context) ownTime(e report.Entry) (stance, bool) {
	if !e.Opens() || e.Kind == report.Lead || !strings.Contains(e.ID, "-") {
		return stance{}, false
	}
	title := foldPlain(e.Title)
	s := c.stanceOf(title)
	return s, c.timed(title, s)
}

// timed reports whether a heading within a part is of a time of its own.
func (c *context) timed(title string, s stance) bool {
	if c.plan && s.kind != "" {
		return true // 发展基础 in a chapter of a plan
	}
	if s.unsure {
		return false // “十三五”圆满收官 below a heading on the last year
	}
	if spans.MatchString(title) && s.years.First < s.years.Last && s.kind == report.Result {
		return true
	}
	return s.years.First > 0 && s.kind != "" && (looksBack.MatchString(title) || looksAhead.MatchString(title) || length(title) <= 10)
}

// spans opens a heading that tells of several years: 五年来,我们始终坚持.
var spans = pattern.MustCompile(`^(?:过去|这|近)?的?[两三四五]年(?:来|间)?,|^“?(?:十[一二三四五]?|[七八九])五”?(?:时期|期间|以来),`)

// bareYear opens a heading with its year alone: 2014:稳中求快.
var bareYear = pattern.MustCompile(`^((?:19|20)[0-9]{2})[:∶]`)

// stanceOf is what the words of a heading say. One that looks back and ahead says
// nothing by its words.
func (c *context) stanceOf(title string) stance {
	title = bareYear.ReplaceAllString(inFigures(title), "${1}年:")
	s := stance{years: c.yearsOf(title)}
	back, ahead := looksBack.MatchString(title), looksAhead.MatchString(title) && !carriesOut.MatchString(title)
	all := periods(title, c.clock)
	if len(all) > 1 && c.kindOf(all[0].Period) == report.Result && c.kindOf(all[len(all)-1].Period) == report.Target {
		back = true // 1996年的工作和1997年的任务
	}
	of := c.kindOf(s.years)
	fulfils := strings.Contains(title, "完成") // 完成2024年目标任务; 全面完成2025年目标任务
	switch told := strings.Contains(title, "情况"); {
	case told && back, back && !ahead, back && fulfils && of != report.Target:
		s.kind = report.Result
	case back && !fulfils:
	case ahead && of != report.Result:
		s.kind = report.Target
	case s.years.First > 0:
		s.kind = of
	}
	return c.ofTerm(s, title, ahead)
}

// carriesOut is a heading of what is done for a plan that has a name: 推进产业园区倍增计划.
var carriesOut = pattern.MustCompile(`^(?:推进|推动|实施|启动|开展)[^,、]*(?:计划|工程)$`)

// yearsOf are the years that a heading is of.
func (c *context) yearsOf(title string) report.Period {
	t := c.clock
	if looksBack.MatchString(title) {
		t.looks = report.Result // 2008年以来的工作回顾
	}
	y, said := firstPeriod(title, t)
	byNumber := false
	if m := planNamed.FindStringSubmatch(title); m != nil && said < 0 {
		y, byNumber = fiveYears(m[1]), true
	}
	begins := y.First == c.year
	switch {
	case c.year == 0:
		return y
	case begins && y.Last > c.year && strings.Contains(title, strconv.Itoa(c.year)+"年"):
		return report.Years(c.year, c.year) // 今后五年目标和2022年工作: what comes at length is of the year
	case y.First < y.Last && (begins || y.First == c.year-1) && goodStart.MatchString(title):
		return report.Years(y.First, y.First) // 推动“十四五”开好局
	case byNumber && !begins && y.Last != c.year-1:
		return report.Period{} // it is named for something else: 落实“十四五”要求
	}
	return y
}

// headedYear is the year that a report is for by its title, where that tells what the year
// that it names was, or by its headings, where one looks back on a year or the years up to
// it, or ahead on one and none agrees with the year that is given.
func headedYear(r *report.Report, given int) int {
	title := foldPlain(r.Meta.Title)
	if y, _ := firstPeriod(title, clock{}); y.Last == given && tellsYear.MatchString(title) {
		return given + 1
	}
	back, ahead := map[int]bool{}, map[int]bool{}
	for _, e := range r.Outline {
		if !e.Opens() || e.Kind == report.Lead || strings.Contains(e.ID, "-") || !strings.ContainsAny(e.Title, "年五") {
			continue
		}
		title := foldPlain(e.Title)
		y, _ := firstPeriod(title, clock{})
		back[y.Last] = back[y.Last] || strings.Contains(title, "回顾") || strings.Contains(title, "总结")
		if y.First == y.Last {
			ahead[y.First] = ahead[y.First] || !looksBack.MatchString(title) && looksAhead.MatchString(title)
		}
	}
	if back[given-1] || ahead[given] {
		return given
	}
	for year := given - 3; year <= given+3; year++ {
		if back[year-1] && ahead[year] {
			return year
		}
	}
	if back[given] || ahead[given+1] {
		return given + 1
	}
	return given
}

// tellsYear is the end of a title of what tells of a year that is over.
var tellsYear = pattern.MustCompile(`(?:公报|工作总结)(?:\(|$)`)

func parentOf(id string) string {
	i := strings.LastIndex(id, "-")
	return id[:max(i, 0)]
}
