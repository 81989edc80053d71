package indicator

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// TestTimes reads of what time values are, and whether they are results or targets.
func TestTimes(t *testing.T) {
	text, err := os.ReadFile("testdata/times.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		What, Text, Type string
		Year             int
		Want             []string
	}
	if err := yaml.UnmarshalWithOptions(text, &cases, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.What, func(t *testing.T) {
			meta := fmt.Sprintf("title: 某市政府工作报告\nyear: %d\n", c.Year)
			if c.Type != "" {
				meta += "type: " + c.Type + "\n"
			}
			var got []string
			for _, i := range Find(parsed(t, meta, "各位代表：\n现在，我代表市人民政府向大会报告工作。\n"+c.Text)) {
				growth := ""
				if i.Growth {
					growth = "+"
				}
				got = append(got, strings.TrimSpace(fmt.Sprintf("%s%s %s%s %s", i.Value, i.Unit, i.Kind, growth, i.Period)))
			}
			if !slices.Equal(got, c.Want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.Want, "\n"))
			}
		})
	}
}
