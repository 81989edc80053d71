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
	"fmt"
	"io/fs"

	"jianzhu/generator/annotate"
)

//go:embed schema/*.json
var schemas embed.FS

// Write returns files by their path from the site's root:
//
//	reports/index.json          all that is known of each report
//	reports/<slug>/index.json   a report with all that was found in it
//	reports/<slug>/report.txt   its original text
//	glossary/index.json         the terms
//	themes/index.json           the themes and their sections
//	documents/index.json        the documents that reports name
//	promises/index.json         what reports announce, and later ones seem to review
//	indicators/index.csv        the values of all reports, with CSVW metadata
//	indicators/index.json       those that can be compared
//	<list>/<id>/index.json      one term, theme, document or indicator
//	data/tables.zip             all of this as CSV files, with what their columns mean
//	schema/*.json               JSON Schemas (2020-12) of the JSON
//
// The address is the site's, with a slash at its end, or "/" where that is not known.
// The license, an address or "", is that of the tables.
//
// It is an error if two reports have one slug, or if a report's lines put
// together are not the file that was received.
func Write(c *annotate.Corpus, address, license string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, r := range c.Reports {
		index := "reports/" + r.Slug + "/index.json"
		if files[index] != nil {
			return nil, fmt.Errorf("reports/%s: two reports have this slug", r.Slug)
		}
		text, err := original(r)
		if err != nil {
			return nil, err
		}
		files["reports/"+r.Slug+"/report.txt"] = text
		if files[index], err = encode(reportOf(c, r)); err != nil {
			return nil, err
		}
	}

	var err error
	if files["reports/index.json"], err = encode(reportsOf(c)); err != nil {
		return nil, err
	}
	if files["glossary/index.json"], err = encode(glossaryOf(c)); err != nil {
		return nil, err
	}
	if files["themes/index.json"], err = encode(themesOf(c)); err != nil {
		return nil, err
	}
	if files["documents/index.json"], err = encode(documentsOf(c)); err != nil {
		return nil, err
	}
	if files["promises/index.json"], err = encode(promisesOf(c)); err != nil {
		return nil, err
	}
	if files["indicators/index.json"], err = encode(indicatorsOf(c)); err != nil {
		return nil, err
	}
	if err := single(files, c); err != nil {
		return nil, err
	}
	if err := download(files, &collected{c, address}, license); err != nil {
		return nil, err
	}
	if files["indicators/index.csv-metadata.json"], err = encode(indicatorTableOf(license)); err != nil {
		return nil, err
	}

	names, err := fs.Glob(schemas, "schema/*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if files[name], err = schemas.ReadFile(name); err != nil {
			return nil, err
		}
	}
	return files, nil
}
