package markdown

import (
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/glossary"
)

// mostOwn is how many of the terms that reports explain themselves are listed.
const mostOwn = 1000

// glossary writes the list of entries twice, by pinyin and by theme, then the
// terms that have none and that reports explain themselves.
func (w *writer) glossary() Page {
	var b strings.Builder
	entries, own := entriesAndOwn(w.c.Glossary.Terms)
	if len(entries) > 0 {
		fmt.Fprintf(&b, "共%d条，先按拼音，再按主题排列。", len(entries))
	} else {
		b.WriteString("编者还没有写词条。")
	}
	if len(own) > 0 {
		fmt.Fprintf(&b, "另有%d个说法，报告自己有[解释](#own)。", len(own))
	}
	b.WriteString("\n\n")
	b.WriteString(heading(1, "按拼音", "by-pinyin"))
	initials, groups := w.byInitial()
	for _, initial := range initials {
		name, id := initial, strings.ToLower(initial)
		if initial == glossary.NoInitial {
			name, id = "其他", "other"
		}
		b.WriteString(heading(2, name, "initial-"+id))
		for _, t := range groups[initial] {
			fmt.Fprintf(&b, "- [%s](%s.md)%s", escape(t.Term), t.ID, pinyin(t))
			if t.Gloss != "" {
				b.WriteString("：" + escape(t.Gloss))
			}
			fmt.Fprintf(&b, "（%d处）\n", len(w.c.Uses[t.ID]))
		}
		b.WriteString("\n")
	}

	b.WriteString(heading(1, "按主题", "by-theme"))
	for _, th := range w.c.Themes.Themes {
		var items strings.Builder
		for _, t := range w.c.Glossary.Terms {
			if t.Theme == th.ID {
				fmt.Fprintf(&items, "- [%s](%s.md)（%d处）\n", escape(t.Term), t.ID, len(w.c.Uses[t.ID]))
			}
		}
		if items.Len() > 0 {
			b.WriteString(heading(2, fmt.Sprintf("[%s](../themes/%s.md)", escape(th.Name), th.ID), "theme-"+th.ID))
			b.WriteString(items.String() + "\n")
		}
	}
	b.WriteString(w.ownTerms(own))
	return Page{
		Path:  "glossary/_index.md",
		Front: Front{Title: "词条", Type: "glossary", Weight: 2, Description: fmt.Sprintf("政府工作报告里的提法%d条，各有释义和出处，按拼音和主题排列。", len(entries))},
		Body:  b.String(),
	}
}

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

// ownTerms lists the terms that reports explain themselves; of very many, those
// most used.
func (w *writer) ownTerms(own []glossary.Term) string {
	if len(own) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(heading(1, "报告自己解释的说法", "own"))
	b.WriteString("编者尚未为它们写词条，各页是报告自己的解释和用例。")
	if n := len(own); n > mostOwn {
		most := slices.Clone(own)
		slices.SortStableFunc(most, func(x, y glossary.Term) int { return len(w.c.Uses[y.ID]) - len(w.c.Uses[x.ID]) })
		kept := map[string]bool{}
		for _, t := range most[:mostOwn] {
			kept[t.ID] = true
		}
		own = slices.DeleteFunc(own, func(t glossary.Term) bool { return !kept[t.ID] })
		fmt.Fprintf(&b, "这里列出%d个里用得最多的%d个，其余可以搜索。", n, mostOwn)
	}
	b.WriteString("\n\n")
	for _, t := range own {
		fmt.Fprintf(&b, "- [%s](%s.md)（%d处）\n", escape(t.Term), t.ID, len(w.c.Uses[t.ID]))
	}
	return b.String() + "\n"
}

// byInitial groups the terms by the first letter of their pinyin, A to Z, then the rest.
func (w *writer) byInitial() (initials []string, groups map[string][]glossary.Term) {
	groups = map[string][]glossary.Term{}
	entries, _ := entriesAndOwn(w.c.Glossary.Terms)
	for _, t := range entries {
		i := t.Initial()
		groups[i] = append(groups[i], t)
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
