// Package search writes the index that the search page reads, as files that a
// browser loads with <script src>: so it works without a server, under a strict
// Content-Security-Policy, and only what a query needs is loaded.
//
// # What is compared
//
// A text and a query are compared by their keys (see Key). A query is found
// where its key is part of a paragraph's key, or of a title's.
//
// # Files
//
// Each file is one call, jianzhu.file(name, value):
//
//	search/index.js                    what there is: reports, themes, the files below; how to make a key
//	search/lines/d<n>-<edition>.js     a page of the directory of shards
//	search/lines/g<gram>-<edition>.js  a shard of the grams of paragraphs, by its first
//	search/lines/t<n>-<edition>.js     paragraphs as shown, a chunk of them, by its first
//	search/titles/…                    the same of terms, themes, documents, indicators, headings
//	search/themes/<n>-<edition>.js     the paragraphs of a theme
//
// The edition is a hash of what is in a file, and stands where the file is named: so a
// browser never mixes two, and a file that says the same keeps its name.
//
// The value of index.js and of a page of the directory is JSON, in which lists are base64;
// that of a shard or a chunk is a string of bytes, six of them as seven characters of ASCII
// (see digit.go). The bytes of a chunk are its JSON in a code in which frequent characters
// have one byte (see often.go), compressed: a server would do that for the network, but what
// lies on a disk is as much less.
//
// # Grams
//
// Paragraphs and titles are units; units count from 0. A gram is three
// characters of a key, in a row; after a key's end stand two spaces, or where it
// is a title of an entry two ends of a line, so that a word that is an entry is
// found among entries alone. The list of a gram
// has every place where it is, so a phrase of three characters or more is found
// by its grams one behind the other, exactly. A phrase of one or two characters
// is the start of several grams; where their lists together are long, it has a
// list of units of its own, as the gram that is filled up with tabs: of the most
// frequent words at 3,000 reports a bit for each paragraph.
//
// Grams are in the order of their code points. A shard is bits: for each gram two less how
// many characters it shares with the one before, the others, and its list (see shard.add);
// and an end. See list.go for numbers and lists. The first gram of each shard is in the
// directory, the first of each page of that in index.js, which so grows with the reports and
// not with their texts. Of 1,000 reports of 15,000 characters the shards are two thirds, and
// nearly all of these are places, of eighteen bits each.
//
// # After an edit
//
// What is the same stays in the same file. Reports begin at round numbers, so those of
// others stay; where a shard ends is decided by its grams, and chunks are cut in spans of
// units, so that no list or text that becomes longer moves all behind it.
//
// So the next index is made of the one that stands. Each span has a key; of the units of
// those that have another one the chunks that stand tell how they read before. Grams that
// these units had or have get new lists: what stands of a list without these units, and where
// it is in them now. Of the shards only those with such lists are read, and written anew (see
// revise.go). Where reports begin elsewhere, or codes or lengths are others, for there is much
// more or less, all grams are sorted again; the chunks of a span are kept, for to compress
// takes long.
package search

import (
	"encoding/base32"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
)

// Index is the file that leads to the others, by path from the site's root.
const Index = "search/index.js"

// Folder is where all files of the index are.
const Folder = "search/"

// Files are those of an index, by path from the site's root. They are put, or stay as an
// index before put them.
type Files interface {
	Put(path string, content []byte) error
	Stands(path string) bool // as it was put
	Stay(path string) error
	Read(path string) ([]byte, error)
}

// Put is Files of which none stand.
type Put func(path string, content []byte) error

func (p Put) Put(path string, content []byte) error { return p(path, content) }
func (Put) Stands(string) bool                      { return false }
func (Put) Stay(path string) error                  { return &fs.PathError{Op: "stay", Path: path, Err: fs.ErrNotExist} }
func (Put) Read(path string) ([]byte, error)        { return nil, fs.ErrNotExist }

// writer writes files, and knows what earlier builds made of the same texts.
type writer struct {
	files Files
	kept  *cache.Store
}

// Where the two parts are.
const linesPrefix, titlesPrefix = "lines/", "titles/"

// Write writes an index, each file as it is made: it is as large as the texts, and no more
// of it than a file is in memory at once. What the last index has is not made again, as far
// as what is kept tells what that is; nil keeps nothing.
func Write(c *annotate.Corpus, kept *cache.Store, to Files) error {
	w := &writer{to, kept}
	return w.write(contentsOf(c))
}

func (w *writer) write(contents index) (err error) {
	last, now := w.last(), standing{}
	if now.Lines, err = w.writePart(linesPrefix, ofLines, contents.lines, last.Lines); err != nil {
		return err
	}
	if now.Titles, err = w.writePart(titlesPrefix, ofTitles, contents.titles, last.Titles); err != nil {
		return err
	}
	if contents.Lines, err = w.directory(linesPrefix, now.Lines); err != nil {
		return err
	}
	if contents.Titles, err = w.directory(titlesPrefix, now.Titles); err != nil {
		return err
	}
	if err = w.writeThemes(&contents); err != nil {
		return err
	}
	contents.Fold = foldingOf(now.used())
	file, err := Call("index", contents)
	if err != nil {
		return err
	}
	cache.Keep(w.kept, standingKey(file), now)
	return w.files.Put(Index, file)
}

// writeThemes writes the lists of lines.
func (w *writer) writeThemes(x *index) error {
	for i, units := range x.themed {
		edition, err := w.putValue(fmt.Sprintf("themes/%d", i), list(units, x.Lines.Units))
		if err != nil {
			return err
		}
		x.Themed = append(x.Themed, len(units))
		x.Lists = append(x.Lists, edition)
	}
	return nil
}

// putValue puts the file of a value, whose name ends with its edition.
func (w *writer) putValue(name string, value any) (edition string, err error) {
	text, err := json.Marshal(value)
	if err != nil {
		return "", err
	}
	return w.putText(name, text)
}

// putText does so for a value as JSON.
func (w *writer) putText(name string, value []byte) (edition string, err error) {
	edition = editionOf(value)
	return edition, w.putOf(name, edition, value)
}

// putOf puts the file of a value as JSON and of an edition.
func (w *writer) putOf(name, edition string, value []byte) error {
	return w.files.Put(path(name, edition), call(name+"-"+edition, value))
}

// path is the path of a file of an edition.
func path(name, edition string) string { return Folder + name + "-" + edition + ".js" }

// An edition of a file is told by so many letters and digits: by one in a thousand million.
const editionLength = 6

// editionOf is the edition of what is made of these.
func editionOf[T string | []byte](parts ...T) string {
	sum := cache.KeyOf(parts...)
	return strings.ToLower(base32.HexEncoding.EncodeToString(sum[:]))[:editionLength]
}

// Call is the text of a file that a browser loads. The value is JSON in which markup
// characters and line ends of JavaScript are escaped.
func Call(name string, value any) ([]byte, error) {
	text, err := json.Marshal(value)
	return call(name, text), err
}

// call is that of a plain name and a value that is JSON already.
func call(name string, value []byte) []byte {
	return slices.Concat([]byte(`jianzhu.file("`), []byte(name), []byte(`",`), value, []byte(callEnd))
}

const callEnd = ")\n"

// CallPacked is Call with a value that is compressed as texts are: jianzhu.search.unpack
// gives it back.
func CallPacked(name string, value any) ([]byte, error) {
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	deflate := deflaters.Get().(*deflater)
	defer deflaters.Put(deflate)
	return call(name, quoted([]byte(deflate.packed(text)))), nil
}
