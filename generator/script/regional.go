package script

import (
	_ "embed"
	"strings"
)

//go:embed regional.txt
var regional string

// Regional are pairs of wordings, Taiwan and mainland, both folded: 捷运 地铁.
// The longer Taiwan wording comes first.
var Regional = pairs()

func pairs() (all [][2]string) {
	for line := range strings.Lines(regional) {
		taiwan, mainland, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok {
			all = append(all, [2]string{taiwan, mainland})
		}
	}
	return all
}
