package indicator

import (
	"math"
	"strconv"
	"strings"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Scale returns a value and its unit as a plain number of the plain unit:
// 1080.76 亿元 is 108076000000 元, 0.97万户 9700 户, 6.3% stays. The unit is in
// Simplified. A range, a ratio, or what is no number is not ok.
//
// Different units of one measure stay apart: 亩 is not made 平方米.
func Scale(value, unit string) (number float64, plain string, ok bool) {
	number, err := strconv.ParseFloat(plainNumber.Replace(script.FoldString(value)), 64)
	if err != nil {
		from, to, spelt := numerals(foldPlain(value))
		if !spelt || from != to {
			return 0, "", false
		}
		number = from
	}
	factor, plain := cutMultiplier(foldPlain(unit))
	// 10,000 times 0.97 in binary is not 9700: go by the decimal places printed.
	scaled, err := strconv.ParseFloat(strconv.FormatFloat(number*factor, 'g', 15, 64), 64)
	return scaled, plain, err == nil && !math.IsInf(scaled, 0) && !math.IsNaN(scaled)
}

// plainNumber takes out what groups digits and writes each minus as one.
var plainNumber = strings.NewReplacer(",", "", "'", "", "’", "", " ", "", "\u00a0", "", "−", "-", "–", "-", "—", "-")

// AmountOf is what a value and its unit come to, a range with both its ends.
func AmountOf(value, unit string) report.Amount {
	value = report.DisplayString(value)
	if n, plain, ok := Scale(value, unit); ok {
		return report.Amount{Known: true, From: n, To: n, Unit: plain}
	}
	for _, mark := range []string{"-", "－", "—", "–", "~", "～", "至", "到"} {
		first, last, found := strings.Cut(value, mark)
		first, ownUnit := firstOf(strings.TrimSuffix(first, "%"), unit)
		from, _, ok := Scale(first, ownUnit)
		to, plain, ok2 := Scale(strings.TrimLeft(last, mark), unit)
		if found && ok && ok2 && from <= to {
			return report.Amount{Known: true, From: from, To: to, Unit: plain}
		}
	}
	return report.Amount{}
}

// firstOf is the first number of a range with its unit, which may have a multiplier of its
// own: 900万-1.2亿元.
func firstOf(value, unit string) (number, ownUnit string) {
	for _, m := range multipliers {
		if number, found := strings.CutSuffix(script.FoldString(value), m.word); found {
			_, plain := cutMultiplier(foldPlain(unit))
			return number, m.word + plain
		}
	}
	return value, unit
}
