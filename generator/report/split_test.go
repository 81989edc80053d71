package report

import (
	"slices"
	"testing"
)

func TestPart(t *testing.T) {
	for line, want := range map[string][]string{
		"第二章主要目标和任务第二篇调整经济结构": {"第二章主要目标和任务", "第二篇调整经济结构"},
		"第七章总体目标第八章重点任务第九章保障": {"第七章总体目标", "第八章重点任务", "第九章保障"},
		"第三章按照第二章的要求":         {"第三章按照第二章的要求"},
		"一、二产业发展":             {"一、二产业发展"},
		"政府工作报告 各位代表： 现在报告工作。 一、回顾 一年来成绩很大。二、三产业增长快。 二、安排 今年要努力。——抓好农业。": {
			"政府工作报告 ", "各位代表： ", "现在报告工作。 ", "一、回顾 一年来成绩很大。二、三产业增长快。 ", "二、安排 今年要努力。", "——抓好农业。"},
	} {
		d := &draft{rows: []*row{newRow(1, 0, line)}}
		d.part()
		var got []string
		for _, r := range d.rows {
			got = append(got, r.text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", line, got, want)
		}
	}
}
