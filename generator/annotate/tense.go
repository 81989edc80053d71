package annotate

import (
	"regexp"
	"strconv"
	"strings"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// tense is of what time a section speaks.
type tense int

const (
	untold tense = iota
	past         // what was done, and how things stand
	future       // what is to be done
)

// What headings and sentences say of their time, folded.
var (
	pastHeading   = regexp.MustCompile(`回顾|总结|成效|成绩|成就|去年|过去|以来|完成情况|执行情况|基础|现状|问题|形势|挑战`)
	futureHeading = regexp.MustCompile(`安排|目标|任务|打算|计划|规划|部署|思路|今年|明年|下一步|未来|展望|措施|建议|纲要`)
	yearInHeading = regexp.MustCompile(`(\d{4})年`)

	willDo  = regexp.MustCompile(`将|力争|争取|计划|确保|拟|今年|明年|下一步|要(?:[加推继抓完建实大着积深坚全以把])`)
	hasDone = regexp.MustCompile(`已(?:经|完|建|全|基|在|有|投|成|开|启|实)|了|成功|顺利|荣获|获评|获得|通过[^，。；]{0,8}验收|竣工|投入使用|投入运营|取得|建成|新增|实现[^，。；]{0,12}目标`)
	nowDone = regexp.MustCompile(`已经|荣获|获评|取得|成功`)
)

// tenses returns the tense of each paragraph's section, by line: that of the
// nearest heading around it that tells, or of the report's title.
func tenses(r *report.Report) map[int]tense {
	title := headingTense(r.Meta.Title, r.Meta.Year)
	if r.Meta.Type == "plan" {
		title = future
	}
	bySection := map[string]tense{"": title}
	var open []report.Entry
	for i, e := range r.Outline {
		if !e.Opens() {
			continue
		}
		for len(open) > 0 && open[len(open)-1].Level >= e.Level {
			open = open[:len(open)-1]
		}
		t := title
		if len(open) > 0 {
			t = bySection[open[len(open)-1].ID]
		}
		if own := headingTense(r.Outline[i].Title, r.Meta.Year); own != untold && e.Kind != report.Lead {
			t = own
		}
		bySection[e.ID] = t
		open = append(open, e)
	}
	byLine := map[int]tense{}
	for _, p := range r.Paragraphs {
		byLine[p.Line] = bySection[p.Section]
	}
	return byLine
}

// headingTense is what a heading says of its time, in a report given in a year.
func headingTense(title string, given int) tense {
	title = script.FoldString(strings.ReplaceAll(title, " ", ""))
	before, after := pastHeading.MatchString(title), futureHeading.MatchString(title)
	if m := yearInHeading.FindStringSubmatch(title); m != nil && !before && !after && given != 0 {
		year, _ := strconv.Atoi(m[1])
		before, after = year < given, year >= given
	}
	switch {
	case before && !after:
		return past
	case after && !before:
		return future
	}
	return untold
}
