package report

import (
	"slices"

	"jianzhu/generator/problem"
)

// Division is a place of GB/T 2260.
type Division struct {
	Code string // six figures: a province's end in 0000, a city's in 00
	Name string
}

// Divisions are the places with a code in which a region lies, from the
// province down. What its path names beyond them (a street, a development zone)
// has no code of its own. A region without a code lies in none.
func (r Region) Divisions() []Division {
	codes := divisionCodes(r.Code)
	if len(codes) == 3 && len(r.Path) == 2 && cityless(r.Code) {
		codes = slices.Delete(codes, 1, 2)
	}
	if len(codes) > len(r.Path) {
		return nil
	}
	divisions := make([]Division, len(codes))
	for i, code := range codes {
		divisions[i] = Division{code, r.Path[i]}
	}
	return divisions
}

// divisionCodes are a code and those of the divisions around it, the highest
// first; none where the code cannot be.
func divisionCodes(code string) []string {
	if !codePattern.MatchString(code) {
		return nil
	}
	province, city := code[:2]+"0000", code[:4]+"00"
	switch {
	case code[0] == '0', code[2:4] == "00" && code[4:] != "00":
		return nil
	case code == province:
		return []string{province}
	case code == city:
		return []string{province, city}
	}
	return []string{province, city, code}
}

// municipalities are 北京, 天津, 上海, 重庆, by the first figures of their codes.
var municipalities = []string{"11", "12", "31", "50"}

// cityless reports whether a county has no city above it: those of the four
// municipalities, and those that their province governs (nn90nn).
func cityless(code string) bool {
	return slices.Contains(municipalities, code[:2]) || code[2:4] == "90"
}

// City is the code of the city in which a region lies: a municipality counts as
// one. It is "" for a province and where the code is not known.
func (r Region) City() string {
	d := r.Divisions()
	switch {
	case len(d) == 0:
		return ""
	case slices.Contains(municipalities, r.Code[:2]):
		return d[0].Code
	case len(d) == 1:
		return ""
	}
	return d[1].Code
}

const codeHint = "write the six figures of GB/T 2260 in quote marks, of the nearest division that has a code"

// checkRegion reports a code that cannot be, or that says other than the path.
func checkRegion(file string, meta Meta) []problem.Problem {
	region := meta.Region
	if region.Code == "" {
		return nil
	}
	line := meta.lines["region.code"]
	codes := divisionCodes(region.Code)
	switch {
	case codes == nil:
		return []problem.Problem{problem.Errorf(file, line, codeHint, "no region code: %q", region.Code)}
	case region.Divisions() == nil:
		return []problem.Problem{problem.Errorf(file, line,
			"name every division in path, from the province down; in a municipality the city may be left out",
			"region code %s is %d levels deep, and the path names %d", region.Code, len(codes), len(region.Path))}
	}
	return nil
}

// regionClashes reports codes that have two names, and names that have two
// codes within one division. Names change, so both can be right.
func regionClashes(reports []*Report) []problem.Problem {
	var problems []problem.Problem
	type first struct{ says, slug string }
	names, codes := map[string]first{}, map[string]first{}
	for _, r := range reports {
		warn := func(hint, format string, args ...any) {
			problems = append(problems, problem.Warnf(contentPath("reports/"+r.Slug+"/report.yaml"), r.Meta.lines["region"], hint, format, args...))
		}
		within := ""
		for _, d := range r.Meta.Region.Divisions() {
			place := within + "/" + d.Name
			within = d.Code
			if other, ok := names[d.Code]; ok && other.says != d.Name {
				warn("correct the code or the name; where the place was renamed, write the later name in both",
					"region code %s is %s here and %s in %s", d.Code, d.Name, other.says, other.slug)
			} else if other, ok := codes[place]; ok && other.says != d.Code {
				warn("correct the code; one that was replaced may stay",
					"%s has the region code %s here and %s in %s", d.Name, d.Code, other.says, other.slug)
			}
			if _, ok := names[d.Code]; !ok {
				names[d.Code] = first{d.Name, r.Slug}
			}
			if _, ok := codes[place]; !ok {
				codes[place] = first{d.Code, r.Slug}
			}
		}
	}
	return problems
}
