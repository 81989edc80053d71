package site

import (
	"regexp"
	"testing"
)

// Whatever the accent, it can be read on each of our grounds.
func TestAccent(t *testing.T) {
	pairs := regexp.MustCompile(`--(\w+): light-dark\((#\w+), (#\w+)\)`)
	for _, text := range []string{"#9e2f1b", "#1d5b8f", "#005a2b", "#000000", "#6b21a8", "#ffcc00", "#ffffff", "#00a2ff"} {
		given, err := ParseColour(text)
		if err != nil {
			t.Fatal(err)
		}
		accent, same := given.Readable()
		if wantSame := given.contrast(washOnLight) >= textContrast; same != wantSame {
			t.Errorf("%s: readable as it is: %t, and becomes %s", text, same, accent)
		}
		found := pairs.FindAllStringSubmatch(accent.sheet(), -1)
		if len(found) != 2 {
			t.Fatalf("%s: %s", text, accent.sheet())
		}
		for _, pair := range found {
			least := map[string]float64{"cinnabar": textContrast, "mark": markContrast}[pair[1]]
			if light := must(pair[2]).contrast(washOnLight); light < least {
				t.Errorf("%s: %s is %s on light grounds: %.2f", text, pair[1], pair[2], light)
			}
			if dark := must(pair[3]).contrast(washOnDark); dark < least {
				t.Errorf("%s: %s is %s on dark grounds: %.2f", text, pair[1], pair[3], dark)
			}
		}
	}
	for _, text := range []string{"", "red", "9e2f1b", "#9e2", "#9e2f1g"} {
		if _, err := ParseColour(text); err == nil {
			t.Errorf("%q is taken for a colour", text)
		}
	}
}
