package plot

import (
	"math"
	"strconv"
)

// scale spreads values over the width of a figure. Both ends are multiples of
// its step, a round number.
type scale struct{ Min, Max, Step float64 }

// newScale is a scale from from, or a little below, to the largest of the values
// or a little above, in at most five steps of 1, 2 or 5 times a power of ten.
// Bars must begin at 0 to be true; dots need not. Values that are no finite
// numbers are passed over.
func newScale(from float64, values ...float64) scale {
	low, high := from, from
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			low, high = min(low, v), max(high, v)
		}
	}
	if least := 1e-9 * max(math.Abs(low), math.Abs(high)); high-low <= least { // else no step would tell them apart
		high = low + max(1, least)
	}
	unit := math.Pow(10, math.Floor(math.Log10((high-low)/5)))
	for _, times := range []float64{1, 2, 5, 10} {
		if s := around(low, high, times*unit); s.steps() <= 5 {
			return s
		}
	}
	return around(low, high, 20*unit)
}

// around is the shortest scale of that step from low or below to high or above.
func around(low, high, step float64) scale {
	return scale{math.Floor(low/step) * step, math.Ceil(high/step) * step, step}
}

// Percent is where a value stands: 0 at Min, 100 at Max, and never beyond.
func (s scale) Percent(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return min(100, max(0, 100*(v-s.Min)/(s.Max-s.Min)))
}

// within is where a value stands on a scale with a margin at each end, in percent of
// the whole.
func (s scale) within(v, margin float64) float64 { return margin + s.Percent(v)*(100-2*margin)/100 }

// Ticks are the round values from Min to Max.
func (s scale) Ticks() []float64 {
	var ticks []float64
	for i := range s.steps() + 1 {
		ticks = append(ticks, s.Min+float64(i)*s.Step)
	}
	return ticks
}

// Label writes a tick with as many decimals as the step has.
func (s scale) Label(tick float64) string {
	decimals := max(0, -int(math.Floor(math.Log10(s.Step)+1e-9)))
	return strconv.FormatFloat(tick, 'f', decimals, 64)
}

func (s scale) steps() int { return int(math.Round((s.Max - s.Min) / s.Step)) }
