package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/pattern"
)

// level is one section that is open while the rows are read.
type level struct {
	style    *style // nil for leads, parts and what an editor placed
	value    int    // of its number
	lead     bool
	outer    bool // a lead that contains others
	part     bool
	words    bool
	id       string
	children int
	closed   []level // by a part that stands among numbered headings
}

// nest gives each entry its level and id and each row its section.
//
// A style that is open closes the sections inside it and goes on there. A style
// that is not open begins inside the innermost section whose style usually
// contains it: so 1、 is the second level below 一、 and the third below (一). A
// part contains the numbers that begin below it.
func (d *draft) nest() {
	contained := inversions(d.rows)
	ahead := openings(d.rows)
	d.report.Outline = slices.Grow(d.report.Outline, len(ahead)) // they are kept, and without room for more
	d.report.Paragraphs = slices.Grow(d.report.Paragraphs, len(d.rows))
	root := level{}
	var stack []level
	boxed := false // the row above is a table's, or a note on it
	for i, r := range d.rows {
		if o := r.opening; o != nil {
			ahead = ahead[1:]
			n := depth(stack, o, ahead, contained)
			var closed []level
			if o.part {
				closed = slices.Clone(stack[n:])
			}
			stack = stack[:n]
			parent := &root
			if len(stack) > 0 {
				parent = &stack[len(stack)-1]
			}
			parent.children++
			o.ID = childID(parent)
			o.Level = len(stack) + 1
			stack = append(stack, level{style: o.style, value: o.value, lead: o.Kind == Lead, outer: o.outer, part: o.part, words: o.words, id: o.ID, closed: closed})
			d.report.Outline = append(d.report.Outline, o.Entry)
		} else if n := len(stack); n > 0 && boxed && r.kind == Text && !r.listed && stack[n-1].style != nil && stack[n-1].style.name == "专栏" && !tableNote.MatchString(r.form.text) {
			stack = stack[:n-1] // a box with a table ends with it
		} else if n > 0 && stack[n-1].lead && d.resumes(i) {
			for len(stack) > 0 && stack[len(stack)-1].lead {
				stack = stack[:len(stack)-1]
			}
		} else if r.back > 0 && len(stack) > 0 {
			stack = stack[:min(r.back, len(stack))]
			if len(stack) == 1 && stack[0].lead {
				stack = nil
			}
		}
		for _, item := range r.items {
			item.Level = len(stack) + 1
			d.report.Outline = append(d.report.Outline, item)
		}
		p := r.paragraph()
		if len(stack) > 0 {
			p.Section = stack[len(stack)-1].id
		}
		d.report.Paragraphs = append(d.report.Paragraphs, p)
		boxed = r.kind == Tabled || boxed && r.kind == Text && (r.listed || r.opening == nil && tableNote.MatchString(r.form.text))
	}
}

// resumes tells a paragraph that announces what is counted below it: it speaks of
// the whole again, not of the lead above it.
func (d *draft) resumes(i int) bool {
	r := d.rows[i]
	if r.kind != Text || r.listed || r.last() != ':' || i+1 == len(d.rows) || len(r.items) > 0 {
		return false
	}
	below := d.rows[i+1]
	return d.beginsAnew(below) || below.kind == Text && (dashes.MatchString(below.form.text) || isFirst(below.form))
}

// isFirst tells a line that begins to count: 一是, 第一, ①.
func isFirst(f form) bool {
	if !isOrdinal(f) && !counted.MatchString(f.text) {
		return false
	}
	value := ordinalValue(f.text)
	return value == 1 || strings.HasPrefix(f.text, "首先")
}

// tableNote is what stands below a table and belongs to it.
var tableNote = pattern.MustCompile(`^(?:[(\[*①]*)?(?:注|备注|附注|说明|资料来源|数据来源)\d{0,2}[:：.、)\]]|^(?:[①-⑳*]|\[\d\])`)

func openings(rows []*row) []*opening {
	var all []*opening
	for _, r := range rows {
		if r.opening != nil {
			all = append(all, r.opening)
		}
	}
	return all
}

