package report

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// noteLink is a link of an editor's note to a line, here or in another report.
var noteLink = regexp.MustCompile(`\[([^]]*)\]\((?:\.\./([a-z0-9-]+)/index\.md)?#(?:debris-)?L(\d+)\)`)

// namedLine is a line named in the words of a link.
var namedLine = regexp.MustCompile(`第(\d+)行`)

// A note that says 第36行 must lead to line 36, and that line must have words.
func TestNotesLeadWhereTheySay(t *testing.T) {
	reports := content(t)
	for _, r := range reports {
		for _, n := range r.Notes {
			for _, m := range noteLink.FindAllStringSubmatch(n.Body, -1) {
				words, slug, line := m[1], m[2], m[3]
				if named := namedLine.FindStringSubmatch(words); named != nil && named[1] != line {
					t.Errorf("%s, note on %q: [%s] leads to line %s", r.Slug, n.Quote, words, line)
				}
				to := r
				if slug != "" {
					i := slices.IndexFunc(reports, func(r *Report) bool { return r.Slug == slug })
					if i < 0 {
						t.Errorf("%s, note on %q: no report %s", r.Slug, n.Quote, slug)
						continue
					}
					to = reports[i]
				}
				at, _ := strconv.Atoi(line)
				if at < 1 || at > len(to.Lines) || strings.TrimSpace(to.Lines[at-1].Text) == "" {
					t.Errorf("%s, note on %q: nothing stands in line %s of %s", r.Slug, n.Quote, line, to.Slug)
				}
			}
		}
	}
}

// Every sum in the notes, made again from the figures in the texts.
func TestSumsInNotes(t *testing.T) {
	// bases are the sums invested a year before, in 亿元, from levels and growth.
	industry, services, all := 117.5/1.94, 74.7/1.586, 192.2/1.729
	// growth is that of five years at 6.5%, wealth that of product per head.
	growth, wealth := math.Pow(1.065, 5), 10.7/9.7
	tests := []struct {
		slug  string
		line  int    // that the note is about
		words string // of the note, with the result in place of the verb
		value float64
	}{
		{"hangzhou-etdz-2014", 10, "工业117.5亿元加服务业74.7亿元，正是%.1f亿元", 117.5 + 74.7},
		{"hangzhou-etdz-2014", 10, "2012年工业约%.1f亿元", industry},
		{"hangzhou-etdz-2014", 10, "服务业约%.1f亿元", services},
		{"hangzhou-etdz-2014", 10, "合计约%.1f亿元", industry + services},
		{"hangzhou-etdz-2014", 10, "总数约为%.1f亿元", all},
		{"hangzhou-etdz-2014", 10, "多出约%.1f亿元", all - industry - services},
		{"hangzhou-etdz-2014", 11, "约为本行数目的%.1f倍", 150 / 44.46},
		{"hangzhou-etdz-2014", 33, "占%.1f%%", 100 * 192.2 / 289.2},
		{"liwan-2017", 20, "两年合计%.0f个", 7 + 40},
		{"liwan-2017", 21, "还有%.0f条", 13 - 3},
		{"shahekou-2016", 20, "宽%.1f个百分点", 2.8 - 2.7},
		{"shahekou-2016", 24, "相加是%.0f人", 20381 + 5899},
		{"shahekou-2016", 24, "少%.0f人", 29251 - 20381 - 5899},
		{"zhongshan-xiqu-145", 36, "五年合计约增%.0f%%", 100 * (growth - 1)},
		{"zhongshan-xiqu-145", 36, "只增约%.1f%%", 100 * (wealth - 1)},
		{"zhongshan-xiqu-145", 36, "人口须增约%.0f%%", 100 * (growth/wealth - 1)},
		{"zhongshan-xiqu-145", 57, "产业用地合计约%.0f亩", 500 + 210},
		{"zhongshan-xiqu-145", 57, "三笔合计约%.0f亩", 500 + 224 + 210},
		{"zhongshan-xiqu-145", 69, "占生产总值的%.1f%%", 100 * 30.9 / 129.9},
	}
	notes := map[string]string{} // the bodies on a line, by report and line
	for _, r := range content(t) {
		for _, n := range r.Notes {
			notes[fmt.Sprint(r.Slug, n.Line)] += n.Body
		}
	}
	for _, test := range tests {
		if words := fmt.Sprintf(test.words, test.value); !strings.Contains(notes[fmt.Sprint(test.slug, test.line)], words) {
			t.Errorf("%s, line %d: no note says %q", test.slug, test.line, words)
		}
	}
}
