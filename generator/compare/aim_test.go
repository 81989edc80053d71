package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"jianzhu/generator/compare"
	"jianzhu/generator/report"
)

// Targets are for one thing though their names differ in how it is said, what counts it or
// from which year a report plans; what is to be added is not what there is.
func TestGoals(t *testing.T) {
	for _, c := range []struct {
		first, second string
		want          string // name, other name, 1 higher, -1 lower
	}{
		{"地区生产总值增长7%", "生产总值增长6.5%", "生产总值 地区生产总值 -1"},
		{"新增城镇就业7万人", "城镇新增就业8万人", "城镇新增就业 新增城镇就业 1"},
		{"居民消费价格涨幅控制在3%左右", "居民消费价格指数涨幅控制在2%左右", "居民消费价格指数涨幅 居民消费价格涨幅 -1"},
		{"老旧小区改造20个", "改造老旧小区30个", "改造老旧小区 老旧小区改造 1"},
		{"建设高标准农田7万亩", "新建高标准农田7万亩", "新建高标准农田 建设高标准农田 0"},
		{"新增上市企业5家", "上市企业50家", ""},
		{"新建公园5个", "新建学校5所", ""},
	} {
		texts := []string{
			"一、2018年主要目标\n" + c.first + "。\n", "一、2019年主要目标\n" + c.second + "。\n",
		}
		metas := []report.Meta{}
		for _, year := range []int{2018, 2019} {
			metas = append(metas, report.Meta{Title: fmt.Sprint(year), Type: "work-report", Year: year, Region: report.Region{Path: []string{"某市"}}})
		}
		all := compare.New(corpusOf(t, texts, metas))
		var got []string
		for _, g := range all.Compare(all.Pairs[0]).Targets {
			way, _ := g.Moved()
			got = append(got, fmt.Sprintf("%s %s %d", g.Values[1].Name, g.OtherName(), way))
		}
		if want := slices.DeleteFunc([]string{c.want}, func(s string) bool { return s == "" }); !slices.Equal(got, want) {
			t.Errorf("%s; %s: %s, want %s", c.first, c.second, strings.Join(got, ", "), c.want)
		}
	}
}

// Where no number can be reckoned, only what is printed the same is; static/js/compare.js
// says so too.
func TestMovedUnknown(t *testing.T) {
	for _, c := range []struct {
		first, second string // what stands behind the number
		known         bool
	}{{"左右", "左右", true}, {"以内", "左右", false}} {
		value := func(after string) report.Indicator {
			return report.Indicator{Value: "4:3:3", Written: "4:3:3", After: []string{after}}
		}
		goal := compare.Goal{Values: [2]report.Indicator{value(c.first), value(c.second)}}
		if way, known := goal.Moved(); way != 0 || known != c.known {
			t.Errorf("%s, %s: %d, %v", c.first, c.second, way, known)
		}
	}
}

// A report given in December plans the next year; its targets are set beside those of
// one that plans its own.
func TestGoalsOfPlannedYears(t *testing.T) {
	texts := []string{"一、2019年主要目标\n地区生产总值增长7%，城镇新增就业7万人。\n", "一、2020年主要目标\n地区生产总值增长6%，城镇新增就业6万人。\n"}
	metas := []report.Meta{}
	for _, year := range []int{2018, 2020} {
		metas = append(metas, report.Meta{Title: fmt.Sprint(year), Type: "work-report", Year: year, Region: report.Region{Path: []string{"某市"}}})
	}
	all := compare.New(corpusOf(t, texts, metas))
	if n := len(all.Compare(compare.Pair{all.Pairs[0][0], all.Pairs[0][1]}).Targets); n != 2 {
		t.Errorf("%d targets of both, want 2", n)
	}
}
