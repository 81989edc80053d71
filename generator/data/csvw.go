package data

// csvwContext says what the names in a description mean and that texts are Chinese.
var csvwContext = []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "zh-Hans"}}

// tableGroup describes the CSV files of a folder.
type tableGroup struct {
	Context []any   `json:"@context"`
	Tables  []table `json:"tables"`
}

// table describes a CSV file, after the W3C's Metadata Vocabulary for Tabular
// Data (CSVW). Programs look for it beside the file, under its name with
// -metadata.json at the end.
type table struct {
	Context  []any       `json:"@context,omitempty"` // none in a group
	URL      string      `json:"url"`
	Title    string      `json:"dc:title"`
	About    string      `json:"dc:description"`
	Language string      `json:"dc:language"`
	License  *link       `json:"dc:license,omitempty"`
	Dialect  dialect     `json:"dialect"`
	Schema   tableSchema `json:"tableSchema"`
}

type link struct {
	ID string `json:"@id"`
}

type dialect struct {
	Encoding        string `json:"encoding"`
	Delimiter       string `json:"delimiter"`
	LineTerminators string `json:"lineTerminators"`
	QuoteChar       string `json:"quoteChar"`
	DoubleQuote     bool   `json:"doubleQuote"`
	Header          bool   `json:"header"`
}

type tableSchema struct {
	Columns []tableColumn `json:"columns"`
}

type tableColumn struct {
	Name     string            `json:"name"`
	Titles   map[string]string `json:"titles"` // by language; und is what heads the column
	About    string            `json:"dc:description"`
	Datatype any               `json:"datatype"`
	Required bool              `json:"required"`
}

// formatted is a datatype with a regular expression that its values match.
type formatted struct {
	Base   string `json:"base"`
	Format string `json:"format"`
}

// describe is the description of a sheet, under the name of its file. The license is
// an address, or "".
func (s Sheet) describe(url, license string) table {
	t := table{
		URL: url, Title: s.Title, About: s.About, Language: "zh",
		Dialect: dialect{"utf-8", ",", "\r\n", "\"", true, true},
	}
	if license != "" {
		t.License = &link{license}
	}
	for _, c := range s.Columns {
		t.Schema.Columns = append(t.Schema.Columns, tableColumn{
			c.Name, map[string]string{"und": c.Name, "zh-Hans": c.Title}, c.About, c.Datatype, c.Required,
		})
	}
	return t
}

// indicatorTableOf describes indicators/index.csv.
func indicatorTableOf(license string) table {
	for _, s := range Sheets {
		if s.File == "indicators.csv" {
			t := s.describe("index.csv", license)
			t.Context = csvwContext
			return t
		}
	}
	return table{}
}
