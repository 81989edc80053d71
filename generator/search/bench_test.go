package search

import (
	"flag"
	"slices"
	"testing"
)

var times = flag.Int("times", 1, "how many times BenchmarkWrite takes the five reports")

func BenchmarkWrite(b *testing.B) {
	c := corpus(b)
	c.Reports = slices.Repeat(c.Reports, *times)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := written(c); err != nil {
			b.Fatal(err)
		}
	}
}
