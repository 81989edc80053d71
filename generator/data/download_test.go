package data

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// unzip returns the files of the download by name.
func unzip(t *testing.T, content []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range r.File {
		open, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(open); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// rowsOf reads a table as a program does: without the byte order mark, which must
// be there for Excel.
func rowsOf(t *testing.T, name string, content []byte) [][]string {
	t.Helper()
	content, marked := bytes.CutPrefix(content, []byte("\uFEFF"))
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil || !marked || len(rows) == 0 {
		t.Fatalf("%s: %v, byte order mark: %v, %d rows", name, err, marked, len(rows))
	}
	return rows
}

// The download has every table, each with its rows, and says what they mean.
func TestDownload(t *testing.T) {
	published := write(t, sample())
	files := unzip(t, published[All])
	want := map[string]int{
		"reports.csv": 2, "indicators.csv": 3, "terms.csv": 2, "uses.csv": 2, "definitions.csv": 1, "themes.csv": 2, "sections.csv": 2,
		"documents.csv": 1, "mentions.csv": 1, "promises.csv": 2, "notes.csv": 2,
	}
	if len(files) != len(want)+3 || files["README.txt"] == nil || !bytes.Equal(files["dictionary.csv"], published[Dictionary]) {
		t.Errorf("%d files", len(files))
	}
	var group struct {
		Tables []struct {
			URL    string
			Schema struct{ Columns []tableColumn } `json:"tableSchema"`
		}
	}
	if err := json.Unmarshal(files["metadata.json"], &group); err != nil || len(group.Tables) != len(want) {
		t.Fatal(err, len(group.Tables))
	}
	explained := map[string]bool{}
	for _, row := range rowsOf(t, "dictionary.csv", files["dictionary.csv"])[1:] {
		explained[row[0]+" "+row[1]] = row[2] != "" && row[5] != ""
	}
	for _, table := range group.Tables {
		rows := rowsOf(t, table.URL, files[table.URL])
		if n := len(rows) - 1; n != want[table.URL] {
			t.Errorf("%s has %d rows, want %d", table.URL, n, want[table.URL])
		}
		keys := map[string]bool{}
		for k, c := range table.Schema.Columns {
			if rows[0][k] != c.Name || !explained[table.URL+" "+c.Name] {
				t.Errorf("%s: column %s is described as %s, in the dictionary: %v", table.URL, rows[0][k], c.Name, explained[table.URL+" "+c.Name])
			}
			for n, row := range rows[1:] {
				if row[k] == "" && c.Required || row[k] != "" && !fits(row[k], c.Datatype) {
					t.Errorf("%s, row %d: %s is %q, not %v", table.URL, n+1, c.Name, row[k], c.Datatype)
				}
			}
		}
		for n, row := range rows[1:] { // the first column is the key
			if keys[row[0]] {
				t.Errorf("%s, row %d: %s again", table.URL, n+1, row[0])
			}
			keys[row[0]] = true
		}
	}
}

// A name means one thing: a table has each column once, and what JSON says of a value
// has the names of the table.
func TestOneMeaning(t *testing.T) {
	all := map[string]bool{}
	for _, c := range columns {
		if all[c.Name] || c.Title == "" || c.About == "" {
			t.Errorf("column %s: there before: %v, title %q, about %q", c.Name, all[c.Name], c.Title, c.About)
		}
		all[c.Name] = true
	}
	used := map[string]bool{}
	for _, s := range Sheets {
		for _, c := range s.Columns {
			used[c.Name] = true
		}
	}
	if len(used) != len(all) {
		t.Errorf("%d columns, %d used", len(all), len(used))
	}
	var names []string
	for f := range reflect.TypeFor[value]().Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		names = append(names, name)
	}
	var table []string
	for _, c := range Sheets[1].Columns {
		if c.Name != "address" { // in JSON it is the report and the line
			table = append(table, c.Name)
		}
	}
	if !slices.Equal(names, table) {
		t.Errorf("JSON %q\ntable %q", names, table)
	}
}

// Without an address the tables have paths from the root.
func TestDownloadWithoutAddress(t *testing.T) {
	lazy, err := Write(sample(), "/", "", nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	files := made(t, lazy)
	rows := rowsOf(t, "reports.csv", unzip(t, files[All])["reports.csv"])
	if address := rows[1][slices.Index(rows[0], "address")]; address != "/reports/sample/" {
		t.Errorf("address %q", address)
	}
	if about := string(unzip(t, files[All])["README.txt"]); strings.Contains(about, "来自") || strings.Contains(about, "许可：") {
		t.Error(about)
	}
}
