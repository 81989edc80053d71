package indicator

import (
	"testing"

	"jianzhu/generator/report"
)

// TestAmountOf multiplies out what is printed, at both ends of a range.
func TestAmountOf(t *testing.T) {
	for _, test := range []struct {
		value, unit string
		want        report.Amount
	}{
		{"1080.76", "亿元", report.Amount{Known: true, From: 108076000000, To: 108076000000, Unit: "元"}},
		{"6.5-7", "%", report.Amount{Known: true, From: 6.5, To: 7, Unit: "%"}},
		{"6.5%-7", "%", report.Amount{Known: true, From: 6.5, To: 7, Unit: "%"}},
		{"120万-140", "万吨", report.Amount{Known: true, From: 1200000, To: 1400000, Unit: "吨"}},
		{"9000万-1.2", "亿元", report.Amount{Known: true, From: 90000000, To: 120000000, Unit: "元"}},
		{"2.8:55.4:41.8", "", report.Amount{}},
	} {
		if got := AmountOf(test.value, test.unit); got != test.want {
			t.Errorf("%s %s is %+v, want %+v", test.value, test.unit, got, test.want)
		}
	}
}
