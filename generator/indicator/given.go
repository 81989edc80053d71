package indicator

import (
	"strconv"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// lateIn is the year near whose end a report was given: what it looks back on is that
// year too, and those to come begin with the next. It is 0 for other reports.
func lateIn(r *report.Report) int {
	for _, date := range datesAbove(r) {
		if m := late.FindStringSubmatch(date); m != nil {
			return number(m[1])
		}
	}
	return 0
}

// givenWithin reports whether a report was given in the middle of a year: that year too is looked back on.
func givenWithin(r *report.Report, year int) bool {
	for _, date := range datesAbove(r) {
		if m := middle.FindStringSubmatch(date); m != nil {
			return number(m[1]) == year
		}
	}
	return false
}

// datesAbove are the lines of a report that may say when it was given.
func datesAbove(r *report.Report) []string {
	dates := []string{r.Meta.Dates.Delivered, inFigures(foldPlain(r.Meta.Title))}
	for _, p := range r.Paragraphs[:min(len(r.Paragraphs), openingLines)] {
		if text := foldPlain(p.Text); len(text) <= 3*longestName && p.Kind != report.Heading {
			dates = append(dates, inFigures(text))
		}
	}
	return dates
}

// late is a day near the end of a year, middle one in the middle of it.
var (
	late   = pattern.MustCompile(`((?:19|20)[0-9]{2})(?:年(?:1[12]|十[一二])月(?:[0-9]{1,2}|[一二三十]{1,3})日|-1[12]-)`)
	middle = pattern.MustCompile(`((?:19|20)[0-9]{2})(?:年(?:0?[5-9]|10|[五六七八九十])月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日|-(?:0[5-9]|10)-)`)
)

// openingLines are how many paragraphs may stand above the text of a report.
const openingLines = 8

// givenBefore reports whether a report for a year was given before it: next year, to
// its text, is that year.
func givenBefore(r *report.Report, year int) bool {
	own, headed := strconv.Itoa(year)+"年", false
	for _, p := range r.Paragraphs {
		if !strings.Contains(p.Text, "年") {
			continue
		}
		headed = headed || len(p.Text) < 3*longestName && strings.Contains(p.Text, own) && looksAhead.MatchString(p.Text)
		if headed && strings.Contains(p.Text, "明年") && aheadOfYear.MatchString(foldPlain(p.Text)) {
			return true
		}
	}
	return false
}

// aheadOfYear is said of next year as that which the report is for, not of a work in it.
var aheadOfYear = pattern.MustCompile(`明年(?:[0-9]{1,2}项|经济|社会|政府|发展|各项|主要|重点|预期|调控|[全我][国省市县区州]|的)*(?:目标|工作|任务|要求)`)

// saysThisYear reports whether a report that was given before its year says this year, and nowhere next
// year, of what is to come: it was written for the year in which it is read.
func saysThisYear(r *report.Report) (says bool) {
	for _, p := range r.Paragraphs {
		if strings.Contains(p.Text, "明年") && aheadOfYear.MatchString(foldPlain(p.Text)) {
			return false
		}
		says = says || strings.Contains(p.Text, "今年") && thisYearAhead.MatchString(foldPlain(p.Text))
	}
	return says
}

// thisYearAhead is this year as what is still to come.
var thisYearAhead = pattern.MustCompile(`今年[^,。;]{0,10}(?:预期目标|目标任务|工作任务|[要将](?:重点|着重|着力|突出|抓好|做好))`)
