package report

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// A note has a length; what is longer is told and not read any further.
func TestLongNote(t *testing.T) {
	for size, want := range map[int]string{
		longestNote:     "",
		longestNote + 1: "content/reports/x/notes.yaml:2: a note of 20001 characters, more than the 20000 that stand beside a text\n\tpart it, or write a page of it and link to that",
	} {
		_, problems := Read(fstest.MapFS{
			"reports/x/report.yaml": {Data: []byte("title: 工作报告\n")},
			"reports/x/report.txt":  {Data: []byte("推进放管服改革。\n")},
			"reports/x/notes.yaml":  {Data: fmt.Appendf(nil, "- quote: 放管服\n  body: %s\n", strings.Repeat("甲", size))},
		}, "reports")
		got := ""
		for _, p := range problems {
			got += p.String()
		}
		if got != want {
			t.Errorf("%d characters: %s", size, got)
		}
	}
}
