package indicator

import (
	"math"
	"strings"
	"testing"
)

func TestName(t *testing.T) {
	for name, want := range map[string]string{
		"地區生產總值":         "地区生产总值",
		"GDP":            "地区生产总值",
		"全区生产总值":         "地区生产总值",
		"固定資產投資（法人在地）":   "固定资产投资",
		"全社会固定资产投资":      "固定资产投资",
		"规上工业销售产值":       "规模以上工业销售产值",
		"“四類”可防性警情下降":    "四类可防性警情下降",
		"全区":             "全区",
		"实现实到外资":         "实际利用外资",
		"":               "",
		"工业增加值":          "工业增加值",
		"第三产业增加值":        "服务业增加值",
		"现代服务业增加值":       "现代服务业增加值",
		"每千人口拥有执业(助理)医师": "每千人口拥有执业医师",
	} {
		if got := Name(name); got != want {
			t.Errorf("Name(%q) is %q, want %q", name, got, want)
		}
		if got := Name(Name(name)); got != want {
			t.Errorf("Name of %q changes when taken twice: %q", name, got)
		}
	}
}

func TestScale(t *testing.T) {
	for _, c := range []struct {
		value, unit string
		number      float64
		plain       string
		ok          bool
	}{
		{"1080.76", "亿元", 108076000000, "元", true},
		{"1080.76", "億元", 108076000000, "元", true},
		{"4.46", "万平方米", 44600, "平方米", true},
		{"9.97", "萬戶", 99700, "户", true},
		{"5100", "万美元", 51000000, "美元", true},
		{"300", "亿", 30000000000, "", true},
		{"6.3", "%", 6.3, "%", true},
		{"2.6", "万人次", 26000, "人次", true},
		{"1,080", "个", 1080, "个", true},
		{"5", "千米", 5, "千米", true},
		{"0.3", "千瓦时", 0.3, "千瓦时", true},
		{"-3.5", "%", -3.5, "%", true},
		{"6.5-7", "%", 0, "", false},
		{"29:71", "", 0, "", false},
		{"", "", 0, "", false},
		{"1" + strings.Repeat("0", 305), "亿元", math.Inf(1), "元", false},
	} {
		number, plain, ok := Scale(c.value, c.unit)
		if number != c.number || plain != c.plain || ok != c.ok {
			t.Errorf("Scale(%q, %q) is %v %q %v, want %v %q %v", c.value, c.unit, number, plain, ok, c.number, c.plain, c.ok)
		}
	}
}

// TestLists wants each list of words named once: two would be one.
func TestLists(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(wordsText + timesText) {
		if name, opens := strings.CutPrefix(strings.TrimSpace(line), "["); opens {
			if seen[name] {
				t.Errorf("two lists are named %s", strings.TrimSuffix(name, "]"))
			}
			seen[name] = true
		}
	}
}
