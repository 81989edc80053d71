package plot

// Bar is one row of a bar chart.
type Bar struct {
	Name  string  // at the left; a line of text, which is not broken: keep it short
	Value float64 // how long the bar is
	Label string  // at the right
}

// The height of a row, and where in it its text stands and its bar begins and
// ends, in em.
const (
	rowHeight = 2.5
	baseline  = 1.1
	barTop    = 1.55
	barHeight = 0.45
)

// Bars draws a bar for each value, from zero, one below the other, on a scale
// with the unit. Without bars there is no figure: "".
func Bars(title, about, unit string, bars []Bar) string {
	if len(bars) == 0 {
		return ""
	}
	values := make([]float64, len(bars))
	for i, b := range bars {
		values[i] = b.Value
	}
	s := newScale(0, values...)
	bottom := rowHeight * float64(len(bars))
	var d drawing
	d.axis(s, 0, 0, bottom, unit)
	top := func(i int) float64 { return rowHeight * float64(i) }
	d.group("name", func() {
		for i, b := range bars {
			d.text(0, top(i)+baseline, "start", "", b.Name)
		}
	})
	d.atEnd("label", func() {
		for i, b := range bars {
			d.text(0, top(i)+baseline, "start", "", b.Label)
		}
	})
	d.group("bar", func() {
		for i, b := range bars {
			if b.Value > 0 {
				d.rect(top(i)+barTop, s.Percent(b.Value), barHeight)
			}
		}
	})
	return d.svg(title, about, bottom+1.6)
}
