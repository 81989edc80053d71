package data

// table describes a CSV file, after the W3C's Metadata Vocabulary for Tabular
// Data (CSVW). Programs look for it beside the file, under its name with
// -metadata.json at the end.
type table struct {
	Context  []any       `json:"@context"`
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

// indicatorTableOf describes indicators/index.csv. The license is an address, or "".
func indicatorTableOf(license string) table {
	t := table{
		Context:  []any{"http://www.w3.org/ns/csvw", map[string]string{"@language": "zh-Hans"}},
		URL:      "index.csv",
		Title:    "报告写明的结果与目标",
		About:    "由程序从报告正文辨认，难免有错漏，以原件为准；各地口径不同，不宜相比。数值、单位、限定照原文，折算的另列。",
		Language: "zh",
		Dialect:  dialect{"utf-8", ",", "\r\n", "\"", true, true},
	}
	if license != "" {
		t.License = &link{license}
	}
	for _, c := range indicatorColumns {
		t.Schema.Columns = append(t.Schema.Columns, tableColumn{
			c.name, map[string]string{"und": c.name, "zh-Hans": c.title}, c.description, c.datatype, c.required,
		})
	}
	return t
}
