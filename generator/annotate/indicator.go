package annotate

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/glossary"
	"jianzhu/generator/indicator"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Indicator is a subject that can be followed: two reports give values of it, or
// one does for two periods, as a result and as a target, or two rates for one time;
// in a site of many reports, enough of them do (see Enough).
type Indicator struct {
	ID       string   // the pinyin of its name; stable as long as no other sounds alike
	Name     string   // in Simplified characters, as displayed, as most values have it that are in them
	Variants []string // as which others have it
	Reports  int      // that give it
	Places   []Measured

	key   string // canonical name
	alone bool   // too few reports have it for a page
}

// Measured is what the reports of one place say of an indicator.
type Measured struct {
	Region report.Region // without a path where the report names none; then it is that of one report
	Values []Value       // by period, levels before growth, targets before results
}

// Value is an indicator where it stands.
type Value struct {
	Report *report.Report
	*report.Indicator
	N int // its place among those of its report
}

// findNumbers finds the numbers of a report, which depend on it and on where its terms
// are.
func (c *Corpus) findNumbers(r *report.Report) {
	type found struct {
		Indicators []report.Indicator
		Looks      []report.IndicatorKind
		Names      []canonical
	}
	var on report.Grounds
	for _, o := range r.Terms {
		on.Numbers(o.Line, o.Offset)
		on.Words(o.Surface)
	}
	numbers := report.Once(r, "indicators", on, func() (f found) {
		f.Indicators, f.Looks = indicator.Read(r)
		for _, i := range f.Indicators {
			f.Names = append(f.Names, c.canonicals.of(i.Name))
		}
		return f
	})
	r.Indicators, r.Looks = numbers.Indicators, numbers.Looks
	for n, i := range r.Indicators {
		c.canonicals[i.Name] = numbers.Names[n]
	}
}

// canonical is what a name is known by in all reports.
type canonical struct {
	Key string // the name without what differs between reports
	ID  string // of it, where nothing else sounds alike

	Shown string // the name as displayed
}

// canonicals are those of names; of names that come again they are found once.
type canonicals map[string]canonical

func (c canonicals) of(name string) canonical {
	known, is := c[name]
	if !is {
		known.Key, known.Shown = indicator.Name(name), report.DisplayString(name)
		known.ID = indicatorID(known.Key)
		c[name] = known
	}
	return known
}

// measuring is all the values that have one canonical name.
type measuring struct {
	canonical
	values  []Value
	reports int

	followed bool
}

// indicators gathers what can be compared in all reports, that which most reports
// give first; and by canonical name the id of whatever is measured.
func indicators(reports []*report.Report, names canonicals) (all []Indicator, ids map[string]string) {
	keys := map[string]*measuring{}
	var order []*measuring
	for _, r := range reports {
		for n := range r.Indicators {
			name := names.of(r.Indicators[n].Name)
			m := keys[name.Key]
			if m == nil {
				m = &measuring{canonical: name}
				keys[name.Key] = m
				order = append(order, m)
			}
			if last := len(m.values); last == 0 || m.values[last-1].Report != r {
				m.reports++
			}
			m.values = append(m.values, Value{r, &r.Indicators[n], n})
		}
	}
	order = slices.DeleteFunc(order, func(m *measuring) bool { return m.Key == "" })
	slices.SortFunc(order, func(a, b *measuring) int { return cmp.Compare(a.Key, b.Key) })
	for _, m := range order {
		m.followed = m.compares(enough(len(reports)))
	}
	ids = indicatorIDs(order)
	order = slices.DeleteFunc(order, func(m *measuring) bool { return !m.compares(1) })
	for _, m := range order {
		i := Indicator{ID: ids[m.Key], Reports: m.reports, Places: m.places(), key: m.Key, alone: !m.followed}
		i.Name, i.Variants = m.names(names)
		all = append(all, i)
	}
	slices.SortStableFunc(all, func(a, b Indicator) int { return cmp.Compare(b.Reports, a.Reports) })
	return all, ids
}

// follow keeps of the indicators those that have pages.
func (c *Corpus) follow() {
	c.Indicators = slices.DeleteFunc(c.Indicators, func(i Indicator) bool { return i.alone })
	c.followed = map[string]*Indicator{}
	for i := range c.Indicators {
		c.followed[c.Indicators[i].key] = &c.Indicators[i]
	}
}

