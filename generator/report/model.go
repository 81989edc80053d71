package report

import "crypto/sha256"

// Report is one source text with its metadata, as plain data.
// Read fills everything but what is said to be added by annotate.
//
// All positions are in the source: Line is 1-based, Column and Offset count
// code points from the start of the line as received (without BOM and line end).
// An End beyond its line runs on into the next lines of the paragraph, line ends
// not counted: see [Report.From].
type Report struct {
	Slug   string
	Meta   Meta
	Script string // of the text: "zh-Hans" or "zh-Hant"
	Source Source
	Lines  []Line // all of them; put together they are the file

	Paragraphs  []Paragraph
	Tables      []Table // in text order
	Outline     []Entry // in text order; the tree is in Level and ID
	Debris      []Debris
	Damage      []Damage
	Normalised  []Count // what display changes, by kind
	Metadata    []Field // found in the text
	Definitions []Definition
	Notes       []Note // of notes.yaml, in text order

	Terms      []Occurrence // added by annotate, every occurrence, in text order
	References []Reference  // added by annotate
	Indicators []Indicator  // added by annotate, in text order

	Looks []IndicatorKind // added by annotate, by paragraph: see Look

	words      [sha256.Size]byte // checksum of the lines without white space, if it is known
	characters int               // see Characters; 0 if it is not known

	origin origin
}

// Source describes report.txt as received.
type Source struct {
	File     string // path from the content root: reports/<slug>/report.txt
	SHA256   string // of its bytes, hexadecimal
	Encoding string // "UTF-8" or "UTF-8 with BOM"
}

// Line is a source line. It ends at LF or CRLF only.
type Line struct {
	Text string // without the line end and, on the first line, without the BOM
	End  string // "\n", "\r\n" or, on a last line without one, ""
}

// Kind is what a paragraph is.
type Kind string

const (
	Text       Kind = "text"
	Title      Kind = "title"
	Date       Kind = "date"
	Salutation Kind = "salutation"
	Heading    Kind = "heading" // a block heading: the line is nothing else
	Tabled     Kind = "table"   // a row of a table, or a line of it, or its caption; see Table
)

// EntryKind is how an outline entry is written.
type EntryKind string

const (
	Block EntryKind = "block"  // a heading on its own line
	RunIn EntryKind = "run-in" // a numbered heading that opens its paragraph and ends at the first 。
	Lead  EntryKind = "lead"   // an unnumbered short first sentence of a longer paragraph
	Item  EntryKind = "item"   // 一是…, ——…, a sub-heading inside a paragraph; opens no section
)

// Entry is an outline entry. Block, run-in and lead open sections.
type Entry struct {
	ID     string // position in the outline tree: s1, s1-2; "" for items
	Kind   EntryKind
	Level  int    // 1 is the highest level that the report uses
	Number string // as written, without what only separates: 第一章, 一、, (一), 1., 一是; "" where unnumbered
	Title  string // as written, without the number and the closing 。 or colon
	Line   int    // where its title begins; a number may stand alone on the line above
	Column int    // where the entry begins on that line, number included
	End    int    // column after the title; the 。, or the half-width stop in its place, stands at End where one follows

	// TitleLine is Line, but for a number alone on its line (附件1): then the
	// title is the next line, a paragraph of kind title, and End is after the number.
	TitleLine int

	Themes  []Label   // added by annotate, best first, at most three
	Related []Related // added by annotate, best first, at most three

	heading string // see Report.Heading: made once, for every list of places names it
}

// Opens reports whether the entry opens a section.
func (e Entry) Opens() bool { return e.Kind != Item }

// Label is a theme given to a section, with the reasons.
type Label struct {
	Theme string   // id
	Score float64  // relative weight, comparable within one section
	Why   []string // the words that spoke for it, weightiest first, as the report writes them
}

// Related is a section of another report that has much in common with one.
type Related struct {
	Report  string   // slug
	Section string   // id
	Line    int      // on which the section begins
	Terms   []string // ids of those that both have, rarest first
	Themes  []string // likewise
}

// Reason is why a line is debris.
type Reason string

const (
	MetadataLine Reason = "metadata"
	SiteTitle    Reason = "site-title"
	Stub         Reason = "stub"
	Infobox      Reason = "infobox"
	Navigation   Reason = "navigation"
	Pagination   Reason = "pagination"
	Widget       Reason = "widget"
	Markup       Reason = "markup"        // a converter's: the rule below a table's head
	PersonalData Reason = "personal-data" // its text is withheld from every output
)

// Debris is a whole line that is not the report.
type Debris struct {
	Line   int
	Reason Reason
	Text   string // as received; "" for personal data
}

// DamageKind is how the source is hurt.
type DamageKind string

const (
	Cut        DamageKind = "cut"        // text lost at the line's end
	Fused      DamageKind = "fused"      // lines run together
	Anonymised DamageKind = "anonymised" // xx in place of a name
	Lost       DamageKind = "lost"       // characters that cannot be read: U+FFFD, □, ??
	Missing    DamageKind = "missing"    // announced here but not in the source
)

// Damage marks a place; it is never filled. A line has at most one of a kind.
type Damage struct {
	Line   int
	Kind   DamageKind
	Column int    // where the mark belongs: the line's end for cut, after the stray text for fused, after what stands there for anonymised and lost
	Text   string // the words it was seen by
}

// Count is how often display changes the source in one way.
type Count struct {
	Kind  ChangeKind
	Count int
}

