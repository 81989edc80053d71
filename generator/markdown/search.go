package markdown

// search writes the page that finds words in all texts. What it says here is
// for readers without script; the theme's script takes its place.
func (w *writer) search() Page {
	return Page{
		Path:  "search.md",
		Front: Front{Title: "检索", Type: "search", Weight: 80, Description: "在全部报告、词条和标题里找字、词、句，繁简一并查出。"},
		Body: `检索全文要运行脚本，这里没有运行。不用脚本也可以从目录找起：

- [词条](glossary/_index.md)，按拼音和主题排列，每条列出全部出处
- [主题](themes/_index.md)，列出各篇的有关章节
- [报告](reports/_index.md)，按地区和年份排列
- [文件](documents/_index.md)，列出各篇提到之处
`,
	}
}
