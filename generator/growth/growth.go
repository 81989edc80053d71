// Package growth is for tests: whether what a thing costs grows as the thing does.
package growth

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// Linear does something for n of a thing and for four times as many, which should take
// some four times the memory that is asked for: it stands for work. Twice four is far
// from the sixteen of what looks at everything for each thing.
func Linear(t *testing.T, n int, do func(n int)) {
	t.Helper()
	do(n) // tables that are made once
	if one, four := allocated(n, do), allocated(4*n, do); four > 8*one {
		t.Errorf("%d KB for %d, %d KB for four times as many", one>>10, n, four>>10)
	}
}

// Many is n times a format with the number of each, from 1.
func Many(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i+1)
	}
	return b.String()
}

// allocated is how many bytes it asks for.
func allocated(n int, do func(n int)) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do(n)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
