package data

import "jianzhu/generator/annotate"

// promisesFile is promises/index.json; schema/promises.json says what its
// fields mean.
type promisesFile struct {
	Promises []promise `json:"promises"`
}

type promise struct {
	Names   []string `json:"names"`
	Earlier said     `json:"earlier"`
	Later   said     `json:"later"`
}

type said struct {
	Report string `json:"report"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	End    int    `json:"end"`
}

func promisesOf(c *annotate.Corpus) promisesFile {
	of := func(s annotate.Said) said { return said{s.Report.Slug, s.Line, s.Column, s.End} }
	return promisesFile{list(c.Promises, func(p annotate.Promise) promise {
		return promise{list(p.Names, same), of(p.Earlier), of(p.Later)}
	})}
}
