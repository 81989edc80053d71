package report

import "testing"

func TestChange(t *testing.T) {
	for want, all := range map[string][]Indicator{
		"增长":   {{Name: "地区生产总值", Unit: "%", Growth: true}, {Name: "註冊資本", Unit: "倍", Growth: true}, {Name: "产值", Unit: "％", Growth: true}},
		"提高":   {{Name: "城镇化率", Unit: "个百分点", Growth: true}, {Name: "佔比", Unit: "個百分點", Growth: true}},
		"增加":   {{Name: "高新技术企业", Unit: "家", Growth: true}},
		"年均增长": {{Name: "地区生产总值", Unit: "%", Growth: true, Yearly: true}},
		"年均":   {{Name: "能耗下降", Unit: "%", Growth: true, Yearly: true}},
		"":     {{Name: "信访总量下降", Unit: "%", Growth: true}, {Name: "壓減“三公”經費", Unit: "%", Growth: true}, {Name: "地区生产总值", Unit: "亿元"}},
	} {
		for _, i := range all {
			if got := i.Change(); got != want {
				t.Errorf("%s: %q, want %q", i.Name, got, want)
			}
		}
	}
}
