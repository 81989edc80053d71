package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

var (
	// fulfilment heads a list of what was pledged, each with what came of it below.
	fulfilment = pattern.MustCompile(`(?:实事|承诺)[^,。;]{0,12}(?:完成|落实|办理|执行|进展|兑现)情况[)]?$`)
	// pledge is an item of such a list.
	pledge = pattern.MustCompile(`^[0-9]{1,2}[.、][^0-9]`)
	// annex heads what comes behind it.
	annex = pattern.MustCompile(`^附[件录注表]?`)
)

// readPledges finds the pledges that are listed with what came of them: 4.新建学校100所。 before
// 开工169所. They are what was wanted, though the list is one of what was done.
func (c *context) readPledges(r *report.Report) {
	var items, answered []int
	within, last := false, false
	end := func() {
		if within && len(answered) > 1 && len(answered)*5 >= len(items)*4 {
			for _, i := range answered {
				c.pledges[i] = true
			}
		}
		items, answered, within, last = nil, nil, false, false
	}
	for i, p := range r.Paragraphs {
		heads := len(p.Text) < 3*longestName && (strings.Contains(p.Text, "情况") || strings.Contains(p.Text, "附"))
		if !within && !heads {
			continue
		}
		text := foldPlain(p.Text)
		switch {
		case heads && fulfilment.MatchString(text):
			end()
			within = true
		case heads && annex.MatchString(text):
			end()
		case within && pledge.MatchString(text):
			items, last = append(items, i), true
		case within && last:
			answered, last = append(answered, i-1), false
		}
	}
	end()
}