// indicatorIDs are the ids of all that is measured, by canonical name. Of those that
// sound alike the followed have the plain one, for they have pages.
func indicatorIDs(order []*measuring) map[string]string {
	ids, taken := map[string]string{}, map[string]bool{}
	for _, pages := range []bool{true, false} {
		for _, m := range order {
			if m.followed != pages {
				continue
			}
			id := m.ID
			if taken[id] {
				id += "-" + digest(m.Key)
			}
			taken[id] = true
			ids[m.Key] = id
		}
	}
	return ids
}

// compares reports whether there is more than one thing to compare, where that many
// reports are enough for it.
func (m *measuring) compares(enough int) bool {
	if enough > 1 {
		return m.reports >= enough
	}
	first := m.values[0]
	return m.reports > 1 || slices.ContainsFunc(m.values, func(v Value) bool {
		return v.Period != first.Period || v.Kind != first.Kind ||
			v.Line != first.Line && v.Unit == "%" && first.Unit == "%" && v.Growth == first.Growth && v.Yearly == first.Yearly && v.Value != first.Value
	})
}

// names are the forms of the name, those in Simplified characters first, among
// them the most frequent, among those the short ones.
func (m *measuring) names(shown canonicals) (name string, others []string) {
	count, scripts := map[string]int{}, map[string]string{}
	for _, v := range m.values {
		form := shown.of(v.Name).Shown
		if count[form] == 0 {
			others = append(others, form)
			scripts[form] = v.Report.Script
		}
		count[form]++
	}
	slices.SortFunc(others, func(a, b string) int {
		return cmp.Or(
			cmp.Compare(scripts[a], scripts[b]), // zh-Hans before zh-Hant
			cmp.Compare(count[b], count[a]),
			cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b)),
			cmp.Compare(a, b),
		)
	})
	return listed(others, scripts)
}

// listed is the first of the forms of a name, as lists have it: in Simplified
// characters, also where no report has it in them; and the others.
func listed(forms []string, scripts map[string]string) (name string, others []string) {
	if scripts[forms[0]] == script.Traditional {
		if name := script.Simplify(forms[0]); name != forms[0] {
			return name, forms
		}
	}
	return forms[0], forms[1:]
}

// places parts the values, which come by region, by place.
func (m *measuring) places() []Measured {
	var places []Measured
	for n, v := range m.values {
		if n == 0 || !samePlace(m.values[n-1].Report, v.Report) {
			places = append(places, Measured{Region: v.Report.Meta.Region})
		}
		p := &places[len(places)-1]
		p.Values = append(p.Values, v)
	}
	for _, p := range places {
		slices.SortStableFunc(p.Values, func(a, b Value) int {
			return cmp.Or(
				a.Period.Compare(b.Period),
				cmp.Compare(one(a.Growth), one(b.Growth)),
				a.Kind.Compare(b.Kind),
			)
		})
	}
	return places
}

// samePlace reports whether two reports are about one place.
func samePlace(a, b *report.Report) bool {
	return a == b || len(a.Meta.Region.Path) > 0 && slices.Equal(a.Meta.Region.Path, b.Meta.Region.Path)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// Indicator returns the indicator that has a value's name, or nil.
func (c *Corpus) Indicator(name string) *Indicator {
	return c.followed[c.canonical(name)]
}

// IndicatorID is the id of what a value of some name is of, also where it has no
// page because nothing can be compared with it; "" where the name says nothing.
func (c *Corpus) IndicatorID(name string) string {
	key := c.canonical(name)
	if key == "" {
		return ""
	}
	if id, known := c.measured[key]; known {
		return id
	}
	return indicatorID(key)
}

// canonical is the canonical name of a name.
func (c *Corpus) canonical(name string) string {
	if known, is := c.canonicals[name]; is {
		return known.Key
	}
	return indicator.Name(name)
}

// longestID keeps file names and addresses short.
const longestID = 60

// indicatorID makes an id of a canonical name. What is cut off, or makes no id
// by its pinyin, is told apart by a digest.
func indicatorID(key string) string {
	id := glossary.ID(key)
	if !problem.IsID(id) {
		return "indicator-" + digest(key)
	}
	if len(id) <= longestID {
		return id
	}
	cut := id[:longestID+1]
	if n := strings.LastIndexByte(cut, '-'); n > 0 {
		cut = cut[:n]
	} else {
		cut = id[:longestID]
	}
	return cut + "-" + digest(key)
}

// digest is short: it tells a few names apart.
func digest(key string) string {
	sum := sha256.Sum256([]byte(key))
	return hex.EncodeToString(sum[:4])
}
