package data

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianzhu/generator/annotate"
)

// holdsTable checks the table of indicators against its metadata, as a CSVW
// validator does, and against the reports.
func holdsTable(t *testing.T, c *annotate.Corpus, files map[string][]byte) {
	t.Helper()
	var meta struct {
		Context []any `json:"@context"`
		URL     string
		Dialect struct {
			Encoding, Delimiter, LineTerminators, QuoteChar string
			Header, DoubleQuote                             bool
		}
		Schema struct {
			Columns []struct {
				Name     string
				Titles   map[string]string
				Datatype any
				Required bool
			}
		} `json:"tableSchema"`
	}
	if err := json.Unmarshal(files["indicators/index.csv-metadata.json"], &meta); err != nil {
		t.Fatal(err)
	}
	if len(meta.Context) != 2 || meta.Context[0] != "http://www.w3.org/ns/csvw" || files["indicators/"+meta.URL] == nil || meta.Dialect.LineTerminators != "\r\n" {
		t.Fatalf("metadata %+v", meta)
	}
	text := files["indicators/"+meta.URL]
	if strings.Count(string(text), "\n") != strings.Count(string(text), "\r\n") || !bytes.HasPrefix(text, []byte("\uFEFF")) {
		t.Error("lines do not all end in CRLF, or there is no byte order mark")
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	column := map[string]int{}
	for n, c := range meta.Schema.Columns {
		names = append(names, c.Titles["und"])
		column[c.Name] = n
		if c.Titles["und"] != c.Name || c.Titles["zh-Hans"] == "" {
			t.Errorf("titles of %s: %v", c.Name, c.Titles)
		}
	}
	if !slices.Equal(rows[0], names) {
		t.Fatalf("columns %q, described %q", rows[0], names)
	}
	seen := map[string]bool{}
	n := 1
	for _, r := range c.Reports {
		for _, i := range r.Indicators {
			row := rows[n]
			n++
			for k, c := range meta.Schema.Columns {
				if !fits(row[k], c.Datatype) && row[k] != "" || row[k] == "" && c.Required {
					t.Errorf("row %d: %s is %q, not %v", n, c.Name, row[k], c.Datatype)
				}
				if row[k] != "" && strings.ContainsRune("=+-@", rune(row[k][0])) && !regexp.MustCompile(`^-?[0-9]`).MatchString(row[k]) {
					t.Errorf("row %d: %s is a formula: %q", n, c.Name, row[k])
				}
			}
			if row[column["report"]] != r.Slug || row[column["line"]] != strconv.Itoa(i.Line) || seen[row[column["id"]]] || row[column["indicator"]] != c.IndicatorID(i.Name) ||
				row[column["address"]] != "https://example.org/a/reports/"+r.Slug+"/#L"+strconv.Itoa(i.Line) {
				t.Errorf("row %d: %q is not %s, line %d", n, row, r.Slug, i.Line)
			}
			seen[row[column["id"]]] = true
		}
	}
	if n != len(rows) {
		t.Errorf("%d rows for %d indicators", len(rows)-1, n-1)
	}
}

// fits reports whether a cell is of a datatype of CSVW.
func fits(cell string, datatype any) bool {
	format := ""
	if d, ok := datatype.(map[string]any); ok {
		datatype, format = d["base"], d["format"].(string)
	}
	if format != "" && !regexp.MustCompile("^(?:"+format+")$").MatchString(cell) {
		return false
	}
	switch datatype {
	case "string":
		return true
	case "anyURI":
		_, err := url.Parse(cell)
		return err == nil
	case "boolean":
		return cell == "true" || cell == "false"
	case "decimal":
		return regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`).MatchString(cell)
	case "nonNegativeInteger":
		n, err := strconv.Atoi(cell)
		return err == nil && n >= 0
	case "date":
		return regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`).MatchString(cell)
	case "positiveInteger":
		n, err := strconv.Atoi(cell)
		return err == nil && n > 0
	case "gYear":
		return regexp.MustCompile(`^[0-9]{4}$`).MatchString(cell)
	}
	return false
}

func TestIndicatorTable(t *testing.T) {
	c := sample()
	files := write(t, c)
	holdsTable(t, c, files)
	const address = "https://example.org/a/reports/sample/#L9\r\n"
	want := "\uFEFFid,report,region,code,year,line,column,name,quote,indicator,value,unit,modifier,kind,growth,yearly,total,property,period,number,numberTo,numberUnit,address\r\n" +
		"sample:9:11,sample,某省某市某区,000000,2016,9,11,经济,,di-qu-sheng-chan-zong-zhi,6,%,,result,true,false,false,,2015,6,6,%," + address +
		"sample:9:11:2,sample,某省某市某区,000000,2016,9,11,\"'=经济，\"\"总量\"\"\",,di-qu-sheng-chan-zong-zhi,6-6.5,万億元,力争、左右,target,false,false,false,,2016/2020,6000000000000,6500000000000,元," + address +
		"sample:9:11:3,sample,某省某市某区,000000,2016,9,11,三次产业结构,,san-ci-chan-ye-jie-gou,2.8:55.4:41.8,,,result,false,false,false,,,,,," + address
	if got := string(files["indicators/index.csv"]); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !bytes.Contains(files["indicators/index.csv-metadata.json"], []byte(`{"@id":"`+license+`"}`)) {
		t.Error("the metadata do not name the license")
	}
	none, err := Write(c, "/", "", nil, nil)
	if err != nil || bytes.Contains(made(t, none)["indicators/index.csv-metadata.json"], []byte("dc:license")) {
		t.Errorf("without a license the metadata have one (%v)", err)
	}
}

// What stands in a cell stays text.
func TestText(t *testing.T) {
	for words, want := range map[string]string{
		"增长": "增长", "=1+1": "'=1+1", "+86": "'+86", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "＝1": "'＝1", "": "", "a=b": "a=b",
	} {
		if got := text(words); got != want {
			t.Errorf("%q became %q, want %q", words, got, want)
		}
	}
}
