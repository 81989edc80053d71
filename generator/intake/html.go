package intake

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

var (
	beginsHTML = regexp.MustCompile(`(?i)^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|title|div|p|table|article|section|center|h1)\b`)
	savedFrom  = regexp.MustCompile(`<!-- saved from url=\(\d+\)(https?://\S+) -->`)
)

func isHTML(file []byte) bool {
	sample := file[:min(len(file), 2048)]
	if text, encoding, ok := report.Decode(sample); ok && strings.HasPrefix(encoding, "UTF-16") {
		sample = []byte(text)
	}
	return beginsHTML.Match(sample)
}

// readHTML reads a page: its main text with tables and the numbers of lists. Bytes
// decide on the encoding, for what pages say of theirs is often wrong.
func readHTML(file []byte) (Text, error) {
	source, encoding, ok := report.Decode(file)
	if !ok {
		return Text{}, tongue.New("a page in no encoding that is known")
	}
	doc, err := html.ParseWithOptions(strings.NewReader(source), html.ParseOptionEnableScripting(false))
	if err != nil {
		return Text{}, errors.New(tongue.Text("a page nested too deep, or damaged: ") + err.Error())
	}
	p := &page{}
	if p.measure(doc, 0) {
		return Text{}, tongue.New("a page nested too deep")
	}
	text := Text{Format: "HTML in " + encoding, Facts: p.facts}
	if m := savedFrom.FindStringSubmatch(source[:min(len(source), 4096)]); m != nil {
		text.Facts = append([]Fact{{"url", m[1], "saved from url"}}, text.Facts...)
	}
	var out lines
	out.element(p.main(doc), "")
	text.Lines = out.String()
	if title := text.longest("title"); title != "" && !strings.Contains(squeezed(text.Lines), squeezed(title)) {
		text.Lines = title + "\n\n" + text.Lines // the page has it above its main text
	}
	if out.pictures > 0 {
		text.Lost = append(text.Lost, tongue.Sprintf("%d pictures", out.pictures))
	}
	return text, nil
}

// Fact is the first value that a file states for a key, or "".
func (t Text) Fact(key string) string {
	for _, f := range t.Facts {
		if f.Key == key {
			return f.Value
		}
	}
	return ""
}

// longest is the value for a key that says most.
func (t Text) longest(key string) (value string) {
	for _, f := range t.Facts {
		if f.Key == key && len(f.Value) > len(value) {
			value = f.Value
		}
	}
	return value
}

func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// page is what is known of a page before its text is taken.
type page struct {
	facts []Fact
	prose map[*html.Node]int // characters of prose in an element
}

// metaKeys are the names of <meta> that pages of governments carry (国办发〔2017〕47号
// and its annex) and those of other sites.
var metaKeys = map[string]string{
	"articletitle": "title", "og:title": "title", "pubdate": "published", "contentsource": "publisher",
	"article:published_time": "published", "sitename": "site", "og:url": "url", "url": "url",
}

// measure gathers facts, and counts prose; it reports a page that is too deep.
func (p *page) measure(n *html.Node, depth int) (tooDeep bool) {
	if p.prose == nil {
		p.prose = map[*html.Node]int{}
	}
	if depth > maxDepth {
		return true
	}
	if n.Type == html.TextNode {
		p.prose[n] = proseIn(n.Data)
	}
	if n.Type == html.ElementNode {
		p.note(n)
		if isHidden(n) && n.DataAtom != atom.Head {
			return false
		}
	}
	for c := range n.ChildNodes() {
		if p.measure(c, depth+1) {
			return true
		}
		p.prose[n] += p.prose[c]
	}
	return false
}

func (p *page) note(n *html.Node) {
	switch n.DataAtom {
	case atom.Meta:
		key := strings.ToLower(attribute(n, "name") + attribute(n, "property"))
		if ours, value := metaKeys[key], strings.TrimSpace(attribute(n, "content")); ours != "" && value != "" {
			p.facts = append(p.facts, Fact{ours, value, "<meta " + key + ">"})
		}
	case atom.Link:
		if attribute(n, "rel") == "canonical" {
			p.facts = append(p.facts, Fact{"url", attribute(n, "href"), "<link canonical>"})
		}
	case atom.Title:
		if n.FirstChild != nil && n.FirstChild.Type == html.TextNode {
			title, _, _ := strings.Cut(strings.TrimSpace(n.FirstChild.Data), "_") // 题名_栏目_网站
			p.facts = append(p.facts, Fact{"title", strings.TrimSpace(title), "<title>"})
		}
	}
}

