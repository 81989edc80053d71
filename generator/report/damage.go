package report

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"jianzhu/generator/problem"
)

var (
	// strayTitle is a title that runs into the first sentence.
	strayTitle = regexp.MustCompile(`^([^。,;:《》“”]{0,20}(?:年|省|市|区|县|州|镇|乡)[^。,;:《》“”]{0,12}(?:报告|纲要|总结|讲话))(?:现在|各位代表|同志们|我代表|我受)`)
	// masked is what stands in place of a name or a year.
	masked = regexp.MustCompile(`(?:^|[^a-z])([x×*]{2,}|某某)(?:[^a-z]|$)`)
)

// findDamage marks where the source is hurt; a decision on a line replaces
// what was found there.
func (d *draft) findDamage() {
	for _, r := range d.rows {
		if m := strayTitle.FindStringSubmatchIndex(r.form.text); m != nil && r.runes[0] != '本' {
			d.damage(r, Fused, r.index(m[3]), r.words(0, r.index(m[3])))
		}
		if !strings.ContainsAny(r.form.text, "x×*某") {
			continue
		}
		if m := masked.FindStringSubmatchIndex(r.form.text); m != nil {
			i, j := r.index(m[2]), r.index(m[3])
			d.damage(r, Anonymised, j, r.words(i, j))
		}
	}
	d.missing()
	d.cuts()
	d.decideDamage()
	slices.SortStableFunc(d.report.Damage, func(a, b Damage) int { return cmp.Compare(a.Line, b.Line) })
}

// damage marks a place after rune i of the row's form.
func (d *draft) damage(r *row, kind DamageKind, i int, words string) {
	d.report.Damage = append(d.report.Damage, Damage{r.line, kind, r.end(i), words})
}

const (
	paragraphLength = 40 // from which a line without any 。 is a paragraph all the same
	tailLength      = 12 // of the words quoted from a cut line
	wrappedFrom     = 10 // open lines from which a text may be wrapped by hand
)

// cuts marks paragraphs that end in mid-sentence. A short line that does so is
// a paragraph where the line above is cut too. What goes on in the next line is
// not cut. Where most lines end openly the text is only wrapped; then nothing is
// marked, and a warning says so.
func (d *draft) cuts() {
	var open []*row
	paragraphs := 0
	above := false
	for _, r := range d.rows {
		isParagraph := r.kind == Text && !r.listed &&
			(above || len(r.runes) >= paragraphLength || r.find("。") >= 0)
		if isParagraph {
			paragraphs++
		}
		above = isParagraph && endsOpen(r.form)
		r.open = above
		if above {
			open = append(open, r)
		}
	}
	if len(open) >= wrappedFrom && len(open)*2 > paragraphs {
		d.problems = append(d.problems, problem.Warnf(path.Join(d.folder, "report.txt"), open[0].line,
			"give each paragraph a line of its own, or leave it so: cut lines are not marked here",
			"%d of %d paragraphs end in mid-sentence: the lines seem to be wrapped", len(open), paragraphs))
		return
	}
	wrapped := d.wraps()
	for _, r := range open {
		if wrapped[r] {
			continue
		}
		d.damage(r, Cut, len(r.runes), r.words(max(0, len(r.runes)-tailLength), len(r.runes)))
	}
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

// decideDamage puts an editor's word in place of what was found on a line.
func (d *draft) decideDamage() {
	for _, r := range d.rows {
		kind, decided := d.report.Meta.Decisions.Damage[r.line]
		if !decided {
			continue
		}
		d.report.Damage = slices.DeleteFunc(d.report.Damage, func(hurt Damage) bool { return hurt.Line == r.line })
		r.open = DamageKind(kind) == Cut
		if kind != taken {
			d.damage(r, DamageKind(kind), len(r.runes), r.words(max(0, len(r.runes)-tailLength), len(r.runes)))
		}
	}
}