// Field is a label and its value found in the text.
type Field struct {
	Label, Value string
	Line         int // of the value; of the label where the value is missing
}

// DefinitionSource is how a report gives a definition.
type DefinitionSource string

const (
	FromList     DefinitionSource = "list"     // its 名词解释
	FromNote     DefinitionSource = "note"     // a note, to which marks in the text lead
	FromBrackets DefinitionSource = "brackets" // the brackets after the term, where it is used
	FromSentence DefinitionSource = "sentence" // the sentence that uses the term
	FromParts    DefinitionSource = "parts"    // headings, or what is counted, behind the term
)

// Apart reports whether such definitions stand apart from the text that uses the term.
func (s DefinitionSource) Apart() bool { return s == FromList || s == FromNote }

// Definition is one that the report gives itself.
type Definition struct {
	Term   string // as written, before the mark that parts it from its text
	Number string // as written: 1., [3], ①; "" where unnumbered
	Text   string // as written; its paragraphs are parted by line feeds
	Source DefinitionSource
	Line   int // on which it begins, with its number or term
	Last   int // on which it ends

	TextLine, Column int // where Text begins

	Parts []Part     // of which Text is made, where Source is FromParts
	Marks []NoteMark // in the text, that lead to it
	ID    string     // added by annotate: the term that it defines

	value int // of its number
}

// Part is one of the things that a slogan counts: a heading, or an item of a paragraph.
type Part struct {
	Line, Column int
	Text         string // as written, with its number
}

// NoteMark is a mark in the text that leads to a definition: [3], ⑶.
type NoteMark struct{ Line, Column, End int }

// Occurrence is a glossary term in the text.
type Occurrence struct {
	Term    string // id
	Sense   string // id; "" where the term has one sense or the context does not decide
	Surface string // as written
	Line    int
	Offset  int  // code points from the line's start
	Pattern bool // made as a pattern of the term says: other words so made are of other things
	Linked  bool // this one is a link on the page
}

// Reference is a mention in 《…》.
type Reference struct {
	Title  string // as written, between the marks
	Line   int
	Column int    // of the opening mark
	ID     string // of the document that it names; "" where it names a song, a book, a show, or a kind alone: 纲要（草案）
	Linked bool   // this one, its marks included, is a link on the page
}

// Meta is report.yaml. Only the title is needed.
type Meta struct {
	Title     string    `yaml:"title"`
	Type      string    `yaml:"type"` // of Types
	Year      int       `yaml:"year"`
	Covers    []int     `yaml:"covers"`
	Region    Region    `yaml:"region"`
	Issuer    string    `yaml:"issuer"`
	Dates     Dates     `yaml:"dates"`
	Origin    Origin    `yaml:"source"`
	Original  Original  `yaml:"original"`
	Inferred  []string  `yaml:"inferred"` // keys that the text does not state
	Aliases   []string  `yaml:"aliases"`  // former slugs
	Remark    string    `yaml:"remark"`   // what is odd about this source, for readers
	Decisions Decisions `yaml:"decisions"`

	lines map[string]int // in report.yaml, by key path: decisions.debris.5
}

// Region is a place in the tree of GB/T 2260.
type Region struct {
	Path []string `yaml:"path"` // from the province down
	Code string   `yaml:"code"` // of the nearest GB/T 2260 division
}

// Dates are as printed, or "" where unknown.
type Dates struct {
	Delivered string `yaml:"delivered"`
	Published string `yaml:"published"`
}

// Origin is where the text came from.
type Origin struct {
	URL       string `yaml:"url"`
	Publisher string `yaml:"publisher"`
}

// Original is the file that report.txt was made from; without one the text came
// as it is.
type Original struct {
	File   string `yaml:"file"`   // beside report.txt
	SHA256 string `yaml:"sha256"` // of the file, in hexadecimal digits
	Format string `yaml:"format"` // Word, PDF, text in GB18030
}

// Decisions are an editor's word on single lines; they win over detection.
// "none" takes back what was detected.
type Decisions struct {
	Debris  map[int]string          `yaml:"debris"`
	Damage  DamageDecisions         `yaml:"damage"`
	Kind    map[int]Kind            `yaml:"kind"` // of a paragraph: title, date, salutation, text
	Outline map[int]OutlineDecision `yaml:"outline"`
	Deny    []Deny                  `yaml:"deny"`

	Indicators map[int][]IndicatorDecision `yaml:"indicators"` // in place of all that were found on the line
}

// DamageDecisions are those on single lines, or "none" for a whole report in
// which nothing is hurt. A line that is "cut" does not go on in the next one.
type DamageDecisions struct {
	None  bool
	Lines map[int]string
}

// UnmarshalYAML reads a map of lines, or none.
func (d *DamageDecisions) UnmarshalYAML(decode func(any) error) error {
	var word string
	if decode(&word) == nil && word == taken {
		d.None = true
		return nil
	}
	return decode(&d.Lines)
}

// OutlineDecision says what the line opens with: a kind and its level, or kind
// "none". Without a level the entry nests as its like do. Kind "none" with a
// level returns: the line stands directly in the section of that level.
// Items, quoted from the line, replace the items found in it.
type OutlineDecision struct {
	Kind  EntryKind `yaml:"kind"`
	Level int       `yaml:"level"`
	Items []string  `yaml:"items"`
}

// Deny says that a term does not occur on a line, though its form does.
type Deny struct {
	Term string `yaml:"term"`
	Line int    `yaml:"line"`
}
