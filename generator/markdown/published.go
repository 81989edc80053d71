package markdown

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/annotate"
	"jianzhu/generator/page"
)

// Forms are a page as it is written, printed from one tree.
type Forms struct {
	File      []byte // see Page.File
	Published []byte // the Markdown that stands beside the page, for programs that read text: its links lead to what else is published; nil where there is none
	HTML      []byte // see Page.HTML
	Frame     []byte // see Page.Frame; nil where it has none

	seen page.Seen // in the HTML
}

// Seen is what [Links.See] needs of a page that is not printed.
func (f Forms) Seen() []byte { return f.seen.Encode() }

// Forms makes all forms of a page.
func (p Page) Forms() (Forms, error) { return p.FormsIn(new(Room)) }

// Room is where forms are printed: those of a page over those of the one before. Where it
// is used again there is mostly enough of it.
type Room struct{ file, published, html, frame []byte }

// FormsIn is Forms, to be let go before the room is used again.
func (p Page) FormsIn(room *Room) (f Forms, err error) {
	p.Body = fixed(p.tree())
	front := p.Front.appendYAML(room.file[:0])
	f.File = p.tree().AppendMarkdown(front, p.Path)
	room.file = f.File
	body := f.File[len(front):]
	if published := p.PublishedPath(); published != "" {
		front, beside := p.Front.forReaders().appendYAML(room.published[:0]), body
		if kindOf(p.Front.Type).Quotes != "" {
			beside = p.beside().Markdown(p.Path)
		}
		f.Published = appendMoved(slices.Grow(front, len(beside)+len(beside)/8), p.Path, published, beside)
		room.published = f.Published
	}
	html := slices.Grow(room.html[:0], len(front)+2*len(body))
	if f.HTML, f.seen, err = p.appendHTML(p.frontOfHTML().appendTOML(html)); err != nil {
		return f, err
	}
	room.html = f.HTML
	if frame, ok := p.Frame(); ok {
		f.Frame, _, err = frame.appendHTML(frame.frontOfHTML().appendTOML(room.frame[:0]))
		room.frame = f.Frame
	}
	return f, err
}

// Published is the Markdown that stands beside the page.
func (p Page) Published() []byte {
	return appendMoved(p.Front.forReaders().yaml(), p.Path, p.PublishedPath(), p.beside().Markdown(p.Path))
}

// beside is what is published as Markdown of a page: all of it, but of a part that quotes what
// others say only what opens it.
func (p Page) beside() page.Body {
	quotes := kindOf(p.Front.Type).Quotes
	if quotes == "" {
		return p.tree()
	}
	var body page.Body
	opens := -1 // blocks of the part that are still published; -1 outside it
	for _, b := range p.tree() {
		if h, ok := b.(page.Heading); ok && h.Level == 1 {
			opens = -1
			if h.ID == quotes {
				opens = 2 // the heading, and a paragraph
			}
		}
		if opens != 0 {
			body = append(body, b)
		}
		if opens > 0 {
			opens--
		}
	}
	return body
}

// PublishedPath is where the Markdown of a page stands beside it, from the site's
// root: index.md in its folder; "" for what is a view of other pages.
func (p Page) PublishedPath() string {
	if len(kindOf(p.Front.Type).Views) > 0 {
		return ""
	}
	return page.AddressOf(p.Path) + "index.md"
}

// appendMoved writes a body whose links lead from one file as one whose links lead from
// another. What stands in a block of code is none.
func appendMoved(out []byte, from, to string, body []byte) []byte {
	fenced, moved := false, map[string]string{}
	for line := range bytes.Lines(body) {
		if bytes.HasPrefix(bytes.TrimLeft(line, " >"), []byte("```")) {
			fenced = !fenced
		}
		for !fenced {
			before, rest, found := bytes.Cut(line, []byte("]("))
			if !found {
				break
			}
			end := bytes.IndexAny(rest, "()<> \t\n")
			if end < 0 || rest[end] != ')' && !bytes.HasPrefix(rest[end:], []byte(` "`)) {
				end = 0
			}
			file, place := cutPlace(rest[:end])
			link, known := moved[string(file)]
			if !known {
				link = moveLink(from, to, string(file))
				moved[string(file)] = link
			}
			out = append(append(append(append(out, before...), "]("...), link...), place...)
			line = rest[end:]
		}
		out = append(out, line...)
	}
	return out
}

// cutPlace parts a link to a place in a file behind the file, of which a page has many
// places. A place that may have to be written otherwise is not parted.
func cutPlace(link []byte) (file, place []byte) {
	i := bytes.IndexByte(link, '#')
	if i < 0 {
		return link, nil
	}
	for _, c := range link[i+1:] {
		if c >= utf8.RuneSelf || c != '-' && !unicode.IsLetter(rune(c)) && !unicode.IsDigit(rune(c)) {
			return link, nil
		}
	}
	return link[:i], link[i:]
}

// moveLink is a link that leads from one file as it leads from another.
func moveLink(from, to, link string) string {
	if link != "" && link[0] != '/' && isPlain(link) {
		return moveFile(from, to, link) // as most do
	}
	u := local(link)
	if u == nil {
		return link
	}
	u.Path, u.RawPath = moveFile(from, to, u.Path), ""
	return u.String()
}

// moveFile is moveLink for a path.
func moveFile(from, to, file string) string {
	target := path.Join(path.Dir(from), file)
	switch {
	case isView(target):
		target = page.AddressOf(target)
	case strings.HasSuffix(target, ".md"):
		target = page.AddressOf(target) + "index.md"
	}
	return page.Relative(to, target)
}

// local is a link to a file of the site, or nil.
func local(to string) *url.URL {
	if strings.HasPrefix(to, "#") {
		return nil
	}
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
	b.WriteString(page.OneLine(notice) + "。除两篇报告的比较和各指标的数值表外，每个网页旁边有同样内容的Markdown：网址末尾加index.md；词条的用例只列在网页和数据表里。报告正文每行有固定地址：报告网址加#L和行号；引用请到行，并核对原件。提示与释义由编者和程序所加，不是报告的话。\n\n")
	b.WriteString("## 索引\n\n")
	link("报告", "reports/index.md", "全部报告，按地区和年份")
	link("词条", "glossary/index.md", "提法的解释和出处")
	link("主题", "themes/index.md", "各篇讲同一件事的章节")
	if len(c.Indicators) > 0 {
		link("指标", "indicators/index.md", "各地各年的结果与目标；每一指标的数值在它的网址末尾加index.json")
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
