package markdown

import (
	"strings"
	"testing"
)

// TestApparatus shows what terms and themes get from the lists after the text.
func TestApparatus(t *testing.T) {
	const body = `深化[放管服](../../glossary/a.md "合称")和[三證合一](../../glossary/b.md)，見[丙](../../glossary/c.md) [1](#L1)

## 本文注释 {#terms}

1. **[三证合一](../../glossary/b.md)**
   - 见第[1](#L1)行
2. **[放管服](../../glossary/a.md)** fàng guǎn fú
   - 见第[1](#L1)行

## 主题 {#themes}

- **[经济](../../themes/economy.md)** 一、經濟 [1](#L1)（增長）
`
	for _, test := range []struct{ script, want string }{
		{"zh-Hant", `data-term="a" data-n="2">放管服</a>`},
		{"zh-Hant", `data-term="b" data-n="1">三證合一</a>`},
		{"zh-Hant", `data-term="c">丙</a>`},
		{"zh-Hant", `</strong><span lang="zh-Hant"> 一、經濟 <a class="line-ref" href="#L1">1</a>（增長）</span></li>`},
		{"zh-Hans", `</strong> 一、經濟 <a class="line-ref" href="#L1">1</a>（增長）</li>`},
	} {
		page := Page{Path: "reports/x/index.md", Front: Front{Type: "report", Params: Params{Script: test.script}}, Body: body}
		html, err := page.HTML()
		if err != nil || !strings.Contains(string(html), test.want) {
			t.Errorf("%s: no %s (%v) in:\n%s", test.script, test.want, err, html)
		}
	}
}
