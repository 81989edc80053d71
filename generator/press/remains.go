package press

import (
	"encoding/binary"
	"slices"

	"jianzhu/generator/cache"
	"jianzhu/generator/markdown"
	"jianzhu/generator/site"
)

// remains are what is kept of a page, for builds that need not make it.
type remains struct {
	shown, frame []byte // as Hugo is shown it, and its frame; frame is empty without one
	seen         []byte // see markdown.Forms.Seen
}

// remain reports whether all files of a page stand, and what a build needs of it is kept. Of
// a view of other pages there is no Markdown.
func remain(p markdown.Page, isView bool, kept *cache.Store, stands *standing) bool {
	if p.Key == (cache.Key{}) || !kept.Has(remainsKey(p)) {
		return false
	}
	if isView {
		return true
	}
	return !slices.ContainsFunc(madeOf(p), func(file string) bool { return !stands.has(file, p.Key) })
}

// remainsOf is what is kept of a page; nil where that is damaged.
func remainsOf(p markdown.Page, kept *cache.Store) *remains {
	text, is := kept.Get(remainsKey(p))
	if !is {
		return nil
	}
	return decodeRemains(text)
}

// madeOf are the files of a page's Markdown, from the project's root.
func madeOf(p markdown.Page) []string {
	files := []string{madeContent + p.Path}
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
	out := make([]byte, 0, 3*binary.MaxVarintLen64+len(is.shown)+len(is.frame)+len(is.seen))
	for _, text := range [][]byte{is.shown, is.frame, is.seen} {
		out = binary.AppendUvarint(out, uint64(len(text)))
		out = append(out, text...)
	}
	return out
}

// decodeRemains is nil for what encode does not write.
func decodeRemains(from []byte) *remains {
	var is remains
	for _, text := range []*[]byte{&is.shown, &is.frame, &is.seen} {
		n, length := binary.Uvarint(from)
		if length <= 0 || n > uint64(len(from)-length) {
			return nil
		}
		*text, from = from[length:length+int(n)], from[length+int(n):]
	}
	return &is
}
