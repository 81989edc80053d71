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
//	search/index.js                 what there is: reports, themes, the files below; how to make a key
//	search/<version>/lines/d<n>.js  a page of the directory of shards
//	search/<version>/lines/g<n>.js  a shard of the grams of paragraphs
//	search/<version>/lines/t<n>.js  paragraphs as shown, a chunk of them
//	search/<version>/titles/…       the same of terms, themes, documents, indicators, headings
//	search/<version>/themes/<n>.js  the paragraphs of a theme
//
// The version is a hash of what is in it, so that a browser never mixes two
// editions. Chunks are JSON in GB 18030, compressed: a server would do that for the
// network, but what lies on a disk is as much less.
//
// # Grams
//
// Paragraphs and titles are units; units count from 0. A gram is three
// characters of a key, in a row; after a key's end stand two spaces. Its list
// has every place where it is, so a phrase of three characters or more is found
// by its grams one behind the other, exactly. A phrase of one or two characters
// is the start of several grams; where their lists together are long, it has a
// list of units of its own, as the gram that is filled up with tabs: of the most
// frequent words at 3,000 reports a bit for each paragraph.
//
// Grams are in the order of their code points. A shard is two strings: the
// grams, each without the characters that it shares with the one before; and in bits,
// for each of them, two less how many it shares, and its list. See list.go for lists. The
// first gram of each shard is in the directory, the first of each page of that in
// index.js, which so grows with the reports and not with their texts.
package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"jianzhu/generator/annotate"
)

// Index is the file that leads to the others, by path from the site's root.
const Index = "search/index.js"

// Folder is where all files of the index are.
const Folder = "search/"

// putting writes a file of the version, by its name.
type putting func(name string, value any) error

// Write puts files by their path from the site's root, each as it is made: the index
// is as large as the texts, and no more of it than a file is in memory at once.
func Write(c *annotate.Corpus, put func(path string, content []byte) error) error {
	return writeContents(contentsOf(c), put)
}

func writeContents(contents index, put func(path string, content []byte) error) error {
	contents.Version = contents.version()
	versioned := func(name string, value any) error {
		file, err := Call(name, value)
		if err == nil {
			err = put(Folder+contents.Version+"/"+name+".js", file)
		}
		return err
	}
	for i, units := range contents.themed {
		contents.Themed = append(contents.Themed, len(units))
		if err := versioned(name("themes/", i), list(units, len(contents.lines))); err != nil {
			return err
		}
	}
	used := map[rune]bool{}
	var err error
	if contents.Lines, err = write("lines/", ofLines, contents.lines, used, versioned); err != nil {
		return err
	}
	if contents.Titles, err = write("titles/", ofTitles, contents.titles, used, versioned); err != nil {
		return err
	}
	contents.Fold = foldingOf(used)
	file, err := Call("index", contents)
	if err == nil {
		err = put(Index, file)
	}
	return err
}

// form is changed when other files than before are made of the same contents.
const form = 4

// version is a hash of what is in the index, and of the form of its files.
func (x *index) version() string {
	sum := sha256.New()
	fmt.Fprintln(sum, form, ofLines, ofTitles, many, long, pageSize)
	for _, units := range [][]unit{x.lines, x.titles} {
		fmt.Fprintln(sum, len(units))
		for _, u := range units {
			u.hash(sum)
		}
	}
	fmt.Fprintln(sum, x.themed)
	return hex.EncodeToString(sum.Sum(nil)[:4])
}

// Call is the text of a file that a browser loads. The value is JSON in which markup
// characters and line ends of JavaScript are escaped.
func Call(name string, value any) ([]byte, error) {
	arguments, err := json.Marshal([]any{name, value})
	if err != nil {
		return nil, err
	}
	return slices.Concat([]byte("jianzhu.file("), arguments[1:len(arguments)-1], []byte(")\n")), nil
}

// CallPacked is Call with a value that is compressed as texts are: jianzhu.search.unpack
// gives it back.
func CallPacked(name string, value any) ([]byte, error) {
	deflate, err := newDeflater()
	if err != nil {
		return nil, err
	}
	text, err := deflate.json(value)
	if err != nil {
		return nil, err
	}
	return Call(name, text)
}
