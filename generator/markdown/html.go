package markdown

import (
	"bytes"
	"cmp"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"jianzhu/generator/problem"
)

// converter is the one configuration of goldmark. It has no state between pages.
var converter = goldmark.New(
	goldmark.WithExtensions(tableExtension),
	goldmark.WithParserOptions(
		parser.WithHeadingAttribute(),
		parser.WithAutoHeadingID(),
		parser.WithASTTransformers(util.Prioritized(transformer{}, 900)),
	),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(
		util.Prioritized(elementRenderer{}, 100),
		util.Prioritized(codeRenderer{}, 100),
		util.Prioritized(lostRenderer{}, 100),
	)),
)

var pageKey = parser.NewContextKey()

// html renders the page's body.
func (p Page) html() ([]byte, error) {
	context := parser.NewContext(parser.WithIDs(&headingIDs{taken: map[string]bool{}}))
	context.Set(pageKey, p)
	var out bytes.Buffer
	err := problem.Caught(func() error { return converter.Convert([]byte(p.Body), &out, parser.WithContext(context)) })
	return out.Bytes(), err
}

// transformer makes of the Markdown's tree that of the HTML: links become page
// addresses, headings open sections, and in a report our fragment links become
// what they stand for.
type transformer struct{}

func (transformer) Transform(doc *ast.Document, reader text.Reader, context parser.Context) {
	p := context.Get(pageKey).(Page)
	source := reader.Source()
	rewriteLinks(doc, func(to string) string { return rootLink(cmp.Or(p.of, p.Path), to) })
	alignCells(doc)
	switch p.Front.Type {
	case "report":
		transformReport(doc, source, p.Front.Params)
	case "embed":
		if isIndicator(p.of) {
			transformIndicator(doc, source, p.Front.Params.Traditional)
		}
	case "term":
		transformSpread(doc, source, p.Front.Title)
		transformConcordance(doc, p.Front.Params.Years)
		transformPromises(doc, p.Front.Params.Traditional)
	case "guide":
		transformSample(doc, source, p.Front.Params)
	case "documents", "indicators":
		transformDocuments(doc, p.Front.Params)
	case "region":
		transformPromises(doc, p.Front.Params.Traditional)
	case "indicator":
		transformIndicator(doc, source, p.Front.Params.Traditional)
	}
	rewriteLinks(doc, func(to string) string { return addressLink(p.Path, to) })
	markAddresses(doc)
	insertFigures(doc, p.figures)
	wrapParts(doc, p.Front.Params)
}

// wrapParts wraps the sections of each part of a page, and of the page.
func wrapParts(n ast.Node, params Params) {
	for c := range children(n) {
		if e, ok := c.(*element); ok && e.tag == "div" {
			wrapParts(e, params)
		}
	}
	wrapSections(n, params)
}

// transformReport parts the text from the apparatus and transforms both.
func transformReport(doc ast.Node, source []byte, params Params) {
	body := block("div", "class", "report-text", "data-report-text", "", "lang", params.Script)
	apparatus := block("div", "class", "apparatus")
	part := body
	for n := range children(doc) {
		if h, ok := n.(*ast.Heading); ok && isApparatus(id(h)) {
			part = apparatus
		}
		part.AppendChild(part, n)
	}
	doc.AppendChild(doc, body)
	doc.AppendChild(doc, apparatus)

	transformText(body, source, params, termNumbers(apparatus))
	breakRatios(body, source)
	placeNotes(body, transformNotes(apparatus, params.Script))
	section := ""
	for n := range children(apparatus) {
		if h, ok := n.(*ast.Heading); ok {
			section = id(h)
			continue
		}
		switch section {
		case termsID:
			transformTerms(n, source, params.Script)
		case indicatorsID:
			transformIndicators(n, source, params.Script)
		case themesID:
			transformThemes(n, params.Script)
		case relatedID:
			transformRelated(n, params)
		case promisesID:
			transformPromised(n, source, params)
		case collationID:
			transformCollation(n, source)
		case citeID:
			transformCite(n)
		}
	}
}

// The parts of the apparatus.
const (
	termsID      = "terms"
	indicatorsID = "indicators"
	notesID      = "notes"
	themesID     = "themes"
	relatedID    = "related"
	regionID     = "region"
	promisesID   = "promises"
	collationID  = "collation"
	citeID       = "cite"
)

func isApparatus(id string) bool {
	switch id {
	case termsID, indicatorsID, notesID, themesID, relatedID, regionID, promisesID, collationID, citeID:
		return true
	}
	return false
}

// transformText gives each block of the text its line and its kind, and each
// link its meaning; a term gets its number, by id.
func transformText(body *element, source []byte, params Params, numbers map[string]string) {
	kinds := map[int]string{}
	for kind, lines := range params.Kinds {
		for _, n := range lines {
			kinds[n] = kind
		}
	}
	leads := map[int][]string{}
	for _, h := range params.Outline {
		if h.Kind == "lead" {
			leads[h.Line] = append(leads[h.Line], h.ID)
		}
	}
	transformTables(body)
	blocks := transformAddresses(body)
	placeCaptions(body, kinds, blocks)
	seen := newMentions()
	for n := range children(body) {
		if isLabels(n) {
			transformLabels(n)
			continue
		}
		lead := ""
		for _, line := range blocks[n] {
			if kind := kinds[line]; kind != "" {
				set(n, "class", kind)
			}
			if all := leads[line]; len(all) > 0 && lead == "" {
				lead, leads[line] = all[0], all[1:]
			}
		}
		transformBold(n, lead)
		transformMarks(n, numbers)
		seen.follow(n)
	}
}

// transformMarks turns the links within a block into terms, documents and marks.
func transformMarks(n ast.Node, numbers map[string]string) {
	for c := range children(n) {
		transformMarks(c, numbers)
		if a, ok := c.(*ast.Link); ok {
			if isTerm(a) {
				transformTerm(a, numbers)
			} else if isDocument(a) {
				transformDocument(a)
			} else if isGap(a) {
				transformGap(a)
			} else if noteOf(string(a.Destination)) > 0 {
				transformNoteMark(a)
			}
		}
	}
}
