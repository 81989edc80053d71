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
//	search/<version>/lines/g<n>.js  a shard of the grams of paragraphs
//	search/<version>/lines/t<n>.js  paragraphs as shown, some pages of them
//	search/<version>/titles/…       the same of terms, themes, documents, indicators, headings
//	search/<version>/themes/<n>.js  the paragraphs of a theme
//
// The version is a hash of what is in it, so that a browser never mixes two
// editions.
//
// # Grams
//
// Paragraphs and titles are units; units count from 0. A gram is three
// characters of a key, in a row; after a key's end stand two spaces. Its list
// has every place where it is, so a phrase of three characters or more is found
// by its grams one behind the other, exactly. A phrase of one or two characters
// is the start of several grams; where their lists together are long, it has a
// list of units of its own, as the gram that is filled up with tabs.
//
// Grams are in the order of their code points. A shard is two strings: the
// grams, each without the characters that it shares with the one before, and
// their lists. See list.go for lists.
package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"

	"jianzhu/generator/annotate"
)

// Index is the file that leads to the others, by path from the site's root.
const Index = "search/index.js"

// Write returns files by their path from the site's root.
func Write(c *annotate.Corpus) (map[string][]byte, error) {
	contents := contentsOf(c)
	versioned := map[string]any{}
	for i, units := range contents.themed {
		versioned[name("themes/", i)] = list(units)
	}
	used := map[rune]bool{}
	contents.Lines = write("lines/", contents.lines, used, versioned)
	contents.Titles = write("titles/", contents.titles, used, versioned)
	contents.Fold = foldingOf(used)

	files := map[string][]byte{}
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(versioned)) {
		file, err := Call(name, versioned[name])
		if err != nil {
			return nil, err
		}
		delete(versioned, name) // let go as it is written
		files[name] = file
		sum.Write(file)
	}
	contents.Version = hex.EncodeToString(sum.Sum(nil)[:4])

	all := make(map[string][]byte, len(files)+1)
	for name, file := range files {
		all["search/"+contents.Version+"/"+name+".js"] = file
	}
	file, err := Call("index", contents)
	all[Index] = file
	return all, err
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
