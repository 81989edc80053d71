package report

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// What stands where a name is hidden or a character is lost. Some of the marks have
// other uses: □ is a box to tick and a bullet, ■ a bullet, ? a question, 〇 a zero.
var (
	masked  = pattern.MustCompile(`(?:^|[^a-z“‘《])([x×*]{2,}|某某)(?:[^a-z]|$)`) // in quotes it is a pattern
	circles = pattern.MustCompile(`[〇○◯]{2,}`)
	zero    = "〇○零一二三四五六七八九十百千万0123456789"

	lost     = pattern.MustCompile(`\x{fffd}+|[▀-▓]+|锟斤拷(?:锟斤拷)*|烫烫烫+|屯屯屯+`)
	boxes    = pattern.MustCompile(`[□■]+|[\x{e000}-\x{f8ff}]+`)
	unknown  = pattern.MustCompile(`\?{2,}`)
	question = pattern.MustCompile(`什么|怎|吗|呢|何|谁|哪|几|多少|是否|为啥|能否|可否`)
)

// findLost marks names that are hidden and characters that are lost; the first of
// each kind in a paragraph.
func (d *draft) findLost(r *row) {
	if !slices.ContainsFunc(r.runes, mayBeLost) {
		return
	}
	if m := masked.FindStringSubmatchIndex(r.form.text); m != nil {
		d.lost(r, Anonymised, m[2:])
	} else if m := first(circles, r.form, hidesName); m != nil {
		d.lost(r, Anonymised, m)
	}
	if m := lost.FindStringIndex(r.form.text); m != nil {
		d.lost(r, Lost, m)
	} else if m := first(boxes, r.form, standsForCharacter); m != nil {
		d.lost(r, Lost, m)
	} else if m := first(unknown, r.form, isUnknown(r)); m != nil {
		d.lost(r, Lost, m)
	}
}

// mayBeLost tells what stands for something else, if anything does.
func mayBeLost(r rune) bool {
	switch r {
	case 'x', '×', '*', '某', '〇', '○', '◯', '?', '□', '■', '\ufffd', '锟', '烫', '屯':
		return true
	}
	return isBlockOrPrivate(r)
}

func (d *draft) lost(r *row, kind DamageKind, span []int) {
	i, j := r.index(span[0]), r.index(span[1])
	d.damage(r, kind, j, r.words(i, j))
}

// first is the first match that holds, as a span in bytes. What is asked are its
// runes from i to j.
func first(form *pattern.Pattern, f form, holds func(f form, i, j int) bool) []int {
	for _, span := range form.FindAllStringIndex(f.text, -1) {
		if holds(f, f.index(span[0]), f.index(span[1])) {
			return span
		}
	}
	return nil
}

func isBlockOrPrivate(r rune) bool { return r >= '▀' && r <= '▓' || r >= 0xe000 && r <= 0xf8ff }

// at is a rune of the form, 0 beyond its ends.
func (f form) at(i int) rune {
	if i < 0 || i >= len(f.runes) {
		return 0
	}
	return f.runes[i]
}

// hidesName tells circles that are no zeros.
func hidesName(f form, i, j int) bool {
	before, after := f.at(i-1), f.at(j)
	if strings.ContainsRune("、·.,", before) { // 六、〇〇〇
		before = f.at(i - 2)
	}
	if strings.ContainsRune("、·.,", after) {
		after = f.at(j + 1)
	}
	return (isHan(before) || isHan(after)) && !strings.ContainsRune(zero, before) && !strings.ContainsRune(zero, after)
}

// standsForCharacter tells boxes in the midst of words: two or more beside one,
// or a single one between two in a sentence where no other stands.
func standsForCharacter(f form, i, j int) bool {
	before, after := isHan(f.at(i-1)), isHan(f.at(j))
	if f.runes[i] == '■' || f.runes[i] >= 0xe000 {
		return before && after && f.find("。") >= 0 && strings.Count(f.text, string(f.runes[i])) == j-i
	}
	if j-i > 1 {
		return before || after
	}
	return before && after && f.find("。") >= 0 && strings.Count(f.text, "□") == 1
}

// isUnknown tells question marks that a conversion left for characters: half-width
// ones, within a clause that asks nothing.
func isUnknown(r *row) func(f form, i, j int) bool {
	return func(f form, i, j int) bool {
		for _, column := range r.column[i:j] {
			if r.source[column] != '?' {
				return false
			}
		}
		from := i
		for from > 0 && !strings.ContainsRune("。,;:!?", f.runes[from-1]) {
			from--
		}
		return isHan(f.at(i-1)) && isHan(f.at(j)) && !question.MatchString(string(f.runes[from:i]))
	}
}
