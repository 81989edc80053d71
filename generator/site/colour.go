package site

import (
	"encoding/hex"
	"fmt"
	"math"
	"strings"

	"jianzhu/generator/tongue"
)

// Colour is one of sRGB, its parts from 0 to 1.
type Colour [3]float64

// Those of static/css/tokens.css that an accent must be told from: what text stands
// on, the darkest ground in light and the lightest in dark.
var (
	cinnabar           = must("#9e2f1b")
	paper, washOnLight = must("#fbf8f1"), must("#f4ead6")
	black, white       = must("#000000"), must("#ffffff")
	washOnDark         = must("#2e281d")
)

// What our styles promise of every pair of text and ground, and of edges and marks.
const textContrast, markContrast = 4.5, 3

// ParseColour reads a colour as #9e2f1b.
func ParseColour(text string) (Colour, error) {
	digits, ok := strings.CutPrefix(text, "#")
	parts, err := hex.DecodeString(digits)
	if !ok || err != nil || len(parts) != 3 {
		return Colour{}, tongue.Errorf("no colour: %q", text)
	}
	var c Colour
	for i, part := range parts {
		c[i] = float64(part) / 255
	}
	return c, nil
}

func must(text string) Colour {
	c, err := ParseColour(text)
	if err != nil {
		panic(err)
	}
	return c
}

// Readable returns the colour, or the nearest darker one in which text can be read
// on our light grounds, and whether it is the colour itself.
func (c Colour) Readable() (Colour, bool) {
	readable := c.towards(black, washOnLight, textContrast)
	return readable, readable.String() == c.String()
}

// sheet is a style sheet that has the colour in place of cinnabar: on paper as it
// is, on dark grounds as much lighter as it takes to be read there.
func (c Colour) sheet() string {
	dark := c.towards(white, washOnDark, textContrast+1) // as much as cinnabar's
	mark := c.mix(white, 0.3).towards(black, washOnLight, markContrast)
	markOnDark := dark.mix(black, 0.3).towards(white, washOnDark, markContrast)
	return fmt.Sprintf(`/* The accent of site.yaml, in place of that of tokens.css. */

:root {
  --cinnabar: light-dark(%s, %s);
  --mark: light-dark(%s, %s);
}

@media print {
  :root, :root[data-scheme] { --cinnabar: %s; }
}
`, c, dark, mark, markOnDark, c.mix(black, 0.2))
}

// towards mixes just so much of another colour in that there is a contrast to a
// ground.
func (c Colour) towards(other, ground Colour, contrast float64) Colour {
	for share := 0.0; share < 1; share += 0.01 {
		if mixed := c.mix(other, share).printed(); mixed.contrast(ground) >= contrast {
			return mixed
		}
	}
	return other
}

func (c Colour) mix(other Colour, share float64) (mixed Colour) {
	for i := range c {
		mixed[i] = c[i]*(1-share) + other[i]*share
	}
	return mixed
}

// contrast is that of two colours after WCAG 2, from 1 to 21.
func (c Colour) contrast(other Colour) float64 {
	a, b := c.luminance(), other.luminance()
	return (math.Max(a, b) + 0.05) / (math.Min(a, b) + 0.05)
}

func (c Colour) luminance() float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

// printed is the colour as it can be written.
func (c Colour) printed() Colour { return must(c.String()) }

func (c Colour) String() string {
	b := func(v float64) int { return int(math.Round(v * 255)) }
	return fmt.Sprintf("#%02x%02x%02x", b(c[0]), b(c[1]), b(c[2]))
}
