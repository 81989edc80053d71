package markdown

import (
	"strings"
	"testing"
)

func TestBreakRatios(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"由0.5:21.3:78.2调整为0.5:19.7:79.8，", "由0.5:<wbr>21.3:<wbr>78.2调整为0.5:<wbr>19.7:<wbr>79.8，"},
		{"**比重0.2:42.7:57.1**", "比重0.2:<wbr>42.7:<wbr>57.1<"},
		{"比例为29:71，9:30开始", "比例为29:71，9:30开始"},
		{"一:二:三", "一:二:三"},
	} {
		page := Page{Body: test.text + " [3](#L3)\n", Front: Front{Type: "report"}}
		out, err := page.html()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(out), test.want) || strings.Contains(string(out), "</wbr>") {
			t.Errorf("%s: got %s", test.text, out)
		}
	}
}
