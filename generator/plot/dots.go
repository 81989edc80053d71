package plot

import "math"

// Row is one line of a dot plot: the values of one place and time.
type Row struct {
	Name  string // at the left; a line of text, which is not broken: keep it short
	Label string // at the right: the values, as text
	Dots  []Dot
}

// Dot is a value or, where To is not From, a range of them.
type Dot struct {
	From, To float64
	Promised bool // it is hollow, one that was reached is filled
	Mean     bool // of several years: it is a square on its corner
}

// known reports whether a dot stands anywhere.
func (d Dot) known() bool {
	return !math.IsNaN(d.From-d.To) && !math.IsInf(d.From, 0) && !math.IsInf(d.To, 0)
}

// A row of dots, in em. A promised dot is a ring that a reached one at the same
// place fits into, so that both are seen.
const (
	dotRow       = 3.2
	dotLine      = 2.05
	dotMargin    = 3    // at each end of the scale, in percent: dots at the ends stand within the figure
	reachedSize  = 0.28 // radius
	promisedSize = 0.42
)

// Dots draws the values of each row on a line, the rows one below the other, on
// a scale with the unit that begins near the lowest value: dots say where values
// stand, not how large they are. Without values there is no figure: "".
func Dots(title, about, unit string, rows []Row) string {
	var values []float64
	for _, r := range rows {
		for _, dot := range r.Dots {
			if dot.known() {
				values = append(values, dot.From, dot.To)
			}
		}
	}
	if len(values) == 0 {
		return ""
	}
	s := newScale(values[0], values...)
	bottom := dotRow * float64(len(rows))
	var d drawing
	d.axis(s, dotMargin, 0, bottom, unit)
	for i, r := range rows {
		top := dotRow * float64(i)
		d.text(0, top+baseline, "start", "name", r.Name)
		d.text(100, top+baseline, "start", "label", r.Label)
		d.dots(s, top+dotLine, r.Dots)
	}
	return d.svg(title, about, bottom+1.6)
}

// dots draws the line of a row, what lies between its values, and them.
func (d *drawing) dots(s scale, y float64, dots []Dot) {
	d.line(0, y, 100, y, "track")
	low, high := 100.0, 0.0
	for _, dot := range dots {
		if !dot.known() {
			continue
		}
		low = min(low, s.within(dot.From, dotMargin), s.within(dot.To, dotMargin))
		high = max(high, s.within(dot.From, dotMargin), s.within(dot.To, dotMargin))
	}
	if low < high {
		d.line(low, y, high, y, "between")
	}
	for _, dot := range dots {
		if !dot.known() {
			continue
		}
		class, size := "reached", reachedSize
		if dot.Promised {
			class, size = "promised", promisedSize
		}
		from, to := s.within(dot.From, dotMargin), s.within(dot.To, dotMargin)
		if from != to {
			d.line(from, y, to, y, "range "+class)
			d.dot(to, y, size, class, dot.Mean)
		}
		d.dot(from, y, size, class, dot.Mean)
	}
}

// dot draws one value. The square of a mean begins at its place: the style sheet
// moves its middle there and turns it.
func (d *drawing) dot(x, y, radius float64, class string, mean bool) {
	if !mean {
		d.circle(x, y, radius, class)
		return
	}
	d.open("rect", class+" mean")
	d.at("x", x, "%")
	d.at("y", y, "em")
	d.at("width", 2*radius, "em")
	d.at("height", 2*radius, "em")
	d.WriteString("/>")
}

func (d *drawing) circle(x, y, radius float64, class string) {
	d.open("circle", class)
	d.at("cx", x, "%")
	d.at("cy", y, "em")
	d.at("r", radius, "em")
	d.WriteString("/>")
}
