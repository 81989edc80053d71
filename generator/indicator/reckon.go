package indicator

import (
	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// kindOf is what a number of some years is in a report of the year.
func (c *context) kindOf(y report.Period) report.IndicatorKind {
	switch {
	case y.First == 0 || c.year == 0:
		return ""
	case y.Last < c.year:
		return report.Result
	}
	return report.Target
}

// end is the year at which something is reached: in a look back the last of its years,
// and else where an introduction named it too, as in “十四五”时期的目标,到2025年.
func (c *context) end(y report.Period, atEnd, level bool) report.Period {
	if atEnd && y.Last < c.year {
		return report.Years(y.Last, y.Last)
	}
	if end := c.flowEnd; level && c.flow != (stance{}) && end.First == end.Last && y.First < end.First && y.Last == end.Last {
		return end
	}
	return y
}

// spansYears reports whether the sentence, or else its paragraph, tells of several years.
func (c *context) spansYears() bool {
	for _, said := range []report.Period{c.inPart, c.said, c.paragraph} {
		if said.First > 0 {
			return said.First < said.Last
		}
	}
	return c.run.First == 0 && c.section.years.First < c.section.years.Last
}

// reach is told of a value with its growth a year over several years, or in the last of
// them (总额884亿元,年均增长15%; 比上年增长9%): it is one of the last of them, unless the sentence calls it theirs.
func (c *context) reach(i *report.Indicator, growth report.Indicator) {
	if i.Name == growth.Name && !i.Growth && i.Kind == report.Result && i.Period.Last == growth.Period.Last && c.inPart.First == 0 && len(i.Said) == 0 {
		i.Period.First = i.Period.Last
	}
}

// sum are the years of a sum over several that is told beside a level at their end.
func (c *context) sum(y report.Period) report.Period {
	if all := c.section.years; y.First == y.Last && c.inPart.First == 0 && all.First < all.Last && all.Last == y.Last {
		return all
	}
	return y
}

// whole are the years of a change in all of a period that is said of a single year: from
// now to a later one (到2027年年均增长7%), or of the period that ends with it.
func (c *context) whole(y report.Period, yearly bool) report.Period {
	if y.First != y.Last || c.year == 0 {
		return y
	}
	for _, said := range []report.Period{c.said, c.paragraph, c.run, c.section.years} {
		if said.First < said.Last && said.Last == y.Last {
			return said
		}
	}
	switch {
	case y.First > c.year:
		return report.Years(c.year, y.Last)
	case yearly && y.Last < c.year && y.Last%5 == 0 && y.Last > 0:
		return report.Years(y.Last-4, y.Last) // a plan ends with it
	case yearly && y.Last < c.year:
		return report.Period{} // of more years than the text says
	}
	return y
}

// years are so many, the last ones up to a period in a look back and up to a year by
// which they can all be to come, or else from it on.
func (c *context) years(y report.Period, n int, kind report.IndicatorKind) report.Period {
	switch {
	case y.First > 0 && (kind == report.Result || c.year > 0 && y.First == y.Last && y.Last-n+1 >= c.year):
		return report.Years(y.Last-n+1, y.Last)
	case y.First > 0:
		return report.Years(y.First, y.First+n-1)
	}
	return y
}

// now is the kind and the period of a number at the place that was heard to.
func (c *context) now() (report.IndicatorKind, report.Period) {
	y := report.Period{}
	for _, said := range []report.Period{c.inPart, c.said, c.paragraph} {
		if kind := c.kindOf(said); kind != "" {
			if (c.elapsed || c.within && c.section.kind == report.Result) && said.Last <= c.given {
				kind = report.Result
			}
			return kind, said
		}
		if y.First == 0 {
			y = said
		}
	}
	kind := c.section.kind
	later := c.section.years.First > 0 && y.First > c.section.years.Last
	switch {
	case c.target || later || c.strives && kind != report.Result:
		kind = report.Target
	case kind == "" && (c.plan || c.ahead):
		kind = report.Target
	case kind == "":
		kind = report.Open
	}
	if y.First == 0 {
		y = c.usual(kind)
	}
	if c.elapsed && kind == report.Target && y == report.Years(c.given, c.given) {
		kind = report.Result
	}
	return kind, y
}

// before is the kind and the period of what a change begins with, which ends in a
// period: what its own words say, or those of an earlier one in the sentence, or
// the year before.
func (c *context) before(words string, dated bool, y report.Period) (report.IndicatorKind, report.Period) {
	if dated {
		c.base, _ = lastPeriod(words, c.clock)
	}
	switch {
	case c.base.First > 0:
		return report.Result, c.base
	case ofPart.MatchString(words):
		return report.Result, y // 由一季度的3.8%回升到全年的6.5%
	}
	if y.First > c.year && c.year > 0 {
		return report.Result, report.Years(c.year-1, c.year-1) // 到2022年由12%提高到15%
	}
	return report.Result, yearBefore(y)
}

// ofPart is said of a part of a year.
var ofPart = pattern.MustCompile(`季度|半年|[0-9一二三四五六七八九十]月`)

// usual is the period of a number of a kind where no sentence names one.
func (c *context) usual(kind report.IndicatorKind) report.Period {
	switch {
	case c.within && kind == report.Result && kind == c.section.kind && c.run == report.Years(c.year, c.year):
		return c.run
	case kind == report.Result && kind == c.section.kind && c.turned:
		return report.Years(c.section.years.Last, c.section.years.Last)
	case kind == report.Result && kind == c.section.kind && (c.spans || c.section.both) && (c.run == report.Years(c.section.years.Last, c.section.years.Last) || c.section.both && c.run.Last == c.section.years.Last):
		return c.run // the last year of a look back on several, or these
	case kind == report.Target && kind == c.section.kind && c.run.First > 0 && (c.spans || !c.plan) && c.run == report.Years(c.section.years.First, c.section.years.First):
		return c.run // the first year of a look ahead on several
	case kind == c.section.kind && c.section.years.First > 0:
		return c.section.years
	case c.year == 0 || kind == report.Open:
		return report.Period{}
	case kind == report.Target && c.plan:
		return report.Years(c.year, c.year+4)
	case kind == report.Target:
		return report.Years(c.year, c.year)
	case c.plan:
		return report.Years(c.year-5, c.year-1)
	}
	return report.Years(c.year-1, c.year-1)
}