func childID(parent *level) string {
	if parent.id == "" {
		return fmt.Sprintf("s%d", parent.children)
	}
	return parent.id + "-" + strconv.Itoa(parent.children)
}

// depth is how many of the open sections stay open for an entry. ahead are the
// openings below it.
func depth(stack []level, o *opening, ahead []*opening, contained map[[2]*style]bool) int {
	switch {
	case o.Level > 0: // decided
		return min(o.Level-1, len(stack))
	case o.part:
		return depthOfPart(stack, o, ahead)
	case o.style == nil: // a lead: inside the last heading
		for i := len(stack); i > 0; i-- {
			if stack[i-1].outer && !o.outer || !stack[i-1].lead && (stack[i-1].style == nil || stack[i-1].style.name != "专栏") {
				return i
			}
		}
		return 0
	}
	for i := len(stack) - 1; i >= 0; i-- {
		if stack[i].style == o.style {
			return i
		}
	}
	if n := goesOnBeside(stack, o); n >= 0 {
		return n
	}
	n := len(stack)
	for n > 0 {
		s := stack[n-1].style
		if s != nil && (s.rank < o.style.rank || contained[[2]*style{s, o.style}]) || stack[n-1].part && o.style.rank >= firstBelowParts {
			break
		}
		n--
	}
	return n
}

// goesOnBeside is the depth of a number that goes on where a part without number
// stands in the row of numbers: 一、, 二、, a part, 三、; or -1.
func goesOnBeside(stack []level, o *opening) int {
	for i := len(stack) - 1; i >= 0; i-- {
		for j, l := range stack[i].closed {
			if l.style == o.style && o.value > 1 && o.value > l.value && (i == 0 || !stack[i-1].part) && (j == 0 || !stack[i].closed[j-1].part) {
				return i + j
			}
		}
	}
	return -1
}

// depthOfPart places a heading without number among the numbered ones that are
// open: where their numbers go on below it, it is inside them, where they begin
// anew, it closes them. Without a number below it, the words decide.
func depthOfPart(stack []level, o *opening, ahead []*opening) int {
	n := len(stack)
	for n > 0 && stack[n-1].lead {
		n--
	}
	if n == 0 || o.words && stack[0].part {
		return 0
	}
	for i, l := range stack[:n] {
		if l.style == nil {
			continue
		}
		next := nextOf(l.style, stack[:i], ahead)
		switch {
		case l.style.rank == 0, l.style.rank < firstBelowParts && next == 0 && !o.words: // an appendix, a last chapter
		case next == l.value+1:
		case next == 0 && !o.words:
		default:
			return around(stack, i)
		}
	}
	if !stack[n-1].part || n == 1 && stack[0].words && !o.words {
		return n
	}
	return n - 1
}

// around is the depth of the part, if there is one, that a section stands in.
func around(stack []level, i int) int {
	if i > 0 && stack[i-1].part {
		return i - 1
	}
	return i
}

// nextOf is the number of the next heading of a style, before one of those that
// contain it; 0 where there is none.
func nextOf(s *style, above []level, ahead []*opening) int {
	for _, o := range ahead {
		switch {
		case o.style == s:
			return o.value
		case o.words:
			return 0
		}
		for _, l := range above {
			if l.style != nil && l.style == o.style {
				return 0
			}
		}
	}
	return 0
}

// inversions finds pairs of styles that a report nests against custom, outer
// one first: 1、 counts on across (一), (二) that begin anew below each 1、.
func inversions(rows []*row) map[[2]*style]bool {
	var heads []*opening
	for _, r := range rows {
		if r.opening != nil && r.opening.style != nil {
			heads = append(heads, r.opening)
		}
	}
	contained := map[[2]*style]bool{}
	for i, outer := range heads {
		for j := i + 1; j < len(heads); j++ {
			if heads[j].style != outer.style {
				continue
			}
			inner := heads[i+1]
			if inner.style.rank < outer.style.rank && inner.value == 1 && heads[j].value == outer.value+1 {
				contained[[2]*style{outer.style, inner.style}] = true
			}
			break
		}
	}
	return contained
}
