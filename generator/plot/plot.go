// Package plot draws figures as SVG from plain values.
//
// A figure is as wide as what it stands in: along it positions are percentages,
// down it they are em, so that type keeps its size on a phone, grows with the
// reader's, and nothing has to be drawn twice. There are presentation attributes
// and classes only, no style, script or font: pages forbid them inline. Colours
// are static/css/plot.css's. (Libraries for charts do not do: gonum/plot writes
// style attributes; go-chart does too, or classes, but for a width in pixels;
// go-echarts writes scripts.) What a figure shows stands on the page as text too.
package plot

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

// drawing is a figure being drawn. Methods take x and widths in percent of its
// width, y and heights in em from the top.
type drawing struct{ strings.Builder }

// svg ends a drawing of the given height. Title and description are what is read
// out for the figure (SVG Accessibility API Mappings 1.0), without ids that
// could stand on the page twice. Its numbers are not read out: they stand in a table.
func (d *drawing) svg(title, about string, height float64) string {
	return fmt.Sprintf(`<svg class="plot" xmlns="http://www.w3.org/2000/svg" role="img" width="100%%" height="%sem"><title>%s</title><desc>%s</desc>%s</svg>`,
		number(height), html.EscapeString(title), html.EscapeString(about), d.String())
}

// open begins an element; what follows are its attributes. In a group that has the class
// it has none.
func (d *drawing) open(name, class string) {
	d.WriteString("<" + name)
	if class != "" {
		fmt.Fprintf(d, ` class="%s"`, class)
	}
}

// group are elements of one class.
func (d *drawing) group(class string, write func()) {
	d.open("g", class)
	d.WriteString(">")
	write()
	d.WriteString("</g>")
}

// atEnd are elements of one class that count their places from the right end.
func (d *drawing) atEnd(class string, write func()) {
	d.open("svg", class)
	d.WriteString(` x="100%" overflow="visible">`)
	write()
	d.WriteString("</svg>")
}

// at writes a position or a length; SVG takes one that is not there for 0.
func (d *drawing) at(attribute string, v float64, unit string) {
	if n := number(v); n != "0" {
		for _, s := range []string{" ", attribute, `="`, n, unit, `"`} {
			d.WriteString(s)
		}
	}
}

// text writes a line of text on the baseline y. The anchor says which part of it
// stands at x: start, middle, end; style sheets have labels end there.
func (d *drawing) text(x, y float64, anchor, class, text string) {
	d.open("text", class)
	d.at("x", x, "%")
	d.at("y", y, "em")
	if anchor != "start" {
		fmt.Fprintf(d, ` text-anchor="%s"`, anchor)
	}
	fmt.Fprintf(d, ">%s</text>", html.EscapeString(text))
}

func (d *drawing) rect(y, width, height float64) {
	d.open("rect", "")
	d.at("y", y, "em")
	d.at("width", width, "%")
	d.at("height", height, "em")
	d.WriteString("/>")
}

func (d *drawing) line(x1, y1, x2, y2 float64, class string) {
	d.open("line", class)
	d.at("x1", x1, "%")
	d.at("y1", y1, "em")
	d.at("x2", x2, "%")
	d.at("y2", y2, "em")
	d.WriteString("/>")
}

// axis draws a line down from top to bottom at each tick of a scale, which may have a
// margin at each end, and its value under it, the last one with the unit.
func (d *drawing) axis(s scale, margin, top, bottom float64, unit string) {
	ticks := s.Ticks()
	for i, t := range ticks {
		x, anchor, label := s.within(t, margin), "middle", s.Label(t)
		d.line(x, top, x, bottom, "grid")
		if i == len(ticks)-1 {
			label += unit
		}
		switch {
		case i == 0 && margin == 0:
			anchor = "start"
		case i == len(ticks)-1 && margin == 0:
			anchor = "end"
		}
		d.text(x, bottom+1.1, anchor, "tick", label)
	}
}

// number writes a position as short as it can be: 12.5, not 12.50.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
