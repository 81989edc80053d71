package report

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// taken takes back what was detected on a line.
const taken = "none"

var (
	reasons      = []string{string(MetadataLine), string(SiteTitle), string(Stub), string(Infobox), string(Navigation), string(Pagination), string(Widget), string(Markup), string(PersonalData), taken}
	damageKinds  = []string{string(Cut), string(Fused), string(Anonymised), string(Lost), string(Missing), taken}
	kinds        = []string{string(Text), string(Title), string(Date), string(Salutation)}
	openingKinds = []string{string(Block), string(RunIn), string(Lead), string(Item), taken}
)

// Choices are the words that may be the values of keys of report.yaml, by the path of
// a key; * is a line.
func Choices() map[string][]string {
	return map[string][]string{
		"type": typeIDs(), "decisions.debris.*": reasons, "decisions.kind.*": kinds, "decisions.outline.kind": openingKinds,
	}
}

// DamageChoices are those of decisions.damage, by line.
func DamageChoices() []string { return damageKinds }

// deepest is the innermost level that a decision may name.
const deepest = 9

// checkDecisions reports decisions on lines that are not there, or with words
// that mean nothing, and drops them.
func (d *draft) checkDecisions() {
	given := d.report.Meta.Decisions
	checked := Decisions{map[int]string{}, DamageDecisions{given.Damage.None, map[int]string{}}, map[int]Kind{}, map[int]OutlineDecision{}, nil, d.checkIndicators(given.Indicators)}
	for _, line := range slices.Sorted(maps.Keys(given.Debris)) {
		if d.checkWord("debris", line, given.Debris[line], reasons) {
			checked.Debris[line] = given.Debris[line]
		}
	}
	for _, line := range slices.Sorted(maps.Keys(given.Damage.Lines)) {
		if d.checkWord("damage", line, given.Damage.Lines[line], damageKinds) {
			checked.Damage.Lines[line] = given.Damage.Lines[line]
		}
	}
	for _, line := range slices.Sorted(maps.Keys(given.Kind)) {
		if d.checkWord("kind", line, string(given.Kind[line]), kinds) {
			checked.Kind[line] = given.Kind[line]
		}
	}
	for _, line := range slices.Sorted(maps.Keys(given.Outline)) {
		o := given.Outline[line]
		key := fmt.Sprintf("decisions.outline.%d", line)
		switch {
		case o.Kind == "" && len(o.Items) == 0:
			d.wrong(key, tongue.Text("write kind: ")+strings.Join(openingKinds, ", ")+tongue.Text(", or items:"), "an outline decision without a kind")
		case o.Level < 0 || o.Level > deepest:
			d.wrong(key, tongue.Sprintf("write a level from 1 to %d, or none", deepest), "no level of the outline: %d", o.Level)
		case o.Kind == "" && d.checkLine("outline", line), o.Kind != "" && d.checkWord("outline", line, string(o.Kind), openingKinds):
			checked.Outline[line] = o
		}
	}
	for i, deny := range given.Deny {
		if deny.Line < 1 || deny.Line > len(d.report.Lines) {
			d.wrong(fmt.Sprintf("decisions.deny.%d", i), d.lineHint(), "no line %d", deny.Line)
			continue
		}
		checked.Deny = append(checked.Deny, deny)
	}
	d.report.Meta.Decisions = checked
}

func (d *draft) checkWord(group string, line int, word string, known []string) bool {
	if !slices.Contains(known, word) {
		d.wrong(fmt.Sprintf("decisions.%s.%d", group, line), tongue.Text("write ")+strings.Join(known, ", "), "%q is no %s", word, names[group])
		return false
	}
	return d.checkLine(group, line)
}

var names = map[string]string{"debris": "reason for debris", "damage": "kind of damage", "kind": "kind of paragraph", "outline": "kind of outline entry"}

// checkLine wants a line with something on it.
func (d *draft) checkLine(group string, line int) bool {
	if slices.ContainsFunc(d.rows, func(r *row) bool { return r.line == line }) {
		return true
	}
	what := tongue.Text("no line %d")
	if line >= 1 && line <= len(d.report.Lines) {
		what = tongue.Text("line %d is blank")
	}
	d.wrong(fmt.Sprintf("decisions.%s.%d", group, line), d.lineHint(), what, line)
	return false
}

func (d *draft) lineHint() string {
	return tongue.Sprintf("report.txt has %d lines", len(d.report.Lines))
}

// wrong reports a fault in report.yaml at a key.
func (d *draft) wrong(key, hint, format string, args ...any) {
	d.problems = append(d.problems, problem.Errorf(path.Join(d.folder, "report.yaml"), d.report.Meta.lines[key], hint, format, args...))
}

// decide gives a row the opening that an editor decided on, or none, and
// reports whether there is such a decision.
func (d *draft) decide(r *row) bool {
	decision, decided := d.report.Meta.Decisions.Outline[r.line]
	if !decided || decision.Kind == "" {
		return false
	}
	r.kind = Text
	if decision.Kind == taken {
		r.back = decision.Level
		return true
	}
	s, end, title := numbered(r.form)
	stop := r.from(title).find("。")
	if stop < 0 || decision.Kind == Block {
		stop = len(r.runes) - title
	}
	e := r.entry(decision.Kind, 0, end, title, title+stop)
	if decision.Kind == Item {
		r.items = []Entry{e}
		return true
	}
	if decision.Kind == Block {
		r.kind = Heading
	}
	e.Level = decision.Level
	r.opening = &opening{Entry: e, style: s}
	r.opening.value, _ = numberOf(string(r.runes[:end]))
	return true
}

// counted is a quoted item's number: 一是, 一要, ①.
var counted = pattern.MustCompile(`^(` + numeral + `[是要]|[①-⑳]|\(\d{1,2}\))`)

// decideItems puts the items that an editor quoted in place of those found.
func (d *draft) decideItems(r *row) {
	decision := d.report.Meta.Decisions.Outline[r.line]
	if len(decision.Items) == 0 {
		return
	}
	r.items = nil
	for _, quote := range decision.Items {
		before, _, found := strings.Cut(r.form.text, folded(quote))
		n := len([]rune(folded(quote)))
		if !found || n == 0 {
			d.wrong(fmt.Sprintf("decisions.outline.%d", r.line), "quote the words as the line has them", "line %d has no %q", r.line, quote)
			continue
		}
		i := len([]rune(before))
		number := 0
		if m := counted.FindString(folded(quote)); m != "" {
			number = len([]rune(m))
		}
		r.items = append(r.items, r.entry(Item, i, i+number, i+number, i+n))
	}
}
