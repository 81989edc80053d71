package report

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestCheckOriginals(t *testing.T) {
	const sum = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" // of "test"
	for _, test := range []struct{ name, yaml, file, want string }{
		{"none", "title: 甲\n", "", ""},
		{"there", "title: 甲\noriginal: {file: original.docx, sha256: \"" + strings.ToUpper(sum) + "\", format: Word}\n", "test", ""},
		{"gone", "title: 甲\noriginal: {file: original.docx, sha256: \"" + sum + "\"}\n", "", "content/reports/a/report.yaml:2: original: no file original.docx beside report.txt"},
		{"another", "title: 甲\noriginal: {file: original.docx, sha256: \"" + sum + "\"}\n", "tests", "content/reports/a/report.yaml:2: original: original.docx is another file"},
		{"elsewhere", "title: 甲\noriginal: {file: ../original.docx, sha256: \"" + sum + "\"}\n", "", "content/reports/a/report.yaml:2: original has no file"},
		{"no sum", "title: 甲\noriginal: {file: original.docx}\n", "test", "content/reports/a/report.yaml:2: original: no SHA-256 of original.docx"},
	} {
		t.Run(test.name, func(t *testing.T) {
			content := fstest.MapFS{
				"reports/a/report.yaml": {Data: []byte(test.yaml)}, "reports/a/report.txt": {Data: []byte("甲\n一、乙\n丙丁。\n")},
			}
			if test.file != "" {
				content["reports/a/original.docx"] = &fstest.MapFile{Data: []byte(test.file)}
			}
			reports, problems := Read(content, "reports")
			problems = append(problems, CheckOriginals(content, "reports", reports)...)
			got := ""
			for _, p := range problems {
				if strings.Contains(p.String(), "original") {
					got += p.String()
				}
			}
			if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
