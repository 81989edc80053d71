package report

import (
	"strings"

	"jianzhu/generator/pattern"
)

// stub is an encyclopedia's sentence about the page it made of a report; the
// first group is the page's title.
var stub = pattern.MustCompile(`^(.{4,60})是由?.{1,40}(发布|编制|制定|起草|公布)的.{0,12}(报告|文件|规划|计划|总结|文章|档案)。?$`)

// infoboxHeading and infoboxField are an encyclopedia's table of facts.
var (
	infoboxHeading = pattern.MustCompile(`^(基本(介绍|信息|资料)|内容简介|中文名)$`)
	infoboxField   = pattern.MustCompile(`^[•·●▪◦](.{1,8}?):(.{1,80})$`)
)

// setDebrisAside takes out of the rows what is not the report.
func (d *draft) setDebrisAside() {
	found := map[int]Reason{}
	for line, reason := range d.report.Meta.Decisions.Debris {
		found[line] = Reason(reason)
	}
	mark := func(r *row, reason Reason) {
		if _, decided := found[r.line]; !decided {
			found[r.line] = reason
		}
	}
	for _, r := range d.rows {
		if isPersonal(r.form) {
			mark(r, PersonalData)
			continue
		}
		if r.last() == '。' {
			continue
		}
		if reason, is := traced(traces, r.form); is {
			mark(r, reason)
		}
	}
	d.tornSizes(mark)
	d.trail(found, mark)
	d.licence(mark)
	d.pages(found, mark)
	head := d.readHead(found, mark)
	d.readTail(found, mark)
	d.findTitle(head, mark)

	var shown []*row
	d.pageBreaks = map[int]bool{}
	for _, r := range d.rows {
		reason := found[r.line]
		if reason == Pagination {
			d.pageBreaks[r.line] = true
		}
		switch reason {
		case "", taken:
			shown = append(shown, r)
		case PersonalData:
			d.report.Debris = append(d.report.Debris, Debris{r.line, reason, ""})
		default:
			d.report.Debris = append(d.report.Debris, Debris{r.line, reason, r.text})
		}
	}
	d.rows = shown
}

// readHead goes from the top down to the first line of the body, sets aside
// metadata and an encyclopedia's introduction, and returns the rest: titles,
// dates, a speaker.
func (d *draft) readHead(found map[int]Reason, mark func(*row, Reason)) []*row {
	var head []*row
	var reader fieldReader
	for i, r := range d.rows {
		_, known := found[r.line]
		edge, isEdge := traced(edges, r.form)
		switch {
		case known:
			reader.waiting = false
		case isEdge && !reader.waiting:
			mark(r, edge)
		case d.isBracket(i):
			mark(r, Widget)
		case reader.read(r):
			mark(r, MetadataLine)
		case infoboxHeading.MatchString(r.form.text):
			mark(r, Infobox)
		case infoboxField.MatchString(r.form.text):
			mark(r, Infobox)
			reader.add(r, infoboxField.FindStringSubmatchIndex(r.form.text))
		case stub.MatchString(r.form.text):
			mark(r, Stub)
			subject := stub.FindStringSubmatch(r.form.text)[1]
			for _, above := range head {
				if above.form.text == subject {
					mark(above, SiteTitle)
				}
			}
		case isBody(r.form):
			d.report.Metadata = reader.fields
			return without(head, found)
		default:
			head = append(head, r)
		}
	}
	d.report.Metadata = reader.fields
	return without(head, found)
}

func without(rows []*row, found map[int]Reason) []*row {
	var rest []*row
	for _, r := range rows {
		if _, known := found[r.line]; !known {
			rest = append(rest, r)
		}
	}
	return rest
}

// isBody tells the first line after the head.
func isBody(f form) bool {
	return f.find("。") >= 0 || strings.Count(f.text, ",") > 1 || len(f.runes) > 80 || salutation.MatchString(f.text) || styleOf(f) != nil ||
		unnumbered.MatchString(f.text) || contentsWord.MatchString(f.text)
}

var (
	residentID = pattern.MustCompile(`(?:^|\D)(\d{17}[\dx])(?:\D|$)`)
	mobile     = pattern.MustCompile(`(?:^|\D)1[3-9]\d{9}(?:\D|$)`)
	contact    = pattern.MustCompile(`电话|手机|联系|热线|传真|tel|phone|mobile`)
)

// isPersonal tells a line with a resident's identity number, or one that does
// nothing but give somebody's mobile number.
func isPersonal(f form) bool {
	if mostFigures(f.runes) < len("13912345678") {
		return false
	}
	for _, m := range residentID.FindAllStringSubmatch(f.text, -1) {
		if isResidentID(m[1]) {
			return true
		}
	}
	if !mobile.MatchString(f.text) {
		return false
	}
	return len(f.runes) <= 24 || len(f.runes) <= 60 && contact.MatchString(f.text)
}

// isResidentID checks the birth date and the check digit after GB 11643-1999.
func isResidentID(id string) bool {
	month, day := id[10:12], id[12:14]
	if (id[6:8] != "19" && id[6:8] != "20") || month < "01" || month > "12" || day < "01" || day > "31" {
		return false
	}
	sum, weight := 0, 1
	for i := 16; i >= 0; i-- {
		weight = weight * 2 % 11
		sum += int(id[i]-'0') * weight
	}
	return "10x98765432"[sum%11] == id[17]
}

// mostFigures is the length of the longest number in figures.
func mostFigures(runes []rune) (most int) {
	n := 0
	for _, r := range runes {
		if n++; !isDigit(r) {
			n = 0
		}
		most = max(most, n)
	}
	return most
}
