package indicator

import (
	"testing"

	"jianzhu/generator/report"
)

func TestStanceOf(t *testing.T) {
	for title, want := range map[string]stance{
		"2016年主要工作回顾":    {kind: report.Result, years: report.Years(2016, 2016)},
		"2016年工作":        {kind: report.Result, years: report.Years(2016, 2016)},
		"2017年工作":        {kind: report.Target, years: report.Years(2017, 2017)},
		"二〇一七年的工作安排":     {kind: report.Target, years: report.Years(2017, 2017)},
		"发展基础和形势":        {kind: report.Result},
		"指导思想和发展目标":      {kind: report.Target},
		"过去五年工作回顾和今后目标":  {years: report.Years(2012, 2016)},
		"完成2016年目标任务":    {kind: report.Result, years: report.Years(2016, 2016)},
		"全面完成2017年目标任务":  {kind: report.Target, years: report.Years(2017, 2017)},
		"今后五年目标和2017年工作": {kind: report.Target, years: report.Years(2017, 2017)},
		"加强社会治理":         {},
	} {
		c := &context{clock: clock{year: 2017, given: 2017}}
		if got := c.stanceOf(title); got != want {
			t.Errorf("%s: %v", title, got)
		}
	}
}