// proseIn counts the characters of a text that is more than a link's or a label's.
func proseIn(text string) int {
	if n := utf8.RuneCountInString(strings.TrimSpace(text)); n >= 20 || strings.ContainsAny(text, "。；") {
		return n
	}
	return 0
}

// main is the smallest element with nearly all of the page's prose. All that is in
// it is taken: what of it is not the report is told by the reader of reports.
func (p *page) main(doc *html.Node) *html.Node {
	const nearly = 0.95
	at, all := doc, float64(p.prose[doc])
	for {
		var next *html.Node
		for c := range at.ChildNodes() {
			if c.Type == html.ElementNode && float64(p.prose[c]) >= nearly*all && all > 0 && !isInline(c) {
				next = c
			}
		}
		if next == nil {
			return at
		}
		at = next
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

var unseen = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)

// isHidden reports whether an element shows no text of its page.
func isHidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Select, atom.Textarea, atom.Iframe, atom.Object, atom.Rt, atom.Rp:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && unseen.MatchString(a.Val) {
			return true
		}
	}
	return false
}

func isInline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.B, atom.Strong, atom.I, atom.Em, atom.U, atom.Span, atom.Font, atom.Sup, atom.Sub, atom.Small, atom.Big,
		atom.S, atom.Q, atom.Cite, atom.Code, atom.Mark, atom.Label, atom.Abbr, atom.Bdo, atom.Bdi, atom.Ins, atom.Del, atom.Time, atom.Ruby, atom.Rb:
		return true
	}
	return n.DataAtom == 0 && strings.Contains(n.Data, ":") // o:p, st1:chsdate of Word
}

// lines writes elements as lines of text.
type lines struct {
	bytes.Buffer
	pictures int
	space    bool // seen and not written
	broken   bool // and it ends a line of the source
}

func (out *lines) text(s string) {
	for _, r := range s {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' {
			out.space, out.broken = true, out.broken || r == '\n' || r == '\r'
			continue
		}
		if out.space && !out.fresh() && !(out.broken && isWide(r) && out.endsWide()) {
			out.WriteByte(' ')
		}
		out.space, out.broken = false, false
		out.WriteRune(r)
	}
}

// A line of source that ends between two Chinese characters was broken by a
// program; a space would be seen there.
func isWide(r rune) bool { return r >= 0x2e80 || strings.ContainsRune("“”‘’—…", r) }

func (out *lines) endsWide() bool {
	r, _ := utf8.DecodeLastRune(out.Bytes())
	return isWide(r)
}

// fresh reports whether nothing is written on the line or in the cell.
func (out *lines) fresh() bool {
	b := out.Bytes()
	return len(b) == 0 || b[len(b)-1] == '\n' || b[len(b)-1] == '\t'
}

// end ends a line that has begun.
func (out *lines) end() {
	if b := out.Bytes(); len(b) > 0 && b[len(b)-1] != '\n' {
		out.WriteByte('\n')
	}
	out.space, out.broken = false, false
}

// element writes what is in a node; what a list puts before its item is mark.
func (out *lines) element(n *html.Node, mark string) {
	if n.Type == html.TextNode {
		out.text(n.Data)
		return
	}
	if n.Type == html.ElementNode && isHidden(n) {
		return
	}
	switch n.DataAtom {
	case atom.Br, atom.Hr:
		out.WriteByte('\n')
		out.space, out.broken = false, false
		return
	case atom.Img, atom.Svg, atom.Canvas:
		out.pictures++
		return
	case atom.Table:
		if out.table(n) {
			return
		}
	case atom.Pre:
		out.end()
		out.WriteString(allText(n))
		out.end()
		return
	}
	block := n.Type == html.ElementNode && !isInline(n)
	if block {
		out.end()
		out.WriteString(mark)
	}
	number := 1
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		number = start
	}
	for c := range n.ChildNodes() {
		if n.DataAtom == atom.Ol && c.DataAtom == atom.Li {
			if value, err := strconv.Atoi(attribute(c, "value")); err == nil {
				number = value
			}
			out.element(c, ordinal(attribute(n, "type"), number)+".")
			number++
			continue
		}
		out.element(c, "")
	}
	if block {
		out.end()
		if n.DataAtom == atom.P || n.DataAtom == atom.Div {
			out.WriteByte('\n') // they stand apart; runs of empty lines become one
		}
	}
}

// ordinal is a number as the types of <ol> write it.
func ordinal(kind string, n int) string {
	switch kind {
	case "a", "A":
		if n >= 1 && n <= 26 {
			return string(rune(int(kind[0]) + n - 1))
		}
	case "i":
		return strings.ToLower(roman(n))
	case "I":
		return roman(n)
	}
	return strconv.Itoa(n)
}

func allText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}
