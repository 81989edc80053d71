package markdown

import (
	"fmt"
	"strings"

	"jianzhu/generator/glossary"
)

// glossary writes the list of terms twice: by pinyin and by theme.
func (w *writer) glossary() Page {
	var b strings.Builder
	fmt.Fprintf(&b, "共%d条，先按拼音，再按主题排列。\n\n", len(w.c.Glossary.Terms))
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
	return Page{
		Path:  "glossary/_index.md",
		Front: Front{Title: "词条", Type: "glossary", Weight: 2, Description: fmt.Sprintf("政府工作报告里的提法%d条，各有释义和出处，按拼音和主题排列。", len(w.c.Glossary.Terms))},
		Body:  b.String(),
	}
}

// byInitial groups the terms by the first letter of their pinyin, A to Z, then the rest.
func (w *writer) byInitial() (initials []string, groups map[string][]glossary.Term) {
	groups = map[string][]glossary.Term{}
	for _, t := range w.c.Glossary.Terms {
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
