package markdown

import "jianzhu/generator/page"

// apparatusPart is a section of the apparatus, which is what stands after a report's text: its
// id, which contract.txt has, and its title.
type apparatusPart struct {
	ID   string `yaml:"id"`
	Name string `yaml:"name"`
}

var (
	termsPart      = apparatusPart{"terms", "本文词条"}
	indicatorsPart = apparatusPart{"indicators", "指标"}
	notesPart      = apparatusPart{"notes", "编者注"}
	themesPart     = apparatusPart{"themes", "主题"}
	relatedPart    = apparatusPart{"related", "相关章节"}
	regionPart     = apparatusPart{"region", "同一地区"}
	promisesPart   = apparatusPart{"promises", "承诺与回顾"}
	collationPart  = apparatusPart{"collation", "校勘"}
	citePart       = apparatusPart{"cite", "引用"}
)

// apparatus are the parts in their order.
var apparatus = []apparatusPart{termsPart, indicatorsPart, notesPart, themesPart, relatedPart, regionPart, promisesPart, collationPart, citePart}

func (p apparatusPart) heading() page.Heading { return heading(1, p.Name, p.ID) }

// Apparatus are the ids of the parts, for the overlay, which reads Markdown.
func Apparatus() (ids []string) {
	for _, p := range apparatus {
		ids = append(ids, p.ID)
	}
	return ids
}
