package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/pattern"
)

var (
	salutation = pattern.MustCompile(`^(尊敬的)?(各位[\p{Han}、,]{2,20}|[\p{Han}、,]{0,12}同志们|主席团|[\p{Han}]{0,4}主席|女士们[\p{Han}、,]{0,8})[:!]$`)
	notice     = pattern.MustCompile(`如下|以下|要求|做好`) // a colon after these opens a list

	figure      = `[\d〇零○一二三四五六七八九十]`
	dated       = pattern.MustCompile(`^\(?(` + figure + `{4}年)(` + figure + `{1,3}月)?(` + figure + `{1,3}日)?\)?$`)
	session     = pattern.MustCompile(`^([—–―─(-]+.{0,60}|` + figure + `{4}年.{1,6}日.{0,60})(会议|全会|大会|次会)(上|审议|表决|通过|批准|第.{1,4}次会议)*\)?$`)
	speakerLine = pattern.MustCompile(`^.{0,24}(省长|市长|主席|县长|区长|州长|盟长|专员|总理|镇长|乡长|主任)[\p{Han}·]{2,12}$`)

	titleWord = pattern.MustCompile(`报告|计划|规划|纲要|总结|意见|要点|方案|讲话|决定|通知|公报`)

	// templated are marks of a page's name that no report bears.
	templated = pattern.MustCompile(`\d{2}xx|xx年|范文|模板|下载|精选|在线阅读|文库|网$|^\(\p{Han}{2,8}(省|市|区|县)\)|\(\d{4}年?更新\)$|\(.{0,6}版\)$`)
)

// findTitle tells the report's title, on one line or several, from the names
// that sites gave its page. The title in report.yaml decides; where it does
// not match, the look.
func (d *draft) findTitle(head []*row, mark func(*row, Reason)) {
	said := map[string]*row{}
	head = slices.DeleteFunc(slices.Clone(head), func(r *row) bool {
		if session.MatchString(r.form.text) {
			if above := said[r.form.text]; above != nil { // above the title too
				mark(above, SiteTitle)
			}
			said[r.form.text] = r
		}
		if dated.MatchString(r.form.text) || session.MatchString(r.form.text) {
			r.kind = Date
			return true
		}
		return !looksLikeTitle(r.form)
	})
	last := map[string]int{} // where each name stands for the last time
	for i, r := range head {
		last[similar(r.form.text)] = i
	}
	from, to, whole := matchTitle(head, folded(d.report.Meta.Title))
	for i, r := range head {
		inside := i >= from && i < to
		switch {
		case whole && i < from && !speakerLine.MatchString(r.form.text), !whole && !inside && isSiteTitle(head, i, last):
			mark(r, SiteTitle)
		default:
			r.kind = Title // after the title, the line of the speaker
		}
	}
}

// matchTitle finds the run of lines that make up a title: the whole of it, or
// else the longest part.
func matchTitle(head []*row, title string) (from, to int, whole bool) {
	best := 0
	for i := range head {
		run := ""
		for j := i; j < len(head); j++ {
			run += head[j].form.text
			if len(run) > len(title) {
				break
			}
			if run == title {
				return i, j + 1, true
			}
			if len(run) > best && len(run) >= len("三个字") && strings.Contains(title, run) {
				best, from, to = len(run), i, j+1
			}
		}
	}
	return from, to, false
}

const (
	longestTitle   = 60 // of a line, in runes
	longestCouplet = 36 // of a line with a comma
)

func looksLikeTitle(f form) bool {
	return len(f.runes) <= longestTitle && f.find("。;:!?") < 0 && (len(f.runes) <= longestCouplet || f.find(",") < 0)
}

// isSiteTitle tells a page's name by its looks: a template's year, a site's
// additions, or the same name again below. The last line is left to be the title.
func isSiteTitle(head []*row, i int, last map[string]int) bool {
	if i == len(head)-1 || speakerLine.MatchString(head[i].form.text) {
		return false
	}
	if templated.MatchString(head[i].form.text) {
		return true
	}
	name := similar(head[i].form.text)
	return name != "" && last[name] > i && len(head) > 2
}

// similar is a text without what varies between copies of one title.
func similar(text string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf || r == '年' || r == '度' {
			return -1
		}
		return r
	}, text)
}

// findKinds tells the lines of date and salutation; an editor's word wins.
func (d *draft) findKinds() {
	for _, r := range d.rows {
		switch {
		case r.kind != Text:
		case dated.MatchString(r.form.text):
			r.kind = Date
		case salutation.MatchString(r.form.text) && !notice.MatchString(r.form.text):
			r.kind = Salutation
		}
		if kind, decided := d.report.Meta.Decisions.Kind[r.line]; decided {
			r.kind = kind
		}
		if r.kind == Salutation || address.MatchString(r.form.text) {
			r.back = 1
		}
	}
}

// address opens a paragraph with a word to the audience: it leaves the
// sections before it and speaks of the whole part.
var address = pattern.MustCompile(`^(各位(代表|委员|同志|领导)|同志们)[\p{Han}、]{0,12}[,!:]`)
