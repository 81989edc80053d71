package report

import (
	"fmt"
	"regexp"
	"strconv"
)

// level is one section that is open while the rows are read.
type level struct {
	style    *style // nil for leads and what an editor placed
	lead     bool
	id       string
	children int
}

// nest gives each entry its level and id and each row its section.
//
// A style that is open closes the sections inside it and goes on there. A style
// that is not open begins inside the innermost section whose style usually
// contains it: so 1、 is the second level below 一、 and the third below (一).
func (d *draft) nest() {
	contained := inversions(d.rows)
	root := level{}
	var stack []level
	boxed := false // the row above is a table's, or a note on it
	for _, r := range d.rows {
		if o := r.opening; o != nil {
			stack = stack[:depth(stack, o, contained)]
			parent := &root
			if len(stack) > 0 {
				parent = &stack[len(stack)-1]
			}
			parent.children++
			o.ID = childID(parent)
			o.Level = len(stack) + 1
			stack = append(stack, level{style: o.style, lead: o.Kind == Lead, id: o.ID})
			d.report.Outline = append(d.report.Outline, o.Entry)
		} else if n := len(stack); n > 0 && boxed && r.kind == Text && !r.listed && stack[n-1].style != nil && stack[n-1].style.name == "专栏" && !tableNote.MatchString(r.form.text) {
			stack = stack[:n-1] // a box with a table ends with it
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

// tableNote is what stands below a table and belongs to it.
var tableNote = regexp.MustCompile(`^(?:[(\[*①]*)?(?:注|备注|附注|说明|资料来源|数据来源)\d{0,2}[:：.、)\]]|^(?:[①-⑳*]|\[\d\])`)

func childID(parent *level) string {
	if parent.id == "" {
		return fmt.Sprintf("s%d", parent.children)
	}
	return parent.id + "-" + strconv.Itoa(parent.children)
}

// depth is how many of the open sections stay open for an entry.
func depth(stack []level, o *opening, contained map[[2]*style]bool) int {
	if o.Level > 0 { // decided
		return min(o.Level-1, len(stack))
	}
	if o.style == nil { // a lead, or a heading without number: inside the last numbered heading
		for i := len(stack); i > 0; i-- {
			if !stack[i-1].lead && (stack[i-1].style == nil || stack[i-1].style.name != "专栏") {
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
	n := len(stack)
	for n > 0 {
		s := stack[n-1].style
		if s != nil && (s.rank < o.style.rank || contained[[2]*style{s, o.style}]) {
			break
		}
		n--
	}
	return n
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
