package report

import (
	"strings"

	"jianzhu/generator/pattern"
)

// ordinals count the paragraphs of a section, each of which opens with the number
// and a title. They are headings only in company: one of them opens a sentence.
var ordinals = []struct {
	style *style
	form  *pattern.Pattern // first group: the numeral; the whole is the number
	alone bool             // the title may be all of its line
}{
	{&style{name: "第一,", rank: len(styles)}, pattern.MustCompile(`^第(` + numeral + `)[,、:.]`), true},
	{&style{name: "首先,", rank: len(styles)}, pattern.MustCompile(`^(首先|其次|再次|第三|最后)[,、:]`), true},
	{&style{name: "一是", rank: len(styles) + 1}, pattern.MustCompile(`^(` + numeral + `)是[:]?`), false},
}

const (
	longestOrdinal = 48 // of a title behind 第一, in runes
	last           = 99 // the value of 最后
)

// findOrdinals finds 第一, 首先, 一是, where they count paragraphs that have a title
// each.
func (d *draft) findOrdinals() {
	for _, o := range ordinals {
		var run []*row
		var found []*opening
		flush := func() {
			for i, r := range run {
				if len(run) > 1 {
					r.opening = found[i]
					if r.opening.Kind == Block {
						r.kind = Heading
					}
				}
			}
			run, found = nil, nil
		}
		for i, r := range d.rows {
			switch _, decided := d.report.Meta.Decisions.Outline[r.line]; {
			case r.opening != nil && !r.opening.part:
				flush()
			case r.kind == Text && !r.listed && !decided && isOrdinal(r.form):
				m := o.form.FindStringSubmatchIndex(r.form.text)
				if m == nil {
					continue
				}
				value := ordinalValue(r.form.text[m[2]:m[3]])
				if value == 1 {
					flush()
				}
				opening := d.ordinalOf(i, r.index(m[1]), o.alone)
				if opening == nil || value != len(run)+1 && (value != last || len(run) == 0) {
					flush()
					continue
				}
				opening.style, opening.value = o.style, value
				run, found = append(run, r), append(found, opening)
			}
		}
		flush()
	}
}

func ordinalValue(text string) int {
	switch text {
	case "首先":
		return 1
	case "其次":
		return 2
	case "再次", "第三":
		return 3
	case "最后":
		return last
	}
	value, _ := numberOf(text)
	return value
}

// ordinalOf is the heading that a counted paragraph opens with; its title begins
// at a rune and ends at the first 。 or with the line.
func (d *draft) ordinalOf(i, title int, alone bool) *opening {
	r := d.rows[i]
	rest := r.from(title)
	n := len(rest.runes)
	stop := rest.find("。;!?")
	switch {
	case n == 0, stop == 0, stop > longestOrdinal:
		return nil
	case stop < 0 && alone && n <= longestPart && !strings.ContainsRune(",、:;", rest.last()):
		return &opening{Entry: r.entry(Block, 0, title, title, len(r.runes))}
	case stop < 0 || rest.runes[stop] != '。' || rest.find(":") >= 0 && rest.find(":") < stop:
		return nil
	case n-stop-1 >= shortestBody:
	case alone && stop == n-1 && stop <= longestPart && i+1 < len(d.rows) && d.rows[i+1].kind == Text && d.rows[i+1].opening == nil && !isOrdinal(d.rows[i+1].form):
		return &opening{Entry: r.entry(Block, 0, title, title, title+stop)}
	default:
		return nil
	}
	return &opening{Entry: r.entry(RunIn, 0, title, title, title+stop)}
}

// isOrdinal tells a line that begins with such a number.
func isOrdinal(f form) bool {
	if len(f.runes) == 0 || !strings.ContainsRune("首其再最第〇零一二三四五六七八九十百", f.runes[0]) {
		return false
	}
	for _, o := range ordinals {
		if o.form.MatchString(f.text) {
			return true
		}
	}
	return false
}
