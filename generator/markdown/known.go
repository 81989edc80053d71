package markdown

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Known is what a report states about itself, for machines. What an editor
// concluded is left out: a reader sees 推定 beside it, a machine would not. How it is
// cited has brackets around that.
type Known struct {
	Place      string       `yaml:"place"` // from the province down, in one
	Issuer     string       `yaml:"issuer"`
	Publisher  string       `yaml:"publisher"`
	URL        string       `yaml:"url"`       // where the text was found
	Delivered  string       `yaml:"delivered"` // ISO 8601: a year, a month or a day
	Published  string       `yaml:"published"` // the same
	Covers     string       `yaml:"covers"`    // ISO 8601: a year, or its interval of years
	Cited      Citation     `yaml:"cited"`
	Disclosure []Disclosure `yaml:"disclosure"` // in the order of disclosureNames
}

// Disclosure is a field that Chinese public pages carry about a document.
type Disclosure struct {
	Name  string `yaml:"name"`
	Value string `yaml:"value"`
}

var disclosureNames = []string{"索引号", "主题分类", "发文机关", "成文日期", "标题", "发布日期", "有效性"}

// known gathers what is not inferred.
func known(r *report.Report) Known {
	m := r.Meta
	stated := func(key, value string) string {
		if slices.Contains(m.Inferred, key) {
			return ""
		}
		return value
	}
	k := Known{
		Place:     stated("region", place(r)),
		Issuer:    stated("issuer", m.Issuer),
		Publisher: stated("source", m.Origin.Publisher),
		URL:       stated("source", m.Origin.URL),
		Delivered: stated("dates", isoDate(m.Dates.Delivered)),
		Published: stated("dates", isoDate(m.Dates.Published)),
		Covers:    stated("covers", years(m.Covers)),
		Cited:     citationOf(m),
	}
	ours := map[string]string{"发文机关": k.Issuer, "标题": stated("title", m.Title), "发布日期": k.Published}
	found := disclosed(r)
	for _, name := range disclosureNames {
		if value := cmp.Or(found[name], ours[name]); value != "" {
			k.Disclosure = append(k.Disclosure, Disclosure{name, value})
		}
	}
	return k
}

// disclosed are the fields found in the text, by label, but for what is
// withheld.
func disclosed(r *report.Report) map[string]string {
	fields := map[string]string{}
	for _, f := range r.Metadata {
		private := slices.ContainsFunc(r.Debris, func(d report.Debris) bool {
			return d.Line == f.Line && d.Reason == report.PersonalData
		})
		if name := script.FoldString(f.Label); !private && fields[name] == "" {
			fields[name] = f.Value
		}
	}
	return fields
}

// isoDate is a date as printed where a machine can read it, else "".
func isoDate(printed string) string {
	for _, layout := range []string{"2006", "2006-01", "2006-01-02"} {
		if len(printed) == len(layout) {
			if _, err := time.Parse(layout, printed); err == nil {
				return printed
			}
		}
	}
	return ""
}

// years is the interval from the first to the last of some years.
func years(covered []int) string {
	switch {
	case len(covered) == 0:
		return ""
	case slices.Min(covered) == slices.Max(covered):
		return fmt.Sprintf("%04d", covered[0])
	}
	return fmt.Sprintf("%04d/%04d", slices.Min(covered), slices.Max(covered))
}

// describe says in one sentence what a report's page is: place, time and kind
// where the report states them, else its title, and what there is on it.
func (s Site) describe(r *report.Report, k Known, characters, terms int) string {
	what, inferred := k.Place+period(r)+r.Meta.TypeName(), func(key string) bool {
		return key == "year" || key == "covers" || key == "type"
	}
	if k.Place == "" || r.Meta.Type == "" || slices.ContainsFunc(r.Meta.Inferred, inferred) {
		what = r.Meta.Title
	}
	facts := []string{what, fmt.Sprintf("全文%d字", characters), "行行可引"}
	if terms > 0 {
		facts = append(facts, fmt.Sprintf("注释词条%d条", terms))
	}
	caveat := "非官方文本，以原件为准。"
	if s.Official {
		caveat = ""
	}
	return strings.Join(append(facts, "附主题与校勘。"+caveat), "，")
}

// period is the year of a report, or the years of a plan.
func period(r *report.Report) string {
	if covers := r.Meta.Covers; r.Meta.IsPlan() && len(covers) > 1 {
		return fmt.Sprintf("%d—%d年", slices.Min(covers), slices.Max(covers))
	}
	return year(r)
}
