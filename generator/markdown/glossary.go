package markdown

import (
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/glossary"
	"jianzhu/generator/page"
)

// mostOwn is how many of the terms that reports explain themselves are listed.
const mostOwn = 1000

// glossary is the list of entries twice, by pinyin and by theme, then the terms that
// have none and that reports explain themselves.
func (w *writer) glossary() Page {
	entries, own := entriesAndOwn(w.c.Glossary.Terms)
	all := len(own)
	own = slices.DeleteFunc(own, func(t glossary.Term) bool { return !w.c.Follows(&t) })
	says := "编者还没有写词条。"
	if len(entries) > 0 {
		says = fmt.Sprintf("共%d条，先按拼音，再按主题排列。", len(entries))
	}
	in := words(page.Text(says))
	if len(own) > 0 {
		in = append(in, textf("另有%d个说法，报告自己有", all), page.Link{To: "#own", Text: "解释"}, page.Text("。"))
	}
	body := page.Body{paragraph(in...)}
	if len(entries) > 0 {
		body = slices.Concat(body, w.byPinyin(entries), w.byTheme())
	}
	body = append(body, w.ownTerms(own, all)...)
	return Page{
		Path:  "glossary/_index.md",
		Front: Front{Title: "词条", Type: "glossary", Weight: 2, Description: fmt.Sprintf("政府工作报告里的提法%d条，各有释义和出处，按拼音和主题排列。", len(entries))},
		Body:  fixed(body),
	}
}

func (w *writer) byPinyin(entries []glossary.Term) page.Body {
	body := page.Body{heading(1, "按拼音", "by-pinyin")}
	initials, groups := byInitial(entries)
	for _, initial := range initials {
		name, id := initial, strings.ToLower(initial)
		if initial == glossary.NoInitial {
			name, id = "其他", "other"
		}
		var list page.List
		for _, t := range groups[initial] {
			in := words(w.termName(t))
			if reads := pinyin(t); reads != "" {
				in = append(in, page.Text(" "), page.Text(reads))
			}
			if t.Gloss != "" {
				in = append(in, page.Text("："), page.Text(t.Gloss))
			}
			list.Items = append(list.Items, page.Item{Words: append(in, w.usesOf(t))})
		}
		body = append(body, heading(2, name, "initial-"+id), list)
	}
	return body
}

func (w *writer) byTheme() page.Body {
	body := page.Body{heading(1, "按主题", "by-theme")}
	for _, th := range w.c.Themes.Themes {
		var list page.List
		for i, t := range w.c.Glossary.Terms {
			if t.Theme == th.ID {
				list.Items = append(list.Items, w.termItem(&w.c.Glossary.Terms[i]))
			}
		}
		if len(list.Items) > 0 {
			title := page.Heading{Level: 2, ID: "theme-" + th.ID, Words: words(page.Link{To: themePath(th.ID), Text: th.Name})}
			body = append(body, title, list)
		}
	}
	return body
}

// termItem names a term, and how often it is used.
func (w *writer) termItem(t *glossary.Term) page.Item {
	return page.Item{Words: words(w.termName(t), w.usesOf(t))}
}

func (w *writer) usesOf(t *glossary.Term) page.Text { return textf("（%d处）", len(w.c.Uses[t.ID])) }

// entriesAndOwn are the terms with an entry and those without.
func entriesAndOwn(terms []glossary.Term) (entries, own []glossary.Term) {
	for _, t := range terms {
		if t.Own {
			own = append(own, t)
		} else {
			entries = append(entries, t)
		}
	}
	return entries, own
}

// ownTerms lists the terms that reports explain themselves and that have pages; of
// very many, those most used.
func (w *writer) ownTerms(own []glossary.Term, all int) page.Body {
	if len(own) == 0 {
		return nil
	}
	says := "编者尚未为它们写词条，各页是报告自己的解释和用例。"
	if n := len(own); n > mostOwn {
		most := slices.Clone(own)
		slices.SortStableFunc(most, func(x, y glossary.Term) int { return len(w.c.Uses[y.ID]) - len(w.c.Uses[x.ID]) })
		kept := map[string]bool{}
		for _, t := range most[:mostOwn] {
			kept[t.ID] = true
		}
		own = slices.DeleteFunc(own, func(t glossary.Term) bool { return !kept[t.ID] })
		says += fmt.Sprintf("这里列出%d个里用得最多的%d个，其余可以搜索。", all, mostOwn)
	} else if all > n {
		says += fmt.Sprintf("这里列出%d个里至少%d篇都有的%d个，其余在解释它的报告的本文词条里，可以搜索。", all, w.c.Enough(), n)
	}
	var list page.List
	for i := range own {
		list.Items = append(list.Items, w.termItem(&own[i]))
	}
	return page.Body{heading(1, "报告自己解释的说法", "own"), paragraph(page.Text(says)), list}
}

// byInitial groups terms by the first letter of their pinyin, A to Z, then the rest.
func byInitial(terms []glossary.Term) (initials []string, groups map[string][]*glossary.Term) {
	groups = map[string][]*glossary.Term{}
	for i := range terms {
		initial := terms[i].Initial()
		groups[initial] = append(groups[initial], &terms[i])
	}
	for c := 'A'; c <= 'Z'; c++ {
		if groups[string(c)] != nil {
			initials = append(initials, string(c))
		}
	}
	if groups[glossary.NoInitial] != nil {
		initials = append(initials, glossary.NoInitial)
	}
	return initials, groups
}
