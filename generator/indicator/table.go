package indicator

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

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
	nameHead     = regexp.MustCompile(`^(?:主要|规划|具体)?(?:指标|指标名称)$|^(?:项目|名称|主要项目)$`)
	unitHead     = regexp.MustCompile(`^(?:计量)?单位$`)
	propertyHead = regexp.MustCompile(`^(?:指标)?(?:属性|性质|类型)$`)
	yearlyHead   = regexp.MustCompile(`年均|年平均|五年平均`)
	totalHead    = regexp.MustCompile(`累计|五年合计`)
	growthHead   = regexp.MustCompile(`增长|增速|增幅|±`)
	yearInHead   = regexp.MustCompile(`(?:19|20)\d\d`)
	reachedHead  = regexp.MustCompile(`实际|完成|基期|现状|基数|实绩|初步|预计`)
	wantedHead   = regexp.MustCompile(`目标|规划|计划|预期|安排`)
	planHead     = regexp.MustCompile(`“?(十[一二三四五六七八九]?)五”?`)

	rowNumber   = regexp.MustCompile(`^(?:\d{1,3}[.、)]|\(?[一二三四五六七八九十]{1,3}[.、)]|[①-⑳])`)
	rowProperty = regexp.MustCompile(`^(预期性|约束性)(?:指标)?$`)
	ofWhich     = regexp.MustCompile(`^\(?[#]?其中|^[#]`)
	lastBracket = regexp.MustCompile(`\(([^()]{1,10})\)$`)
	footMark    = regexp.MustCompile(`(?:\[\d{1,3}\]|\*+|[①-⑳]|\(\*\)|\(注\d?\))+$`)
	gains       = regexp.MustCompile(`(?:年均)?(?:增长|增长率|增速|增幅)$`)
	falls       = regexp.MustCompile(`(?:降低|下降|减少|削减|压减|降低率|下降率|减少率|降幅)$`)

	// tabled is a value of a cell: what limits it, the bracket of a total, the number,
	// its unit, and what limits it from behind.
	tabled = regexp.MustCompile(`^(<=|>=|[<>≥≤≦≧约]|不低于|高于|大于|小于|低于|不超过|不少于|控制在|达到)?([\[【〔(])?([<>≥≤]|不低于|不超过)?([-–−－]?\d[\d,]*(?:\.\d+)?(?:[-–—~～至]\d[\d,]*(?:\.\d+)?)?)([^\d\[\]【】〔〕()]{0,8}?)([\]】〕)])?(左右|以上|以内|以下|以上的)?(?:\*+|\(\*\)|[①-⑳])?$`)
)

// tables finds the indicators in the tables of a report, by line: of those whose head
// names the indicator and has years, as the main table of a plan has. A value that
// the head does not explain is left to the reader.
func tables(r *report.Report) map[int][]report.Indicator {
	found := map[int][]report.Indicator{}
	for i := range r.Tables {
		for _, one := range readTable(r, &r.Tables[i]) {
			found[one.Line] = append(found[one.Line], one)
		}
	}
	return found
}

func readTable(r *report.Report, t *report.Table) []report.Indicator {
	if t.Head != 1 {
		return nil
	}
	roles, ok := rolesOf(r, t)
	if !ok {
		return nil
	}
	var found []report.Indicator
	above, skip := "", false
	for _, row := range t.Rows[t.Head:] {
		name, given, sub := nameIn(r, row, roles)
		switch {
		case given == "" && sub != "" && above != "":
			name = above + sub // a cell above goes on
		case given != "":
			above = given
		}
		// What stands below 其中 is a part of what stands above; without numbers no
		// one knows how far it goes.
		switch {
		case ofWhich.MatchString(given + sub):
			skip = true
		case rowNumber.MatchString(plainCell(r, row, roles)):
			skip = false
		}
		if name == "" || skip {
			continue
		}
		found = append(found, valuesIn(r, row, roles, name)...)
	}
	return found
}

// plainCell is the cell with the name of a row.
func plainCell(r *report.Report, row report.TableRow, roles []role) string {
	for j, role := range roles {
		if role.is == nameColumn {
			return cellText(r, row.Cells[j])
		}
	}
	return ""
}

// cellText is a cell folded, without white space and full-width marks.
func cellText(r *report.Report, c report.Cell) string {
	var b strings.Builder
	for _, part := range r.Breaks(c) {
		b.WriteString(r.Cell(part))
	}
	return wideForms.Replace(strings.ReplaceAll(foldPlain(b.String()), "**", ""))
}

var wideForms = strings.NewReplacer("（", "(", "）", ")", "％", "%", "＜", "<", "＞", ">", "［", "[", "］", "]", "：", ":", "．", ".", "＊", "*", `\*`, "*")

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
	case r.Meta.Type == "plan" && r.Meta.Year > 0 && c.end >= r.Meta.Year:
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
	if _, known := plainUnit(plain); known {
		return true
	}
	return rate && utf8.RuneCountInString(s) <= 8 || moreUnits.MatchString(plain)
}

// moreUnits are units of tables that are none in running text.
var moreUnits = regexp.MustCompile(`^(?:吨标准煤|标准煤|吨|亩|公顷|平方公里|立方米|千瓦|千瓦时|年|岁|人|人次|户|个|家|件|张|床|辆|项|所|元|美元|毫克/立方米|微克/立方米|册|位|万|亿|公里|平方米|倍|天)$`)

func isPercent(unit string) bool { return unit == "%" || unit == "％" || unit == "‰" }

// isRank is a name whose numbers count places.
var isRank = regexp.MustCompile(`排名|位次|名次`)

