package plot_test

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/cases"
	"jianzhu/generator/plot"
)

func TestBars(t *testing.T) {
	got := plot.Bars("放管服：每万字次数", "甲3处；乙0处", "次", []plot.Bar{
		{"甲县 <2017年>", 3.4, "3处"}, {"乙县", 0, "0处"}, {"丙县", math.NaN(), "字数不详"},
	})
	golden(t, "bars.svg", got)
	if empty := plot.Bars("", "", "", nil); empty != "" {
		t.Errorf("without bars there is %q", empty)
	}
}

// golden compares a figure with a file that can be looked at, and holds it to
// what pages allow: well-formed, nothing inline, everything within its width.
func golden(t *testing.T, name, got string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(got))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s is not well-formed: %v", name, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if slices.Contains([]string{"style", "script", "a", "image"}, start.Name.Local) {
			t.Errorf("%s has a <%s>", name, start.Name.Local)
		}
		for _, a := range start.Attr {
			if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Value, "NaN") {
				t.Errorf("%s has %s=%q", name, a.Name.Local, a.Value)
			}
		}
	}
	cases.Golden(t, filepath.Join("testdata", name), []byte(got+"\n"))
}
