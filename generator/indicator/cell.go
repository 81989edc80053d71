package indicator

import (
	"strings"
	"unicode/utf8"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

var (
	rowProperty = pattern.MustCompile(`^(预期性|约束性)(?:指标)?$`)
	gains       = pattern.MustCompile(`(?:年均)?(?:增长|增长率|增速|增幅)$`)
	falls       = pattern.MustCompile(`(?:降低|下降|减少|削减|压减|降低率|下降率|减少率|降幅)$`)

	// tabled is a value of a cell: what limits it, the bracket of a total, the number,
	// its unit, and what limits it from behind.
	tabled = pattern.MustCompile(`^(<=|>=|[<>≥≤≦≧约]|不低于|高于|大于|小于|低于|不超过|不少于|控制在|达到)?([\[【〔(])?([<>≥≤]|不低于|不超过)?([-–−－]?\d[\d,]*(?:\.\d+)?(?:[-–—~～至]\d[\d,]*(?:\.\d+)?)?)([^\d\[\]【】〔〕()]{0,8}?)([\]】〕)])?(左右|以上|以内|以下|以上的)?(?:\*+|\(\*\)|[①-⑳])?$`)
)

// isRank is a name whose numbers count places.
var isRank = pattern.MustCompile(`排名|位次|名次`)

// rowName is the name of the values in a row of a table, with what the row says of all of them.
type rowName struct {
	name, unit, property string
	growth               bool // by its name: 能耗降低
	leveled              bool // a column has a level that a total adds to
}

// rowNameIn reads what a row of a name says of its values; the name is empty where the
// row counts places.
func rowNameIn(r *report.Report, row report.TableRow, roles []role, name string) rowName {
	of := rowName{name: name}
	if m := lastBracket.FindStringSubmatch(wideForms.Replace(name)); m != nil && isUnit(m[1]) {
		runes := []rune(name)
		n := length(m[0])
		of.unit, of.name = string(runes[len(runes)-n+1:len(runes)-1]), string(runes[:len(runes)-n])
	}
	for j, role := range roles {
		text := cellText(r, row.Cells[j])
		switch role.is {
		case unitColumn:
			of.unit = report.DisplayString(r.Cell(row.Cells[j]))
		case propertyColumn:
			if m := rowProperty.FindStringSubmatch(text); m != nil {
				of.property = m[1]
			}
		case levelColumn:
			m := tabled.FindStringSubmatch(text)
			of.leveled = of.leveled || m != nil && m[2] == ""
		}
	}
	switch plain := foldPlain(of.name); {
	case isRank.MatchString(plain):
		of.name = ""
	case falls.MatchString(plain):
		of.growth = true
	case gains.MatchString(plain) && isPercent(of.unit):
		of.growth = true
		if cut := strings.TrimSuffix(strings.TrimSuffix(of.name, "增长"), "增長"); cut != "" {
			of.name = cut
		}
	}
	return of
}

// valuesIn are the values of a row.
func valuesIn(r *report.Report, row report.TableRow, roles []role, name string) (found []report.Indicator) {
	of := rowNameIn(r, row, roles, name)
	if of.name == "" {
		return nil
	}
	for j, role := range roles {
		if role.is < levelColumn || role.is == propertyColumn {
			continue
		}
		if i, ok := valueIn(r, row.Cells[j], role, of.unit); ok {
			found = append(found, of.value(i, role))
		}
	}
	return found
}

// value is what a cell holds as a value of its row.
func (of rowName) value(i report.Indicator, in role) report.Indicator {
	i.Name, i.Property = of.name, of.property
	switch {
	case i.Yearly && !of.growth && isPercent(of.unit):
		i.Growth, i.Yearly = false, false // a rate to be held in each year: 失业率 <5.5
	case i.Yearly:
	case in.is == growthColumn:
		i.Growth = true
	case i.Total && of.leveled:
		i.Growth = true
		if isPercent(i.Unit) {
			i.Unit = "个百分点" // from one share to another
		}
	case of.growth:
		i.Growth = true
	}
	i.Written = i.Value + i.Unit
	i.Amount = AmountOf(i.Value, i.Unit)
	return i
}

// valueIn reads a cell with one value. In brackets it is one over all of the period.
func valueIn(r *report.Report, c report.Cell, of role, unit string) (report.Indicator, bool) {
	if parts := r.Breaks(c); len(parts) > 1 {
		c = onlyOne(r, parts)
	}
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

// onlyOne is the last part of a cell, where those before the breaks in it are empty.
func onlyOne(r *report.Report, parts []report.Cell) report.Cell {
	last := len(parts) - 1
	for _, part := range parts[:last] {
		if spaceless(r.Cell(part)) != "" {
			return parts[0]
		}
	}
	return parts[last]
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
