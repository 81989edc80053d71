package plot_test

import (
	"math"
	"testing"

	"jianzhu/generator/plot"
)

func TestDots(t *testing.T) {
	got := plot.Dots("地区生产总值：增长", "甲县2016年结果6.3%", "%", []plot.Row{
		{"甲县 2016年", "结果6.3%", []plot.Dot{{From: 6.3, To: 6.3}}},
		{"乙县 & 2016年", "目标6.5-7%，结果7%", []plot.Dot{{From: 6.5, To: 7, Promised: true}, {From: 7, To: 7}}},
		{"丙县 2016年", "结果-1.2%", []plot.Dot{{From: -1.2, To: -1.2}, {From: 2, To: 2, Mean: true}}},
		{"丁县 2016年", "不详", []plot.Dot{{From: math.NaN(), To: math.NaN()}}},
	})
	golden(t, "dots.svg", got)
	for _, empty := range [][]plot.Row{nil, {{Name: "甲县"}}, {{"甲县", "不详", []plot.Dot{{From: math.NaN(), To: math.Inf(1)}}}}} {
		if got := plot.Dots("", "", "", empty); got != "" {
			t.Errorf("without values there is %q", got)
		}
	}
}
