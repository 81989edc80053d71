package report

import (
	"unicode"

	"jianzhu/generator/pattern"
)

const (
	longestPart   = 32 // of a heading without number, in runes
	shortestPart  = 2
	shortestAside = 30 // of the paragraphs that a heading stands between
)

var (
	// period is what a part of a report is on: a year, a plan, a term of office.
	period = `(?:(?:\d{4}年?|“?十?[一二三四五六七八九]五”?(?:时期|计划|规划)?|(?:过去|今后|未来|近|这|下)[一二三四五几]?年|[本上这]届|新一届|今年|明年|去年|前.年|[上下]半年).*)`
	// matter is what it says of the period.
	matter = `(?:回顾|总结|安排|任务|目标|建议|部署|工作|打算|意见|要求|重点|实事|项目|成就|成绩|情况|计划|规划|措施|思路|考虑|展望|指标|发展|举措|设想|方针|方向|体会|经验|问题|要点|形势|建设|说明|草案|清单)`
	// partWords head a part: a period with its matter, or what reports have parts on.
	partWords = pattern.MustCompile(`(?:` +
		`^(?:关于|和|暨)?` + period + matter + `|` +
		`^(?:关于.{2,24}|.{0,6}(?:几|一些|若干)个?.{0,10})(?:问题|工作|说明|意见|情况|建设|任务)|` +
		`(?:工作|任期)(?:的?回顾|总结|安排|建议|任务|重点|要求|打算|部署|意见)|回顾[和与]总结|(?:主要|目标|重点)(?:工作|任务)|(?:预期|奋斗|主要|发展)目标|` +
		`总体(?:要求|考虑|思路|部署)|(?:发展|基本)思路|指导思想|发展成就|主要(?:成就|措施)|(?:民生|惠民|件)实事|实事项目|` +
		`(?:名词|词语|术语|用语).{0,6}(?:解释|注释|说明|释义|注解|解析|解读)(?:[和与及]说明)?|^注释|^注解|^释义|报告》注释|` +
		`政府.{0,8}(?:建设|改革|能力|水平|效能)|^(?:加强|改进|搞好|做好).{0,8}政府.{0,4}工作|(?:满意|服务型|法治|廉洁|高效)的?.{0,8}政府` +
		`)(?:\(.{1,12}\))?$`)
	partPeriod = pattern.MustCompile(`^` + period)
	// noPart are lines that stand alone and head nothing.
	noPart = pattern.MustCompile(`[<>]$|^(?:相关|[(<|\-*#=+~>/\\&%$@^_]|各位|同志们|女士们|[注註表图]\d|目[录次]|见附|附:|\[\d|第.{1,4}[页版]|政府工作报告$|谢谢|以上报告|责任编辑|来源|编辑|作者|记者)`)
)

// findParts finds the headings that have no number: short lines without an end
// mark that stand alone between paragraphs. It goes by the words, by the look of
// what stands around, and by emphasis.
func (d *draft) findParts() {
	body := false // the report has begun
	for i, r := range d.rows {
		if _, decided := d.report.Meta.Decisions.Outline[r.line]; !decided && body && looksLikePart(r) {
			words := partWords.MatchString(r.form.text)
			if i+1 < len(d.rows) && (r.bold == len(r.runes) || d.isAlone(i) || words && d.headsNext(i)) {
				r.opening = partOf(r, words)
				r.kind = Heading
			}
		}
		body = body || r.kind == Salutation || r.opening != nil || r.kind == Text && len(r.runes) >= shortestAside && r.find("。") > 0
	}
}

func partOf(r *row, words bool) *opening {
	from := 0
	for from < len(r.runes)-1 && r.runes[from] == '、' { // what is left of a number
		from++
	}
	return &opening{Entry: r.entry(Block, from, from, from, len(r.runes)), part: true, words: words}
}

// namesPart tells a line that is nothing but a period and what the report says of it.
func namesPart(r *row) bool {
	return len(r.runes) <= longestPart && partPeriod.MatchString(r.form.text) && looksLikePart(r) && partWords.MatchString(r.form.text)
}

// looksLikePart tells a short line of words without a sentence.
func looksLikePart(r *row) bool {
	n := len(r.runes)
	if r.kind != Text || r.opening != nil || r.listed || n < shortestPart || n > longestPart || r.find("。;!?|") >= 0 {
		return false
	}
	if r.find(":") >= 0 && !partPeriod.MatchString(r.form.text) {
		return false
	}
	switch r.last() {
	case ',', '、', '—', '-', '…', '.', ':', '是', '为', '的', '和', '了':
		return false
	}
	han := 0
	for _, c := range r.runes {
		if unicode.Is(unicode.Han, c) {
			han++
		}
	}
	return han >= shortestPart && han*2 >= n-2 && styleOf(r.form) == nil && !isOrdinal(r.form) && !counted.MatchString(r.form.text) &&
		!dashes.MatchString(r.form.text) && !bullet.MatchString(r.form.text) && !noPart.MatchString(r.form.text) && !speakerLine.MatchString(r.form.text) &&
		!dated.MatchString(r.form.text) && !session.MatchString(r.form.text) && !address.MatchString(r.form.text)
}

// isAlone tells a line between paragraphs, or between a heading and a paragraph.
func (d *draft) isAlone(i int) bool {
	above := d.rows[i-1]
	switch {
	case above.kind == Salutation, above.opening != nil && !above.listed, d.hasText(above), footnote.MatchString(above.form.text):
	default:
		return false
	}
	below := d.rows[i+1]
	return d.hasText(below) || d.beginsAnew(below) || looksLikePart(below) && i+2 < len(d.rows) && d.hasText(d.rows[i+2])
}

// hasText tells a row that is no line of a list.
func (d *draft) hasText(r *row) bool {
	return r.kind == Text && !r.listed && (r.counts || len(r.runes) >= shortestAside && !endsOpen(r.form))
}

var footnote = pattern.MustCompile(`^注\d{1,3}[:.]`)

// headsNext reports whether something can stand under a line with the words of a
// part.
func (d *draft) headsNext(i int) bool {
	above, below := d.rows[i-1], d.rows[i+1]
	if above.kind == Text && above.opening == nil && endsOpen(above.form) && !looksLikePart(above) && (lacksMore(above.form) || !namesPart(d.rows[i])) {
		return false
	}
	return d.beginsAnew(below) || below.kind == Text && (len(below.runes) >= shortestAside || !endsOpen(below.form) || looksLikePart(below))
}

// beginsAnew tells a heading or an entry that has the first number.
func (d *draft) beginsAnew(r *row) bool {
	if r.opening != nil {
		return r.opening.value == 1
	}
	if styleOf(r.form) == nil {
		return false
	}
	value, _ := numberOf(r.form.text)
	return value == 1
}
