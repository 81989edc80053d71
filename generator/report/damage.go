package report

import (
	"cmp"
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

var (
	// strayTitle is a title that runs into the first sentence.
	strayTitle = pattern.MustCompile(`^([^。,;:《》“”]{0,20}(?:年|省|市|区|县|州|镇|乡)[^。,;:《》“”]{0,12}(?:报告|纲要|总结|讲话))(?:现在|各位代表|同志们|我代表|我受)`)
)

// findDamage marks where the source is hurt; a decision on a line replaces
// what was found there.
func (d *draft) findDamage() {
	for _, r := range d.rows {
		if m := strayTitle.FindStringSubmatchIndex(r.form.text); m != nil && r.runes[0] != '本' {
			d.damage(r, Fused, r.index(m[3]), r.words(0, r.index(m[3])))
		}
		d.findLost(r)
	}
	d.missing()
	d.cuts()
	d.decideDamage()
	slices.SortStableFunc(d.report.Damage, func(a, b Damage) int { return cmp.Compare(a.Line, b.Line) })
}

// damage marks a place after rune i of the row's form.
func (d *draft) damage(r *row, kind DamageKind, i int, words string) {
	line, column := r.placeEnd(i)
	d.report.Damage = append(d.report.Damage, Damage{line, kind, column, words})
}

const (
	paragraphLength = 40 // from which a line without any 。 is a paragraph all the same
	tailLength      = 12 // of the words quoted from a cut line
)

// cuts marks paragraphs that end in the midst of a sentence which nothing below
// goes on with: see join, which has read on where something does. One that only
// lacks its full stop is whole.
func (d *draft) cuts() {
	for i, r := range d.rows {
		r.open = d.isParagraph(i) && endsOpen(r.form)
		if r.open && lacksMore(r.form) {
			d.damage(r, Cut, len(r.runes), r.words(max(0, len(r.runes)-tailLength), len(r.runes)))
		}
	}
}

// isParagraph tells running text from titles, names and lists.
func (d *draft) isParagraph(i int) bool {
	r := d.rows[i]
	return r.kind == Text && !r.listed && (len(r.runes) >= paragraphLength || r.find("。") >= 0 || i > 0 && d.rows[i-1].open)
}

const longestUnfinished = 3 // in runes

// unfinished are words after which a sentence must go on.
var unfinished = pattern.MustCompile(`(?:[,、(《“‘—]|以及|逐步|逐渐|进一步|继续|不断|着力|切实|大力|[的和与及在将对为以把被从向由或于并])$`)

// lacksMore tells an end after which something is missing: a comma, a bracket or
// mark that does not close, a word that joins or governs others.
func lacksMore(f form) bool {
	if unfinished.MatchString(f.from(len(f.runes) - longestUnfinished).text) {
		return true
	}
	for _, pair := range []string{"()", "《》", "“”"} {
		open := strings.LastIndex(f.text, pair[:len(pair)/2])
		if open >= 0 && !strings.Contains(f.text[open:], pair[len(pair)/2:]) {
			return true
		}
	}
	return false
}

// endsOpen tells a line that does not end as a sentence does.
func endsOpen(f form) bool {
	runes := f.runes
	for len(runes) > 0 {
		last := runes[len(runes)-1]
		switch {
		case strings.ContainsRune(`”’"'』」`, last):
			runes = runes[:len(runes)-1]
		case strings.ContainsRune(")]】〕", last):
			i := len(runes) - 1
			for i > 0 && !strings.ContainsRune("([【〔", runes[i]) {
				i--
			}
			runes = runes[:i]
		default:
			return !strings.ContainsRune("。!?:;….", last)
		}
	}
	return false
}

// decideDamage puts an editor's word in place of what was found on a line, or in
// the whole report.
func (d *draft) decideDamage() {
	decisions := d.report.Meta.Decisions.Damage
	if decisions.None {
		d.report.Damage = nil
	}
	for _, r := range d.rows {
		for i, line := range r.lines {
			kind, decided := decisions.Lines[line]
			if !decided {
				continue
			}
			d.report.Damage = slices.DeleteFunc(d.report.Damage, func(hurt Damage) bool { return hurt.Line == line })
			end := len(r.runes)
			if i+1 < len(r.starts) {
				end, _ = slices.BinarySearch(r.column, r.starts[i+1])
			} else {
				r.open = DamageKind(kind) == Cut
			}
			if kind != taken {
				d.damage(r, DamageKind(kind), end, r.words(max(0, end-tailLength), end))
			}
		}
	}
}
