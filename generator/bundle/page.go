package bundle

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	tokens "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jianzhu/generator/tongue"
)

// edit says what becomes of an element.
type edit int

const (
	keep   edit = iota // the tag stays as it is written
	change             // its attributes were changed
	drop               // the element goes, with what is in it
	unlink             // a link becomes plain text: its tags become those of a span
)

// rewrite passes over the tags of a page and edits those that each says. What
// is not edited stays byte for byte. Errors are gathered; the page is read on.
func rewrite(page []byte, each func(*tokens.Token) (edit, error)) ([]byte, error) {
	var (
		out    bytes.Buffer
		faults []error
		span   bool // within a link that becomes a span
	)
	z := tokens.NewTokenizer(bytes.NewReader(page))
	for {
		kind := z.Next()
		raw := slices.Clone(z.Raw())
		switch kind {
		case tokens.ErrorToken:
			out.Write(raw)
			if z.Err() != io.EOF {
				faults = append(faults, z.Err())
			}
			return out.Bytes(), errors.Join(faults...)
		case tokens.StartTagToken, tokens.SelfClosingTagToken:
			tag := z.Token()
			what, err := each(&tag)
			if err != nil {
				faults = append(faults, err)
			}
			switch what {
			case keep:
				out.Write(raw)
			case change:
				out.WriteString(tag.String())
			case drop:
				if kind == tokens.StartTagToken && !void(tag.DataAtom) {
					skip(z, tag.Data)
				}
			case unlink:
				span = true
				out.WriteString(plainTag(tag).String())
			}
		case tokens.EndTagToken:
			if tag := z.Token(); span && tag.DataAtom == atom.A { // links do not nest
				span = false
				raw = []byte("</span>")
			}
			out.Write(raw)
		default:
			out.Write(raw)
		}
	}
}

// skip reads to the end of the element that was opened last.
func skip(z *tokens.Tokenizer, name string) {
	for depth := 1; depth > 0; {
		switch z.Next() {
		case tokens.ErrorToken:
			return
		case tokens.StartTagToken:
			if tag, _ := z.TagName(); string(tag) == name {
				depth++
			}
		case tokens.EndTagToken:
			if tag, _ := z.TagName(); string(tag) == name {
				depth--
			}
		}
	}
}

// void reports whether an element has no end tag (HTML Standard, 13.1.2).
func void(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input,
		atom.Link, atom.Meta, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// plainTag is a link's tag as that of a span: without what only links have or
// only links may say.
func plainTag(link tokens.Token) tokens.Token {
	link.DataAtom, link.Data = atom.Span, "span"
	link.Attr = slices.DeleteFunc(slices.Clone(link.Attr), func(a tokens.Attribute) bool {
		return slices.Contains([]string{"download", "href", "hreflang", "ping", "referrerpolicy", "rel", "target", "type"}, a.Key) ||
			strings.HasPrefix(a.Key, "aria-")
	})
	return link
}

// attribute returns the value of an attribute, nil if the tag does not have it.
func attribute(tag *tokens.Token, key string) *string {
	for i := range tag.Attr {
		if tag.Attr[i].Key == key {
			return &tag.Attr[i].Val
		}
	}
	return nil
}

// value returns the value of an attribute, "" if the tag does not have it.
func value(tag *tokens.Token, key string) string {
	if v := attribute(tag, key); v != nil {
		return *v
	}
	return ""
}

// insert puts text before the first or, with last, the last of an end tag.
func insert(page []byte, endTag, text string, last bool) ([]byte, bool) {
	find := bytes.Index
	if last {
		find = bytes.LastIndex
	}
	at := find(page, []byte(endTag))
	if at < 0 {
		return page, false
	}
	return slices.Concat(page[:at], []byte(text), page[at:]), true
}

// stamp adds to the foot of a page that it is a copy, of which day its content
// is, and where the page stands on the web.
func (t *tree) stamp(file string, page []byte) ([]byte, error) {
	day := t.Date.UTC()
	text := fmt.Sprintf(`<p class="offline" data-added>离线副本，内容截至<time datetime="%s">%d年%d月%d日</time>。`,
		day.Format("2006-01-02"), day.Year(), day.Month(), day.Day())
	if to, err := t.aim(file, ""); err == nil && to != nil && to.url != "" {
		text += fmt.Sprintf(`网上地址：<a href="%s">%[1]s</a>`, html.EscapeString(to.url))
	}
	text += "</p>\n"
	for _, tag := range []string{"</footer>", "</body>"} {
		if stamped, ok := insert(page, tag, text, true); ok {
			return stamped, nil
		}
	}
	return nil, tongue.Errorf("%s: the page has no </body>", file)
}
