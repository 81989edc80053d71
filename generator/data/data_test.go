package data

import (
	"bytes"
	"encoding/json"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cases"
)

const license = "https://license.example/by/4.0/"

func TestWriteSample(t *testing.T) {
	files := write(t, sample())
	names := slices.Sorted(maps.Keys(files))
	want := []string{
		"data/dictionary.csv", "data/tables.zip",
		"documents/0123abcd/index.json", "documents/index.json",
		"glossary/fang-guan-fu/index.json", "glossary/index.json", "glossary/san-zi/index.json",
		"indicators/di-qu-sheng-chan-zong-zhi/index.json", "indicators/index.csv", "indicators/index.csv-metadata.json", "indicators/index.json",
		"promises/index.json",
		"reports/bare/index.json", "reports/bare/report.txt",
		"reports/index.json",
		"reports/sample/index.json", "reports/sample/report.txt",
		"schema/document.json", "schema/documents.json", "schema/glossary.json", "schema/indicator.json", "schema/indicators.json", "schema/promises.json",
		"schema/report.json", "schema/reports.json", "schema/term.json", "schema/theme.json", "schema/themes.json",
		"themes/defence/index.json", "themes/economy/index.json", "themes/index.json",
	}
	if !slices.Equal(names, want) {
		t.Errorf("files %q, want %q", names, want)
	}
	holdsPromise(t, sample(), files)

	for _, file := range names {
		if path.Ext(file) == ".txt" || path.Ext(file) == ".zip" || strings.HasPrefix(file, "schema/") {
			continue
		}
		cases.Golden(t, filepath.Join("testdata", "sample", filepath.FromSlash(file)), files[file])
	}
}

func TestOriginal(t *testing.T) {
	// Bytes as received, but for line 3.
	want := "\uFEFF发布机构:\r\n某区政府办公室\r\n\r\n2016年某区政府工作报告\n\n各位代表:\n一、工作回顾\n" +
		"𠮷祥之年\u2028推进“放管服”改革,<b>xx</b>出台《规划\\\"纲要》\n(一)经济运行。增长 6%\n放管服:简政放权的简称\n下一页"
	files := write(t, sample())
	if got := string(files["reports/sample/report.txt"]); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if got := files["reports/bare/report.txt"]; len(got) != 0 {
		t.Errorf("an empty text became %q", got)
	}
}

func TestPersonalDataIsWithheld(t *testing.T) {
	for path, content := range write(t, sample()) {
		if bytes.Contains(content, []byte(private)) {
			t.Errorf("%s has personal data", path)
		}
	}
}

func TestWriteIsRepeatable(t *testing.T) {
	again := write(t, sample())
	for path, content := range write(t, sample()) {
		if !bytes.Equal(content, again[path]) {
			t.Errorf("%s differs", path)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	twice := sample()
	twice.Reports = append(twice.Reports, twice.Reports[0])
	lost := sample()
	lost.Reports[0].Lines = lost.Reports[0].Lines[1:]
	for _, test := range []struct {
		corpus *annotate.Corpus
		err    string
	}{
		{twice, "reports/sample: two reports have this slug"},
		{lost, "reports/sample/report.txt: the lines read are not the file"},
	} {
		if _, err := Write(test.corpus, "/", "", nil, nil); err == nil || !strings.Contains(err.Error(), test.err) {
			t.Errorf("got error %v, want one with %q", err, test.err)
		}
	}
}

// Laying out adds white space only, whatever the text.
func FuzzEncode(f *testing.F) {
	for _, seed := range []string{"放管服", `"`, `\`, `\"`, `{`, `],[{`, "a:b,c", "<!--&-->", "\u2028\u2029", "\x00\xff", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v := reportFile{facts: facts{Title: text, Covers: []int{1, 2}, Regions: []string{text, text}, Inferred: []string{}},
			Paragraphs: []paragraph{{Text: text}, {Section: text}}, Outline: []entry{{Themes: []string{text, text}}}}
		laid, err := encode(v)
		if err != nil {
			t.Fatal(err)
		}
		var compact, want bytes.Buffer
		if err := json.Compact(&compact, laid); err != nil {
			t.Fatalf("%v\n%s", err, laid)
		}
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(v); err != nil {
			t.Fatal(err)
		}
		if compact.String() != strings.TrimSpace(want.String()) {
			t.Errorf("got %s want %s", compact.Bytes(), want.Bytes())
		}
		if bytes.ContainsAny(laid, "\u2028\u2029") {
			t.Error("U+2028 or U+2029 stands unescaped")
		}
	})
}

func write(t *testing.T, c *annotate.Corpus) map[string][]byte {
	t.Helper()
	files, err := Write(c, "https://example.org/a/", license, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return made(t, files)
}

func made(t *testing.T, files Files) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for file, of := range files {
		content, err := of()
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all[file] = content
	}
	return all
}
