package markdown

import (
	"strings"

	"jianzhu/generator/page"
)

// Table is one of those that the site offers for download.
type Table struct {
	File, Title, About string
	Columns            []TableColumn
}

// TableColumn is a column with what it means.
type TableColumn struct{ Name, Title, About string }

// dataFiles are the JSON that the page of data names: where it is, what is in it, its
// schema. Those of one report or term have no link.
var dataFiles = [][3]string{
	{"reports/index.json", "每篇报告已知的一切，正文除外", "reports"},
	{"reports/〈代号〉/index.json", "一篇报告：正文和从中辨认的一切", "report"},
	{"glossary/index.json", "全部词条；一条连同各篇的次数在glossary/〈代号〉/index.json", "glossary"},
	{"themes/index.json", "全部主题；一个连同它的章节在themes/〈代号〉/index.json", "themes"},
	{"documents/index.json", "提到的文件；一件的在documents/〈代号〉/index.json", "documents"},
	{"indicators/index.json", "可以对照的指标；一个连同各个数值在indicators/〈代号〉/index.json", "indicators"},
	{"promises/index.json", "承诺与回顾的提示", "promises"},
}

// Data is the page that offers the data for download and says what it means: all is
// the file with all tables, dictionary that with the meaning of their columns.
func Data(tables []Table, all, dictionary string) Page {
	body := page.Body{
		paragraph(page.Link{To: all, Text: "全部表格"}, textf("（压缩包）：%d张表，CSV，解压后用Excel双击就能打开；连同", len(tables)),
			page.Link{To: dictionary, Text: "各列的含义"}, page.Text("。")),
		paragraph(page.Text("文件用UTF-8，开头有字节序标记，Excel由此认出编码；用程序读的，编码写"), page.CodeSpan("utf-8-sig"),
			page.Text("。各表同名的列含义相同。每个数值有不变的代号，由报告、行号、列号组成。由程序从文本辨认，难免有错漏，以原件为准。")),
		heading(1, "JSON", "json"),
	}
	json := page.Table{Names: []string{"地址", "内容", "schema"}}
	for _, f := range dataFiles {
		row := texts(f[0], f[1], "")
		if !strings.Contains(f[0], "〈") {
			row[0].Words = words(page.Link{To: f[0], Text: f[0]})
		}
		row[2].Words = words(page.Link{To: "schema/" + f[2] + ".json", Text: f[2]})
		json.Rows = append(json.Rows, row)
	}
	list := words(page.Text("全部报告的著录，供文献管理软件："))
	for i, form := range references {
		if i > 0 {
			list = append(list, page.Text("、"))
		}
		list = append(list, page.Link{To: allReferences + form.end, Text: form.name})
	}
	body = append(body, json, paragraph(append(list, page.Text("。"))...))
	for _, t := range tables {
		of := page.Table{Names: []string{"列", "名称", "含义"}}
		for _, c := range t.Columns {
			of.Rows = append(of.Rows, texts(c.Name, c.Title, c.About))
		}
		body = append(body, heading(1, t.Title, strings.TrimSuffix(t.File, ".csv")), paragraph(page.CodeSpan(t.File), page.Text("。"+t.About)), of)
	}
	return Page{
		Path:  "data.md",
		Front: Front{Title: "数据", Type: "data", Weight: 94, Description: "报告、指标、词条、章节的全部数据：表格和JSON，各列的含义，供下载。"},
		Body:  fixed(body),
	}
}

// texts are cells of a table.
func texts(all ...string) (cells []page.Cell) {
	for _, text := range all {
		cells = append(cells, page.Cell{Words: words(page.Text(text))})
	}
	return cells
}
