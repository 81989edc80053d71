package markdown

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/report"
)

// removed opens an entry of the collation list for a line that is not shown.
const removed = "移出"

var reasonNames = map[report.Reason]string{
	report.MetadataLine: "著录信息",
	report.SiteTitle:    "网站标题",
	report.Stub:         "网站摘要",
	report.Infobox:      "网站信息框",
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

// collation writes 校勘: what display changes, where the source is hurt, and
// the lines that are not the report.
func (p *reportPage) collation() string {
	var b strings.Builder
	b.WriteString(heading(1, "校勘", collationID))
	b.WriteString("正文照录所据文本，缺处标明，不予补足；条目前的数字是原文件的行号。" + p.changes() + "\n\n")

	type entry struct {
		line int
		text string
	}
	var entries []entry
	for i, d := range p.r.Damage {
		same := func(o report.Damage) bool { return o.Line == d.Line && o.Kind == d.Kind }
		if slices.ContainsFunc(p.r.Damage[:i], same) {
			continue
		}
		var words []string
		for _, o := range p.r.Damage[i:] {
			if same(o) && o.Text != "" {
				words = append(words, opening[d.Kind]+escape(report.DisplayString(o.Text)))
			}
		}
		text := fmt.Sprintf("- **%s** %s", lineRef(d.Line), damageNames[d.Kind])
		if len(words) > 0 {
			text += "：" + strings.Join(words, "、")
		}
		entries = append(entries, entry{d.Line, text})
	}
	for _, d := range p.r.Debris {
		text := fmt.Sprintf("- **[%d](#%s)** %s，%s", d.Line, debrisID(strconv.Itoa(d.Line)), removed, reasonNames[d.Reason])
		if d.Reason != report.PersonalData && strings.TrimSpace(d.Text) != "" {
			text += "：" + escape(strings.TrimSpace(report.Plain(d.Text)))
		}
		entries = append(entries, entry{d.Line, text})
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return a.line - b.line })
	for _, e := range entries {
		b.WriteString(e.text + "\n")
	}
	return b.String()
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

// transformCollation gives the entries of the collation list their ids.
func transformCollation(n ast.Node, source []byte) {
	list, ok := n.(*ast.List)
	if !ok {
		set(n, "class", "how")
		return
	}
	set(list, "class", "collation")
	for item := range children(list) {
		words := item.FirstChild()
		if words == nil || words.FirstChild() == nil {
			continue
		}
		number := textOf(words.FirstChild(), source)
		says := strings.TrimPrefix(textOf(words, source), number+" ")
		if strings.HasPrefix(says, removed) {
			set(item, "id", debrisID(number))
			transformDebris(words.FirstChild())
		}
		for kind, name := range damageNames {
			if strings.HasPrefix(says, name) {
				set(item, "id", fmt.Sprintf("%s-L%s", kind, number))
			}
		}
		transformLineRefs(item)
	}
}

// transformDebris makes the address of an entry a plain number: the line has no
// place in the text.
func transformDebris(bold ast.Node) {
	if a, ok := bold.FirstChild().(*ast.Link); ok {
		bold.ReplaceChild(bold, a, a.FirstChild())
	}
}

func debrisID(number string) string { return "debris-L" + number }
