package plot

import (
	"math"
	"strings"
	"testing"
)

func TestScale(t *testing.T) {
	for _, c := range []struct {
		from   float64
		values []float64
		want   string
	}{
		{0, nil, "0.0 0.2 0.4 0.6 0.8 1.0"},
		{0, []float64{0, 0}, "0.0 0.2 0.4 0.6 0.8 1.0"},
		{0, []float64{3.4, 1}, "0 1 2 3 4"},
		{0, []float64{7}, "0 2 4 6 8"},
		{0, []float64{0.13}, "0.00 0.05 0.10 0.15"},
		{0, []float64{1234}, "0 500 1000 1500"},
		{0, []float64{-3, 8}, "-5 0 5 10"},
		{68, []float64{73, 68}, "68 69 70 71 72 73"},
		{8.5, []float64{9.1, math.NaN(), math.Inf(1)}, "8.4 8.6 8.8 9.0 9.2"},
	} {
		s := newScale(c.from, c.values...)
		var labels []string
		for _, tick := range s.Ticks() {
			labels = append(labels, s.Label(tick))
		}
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("from %v, %v: %s, want %s", c.from, c.values, got, c.want)
		}
	}
}

// A scale has every value within it, in at most five steps.
func FuzzScale(f *testing.F) {
	f.Add(0.0, 3.4)
	f.Add(-1e-9, 1e12)
	f.Add(1e20, 1e20)
	f.Fuzz(func(t *testing.T, a, b float64) {
		if math.IsNaN(a) || math.Abs(a) > 1e300 || math.IsNaN(b) || math.Abs(b) > 1e300 || math.Abs(a-b) < 1e-300 && a != b {
			t.Skip("no figure of a report")
		}
		s := newScale(a, b)
		within := 1e-9 * s.Step
		if s.Min > min(a, b)+within || s.Max < max(a, b)-within || len(s.Ticks()) < 2 || len(s.Ticks()) > 6 {
			t.Errorf("%v, %v: %+v", a, b, s)
		}
		if p := s.Percent(b); p < 0 || p > 100 {
			t.Errorf("%v stands at %v %%", b, p)
		}
	})
}
