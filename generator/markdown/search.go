package markdown

import "jianzhu/generator/page"

// search writes the page that finds words in all texts. What it says here is
// for readers without script; the theme's script takes its place.
func (w *writer) search() Page {
	return Page{
		Path:  "search.md",
		Front: Front{Title: "检索", Type: "search", Weight: 80, Description: "在全部报告、词条和标题里找字、词、句，繁简一并查出。"},
		Body: fixed(page.Body{
			paragraph(page.Text("检索全文要运行脚本，这里没有运行。不用脚本也可以从目录找起：")),
			page.List{Items: []page.Item{
				listed("glossary/_index.md", "词条", "，按拼音和主题排列，每条列出全部出处"),
				listed("themes/_index.md", "主题", "，列出各篇的有关章节"),
				listed(reportsPath, "报告", "，按地区和年份排列"),
				listed("documents/_index.md", "文件", "，列出各篇的用例"),
			}},
		}),
	}
}

func listed(file, name, says string) page.Item {
	return page.Item{Words: words(page.Link{To: file, Text: name}, page.Text(says))}
}