// nameIn is the name in a row, with its parts: in its own column, and in those that go
// on with it.
func nameIn(r *report.Report, row report.TableRow, roles []role) (name, given, sub string) {
	for j, role := range roles {
		switch role.is {
		case nameColumn:
			given = shownName(r, row.Cells[j])
		case subColumn:
			sub += shownName(r, row.Cells[j])
		}
	}
	return given + sub, given, sub
}

// shownName is a name as displayed, without its number and marks of notes.
func shownName(r *report.Report, c report.Cell) string {
	text := strings.ReplaceAll(report.DisplayString(r.Cell(c)), "**", "")
	text = spaceless(strings.ReplaceAll(text, `\*`, "*"))
	for {
		plain := wideForms.Replace(foldPlain(text))
		runes := []rune(text)
		if m := rowNumber.FindString(plain); m != "" && len([]rune(m)) < len(runes) {
			text = string(runes[len([]rune(m)):])
		} else if m := footMark.FindString(plain); m != "" && len([]rune(m)) < len(runes) {
			text = string(runes[:len(runes)-len([]rune(m))])
		} else {
			return text
		}
	}
}

// valuesIn are the values of a row.
func valuesIn(r *report.Report, row report.TableRow, roles []role, name string) (found []report.Indicator) {
	unit, property, leveled := "", "", false
	if m := lastBracket.FindStringSubmatch(wideForms.Replace(name)); m != nil && isUnit(m[1]) {
		runes := []rune(name)
		n := len([]rune(m[0]))
		unit, name = string(runes[len(runes)-n+1:len(runes)-1]), string(runes[:len(runes)-n])
	}
	for j, role := range roles {
		text := cellText(r, row.Cells[j])
		switch role.is {
		case unitColumn:
			unit = report.DisplayString(r.Cell(row.Cells[j]))
		case propertyColumn:
			if m := rowProperty.FindStringSubmatch(text); m != nil {
				property = m[1]
			}
		case levelColumn:
			m := tabled.FindStringSubmatch(text)
			leveled = leveled || m != nil && m[2] == ""
		}
	}
	growth := false
	switch plain := foldPlain(name); {
	case falls.MatchString(plain):
		growth = true
	case gains.MatchString(plain) && isPercent(unit):
		growth = true
		if cut := strings.TrimSuffix(strings.TrimSuffix(name, "增长"), "增長"); cut != "" {
			name = cut
		}
	}
	if name == "" || isRank.MatchString(foldPlain(name)) {
		return nil
	}
	for j, role := range roles {
		if role.is < levelColumn || role.is == propertyColumn {
			continue
		}
		i, ok := valueIn(r, row.Cells[j], role, unit)
		if !ok {
			continue
		}
		i.Name, i.Property = name, property
		switch {
		case i.Yearly && !growth && isPercent(unit):
			i.Growth, i.Yearly = false, false // a rate to be held in each year: 失业率 <5.5
		case i.Yearly:
		case role.is == growthColumn:
			i.Growth = true
		case i.Total && leveled:
			i.Growth = true
			if isPercent(i.Unit) {
				i.Unit = "个百分点" // from one share to another
			}
		case growth:
			i.Growth = true
		}
		i.Written = i.Value + i.Unit
		i.Amount = AmountOf(i.Value, i.Unit)
		found = append(found, i)
	}
	return found
}

// valueIn reads a cell with one value. In brackets it is one over all of the period.
func valueIn(r *report.Report, c report.Cell, of role, unit string) (report.Indicator, bool) {
	source := []rune(r.Line(c.Line))[c.Column:c.End]
	plain, at := tight(source)
	m := tabled.FindStringSubmatchIndex(plain)
	if m == nil {
		return report.Indicator{}, false
	}
	group := func(n int) string {
		if m[2*n] < 0 {
			return ""
		}
		return plain[m[2*n]:m[2*n+1]]
	}
	column := func(offset int) int { return c.Column + at[utf8.RuneCountInString(plain[:offset])] }
	bracketed := group(2) != ""
	if bracketed != (group(6) != "") || group(2) == "(" && of.is != totalColumn && of.is != yearlyColumn {
		return report.Indicator{}, false
	}
	end := m[9]
	if own := group(5); own != "" {
		if !isUnit(own) {
			return report.Indicator{}, false
		}
		unit, end = own, m[11]
	} else if of.unit != "" {
		unit = of.unit
	}
	i := report.Indicator{
		Value: group(4), Unit: unit, Kind: of.kind, Period: of.period,
		Line: c.Line, Column: column(m[8]), End: column(end-1) + 1,
	}
	i.Value = string([]rune(r.Line(c.Line))[i.Column : column(m[9]-1)+1])
	for _, n := range []int{1, 3} {
		if s := group(n); s != "" {
			i.Before = append(i.Before, s)
		}
	}
	if s := group(7); s != "" {
		i.After = append(i.After, s)
	}
	switch {
	case of.is == totalColumn, bracketed:
		i.Total = true
		if of.is == levelColumn && of.kind == report.Target {
			i.Period = report.Period{First: of.period.Last - 4, Last: of.period.Last}
		}
	case of.is == yearlyColumn:
		i.Growth, i.Yearly = true, true
		if group(5) == "" && of.unit == "" {
			i.Unit = "%"
		}
	}
	return i, i.Unit != ""
}

// tight is a cell folded and without white space and marks of bold, with the place
// of each code point in it, and of its end.
func tight(source []rune) (plain string, at []int) {
	var b strings.Builder
	for i, r := range source {
		s := wideForms.Replace(foldPlain(string(r)))
		if s == "" || r == '\\' || r == '*' && i+1 < len(source) && source[i+1] == '*' {
			continue
		}
		b.WriteString(s)
		at = append(at, i)
	}
	return b.String(), append(at, len(source))
}
