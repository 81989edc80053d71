package glossary_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"jianzhu/generator/glossary"
)

const duties = "一岗双责"

func TestSense(t *testing.T) {
	one := glossary.Term{Senses: []glossary.Sense{{Definition: "甲。"}}}
	only := glossary.Term{Senses: []glossary.Sense{{ID: "zone", Reports: []string{"hangzhou-etdz-2014"}}}}
	of := glossary.Term{Senses: []glossary.Sense{{ID: "general"}, {ID: "yunnan", Regions: []string{"云南省"}, Near: []string{"滇池"}}}}
	duty := glossary.Term{Senses: []glossary.Sense{
		{ID: "general"},
		{ID: "honest", Reports: []string{"shahekou-2016"}, Near: []string{"廉政", "党风"}},
		{ID: "safety", Reports: []string{"shahekou-2016"}, Near: []string{"安全生产", "網路安全"}},
		{ID: "guangdong", Regions: []string{"广东省"}},
		{ID: "guangzhou", Regions: []string{"440100"}},
		{ID: "liwan", Regions: []string{"荔湾区"}},
	}}
	shahekou, dalian := "shahekou-2016", []string{"辽宁省", "大连市", "沙河口区"}
	label := glossary.Term{Senses: []glossary.Sense{{ID: "old", Until: 2020}, {ID: "new", Since: 2021}}}
	ended := glossary.Term{Senses: []glossary.Sense{{ID: "law", Until: 2003, Near: []string{"普法"}}, {ID: "plan", Until: 1994}}}
	tests := []struct {
		name      string
		term      glossary.Term
		slug      string
		region    []string
		code      string
		year      int
		paragraph string
		want      string // "-" where it is no term
	}{
		{"one sense", one, "x", nil, "", 0, "", ""},
		{"its report", only, "hangzhou-etdz-2014", nil, "", 0, "", "zone"},
		{"another report", only, "x", nil, "", 0, "", "-"},
		{"near words within the report", duty, shahekou, dalian, "210204", 0, "落实安全生产“一岗双责”", "safety"},
		{"most near words", duty, shahekou, dalian, "210204", 0, "党风廉政和安全生产", "honest"},
		{"as many near words", duty, shahekou, dalian, "210204", 0, "廉政和安全生产", ""},
		{"no near words within the report", duty, shahekou, dalian, "210204", 0, "一岗双责", "general"},
		{"nearest sentence", duty, shahekou, dalian, "210204", 0, "抓好廉政，改进党风，抓好作风。落实安全生产，严格执行一岗双责。", "safety"},
		{"nearest clause", duty, shahekou, dalian, "210204", 0, "落实安全生产责任，强化廉政方面的一岗双责；党风。", "honest"},
		{"nearest clause after it", duty, shahekou, dalian, "210204", 0, "党风,廉政,作风,一岗双责,安全生产", "safety"},
		{"as near on both sides", duty, shahekou, dalian, "210204", 0, "党风，一岗双责，安全生产", ""},
		{"the sentence before the clauses", duty, shahekou, dalian, "210204", 0, "讲安全生产。一岗双责，一抓到底，久久为功，改进党风", "honest"},
		{"an enumeration is one clause", duty, shahekou, dalian, "210204", 0, "廉政，党政同责、一岗双责、安全生产", "safety"},
		{"folded near words", duty, shahekou, nil, "", 0, "網絡安全、廉政、黨風", "honest"},
		{"near words elsewhere", duty, "x", dalian, "210204", 0, "网路安全", "general"},
		{"near words in its region", of, "x", []string{"云南省", "昆明市"}, "530100", 0, "滇池治理", "yunnan"},
		{"its region without them", of, "x", []string{"云南省", "昆明市"}, "530100", 0, "治理", "general"},
		{"near words in another region", of, "x", []string{"湖南省"}, "430000", 0, "滇池治理", "general"},
		{"its only words", glossary.Term{Senses: []glossary.Sense{{Near: []string{"滇池"}}}}, "x", nil, "", 0, "滇池治理", ""},
		{"none of its only words", glossary.Term{Senses: []glossary.Sense{{Near: []string{"滇池"}}}}, "x", nil, "", 0, "治理", "-"},
		{"before its time", glossary.Term{Senses: []glossary.Sense{{Since: 2017}}}, "x", nil, "", 2016, "", "-"},
		{"after the time of all", ended, "x", nil, "", 2023, "深化“三五”机制", "-"},
		{"in the time of one", ended, "x", nil, "", 1999, "“三五”普法", "law"},
		{"nothing near elsewhere", duty, "x", dalian, "210204", 0, "一岗双责", "general"},
		{"province", duty, "x", []string{"广东省", "中山市"}, "442000", 0, "安全生产", "guangdong"},
		{"code of the city above", duty, "x", []string{"广东省", "广州市", "越秀区"}, "440104", 0, "", "guangzhou"},
		{"nearest region", duty, "x", []string{"广东省", "广州市", "荔湾区"}, "440103", 0, "", "liwan"},
		{"the time before", label, "x", nil, "", 2020, "", "old"},
		{"the time after", label, "x", nil, "", 2021, "", "new"},
		{"no time known", label, "x", nil, "", 0, "", ""},
		{"no senses", glossary.Term{}, "x", nil, "", 0, "", ""},
	}
	for _, test := range tests {
		before, _, _ := strings.Cut(test.paragraph, duties) // all of it where there is none
		start := utf8.RuneCountInString(before)
		got, holds := test.term.Sense(test.slug, test.region, test.code, test.year, test.paragraph, start, start+4)
		if !holds {
			got += "-"
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
