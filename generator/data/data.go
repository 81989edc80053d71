// Package data writes what other programs read: JSON with published schemas,
// and the original texts.
//
// A file's form is that of its wire type here and of its schema in schema/;
// both are a promise to readers of the data, and a test holds the one to the
// other. All fields are always there, an empty list is []. Lines count from 1,
// offsets and columns count code points from the start of the line as received
// (without a byte order mark and without the line end).
package data

import (
	"embed"
	"io/fs"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/tongue"
)

//go:embed schema/*.json
var schemas embed.FS

// Files are files by their path from the site's root. Each is made when it is asked
// for, anew: all together they are several times the texts.
type Files map[string]func() ([]byte, error)

// Write returns files by their path from the site's root:
//
//	reports/index.json          all that is known of each report
//	reports/<slug>/index.json   a report with all that was found in it
//	reports/<slug>/report.txt   its original text
//	glossary/index.json         the terms
//	themes/index.json           the themes
//	documents/index.json        the documents that reports name
//	promises/index.json         what reports announce, and later ones seem to review
//	indicators/index.csv        the values of all reports, with CSVW metadata
//	indicators/index.json       those that can be compared
//	<list>/<id>/index.json      one term, theme, document or indicator, with what reports have of it
//	data/tables.zip             all of this as CSV files, with what their columns mean
//	schema/*.json               JSON Schemas (2020-12) of the JSON
//
// The address is the site's, with a slash at its end, or "/" where that is not known.
// The license, an address or "", is that of the tables. Parts of their archive are kept,
// where there is a store for it; keys, which may be nil, are of the corpus.
//
// It is an error if two reports have one slug, or if a report's lines put
// together are not the file that was received.
func Write(c *annotate.Corpus, address, license string, keys *annotate.Keys, kept *cache.Store) (Files, error) {
	files := Files{}
	for _, r := range c.Reports {
		file := "reports/" + r.Slug + "/report.txt"
		if files[file] != nil {
			return nil, tongue.Errorf("reports/%s: two reports have this slug", r.Slug)
		}
		if err := whole(r); err != nil {
			return nil, err
		}
		files[file] = func() ([]byte, error) { return original(r), nil }
	}
	for s := range singles(c) {
		files[s.file] = encoded(s.of)
	}
	for _, t := range c.Themes.Themes {
		files["themes/"+t.ID+"/index.json"] = encoded(func() any { return withSections(c, t) })
	}

	files["reports/index.json"] = encoded(func() any { return reportsOf(c) })
	files["glossary/index.json"] = encoded(func() any { return glossaryOf(c) })
	files["themes/index.json"] = encoded(func() any { return themesOf(c) })
	files["documents/index.json"] = encoded(func() any { return documentsOf(c) })
	files["promises/index.json"] = encoded(func() any { return promisesOf(c) })
	files["indicators/index.json"] = encoded(func() any { return indicatorsOf(c) })
	download(files, &collected{c, address, keys, kept}, license)
	files["indicators/index.csv-metadata.json"] = encoded(func() any { return indicatorTableOf(license) })

	names, err := fs.Glob(schemas, "schema/*.json")
	for _, name := range names {
		files[name] = func() ([]byte, error) { return schemas.ReadFile(name) }
	}
	return files, err
}

// encoded makes a file of what is made then.
func encoded(of func() any) func() ([]byte, error) {
	return func() ([]byte, error) { return encode(of()) }
}
