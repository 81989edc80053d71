package markdown

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
)

// Published is the Markdown of a page as it stands beside the page, for programs
// that read text: index.md in its folder. Its links lead to what else is published.
func (p Page) Published() (file string, content []byte) {
	file = p.PublishedPath()
	return file, append(p.Front.yaml(), moveLinks(p.Path, file, string(p.Markdown()))...)
}

// PublishedPath is where that stands, from the site's root; "" for what is a view of
// other pages.
func (p Page) PublishedPath() string {
	if kindOf(p.Front.Type).View {
		return ""
	}
	return page.AddressOf(p.Path) + "index.md"
}

var destination = regexp.MustCompile(`\]\(([^()<>\s]+)\)`)

// moveLinks makes links that lead from one file lead from another. What stands in a
// block of code is none.
func moveLinks(from, to, body string) string {
	var b strings.Builder
	fenced := false
	for line := range strings.Lines(body) {
		if strings.HasPrefix(strings.TrimLeft(line, " >"), "```") {
			fenced = !fenced
		}
		if fenced || !strings.Contains(line, "](") {
			b.WriteString(line)
			continue
		}
		b.WriteString(destination.ReplaceAllStringFunc(line, func(link string) string {
			u := local(link[len("](") : len(link)-1])
			if u == nil {
				return link
			}
			target := path.Join(path.Dir(from), u.Path)
			switch {
			case isComparison(target):
				target = page.AddressOf(target)
			case strings.HasSuffix(target, ".md"):
				target = page.AddressOf(target) + "index.md"
			}
			u.Path, u.RawPath = page.Relative(to, target), ""
			return "](" + u.String() + ")"
		}))
	}
	return b.String()
}

// local is a link to a file of the site, or nil.
func local(to string) *url.URL {
	u, err := url.Parse(to)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Path == "" || strings.HasPrefix(u.Path, "/") {
		return nil
	}
	return u
}

// bracketless makes a name the text of a link.
var bracketless = strings.NewReplacer("[", "\\[", "]", "\\]")

// listedForModels is how many reports llms.txt names; where there are more, their list.
const listedForModels = 300

// LLMs is llms.txt, after the proposal of llmstxt.org: what a language model needs
// to find the text of the site. Addresses are whole where the site's is known.
func LLMs(c *annotate.Corpus, address, title, about, notice string) []byte {
	var b bytes.Buffer
	link := func(name, to, what string) {
		u := url.URL{Path: to}
		fmt.Fprintf(&b, "- [%s](%s%s): %s\n", bracketless.Replace(page.OneLine(name)), address, u.EscapedPath(), what)
	}
	fmt.Fprintf(&b, "# %s\n\n> %s\n\n", page.OneLine(title), page.OneLine(about))
	b.WriteString(page.OneLine(notice) + "。除两篇报告的比较外，每个网页旁边有同样内容的Markdown：网址末尾加index.md。报告正文每行有固定地址：报告网址加#L和行号；引用请到行，并核对原件。提示与释义由编者和程序所加，不是报告的话。\n\n")
	b.WriteString("## 索引\n\n")
	link("报告", "reports/index.md", "全部报告，按地区和年份")
	link("词条", "glossary/index.md", "提法的解释和出处")
	link("主题", "themes/index.md", "各篇讲同一件事的章节")
	if len(c.Indicators) > 0 {
		link("指标", "indicators/index.md", "各地各年的结果与目标")
	}
	link("数据", "data/index.md", "全部数据的表格、JSON和各列的含义")
	link("报告清单", "reports/index.json", "每篇报告已知的一切，JSON")
	b.WriteString("\n## 报告\n\n")
	for i, r := range c.Reports {
		if i == listedForModels {
			fmt.Fprintf(&b, "\n这里列出%d篇里的%d篇，其余见报告清单。\n", len(c.Reports), listedForModels)
			break
		}
		link(r.Meta.Title, "reports/"+r.Slug+"/index.md", strings.Join(append([]string{place(r)}, year(r), r.Meta.TypeName()), " "))
	}
	return b.Bytes()
}
