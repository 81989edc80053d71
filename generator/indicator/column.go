package indicator

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// role is what a column of a table has.
type role struct {
	is     columnKind
	period report.Period
	kind   report.IndicatorKind
	unit   string // as printed in the head
}

type columnKind int

const (
	otherColumn columnKind = iota
	nameColumn
	subColumn // goes on with the name before it
	unitColumn
	levelColumn  // a value in a year
	growthColumn // a change in a year
	yearlyColumn // a change in each year of a period
	totalColumn  // over all of a period
	propertyColumn
)

var (
	nameHead     = pattern.MustCompile(`^(?:主要|规划|具体)?(?:指标|指标名称)$|^(?:项目|名称|主要项目)$`)
	unitHead     = pattern.MustCompile(`^(?:计量)?单位$`)
	propertyHead = pattern.MustCompile(`^(?:指标)?(?:属性|性质|类型)$`)
	yearlyHead   = pattern.MustCompile(`年均|年平均|五年平均`)
	totalHead    = pattern.MustCompile(`累计|五年合计`)
	growthHead   = pattern.MustCompile(`增长|增速|增幅|±`)
	yearInHead   = pattern.MustCompile(`(?:19|20)\d\d`)
	reachedHead  = pattern.MustCompile(`实际|完成|基期|现状|基数|实绩|初步|预计`)
	wantedHead   = pattern.MustCompile(`目标|规划|计划|预期|安排`)
	planHead     = pattern.MustCompile(`“?(十[一二三四五六七八九]?)五”?`)
	lastBracket  = pattern.MustCompile(`\(([^()]{1,10})\)$`)
)

// rolesOf reads the head. A table whose head has no name, or no year and no period,
// is not one of ours.
func rolesOf(r *report.Report, t *report.Table) ([]role, bool) {
	c := newContextOfTable(r, t)
	roles := make([]role, t.Columns)
	named, timed := false, false
	for j, cell := range t.Rows[0].Cells {
		head := cellText(r, cell)
		role := c.roleOf(head)
		switch {
		case role.is == nameColumn && named:
			role.is = otherColumn
		case role.is == nameColumn:
			named = true
		case head == "" && j > 0 && (roles[j-1].is == nameColumn || roles[j-1].is == subColumn):
			role.is = subColumn
		}
		roles[j] = role
		timed = timed || role.period.First > 0
	}
	return roles, named && timed
}

// tableContext is what a table's head and caption say of time.
type tableContext struct {
	first, last int // of the plan that it is of; 0 where it is of none
	base, end   int // the first and last year in the head
	year        int // of the report
	wanted      bool
	done        bool
}

func newContextOfTable(r *report.Report, t *report.Table) tableContext {
	c := tableContext{year: r.Meta.Year}
	caption := ""
	for _, cell := range t.Caption {
		caption += cellText(r, cell)
	}
	property := false
	for _, cell := range t.Rows[0].Cells {
		head := cellText(r, cell)
		property = property || propertyHead.MatchString(head)
		for _, year := range yearInHead.FindAllString(head, -1) {
			n, _ := strconv.Atoi(year)
			if c.base == 0 || n < c.base {
				c.base = n
			}
			c.end = max(c.end, n)
		}
	}
	done := strings.Contains(caption, "完成") || strings.Contains(caption, "实现情况") || strings.Contains(caption, "执行")
	c.done, c.wanted = done, !done && wantedHead.MatchString(caption)
	switch m := planHead.FindStringSubmatch(caption); {
	case m != nil:
		p := fiveYears(m[1])
		c.first, c.last = p.First, p.Last
	case r.Meta.IsPlan() && r.Meta.Year > 0 && c.end >= r.Meta.Year:
		c.first, c.last = r.Meta.Year, c.end
	case property && c.base > 0 && c.base < c.end:
		c.first, c.last = c.base+1, c.end
	}
	return c
}

// roleOf is what a column has whose head is given.
func (c tableContext) roleOf(head string) role {
	if head == "" {
		return role{}
	}
	unit := ""
	if m := lastBracket.FindStringSubmatch(head); m != nil && isUnit(m[1]) {
		unit = m[1]
	}
	whole := c.whole()
	of := role{unit: unit}
	switch years := yearInHead.FindAllString(head, -1); {
	case nameHead.MatchString(head):
		of.is = nameColumn
	case unitHead.MatchString(head):
		of.is = unitColumn
	case propertyHead.MatchString(head):
		of.is = propertyColumn
	case yearlyHead.MatchString(head):
		of.is, of.period, of.kind = yearlyColumn, whole, c.kindOf(whole, head)
	case totalHead.MatchString(head):
		of.is, of.period, of.kind = totalColumn, whole, c.kindOf(whole, head)
	case len(years) == 1 && utf8.RuneCountInString(head) <= 14:
		n, _ := strconv.Atoi(years[0])
		of.is, of.period = levelColumn, report.Years(n, n)
		if growthHead.MatchString(head) {
			of.is = growthColumn
		}
		of.kind = c.kindOf(of.period, head)
	}
	if of.kind == "" && of.is >= levelColumn && of.is != propertyColumn {
		of.is = otherColumn // result or target: the table does not say
		of.period = report.Period{}
	}
	return of
}

// whole is the period after the base year, or that of the plan.
func (c tableContext) whole() report.Period {
	switch {
	case c.first > 0:
		return report.Years(c.first, c.last)
	case c.base > 0 && c.base < c.end:
		return report.Years(max(c.base, c.end-5)+1, c.end)
	}
	return report.Period{}
}

// kindOf is whether a value of a period was reached or is to be reached; "" where
// nothing says.
func (c tableContext) kindOf(p report.Period, head string) report.IndicatorKind {
	switch {
	case p.First == 0:
		return ""
	case reachedHead.MatchString(head):
		return report.Result
	case c.done && (c.year == 0 || p.Last <= c.year):
		return report.Result
	case c.first > 0 && p.Last < c.first:
		return report.Result
	case c.first > 0 && !(c.year > c.last):
		return report.Target
	case wantedHead.MatchString(head), c.wanted && p.Last >= c.year && c.year > 0:
		return report.Target
	case c.year > 0 && p.Last < c.year:
		return report.Result
	}
	return ""
}

// isUnit tells a unit in brackets from what says more of a name: (亿元), (GDP).
func isUnit(s string) bool {
	if s == "%" || s == "‰" {
		return true
	}
	if strings.ContainsAny(s, "0123456789:,、") {
		return false
	}
	head, per, rate := strings.Cut(s, "/")
	if rate && per == "" {
		return false
	}
	_, plain := cutMultiplier(head)
	if unitKinds[plain] != 0 {
		return true
	}
	return rate && utf8.RuneCountInString(s) <= 8 || moreUnits.MatchString(plain)
}

// moreUnits are units of tables that are none in running text.
var moreUnits = pattern.MustCompile(`^(?:吨标准煤|标准煤|吨|亩|公顷|平方公里|立方米|千瓦|千瓦时|年|岁|人|人次|户|个|家|件|张|床|辆|项|所|元|美元|毫克/立方米|微克/立方米|册|位|万|亿|公里|平方米|倍|天)$`)

func isPercent(unit string) bool { return unit == "%" || unit == "％" || unit == "‰" }
