package search

// A list is numbers in printable ASCII without " & < > \, which stand in JSON
// as they are. A number is written in base 45, highest digit first; its last
// digit is one of the first 45 characters, those before are of the other 45.
//
// A list of units has each unit less the one before it. A list of places has
// two numbers a place: the unit less the one before, and the position in the
// unit, counted in characters of its key; from the position before where the
// unit is the same.
const (
	digits = " !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOP" + // the last digit of a number
		"QRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
	base = len(digits) / 2
)

func appendNumber(out []byte, n int) []byte {
	if n >= base {
		out = appendHigh(out, n/base)
	}
	return append(out, digits[n%base])
}

func appendHigh(out []byte, n int) []byte {
	if n >= base {
		out = appendHigh(out, n/base)
	}
	return append(out, digits[base+n%base])
}

// list is a list of units, which are in order.
func list(units []int) string {
	var out []byte
	before := 0
	for _, u := range units {
		out = appendNumber(out, u-before)
		before = u
	}
	return string(out)
}
