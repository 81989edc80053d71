package glossary_test

import (
	"testing"

	"jianzhu/generator/glossary"
)

func TestSense(t *testing.T) {
	one := glossary.Term{Senses: []glossary.Sense{{Definition: "甲。"}}}
	only := glossary.Term{Senses: []glossary.Sense{{ID: "zone", Reports: []string{"hangzhou-etdz-2014"}}}}
	duty := glossary.Term{Senses: []glossary.Sense{
		{ID: "general"},
		{ID: "honest", Reports: []string{"shahekou-2016"}, Near: []string{"廉政", "党风"}},
		{ID: "safety", Reports: []string{"shahekou-2016"}, Near: []string{"安全生产", "網路安全"}},
		{ID: "guangdong", Regions: []string{"广东省"}},
		{ID: "guangzhou", Regions: []string{"440100"}},
		{ID: "liwan", Regions: []string{"荔湾区"}},
	}}
	shahekou, dalian := "shahekou-2016", []string{"辽宁省", "大连市", "沙河口区"}
	tests := []struct {
		name      string
		term      glossary.Term
		slug      string
		region    []string
		code      string
		paragraph string
		want      string
	}{
		{"one sense", one, "x", nil, "", "", ""},
		{"its report", only, "hangzhou-etdz-2014", nil, "", "", "zone"},
		{"another report", only, "x", nil, "", "", ""},
		{"near words within the report", duty, shahekou, dalian, "210204", "落实安全生产“一岗双责”", "safety"},
		{"most near words", duty, shahekou, dalian, "210204", "党风廉政和安全生产", "honest"},
		{"as many near words", duty, shahekou, dalian, "210204", "廉政和安全生产", ""},
		{"no near words within the report", duty, shahekou, dalian, "210204", "一岗双责", ""},
		{"folded near words", duty, "x", nil, "", "網絡安全、黨風", "honest"},
		{"near words elsewhere", duty, "x", dalian, "210204", "网路安全", "safety"},
		{"nothing near elsewhere", duty, "x", dalian, "210204", "一岗双责", "general"},
		{"province", duty, "x", []string{"广东省", "中山市"}, "442000", "安全生产", "guangdong"},
		{"code of the city above", duty, "x", []string{"广东省", "广州市", "越秀区"}, "440104", "", "guangzhou"},
		{"nearest region", duty, "x", []string{"广东省", "广州市", "荔湾区"}, "440103", "", "liwan"},
		{"no senses", glossary.Term{}, "x", nil, "", "", ""},
	}
	for _, test := range tests {
		if got := test.term.Sense(test.slug, test.region, test.code, test.paragraph); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
