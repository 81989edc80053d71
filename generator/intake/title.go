package intake

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/division"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
	"jianzhu/generator/tongue"
)

var (
	bracketed = regexp.MustCompile(`\s*[（(【][^（）()【】]*[）)】]\s*$`)
	draft     = regexp.MustCompile(`草案|征求意见|讨论稿|修订`) // what a title says of the state of the text
	yearAlone = regexp.MustCompile(`^[（(][12]\d{3}年(?:度)?[）)]$`)
	// given is who gave a report when and where, before what it is.
	given      = regexp.MustCompile(`^.*(?:会议|大会)(?:上)?(?:的|所?作的?)?(政府工作报告|报告)$`)
	quotedWork = regexp.MustCompile(`^([^《]*)《(政府工作报告|[^》]*(?:规划|计划)[^》]*)`)
	kindOnly   = regexp.MustCompile(`^(?:省|自治区|自治州)`)
	yearFirst  = regexp.MustCompile(`^(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年(?:度)?`)
	withYear   = regexp.MustCompile(`(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年`)
	leading    = regexp.MustCompile(`^[（(][^（）()]*[）)]`)
	trail      = regexp.MustCompile(`^.*[>＞»›]|^.{0,6}位置[：:].*`) // 当前位置：首页>政务公开>
	noteMark   = regexp.MustCompile(`\[\^?\d+\]$`)
	spaces     = regexp.MustCompile(`[\s　]+`)
)

// title takes the words by which the report names itself, from its first lines or
// from what the file states: of a kind, those that say more.
func (p *proposer) title() {
	best, rank := "", 0
	consider := func(from, title string) {
		title = tidyTitle(title)
		if !works.MatchString(title) || len([]rune(title)) > 50 || strings.ContainsAny(title, "。；") {
			return
		}
		own := 1 // 工作总结 may be the heading of a part
		if named.MatchString(title) {
			own = 2
		}
		if own > rank || own == rank && len([]rune(title)) > len([]rune(best)) {
			best, rank, p.From["title"] = title, own, from
		}
	}
	for i, h := range p.head {
		if i > 8 || numbered.MatchString(h.text) || strings.HasPrefix(h.text, "各位") {
			break
		}
		if !session.MatchString(h.text) || named.MatchString(session.ReplaceAllString(h.text, "")) {
			consider(h.String(), h.text)
		}
	}
	for _, f := range p.text.Facts {
		if f.Key == "title" {
			consider(f.From, script.Simplify(f.Value))
		}
	}
	if best == "" && slices.ContainsFunc(p.head, func(h headLine) bool {
		return strings.Contains(h.text, "人民代表大会") && day.MatchString(h.text)
	}) {
		best = "政府工作报告" // what is given on that day at that place
		p.infer("title")
	}
	if p.named = best; best == "" {
		p.named = p.firstLine()
		return
	}
	for _, kind := range []struct{ word, is string }{
		{"报告", report.WorkReport}, {"规划", report.Plan}, {"计划", report.Plan}, {"纲要", report.Plan}, {"总结", report.WorkSummary},
	} {
		if strings.Contains(best, kind.word) && !strings.Contains(best, "公报") {
			p.Meta.Type = kind.is
			break
		}
	}
}

// firstLine is the first line where that can be a title of a kind that is not known: short,
// without a sentence, and ending as titles of documents do. A year below it, alone in
// brackets, is part of it.
func (p *proposer) firstLine() string {
	if len(p.head) == 0 || len([]rune(p.head[0].text)) > 40 || !document.MatchString(p.head[0].text) {
		return ""
	}
	title := tidyTitle(p.head[0].text)
	if len(p.head) > 1 && yearAlone.MatchString(p.head[1].text) && !withYear.MatchString(title) {
		title = strings.Trim(p.head[1].text, "（()）") + title
	}
	p.From["title"] = p.head[0].String()
	return title
}

var document = regexp.MustCompile(`^[^，。；：！？]{2,}(?:报告|总结|规划|纲要|计划|方案|公报|决定|决议|意见|要点|说明|讲话|通知)$`)

var (
	named    = regexp.MustCompile(`报告|公报|规划|纲要|计划|方案`)
	numbered = regexp.MustCompile(`^[（(]?[一二三四五六七八九十]+[）)、]`)
)

// tidyTitle takes from a title what is no part of it: the way to it through a site, the
// day, the session and the speaker, a site's name, the letter that it came with, a
// second copy.
func tidyTitle(title string) string {
	title = spaces.ReplaceAllString(strings.Trim(title, "*# 　"), "")
	title = trail.ReplaceAllString(title, "")
	for _, sep := range []string{"_", "|", "——", "-中国政府网"} {
		title, _, _ = strings.Cut(title, sep)
	}
	if _, after, ok := strings.Cut(title, "标题："); ok {
		title = after
	}
	title = strings.TrimPrefix(title, "title:")
	if inner := quotedWork.FindStringSubmatch(title); inner != nil {
		before, after, _ := strings.Cut(inner[1], "关于印发")
		if title = inner[2]; len(before)+len(after) > 0 && len([]rune(cmp.Or(before, after))) < 16 {
			title = strings.TrimSuffix(cmp.Or(before, after), "人民政府") + inner[2]
		}
	}
	if n := len([]rune(title)); n%2 == 0 && n > 8 {
		if half := string([]rune(title)[:n/2]); half+half == title {
			title = half
		}
	}
	title = leading.ReplaceAllString(noteMark.ReplaceAllString(title, ""), "")
	for bracketed.MatchString(title) {
		inner := bracketed.FindString(title)
		if draft.MatchString(inner) {
			break
		}
		title = bracketed.ReplaceAllString(title, "")
		if yearAlone.MatchString(inner) {
			title = strings.Trim(inner, "（()）") + title
			break
		}
	}
	return given.ReplaceAllString(strings.Trim(title, "《》“”*"), "$1")
}

// entitle puts year and place to a title that lacks them, so that titles tell
// reports apart.
func (p *proposer) entitle() {
	title := p.named
	if title == "" {
		if title = tidyTitle(p.stated); title == "" {
			title = strings.TrimSuffix(path.Base(p.file), path.Ext(p.file))
		}
		p.infer("title")
		p.From["title"] = tongue.Text("name of the file")
	}
	place := ""
	if n := len(p.Meta.Region.Path); n > 0 {
		place = p.Meta.Region.Path[n-1]
	}
	has := place == "" || strings.Contains(title, place) || slices.ContainsFunc(division.Mentions(title, p.Meta.Year), func(m division.Mention) bool {
		return slices.ContainsFunc(m.Of, func(d division.Division) bool { return d.Code == p.Meta.Region.Code })
	}) || p.Meta.Region.Code == "100000" && strings.Contains(title, "国务院")
	if place == "中华人民共和国" {
		place = "国务院"
		if p.Meta.IsPlan() {
			has = true
		}
	}
	if !has {
		at := 0
		if m := yearFirst.FindStringIndex(title); m != nil {
			at = m[1]
		}
		rest := kindOnly.ReplaceAllString(title[at:], "")
		title = title[:at] + place + rest
		p.infer("title")
	}
	if p.Meta.Year > 0 && !p.Meta.IsPlan() && !withYear.MatchString(title) {
		title = strconv.Itoa(p.Meta.Year) + "年" + title
		p.infer("title")
	}
	p.Meta.Title = title
}
