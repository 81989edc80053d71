package annotate

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"jianzhu/generator/report"
)

// Document is what references in 《…》 name: a law, a plan, a notice. Songs,
// books and shows are none.
type Document struct {
	ID       string // first 8 hexadecimal digits of the SHA-256 of the folded title
	Title    string // in Simplified characters, as displayed, without the marks, as most mentions have it
	Variants []string
	Former   []string // ids that it has by its other titles, 关于…的决定: addresses that lead to it
	Kind     string   // 条例, 规划 …; "" where the title does not end with one
	Years    []Span   // that the title names
	Issuer   Issuer
	Mentions []Mention // by report, in text order
	Alone    bool      // it has no page, for one report of many names it
}

// Mention is a reference in its sentence.
type Mention struct {
	Report    *report.Report
	Reference report.Reference
	Before    string // the sentence before the title, as displayed, with the opening mark
	After     string // and after it, with the closing mark
}

// Issuer is who made a document, where a text says so; as displayed.
type Issuer struct {
	Name   string
	Report *report.Report // nil where the title itself says it
	Line   int
}

// naming is all the references that have one folded title, with 关于 before it or without.
type naming struct {
	key      string // without, where a mention has it so
	others   []string
	mentions []Mention
	places   []*report.Reference // of the mentions, in their reports
	calls    []calling           // of the mentions
	issuer   Issuer              // the first that a sentence states
}

// documents finds the references of all reports and gathers them into documents, by kind;
// each reference has its document's id. What is said of a title at one mention holds for
// it at all.
func documents(reports []*report.Report) []Document {
	titles := map[string]*naming{}
	var order []*naming
	for _, r := range reports {
		r.References = nil
		found := report.Once(r, "references", nil, func() []cited { return citedIn(r) })
		for _, x := range found {
			r.References = append(r.References, report.Reference{Title: x.Title, Line: x.Line, Column: x.Column})
		}
		for i, x := range found {
			if x.Key == "" {
				continue
			}
			n := titles[bareTitle(x.Key)]
			if n == nil {
				n = &naming{key: x.Key}
				titles[bareTitle(x.Key)] = n
				order = append(order, n)
			}
			n.called(x.Key)
			n.add(r, &r.References[i], x)
		}
	}
	taken := map[string]bool{}
	var all []Document
	for _, n := range order {
		if isWork(n.key, n.calls) {
			continue
		}
		d := n.document()
		d.ID = documentID(n.key, 4)
		if taken[d.ID] {
			d.ID = documentID(n.key, 8)
		}
		taken[d.ID] = true
		for _, other := range n.others {
			if former := documentID(other, 4); !taken[former] {
				taken[former] = true
				d.Former = append(d.Former, former)
			}
		}
		d.Alone = d.alone(len(reports))
		for i, place := range n.places {
			place.ID = d.ID
			d.Mentions[i].Reference.ID = d.ID
		}
		all = append(all, d)
	}
	slices.SortStableFunc(all, func(a, b Document) int {
		return cmp.Or(
			cmp.Compare(kindRank(a.Kind), kindRank(b.Kind)),
			cmp.Compare(len(b.Mentions), len(a.Mentions)),
			cmp.Compare(a.Title, b.Title),
		)
	})
	return all
}

// called takes in one more way to write the title: the shorter names it.
func (n *naming) called(key string) {
	if key == n.key || slices.Contains(n.others, key) {
		return
	}
	if len(key) < len(n.key) {
		key, n.key = n.key, key
	}
	n.others = append(n.others, key)
}

// add takes in one more mention.
func (n *naming) add(r *report.Report, ref *report.Reference, x cited) {
	n.mentions = append(n.mentions, Mention{Report: r, Reference: *ref, Before: x.Before, After: x.After})
	n.places = append(n.places, ref)
	n.calls = append(n.calls, x.Calling)
	if n.issuer.Name == "" && x.Issuer != "" {
		n.issuer = Issuer{x.Issuer, r, ref.Line}
	}
}

// document is the naming as a document, without its id.
func (n *naming) document() Document {
	d := Document{Kind: kindOf(n.key), Issuer: n.issuer, Mentions: n.mentions}
	count := map[string]int{}
	scripts := map[string]string{}
	for _, m := range n.mentions {
		form := report.DisplayString(m.Reference.Title)
		if count[form] == 0 {
			d.Variants = append(d.Variants, form)
			scripts[form] = m.Report.Script
		}
		count[form]++
	}
	slices.SortStableFunc(d.Variants, func(a, b string) int {
		return cmp.Or(cmp.Compare(scripts[a], scripts[b]), cmp.Compare(count[b], count[a])) // zh-Hans before zh-Hant
	})
	d.Title, d.Variants = listed(d.Variants, scripts)
	d.Years = yearsOf(d.Title)
	if name := titleIssuer(d.Title); name != "" {
		d.Issuer = Issuer{Name: name}
	}
	return d
}

// documentID is the first n bytes of the key's hash, in hexadecimal.
func documentID(key string, n int) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:n])
}
