package data

import "jianzhu/generator/annotate"

// promisesFile is promises/index.json; schema/promises.json says what its
// fields mean.
type promisesFile struct {
	Promises []promise `json:"promises"`
	Unseen   []unseen  `json:"unseen"`
}

type promise struct {
	Relation string   `json:"relation"`
	Names    []string `json:"names"`
	Terms    []string `json:"terms"`
	Earlier  said     `json:"earlier"`
	Later    said     `json:"later"`
}

type unseen struct {
	Names   []string `json:"names"`
	Earlier said     `json:"earlier"`
	Until   int      `json:"until"`
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
		return promise{string(p.Relation), list(p.Names, same), list(p.Terms, same), of(p.Earlier), of(p.Later)}
	}), list(c.Unseen, func(u annotate.Unseen) unseen { return unseen{list(u.Names, same), of(u.Said), u.Until} })}
}
