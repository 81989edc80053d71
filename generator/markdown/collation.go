package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

var reasonNames = map[report.Reason]string{
	report.MetadataLine: "著录信息",
	report.SiteTitle:    "网站标题",
	report.Stub:         "网站摘要",
	report.Infobox:      "网页信息框",
	report.Navigation:   "网站导航",
	report.Pagination:   "页码",
	report.Widget:       "网页部件",
	report.Markup:       "转换标记",
	report.PersonalData: "个人信息，内容不公开",
}

var changeNames = map[report.ChangeKind]string{
	report.FullWidth:  "中文旁的半角标点改作全角",
	report.StraySpace: "中文旁的多余空白删去（列间并作一格）",
	report.Indent:     "行首行末的空白删去",
	report.ZeroWidth:  "不可见字符删去",
	report.TableMark:  "表格竖线不显示（列间作一格）",
	report.Control:    "换页、换行等控制字符不显示",
	report.Mark:       "转换工具留下的标记（如**、##）不显示",
}

// opening stands before the words by which damage was seen: a cut ends a longer text.
var opening = map[report.DamageKind]string{report.Cut: "……"}

// collation is 校勘: what display changes, where the source is hurt, and the lines
// that are not the report.
func (p *reportPage) collation() page.Body {
	entries := slices.Concat(p.damaged(), p.removed())
	slices.SortStableFunc(entries, func(a, b collated) int { return a.line - b.line })
	body := page.Body{
		collationPart.heading(),
		how(page.Text("正文照录所据文本，缺处标明，不予补足；各条前面的数字是所据文本的行号。" + p.changes())),
	}
	var items []page.Item
	for _, e := range entries {
		items = append(items, e.Item)
	}
	if len(items) > 0 {
		body = append(body, page.List{Class: "collation", Items: items})
	}
	return body
}

// collated is an entry of 校勘.
type collated struct {
	line int
	page.Item
}

// damaged are the entries of lines that are hurt, one for each way.
func (p *reportPage) damaged() (entries []collated) {
	for i, d := range p.r.Damage {
		same := func(o report.Damage) bool { return o.Line == d.Line && o.Kind == d.Kind }
		if slices.ContainsFunc(p.r.Damage[:i], same) {
			continue
		}
		var seen [][]page.Inline
		for _, o := range p.r.Damage[i:] {
			if same(o) && o.Text != "" {
				seen = append(seen, words(page.Text(opening[d.Kind]), page.Text(report.DisplayString(o.Text))))
			}
		}
		in := words(page.Strong{Words: words(page.LineRef(d.Line))}, page.Text(" "), page.Text(damageNames[d.Kind]))
		if len(seen) > 0 {
			in = append(in, page.Text("："))
			in = append(in, joined(seen, "、")...)
		}
		entries = append(entries, collated{d.Line, page.Item{ID: damageID(d), Words: in}})
	}
	return entries
}

// removed are the entries of lines that are not shown: their numbers lead nowhere.
func (p *reportPage) removed() (entries []collated) {
	for _, d := range p.r.Debris {
		number := page.Self{Text: strconv.Itoa(d.Line), Entry: debrisID(d.Line)}
		in := words(page.Strong{Words: words(number)}, page.Text(" 移出，"), page.Text(reasonNames[d.Reason]))
		if text := strings.TrimSpace(d.Text); d.Reason != report.PersonalData && text != "" {
			in = append(in, page.Text("："), page.Text(strings.TrimSpace(report.Plain(d.Text))))
		}
		entries = append(entries, collated{d.Line, page.Item{ID: debrisID(d.Line), Words: in}})
	}
	return entries
}

// changes counts what display changes.
func (p *reportPage) changes() string {
	var counts []string
	for _, c := range p.r.Normalised {
		if c.Count > 0 {
			counts = append(counts, fmt.Sprintf("%s%d处", changeNames[c.Kind], c.Count))
		}
	}
	if len(counts) == 0 {
		return ""
	}
	return "为便阅读，" + strings.Join(counts, "，") + "。"
}

// debrisID is the id of a line that is not shown, in 校勘.
func debrisID(line int) string { return "debris-" + page.LineID(line) }
