package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// ratio is one of three parts or more, such as 0.5:21.3:78.2. Unicode's line
// breaking (UAX 14) holds it together, so that before it a justified line is
// stretched by half its length.
var ratio = regexp.MustCompile(`[0-9.]+(?::[0-9.]+){2,}`)

// breakRatios lets a line end after each colon of a ratio in the texts within n.
func breakRatios(n ast.Node, source []byte) {
	for c := range children(n) {
		t, ok := c.(*ast.Text)
		if !ok {
			breakRatios(c, source)
			continue
		}
		start := t.Segment.Start
		value := t.Segment.Value(source)
		for _, at := range ratio.FindAllIndex(value, -1) {
			for i := at[0]; i < at[1]; i++ {
				if value[i] != ':' {
					continue
				}
				stop := t.Segment.Start + i + 1
				n.InsertBefore(n, t, ast.NewTextSegment(text.NewSegment(start, stop)))
				n.InsertBefore(n, t, inline("wbr"))
				start = stop
			}
		}
		t.Segment = t.Segment.WithStart(start)
	}
}
