package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
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
	if p := publishedIn(r, t); p.year > 0 {
		return p.read(r, t)
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

var (
	rowNumber = pattern.MustCompile(`^(?:\d{1,3}[.、)]|\(?[一二三四五六七八九十]{1,3}[.、)]|[①-⑳])`)
	ofWhich   = pattern.MustCompile(`^\(?[#]?其中|^[#]`)
	footMark  = pattern.MustCompile(`(?:\[\d{1,3}\]|\*+|[①-⑳]|\(\*\)|\(注\d?\))+$`)
)

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
