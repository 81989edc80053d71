package division

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	code := regexp.MustCompile(`^[1-8]\d{5}$`)
	last := ""
	for row := range strings.Lines(table) {
		cells := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(cells) != 4 || !code.MatchString(cells[0]) || cells[1] == "" || cells[0] < last {
			t.Fatalf("row %q", row)
		}
		from, err := strconv.Atoi(cells[2])
		to, err2 := strconv.Atoi(cells[3])
		if err != nil || from < firstTable || cells[3] != "" && (err2 != nil || to < from) {
			t.Errorf("years of row %q", row)
		}
		last = cells[0]
	}
	provinces := 0
	for _, all := range whole().byCode {
		for _, d := range all {
			if d.Level() == Province && d.To == 0 {
				provinces++
			}
		}
	}
	if provinces != 34 {
		t.Errorf("%d divisions of the first level, want 34", provinces)
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		year  int
		texts string // parted by |
		want  string // code and name; of several only how many
	}{
		{2017, "2017年荔湾区政府工作报告", "440103 荔湾区"},
		{2016, "沙河口区人民政府工作报告", "210204 沙河口区"},
		{2003, "甘肃省政府工作报告", "620000 甘肃省"},
		{2012, "吉林市政府工作报告", "220200 吉林市"},
		{2012, "吉林省政府工作报告", "220000 吉林省"},
		{2012, "吉林2012年工作报告", "220000 吉林省"},
		{2019, "延边州2019年政府工作报告", "222400 延边朝鲜族自治州"},
		{2020, "鼓楼区政府工作报告", "4"},
		{2020, "鼓楼区政府工作报告|南京市", "320106 鼓楼区"},
		{2020, "南京市鼓楼区政府工作报告", "320106 鼓楼区"},
		{1990, "襄樊市政府工作报告", "420600 襄樊市"},
		{2011, "襄阳市政府工作报告", "420600 襄阳市"},
		{2019, "莱芜区政府工作报告|济南市", "370116 莱芜区"},
		{2016, "莱芜市政府工作报告", "371200 莱芜市"},
		{1993, "重庆市政府工作报告", "510200 重庆市"},
		{2008, "重庆市政府工作报告", "500000 重庆市"},
		{2021, "中山市西区街道", "442000 中山市"},
		{2022, "济源市政府工作报告", "419001 济源市"},
		{2022, "凉山彝族自治州政府工作报告", "513400 凉山彝族自治州"},
		{2022, "恩施州政府工作报告", "422800 恩施土家族苗族自治州"},
		{2022, "无名之地政府工作报告", "0"},
		{1956, "关于政府工作的报告", "0"},
	} {
		d, others := Resolve(c.year, strings.Split(c.texts, "|")...)
		got := strings.TrimSpace(d.Code + " " + d.Name)
		if got == "" {
			got = strconv.Itoa(len(others))
		}
		if got != c.want {
			t.Errorf("%d %s: %s, want %s", c.year, c.texts, got, c.want)
		}
	}
}

func TestPath(t *testing.T) {
	for _, c := range []struct {
		code string
		year int
		want string
	}{
		{"440103", 2017, "广东省 广州市 荔湾区"},
		{"110105", 2017, "北京市 朝阳区"},
		{"419001", 2017, "河南省 济源市"},
		{"440000", 2017, "广东省"},
		{"222400", 2017, "吉林省 延边朝鲜族自治州"},
	} {
		d, ok := ofCode(c.code, c.year)
		var names []string
		for _, p := range d.Path(c.year) {
			names = append(names, p.Name)
		}
		if got := strings.Join(names, " "); !ok || got != c.want {
			t.Errorf("%s in %d: %s, want %s", c.code, c.year, got, c.want)
		}
	}
}
