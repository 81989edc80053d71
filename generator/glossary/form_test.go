package glossary

import (
	"slices"
	"strings"
	"testing"
)

func TestKeyOf(t *testing.T) {
	tests := []struct{ form, want string }{
		{"“三旧”改造", "三旧改造"},
		{"「三舊」改造", "三旧改造"},
		{" 互联网 ＋ ", "互联网+"},
		{"Smart  City", "smart city"},
		{"Smart” “City", "smart city"},
		{"Ｐ“Ｐ", "pp"},
		{"A 类", "a类"},
		{"三\u200b\ufeff旧", "三旧"},
		{"3・15‧60", "3·15·60"},
		{"“ ”", ""},
	}
	for _, test := range tests {
		if got := keyOf(test.form); got != test.want {
			t.Errorf("keyOf(%q) = %q, want %q", test.form, got, test.want)
		}
	}
}

func TestVariants(t *testing.T) {
	tests := []struct{ key, want string }{
		{"放管服", "放管服"},
		{"地铁", "地铁 捷运"},
		{"互联网络", "互联网络 互联网路 网际网路络"},
		{"优化网格", "优化网格 优化格线 最佳化网格 最佳化格线"},
	}
	for _, test := range tests {
		if got := strings.Join(variants(test.key), " "); got != test.want {
			t.Errorf("variants(%s) = %s, want %s", test.key, got, test.want)
		}
	}
	many := variants(strings.Repeat("地铁", 20))
	if len(many) != mostVariants {
		t.Errorf("%d variants of a long form, want the bound %d", len(many), mostVariants)
	}
	slices.Sort(many)
	if len(slices.Compact(many)) != mostVariants {
		t.Error("a variant is there twice")
	}
}
