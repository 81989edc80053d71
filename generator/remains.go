package main

import (
	"encoding/binary"

	"jianzhu/generator/cache"
	"jianzhu/generator/markdown"
	"jianzhu/generator/page"
	"jianzhu/generator/site"
)

// remains are what is kept of a page, for builds that need not make it.
type remains struct {
	shown, frame []byte    // as Hugo is shown it, and its frame; frame is nil without one
	seen         page.Seen // its ids and links, for those that lead nowhere
}

// remainsOf is what is kept of a page of which all files stand; nil for another. Of a view
// of other pages there is no Markdown.
func remainsOf(p markdown.Page, isView bool, kept *cache.Store, stands *standing) *remains {
	if p.Key == (cache.Key{}) {
		return nil
	}
	if !isView {
		for _, file := range madeOf(p) {
			if !stands.has(file, p.Key) {
				return nil
			}
		}
	}
	text, is := kept.Get(remainsKey(p))
	if !is {
		return nil
	}
	return decodeRemains(text)
}

// madeOf are the files of a page's Markdown, from the project's root.
func madeOf(p markdown.Page) []string {
	files := []string{"build/content/" + p.Path}
	if published := p.PublishedPath(); published != "" {
		files = append(files, staticFile(published))
	}
	return files
}

func remainsKey(p markdown.Page) cache.Key { return cache.KeyOf([]byte("remains"), p.Key[:]) }

// put puts the page, and its frame, where layouts wrap them: they are made where the last
// site has them not.
func (is remains) put(p markdown.Page, to *site.Pages) error {
	err := to.Leave(p.HTMLPath(), is.shown, p.Key, p.HTML)
	if frame, has := p.Frame(); has && err == nil {
		err = to.Leave(p.FramePath(), is.frame, p.Key, frame.HTML)
	}
	return err
}

func (is remains) encode() []byte {
	var out []byte
	number := func(n int) { out = binary.AppendUvarint(out, uint64(n)) }
	text := func(s string) {
		number(len(s))
		out = append(out, s...)
	}
	text(string(is.shown))
	text(string(is.frame))
	number(len(is.seen.IDs))
	for _, id := range is.seen.IDs {
		text(id)
	}
	number(len(is.seen.Links))
	for _, l := range is.seen.Links {
		text(l.To)
		number(l.Note)
	}
	return out
}

// decodeRemains is nil for what encode does not write.
func decodeRemains(from []byte) *remains {
	var is remains
	whole, at, ok := string(from), 0, true
	number := func() int {
		n, length := binary.Uvarint(from[at:])
		if ok = ok && length > 0 && n <= uint64(len(from)); !ok {
			return 0
		}
		at += length
		return int(n)
	}
	text := func() string {
		n := number()
		if ok = ok && n <= len(from)-at; !ok {
			return ""
		}
		at += n
		return whole[at-n : at]
	}
	is.shown, is.frame = []byte(text()), []byte(text())
	is.seen.IDs = make([]string, number())
	for i := range is.seen.IDs {
		is.seen.IDs[i] = text()
	}
	is.seen.Links = make([]page.Seeing, number())
	for i := range is.seen.Links {
		is.seen.Links[i] = page.Seeing{To: text(), Note: number()}
	}
	if !ok || at != len(from) {
		return nil
	}
	return &is
}
