package indicator

import (
	"strconv"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// A communiqué's table has the year in its caption, and in its head what was measured in it and how
// that changed since the year before: 产品名称, 单位, 产量, 比上年增长. Its rows stand one in the other
// without a mark, so that of most only the table tells what they are of. Those are read that name
// themselves: a product, of which the head says the measure, and a measure with a name of its own.

var (
	productHead = pattern.MustCompile(`^(?:主要)?产品(?:名称)?$`)
	amountHead  = pattern.MustCompile(`^(产量)?(?:绝对数|年末数)?(?:\([^()]{1,8}\))?$`)
	changeHead  = pattern.MustCompile(`^比上年末?(?:同期)?增长\(?[%％]\)?$`)
	ofPartYear  = pattern.MustCompile(`月|季度|半年`)
	// selfTold ends a measure that is told from others by its name.
	selfTold = pattern.MustCompile(`.(?:总量|总额|周转量|存款余额|贷款余额)$`)
	unitNote = pattern.MustCompile(`单位:([^\s,;)]{1,8})`)
)

// published are the year of such a table and the unit of its values, as its caption has them.
type published struct {
	year int    // 0 where it is no such table
	unit string // "" where its column or its head has it
}

// publishedIn reads the caption of a table, whose head sets what it has against the year before.
func publishedIn(r *report.Report, t *report.Table) published {
	change := false
	for _, cell := range t.Rows[0].Cells {
		head := cellText(r, cell)
		change = change || changeHead.MatchString(head)
		if yearInHead.MatchString(head) {
			return published{} // the head has years of its own
		}
	}
	var p published
	for _, cell := range t.Caption {
		text := cellText(r, cell)
		if m := unitNote.FindStringSubmatch(text); m != nil && isUnit(m[1]) {
			p.unit = m[1]
		}
		if years := yearInHead.FindAllString(text, -1); len(years) == 1 && !ofPartYear.MatchString(text) {
			p.year, _ = strconv.Atoi(years[0])
		}
	}
	if !change || r.Meta.Year > 0 && p.year > r.Meta.Year {
		return published{}
	}
	return p
}

// read finds what the rows tell that name themselves.
func (p published) read(r *report.Report, t *report.Table) (found []report.Indicator) {
	roles, measure, named := make([]role, t.Columns), "", -1
	for j, cell := range t.Rows[0].Cells {
		head := cellText(r, cell)
		unit := p.unit
		if m := lastBracket.FindStringSubmatch(head); m != nil && isUnit(m[1]) {
			unit = m[1]
		}
		switch {
		case named < 0 && (productHead.MatchString(head) || nameHead.MatchString(head)):
			roles[j].is, named = nameColumn, j
		case unitHead.MatchString(head):
			roles[j].is = unitColumn
		default:
			of, said := p.role(head, unit)
			if said != "" && productHead.MatchString(cellText(r, t.Rows[0].Cells[max(0, named)])) {
				measure = said
			}
			if head != "" {
				roles[j] = of
			}
		}
	}
	if named < 0 {
		return nil
	}
	for _, row := range t.Rows[t.Head:] {
		if name := p.name(shownName(r, row.Cells[named]), measure); name != "" {
			found = append(found, valuesIn(r, row, roles, name)...)
		}
	}
	return found
}

// role is what a column of such a table has, and the measure that its head names.
func (p published) role(head, unit string) (of role, measure string) {
	of = role{unit: unit, period: report.Years(p.year, p.year), kind: report.Result}
	switch m := amountHead.FindStringSubmatch(head); {
	case changeHead.MatchString(head):
		of.is, of.unit = growthColumn, "%"
	case m != nil:
		of.is, measure = levelColumn, m[1]
	}
	return of, measure
}

// name is that of a row, "" where the row is of something that only the table tells.
func (p published) name(given, measure string) string {
	plain := foldPlain(given)
	switch {
	case measure != "":
		if part := ofWhich.FindString(wideForms.Replace(plain)); part != "" {
			given = strings.TrimLeft(string([]rune(given)[length(part):]), ":： ")
		}
		if strings.HasSuffix(foldPlain(given), "量") {
			return given // 发电量
		}
		return given + measure
	case selfTold.MatchString(plain):
		return given
	}
	return ""
}
