package intake

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/tongue"
)

var (
	day     = regexp.MustCompile(`([12]\d{3}|[一二][〇○零一二三四五六七八九ΟO０]{3})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(\d{1,2}|[一二三四五六七八九十廿]{1,3})\s*日`)
	session = regexp.MustCompile(`在.{0,40}(?:会议|大会|全会)|(?:代表大会|会议)(?:第.{1,3}次)?(?:会议)?(?:上|通过)?`)
	// works are what such texts call themselves.
	works = regexp.MustCompile(`(?:政府工作|人民政府|工作)\s*报\s*告|国民经济.{0,20}(?:计划|规划|纲要)|[一二三四五六七八九十]+五”?.{0,8}(?:计划|规划)|(?:五年|发展)(?:计划|规划)(?:纲要)?|工作(?:总结|安排|要点)|统计公报|(?:机构改革).{0,4}方案`)
)

// delivered looks for the day on which a report was given.
func (p *proposer) delivered() {
	look := func(from, text string) bool {
		m := day.FindStringSubmatch(text)
		if m == nil {
			return false
		}
		if date := dateOf(m); date != "" {
			p.Meta.Dates.Delivered, p.From["dates"] = date, from
			return true
		}
		return false
	}
	for _, h := range p.head {
		if session.MatchString(h.text) && look(h.String(), h.text) {
			return
		}
	}
	for _, h := range p.head { // alone or with the speaker: （2003年1月9日 某某）
		if len([]rune(h.text)) < 30 && !strings.ContainsAny(h.text, "：:来源发布时间") && look(h.String(), h.text) {
			return
		}
	}
	for i, f := range p.text.Facts {
		if f.Key == "title" && look(f.From+": "+f.Value, p.text.Facts[i].Value) {
			return
		}
	}
}

// dateOf is a day as 2006-01-02, "" where it is none.
func dateOf(m []string) string {
	year, month, date := numeral(m[1]), numeral(m[2]), numeral(m[3])
	if year < 1949 || year > 2100 || month < 1 || month > 12 || date < 1 || date > 31 {
		return ""
	}
	return fmt.Sprintf("%d-%02d-%02d", year, month, date)
}

// numeral reads digits, 二〇〇三 and 二十七.
func numeral(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	digits := []rune("零一二三四五六七八九")
	value, tens := 0, -1
	for _, r := range s {
		switch d := slices.Index(digits, r); {
		case d >= 0 && tens >= 0:
			value = tens + d
		case d >= 0:
			value = value*10 + d
		case r == '十':
			tens = max(1, value) * 10
			value = tens
		case r == '廿':
			tens = 20
			value = tens
		default: // 〇 in its several forms
			value *= 10
		}
	}
	return value
}

var (
	ownYear   = regexp.MustCompile(`([12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年?(?:度)?(?:[^月]{0,20})?(?:工作报告|工作总结|统计公报|国务院机构改革)|(?:机构改革).*?([12]\d{3})|^([12]\d{3})年度`)
	planNth   = regexp.MustCompile(`(?:第)?([一二三四五六七八九十]{1,2})(?:个)?五(?:”|"|年|计划|规划|时期)`)
	yearRange = regexp.MustCompile(`([12]\d{3})年?\s*[-—－~至到]+\s*[12]\d{3}`)
	anyYear   = regexp.MustCompile(`^\d{4}`)
	pathYear  = regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2})(?:\D|$)`)
)

// year is the year given: that of the title, of the day of delivery, of the path.
// A report given at the end of a year is that of the next, where it plans for it.
func (p *proposer) year() {
	set := func(year int, from string) bool {
		if year < 1949 || year > 2100 {
			return false
		}
		p.Meta.Year, p.From["year"] = year, from
		return true
	}
	if p.Meta.IsPlan() {
		if m := yearRange.FindStringSubmatch(p.named); m != nil && set(numeral(m[1]), p.From["title"]) {
			return
		}
		if m := planNth.FindStringSubmatch(p.named); m != nil {
			if n := numeral(m[1]); n >= 1 && n <= 20 {
				first := 1951 + 5*n // 一五 began in 1953, 三五 in 1966
				if n < 3 {
					first = 1948 + 5*n
				}
				set(first, p.From["title"])
				return
			}
		}
	}
	inPath := 0
	for _, name := range []string{path.Base(p.file), path.Base(path.Dir(p.file))} {
		if m := pathYear.FindStringSubmatch(name); m != nil && inPath == 0 {
			inPath = numeral(m[1])
		}
	}
	if m := ownYear.FindStringSubmatch(p.named); m != nil && set(numeral(m[1]+m[2]+m[3]), p.From["title"]) {
		p.lookedBackOn()
		return
	}
	if given := p.Meta.Dates.Delivered; given != "" {
		year, month := numeral(given[:4]), numeral(strings.TrimPrefix(given[5:7], "0"))
		if month >= 11 && (inPath == year+1 || p.plans(year+1)) {
			year++
			p.infer("year")
		}
		set(year, p.From["dates"])
		if inPath != 0 && inPath != year {
			p.Doubts = append(p.Doubts, tongue.Sprintf("the path says %d, the text %d", inPath, year))
		}
		return
	}
	if inPath > 0 && set(inPath, tongue.Text("path: ")+p.file) {
		p.infer("year")
		return
	}
	if m := anyYear.FindString(p.text.Fact("published")); m != "" && set(numeral(m), tongue.Sprintf("published %s", p.text.Fact("published"))) {
		p.infer("year")
	}
}

// lookedBackOn moves the year of a title on where it is the one that the report looks back on,
// as some places count: 2013年政府工作报告, with 2013年工作回顾 and 2014年重点工作.
func (p *proposer) lookedBackOn() {
	year := p.Meta.Year
	if p.Meta.Dates.Delivered != "" || p.reviews(year-1) || !p.reviews(year) || !p.plans(year+1) {
		return
	}
	p.Meta.Year = year + 1
	p.infer("year")
	p.Doubts = append(p.Doubts, tongue.Sprintf("the title says %d, the headings %d", year, year+1))
}

// reviews reports whether a heading looks back on a year.
func (p *proposer) reviews(year int) bool {
	return regexp.MustCompile(fmt.Sprintf(`(?m)^.{0,8}%d年(?:政府)?(?:的)?(?:主要)?工作(?:的)?(?:简要)?回顾`, year)).MatchString(p.text.Lines)
}

// plans reports whether the text speaks of a year's work to come in a heading.
func (p *proposer) plans(year int) bool {
	return regexp.MustCompile(fmt.Sprintf(`(?m)^.{0,12}%d年.{0,20}(?:安排|任务|目标|要求|工作|重点)`, year)).MatchString(p.text.Lines)
}
