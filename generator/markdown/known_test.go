package markdown

import (
	"fmt"
	"testing"

	"jianzhu/generator/report"
)

// TestKnown holds what machines are told to what a report states.
func TestKnown(t *testing.T) {
	meta := report.Meta{
		Title: "某区政府工作报告", Type: "work-report", Year: 2017, Covers: []int{2016, 2017},
		Region: report.Region{Path: []string{"某省", "某区"}}, Issuer: "某区人民政府",
		Dates:  report.Dates{Delivered: "2017-01", Published: "2017年2月1日"},
		Origin: report.Origin{URL: "https://example.org/a", Publisher: "某区政府办公室"},
	}
	fields := []report.Field{
		{Label: "有效性", Value: "有效", Line: 4}, {Label: "索引號", Value: "7/1", Line: 2}, {Label: "索引号", Value: "另一", Line: 3},
		{Label: "成文日期", Line: 6}, {Label: "主题分类", Value: "张三", Line: 5}, {Label: "浏览次数", Value: "8", Line: 7},
	}
	private := []report.Debris{{Line: 5, Reason: report.PersonalData}}
	for _, test := range []struct {
		name   string
		change func(*report.Report)
		want   Known
	}{
		{"nothing", func(r *report.Report) { *r = report.Report{} }, Known{}},
		{"stated", func(r *report.Report) {}, Known{
			Place: "某省某区", Issuer: "某区人民政府", Publisher: "某区政府办公室", URL: "https://example.org/a", Delivered: "2017-01", Covers: "2016/2017",
			Cited:      Citation{"某区政府工作报告", "某区人民政府", "2017"},
			Disclosure: []Disclosure{{"索引号", "7/1"}, {"发文机关", "某区人民政府"}, {"标题", "某区政府工作报告"}, {"有效性", "有效"}},
		}},
		{"inferred", func(r *report.Report) {
			r.Metadata = nil
			r.Meta.Inferred = []string{"title", "covers", "region", "issuer", "dates", "source"}
		}, Known{Cited: Citation{"[某区政府工作报告]", "[某区人民政府]", "2017"}}},
		{"one year, a day", func(r *report.Report) {
			*r = report.Report{Meta: report.Meta{Covers: []int{2017}, Dates: report.Dates{Published: "2017-02-01"}}}
		}, Known{Covers: "2017", Published: "2017-02-01", Cited: Citation{Date: "2017-02-01"}, Disclosure: []Disclosure{{"发布日期", "2017-02-01"}}}},
		{"no such day", func(r *report.Report) {
			*r = report.Report{Meta: report.Meta{Dates: report.Dates{Delivered: "2017-13", Published: "2017-02-30"}}}
		}, Known{}},
	} {
		r := &report.Report{Meta: meta, Metadata: fields, Debris: private}
		test.change(r)
		if got := known(r); fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", test.want) {
			t.Errorf("%s:\n got %+v\nwant %+v", test.name, got, test.want)
		}
	}
}

func TestDescribe(t *testing.T) {
	const rest = "，全文9字，行行可引，附主题与校勘。"
	region := report.Region{Path: []string{"某省", "某区"}}
	for _, test := range []struct {
		meta report.Meta
		want string
	}{
		{report.Meta{Title: "题"}, "题"},
		{report.Meta{Title: "题", Type: "work-report", Year: 2017, Region: region}, "某省某区2017年政府工作报告"},
		{report.Meta{Title: "题", Type: "plan", Year: 2021, Covers: []int{2021, 2025}, Region: region}, "某省某区2021—2025年规划"},
		{report.Meta{Title: "题", Type: "work-summary", Region: region}, "某省某区工作总结"},
		{report.Meta{Title: "题", Type: "work-report", Year: 2017, Region: region, Inferred: []string{"region"}}, "题"},
		{report.Meta{Title: "题", Type: "work-report", Year: 2017, Region: region, Inferred: []string{"year"}}, "题"},
	} {
		r := &report.Report{Meta: test.meta}
		for site, caveat := range map[Site]string{{}: "非官方文本，以原件为准。", {Official: true}: ""} {
			if got := site.describe(r, known(r), 9, 0); got != test.want+rest+caveat {
				t.Errorf("%+v: %+v: got %s", site, test.meta, got)
			}
		}
	}
}
