package markdown

import (
	"fmt"
	"strings"
)

// Table is one of those that the site offers for download.
type Table struct {
	File, Title, About string
	Columns            []TableColumn
}

// TableColumn is a column with what it means.
type TableColumn struct{ Name, Title, About string }

// DataFiles are the addresses from the site's root of what the page of data offers.
type DataFiles struct {
	All, Dictionary string
	Size            int // of All, in bytes
}

// Data writes the page that offers the data for download and says what it means.
func Data(tables []Table, files DataFiles) Page {
	var b strings.Builder
	fmt.Fprintf(&b, "[全部表格](%s)（压缩包，%s）：%d张表，CSV，解压后用Excel双击就能打开；连同[各列的含义](%s)。\n\n", files.All, SizeOf(files.Size), len(tables), files.Dictionary)
	b.WriteString("文件用UTF-8，开头有字节序标记，Excel由此认出编码；用程序读的，编码写`utf-8-sig`。各表同名的列含义相同。每个数值有不变的代号，由报告、行号、列号组成。由程序从文本辨认，难免有错漏，以原件为准。\n\n")
	b.WriteString(heading(1, "JSON", "json"))
	b.WriteString("| 地址 | 内容 | schema |\n|---|---|---|\n")
	for _, f := range [][3]string{
		{"reports/index.json", "每篇报告已知的一切，正文除外", "reports"},
		{"reports/〈代号〉/index.json", "一篇报告：正文和从中辨认的一切", "report"},
		{"glossary/index.json", "全部词条；一条的在glossary/〈代号〉/index.json", "glossary"},
		{"themes/index.json", "各主题的章节；一个主题的在themes/〈代号〉/index.json", "themes"},
		{"documents/index.json", "提到的文件；一件的在documents/〈代号〉/index.json", "documents"},
		{"indicators/index.json", "可以对照的指标；一个的在indicators/〈代号〉/index.json", "indicators"},
		{"promises/index.json", "承诺与回顾的提示", "promises"},
	} {
		name := escape(f[0])
		if !strings.Contains(f[0], "〈") {
			name = "[" + name + "](" + f[0] + ")"
		}
		fmt.Fprintf(&b, "| %s | %s | [%s](schema/%s.json) |\n", name, f[1], f[2], f[2])
	}
	b.WriteString("\n")
	for _, t := range tables {
		b.WriteString(heading(1, t.Title, strings.TrimSuffix(t.File, ".csv")) + "`" + t.File + "`。" + t.About + "\n\n| 列 | 名称 | 含义 |\n|---|---|---|\n")
		for _, c := range t.Columns {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", c.Name, escape(c.Title), escape(c.About))
		}
		b.WriteString("\n")
	}
	return Page{
		Path:  "data.md",
		Front: Front{Title: "数据", Type: "data", Weight: 94, Description: "报告、指标、词条、章节的全部数据：表格和JSON，各列的含义，供下载。"},
		Body:  strings.TrimRight(b.String(), "\n") + "\n",
	}
}
