package report

import (
	"regexp"
	"strings"
)

// traces are the forms of whole lines that sites leave around a text.
var traces = []struct {
	reason Reason
	form   *regexp.Regexp
}{
	{Pagination, regexp.MustCompile(`^(.{1,40}\.(docx?|wps|pdf|txt))?第\d+页([/,]?共\d+页)?$|^共\d+页$|^[-—–]\d{1,4}[-—–]$|^page\d+(of\d+)?$`)},
	{Widget, regexp.MustCompile(`^(展开|阅读|查看|显示)(阅读)?(全文|全部|更多)$|^资源(描述|简介):?$|^文档(描述|简介):?$`)},
	{Widget, regexp.MustCompile(`^[^\p{Han}]?((打印|关闭|收藏|分享|复制|上传|下载|举报|评论|点赞)(本页|本文|窗口|文档|全文|链接)?[^\p{Han}]{0,4}){1,5}$|^扫一扫.{0,20}$`)},
	{Widget, regexp.MustCompile(`^\W?字[号体](大小)?:([^\p{Han}]{0,2}(特大|超大|大|中|小|默认|标准|正常)){2,}.{0,24}$|^\W?字(号|体)(大小)?:.{0,12}$|^分享(到|至)(:|微|朋友圈|qq).{0,40}$`)},
	{Widget, regexp.MustCompile(`^文档评论(\(\d+\))?$|^[本此该](文档|文件|资料)[由来].{1,30}(上传|下载).{0,30}$`)},
	{Navigation, regexp.MustCompile(`^(上|下)一(篇|页|条|章)(:.{0,80})?$|^(上一篇|下一篇):?.{0,60}$`)},
	{Navigation, regexp.MustCompile(`^(相关|热门|推荐|最新|猜你喜欢的?)(词条|阅读|文章|链接|文档|资讯|新闻|推荐|内容|资料):?$`)},
	{Navigation, regexp.MustCompile(`^(联系|联络|关于)我们$|^(返回|回到)(顶部|首页|列表|上页)$|^(您|你)?(现在|当前|目前)?(所在|所处)?的?位置:.{0,80}$|^网站地图.{0,40}$`)},
	{Navigation, regexp.MustCompile(`^(网站)?首页(\W{0,2}[|>»›].{1,80})?$`)},
	{Navigation, regexp.MustCompile(`^版权所有.{0,80}$|^.{0,60}(icp备|公网安备|公安备案号:?)(案号:?)?\d.{0,80}$|^网站标识码:.{0,40}$`)},
	{Navigation, regexp.MustCompile(`^(主办|承办|主管)(单位)?:.{0,60}(承办|协办|技术支持|运行维护|维护)(单位)?(:.{0,60})?$`)},
}

const longestTrace = 120 // in runes

// stub is an encyclopedia's sentence about the page it made of a report; the
// first group is the page's title.
var stub = regexp.MustCompile(`^(.{4,60})是由?.{1,40}(发布|编制|制定|起草|公布)的.{0,12}(报告|文件|规划|计划|总结|文章|档案)。?$`)

// infoboxHeading and infoboxField are an encyclopedia's table of facts.
var (
	infoboxHeading = regexp.MustCompile(`^(基本(介绍|信息|资料)|内容简介|中文名)$`)
	infoboxField   = regexp.MustCompile(`^[•·●▪◦](.{1,8}?):(.{1,80})$`)
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
		if len(r.runes) > longestTrace {
			continue
		}
		for _, trace := range traces {
			if trace.form.MatchString(r.form.text) {
				mark(r, trace.reason)
			}
		}
	}
	head := d.readHead(found, mark)
	d.readTail(found, mark)
	d.findTitle(head, mark)

	var shown []*row
	for _, r := range d.rows {
		switch reason := found[r.line]; reason {
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
	for _, r := range d.rows {
		_, known := found[r.line]
		switch {
		case known:
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

// readTail sets aside known metadata below the last line of the body.
func (d *draft) readTail(found map[int]Reason, mark func(*row, Reason)) {
	for i := len(d.rows) - 1; i >= 0; i-- {
		r := d.rows[i]
		if _, known := found[r.line]; known {
			continue
		}
		if !tailField.MatchString(r.form.text) {
			return
		}
		mark(r, MetadataLine)
	}
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
	figures    = regexp.MustCompile(`\d{11}`)
	residentID = regexp.MustCompile(`(?:^|\D)(\d{17}[\dx])(?:\D|$)`)
	mobile     = regexp.MustCompile(`(?:^|\D)1[3-9]\d{9}(?:\D|$)`)
	contact    = regexp.MustCompile(`电话|手机|联系|热线|传真|tel|phone|mobile`)
)

// isPersonal tells a line with a resident's identity number, or one that does
// nothing but give somebody's mobile number.
func isPersonal(f form) bool {
	if !figures.MatchString(f.text) {
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
