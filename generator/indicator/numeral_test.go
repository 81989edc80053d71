package indicator

import "testing"

func TestNumerals(t *testing.T) {
	for _, c := range []struct {
		text     string
		from, to float64
		ok       bool
	}{
		{"十", 10, 10, true},
		{"十二", 12, 12, true},
		{"二十", 20, 20, true},
		{"一百零五", 105, 105, true},
		{"一百一十", 110, 110, true},
		{"一千零十五", 1015, 1015, true},
		{"二千一百三十万", 21300000, 21300000, true},
		{"六千零九十八亿", 609800000000, 609800000000, true},
		{"二亿一千七百万", 217000000, 217000000, true},
		{"一千三百六十九亿一千四百万", 136914000000, 136914000000, true},
		{"二亿八千六百七十七万", 286770000, 286770000, true},
		{"四万四千八百七十四", 44874, 44874, true},
		{"五万万", 500000000, 500000000, true},
		{"一万亿", 1e12, 1e12, true},
		{"十二点五", 12.5, 12.5, true},
		{"零点二", 0.2, 0.2, true},
		{"一点四亿", 140000000, 140000000, true},
		{"百分之二十二点八", 22.8, 22.8, true},
		{"千分之十三", 13, 13, true},
		{"二五〇", 250, 250, true},
		{"两", 2, 2, true},
		{"百分之四到五", 4, 5, true},
		{"百分之四至百分之五", 4, 5, true},
		{"三千万到四千万", 30000000, 40000000, true},
		{"三千到四千万", 0, 0, false}, // the first lacks its 万
		{"三四百", 0, 0, false},    // about as many
		{"三四", 0, 0, false},
		{"百万", 0, 0, false},
		{"万", 0, 0, false},
		{"二百五", 0, 0, false},
		{"十百", 0, 0, false},
		{"百分之百", 0, 0, false},
		{"", 0, 0, false},
	} {
		if from, to, ok := numerals(c.text); ok != c.ok || ok && (from != c.from || to != c.to) {
			t.Errorf("%s is %v to %v, %v", c.text, from, to, ok)
		}
	}
}
