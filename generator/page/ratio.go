package page

import "slices"

// ratioStops are the places in a text, each after a colon of a ratio of three parts
// or more, such as 0.5:21.3:78.2, where a line may end. Unicode's line breaking
// (UAX 14) holds a ratio together, so that before it a justified line is stretched
// by half its length.
func ratioStops(text []rune) (stops []int) {
	if !slices.Contains(text, ':') {
		return nil
	}
	var colons []int // of the run of digits and single colons at hand
	flush := func(end int) {
		if n := len(colons); n > 0 && colons[n-1] == end {
			colons = colons[:n-1] // nothing follows it
		}
		if len(colons) >= 2 {
			stops = append(stops, colons...)
		}
		colons = colons[:0]
	}
	for i, r := range text {
		switch {
		case isDigit(r) || r == '.':
		case r == ':' && i > 0 && (isDigit(text[i-1]) || text[i-1] == '.'):
			colons = append(colons, i+1)
		default:
			flush(i)
		}
	}
	flush(len(text))
	return stops
}
