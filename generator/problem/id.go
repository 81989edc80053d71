package problem

import "regexp"

var id = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// IsID reports whether a name can be that of a report, a term, a sense or a
// theme: it stands in addresses and in file names. A page named index would
// stand in the place of the list of its like.
func IsID(name string) bool { return id.MatchString(name) && name != "index" && len(name) <= LongestID }

// LongestID is how many bytes a name has at most that stands in addresses: with what
// is put to it, it must be the name of a file everywhere.
const LongestID = 200

// IDHint says how such a name is written.
const IDHint = "use small letters, digits and single hyphens, 200 at most, and not index"
