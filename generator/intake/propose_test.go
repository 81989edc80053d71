package intake

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jianzhu/generator/report"
)

func TestPropose(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"a.txt", "- 索引号:\n- 2102000003\n- 文件编号:\n- 成文日期:\n- 2016-08-18\n- 发布机构:\n- 大连市政府办公室\n- 发布日期:\n- 2016-08-18\n- 有效性:\n- 有效\n- 公开方式:\n- 主动公开\n- 公开范围:\n- 面向社会\n2016年沙河口区政府工作报告\n各位代表:\n", "shahekou-2016 2016年沙河口区政府工作报告 work-report 2016 210204 - issuer"},
		{"a.txt", "政府工作报告\n——2021年1月12日在白城市第六届人民代表大会第五次会议上\n市长 某某\n各位代表：\n", "baicheng-2021 2021年白城市政府工作报告 work-report 2021 220800 2021-01-12 title,issuer"},
		{"a.txt", "甘肃省政府工作报告\n（二〇〇三年一月九日）\n各位代表：\n", "gansu-2003 2003年甘肃省政府工作报告 work-report 2003 620000 2003-01-09 title,issuer"},
		{"陕西省/2008.txt", "各位代表：\n现在，我代表省人民政府向大会报告工作。\n", "shaanxi-2008 2008年陕西省2008 - 2008 610000 - year,region,title"},
		{"a.txt", "——2021年1月12日在白城市第六届人民代表大会第五次会议上\n市长 某某\n各位代表：\n", "baicheng-2021 2021年白城市政府工作报告 work-report 2021 220800 2021-01-12 title,issuer"},
		{"a.txt", "2017年荔湾区政府工作报告\n", "liwan-2017 2017年荔湾区政府工作报告 work-report 2017 440103 - issuer"},
		{"鼓楼区/2020.txt", "政府工作报告\n", "report-2020 2020年政府工作报告 work-report 2020 - - year,title"},
		{"a.txt", "关于印发南京市鼓楼区2020年《政府工作报告》的通知\n", "gulou-2020 南京市鼓楼区2020年政府工作报告 work-report 2020 320106 - issuer"},
		{"a.txt", "中华人民共和国国民经济和社会发展第十三个五年规划纲要\n", "zhongguo-plan-2016 中华人民共和国国民经济和社会发展第十三个五年规划纲要 plan 2016 100000 - issuer"},
		{"a.txt", "政府工作报告\n——2004年3月5日在第十届全国人民代表大会第二次会议上\n", "zhongguo-2004 2004年国务院政府工作报告 work-report 2004 100000 2004-03-05 title,issuer"},
		{"a.txt", "政府工作报告\n——2021年12月30日在永州市第六届人民代表大会第一次会议上\n\n二、2022年工作安排\n", "yongzhou-2022 2022年永州市政府工作报告 work-report 2022 431100 2021-12-30 year,title,issuer"},
		{"a.html", "当前位置：首页 > 政务公开 > 政府工作报告\n2021年白城市政府工作报告\n各位代表：\n", "baicheng-2021 2021年白城市政府工作报告 work-report 2021 220800 - issuer"},
		{"a.html", "您所在的位置：首页/政务公开/规划计划/政府工作报告正文\n白城市2021年政府工作报告\n", "baicheng-2021 白城市2021年政府工作报告 work-report 2021 220800 - issuer"},
		{"a.html", "首页»政务公开»白城市2021年政府工作报告\n各位代表：\n", "baicheng-2021 白城市2021年政府工作报告 work-report 2021 220800 - issuer"},
		{"2021.txt", "2018年1月25日某某在广东省第十三届人民代表大会第一次会议上作政府工作报告\n", "guangdong-2018 2018年广东省政府工作报告 work-report 2018 440000 2018-01-25 title,issuer"},
		{"a.txt", "政府工作報告\n——2021年1月12日在臨滄市第四屆人民代表大會第四次會議上\n市長 某某\n各位代表：\n", "lincang-2021 2021年临沧市政府工作报告 work-report 2021 530900 2021-01-12 title,issuer"},
		{"b.txt", "县域经济发展报告\n（2018年度）\n\n一、基本情况\n", "report-2018 2018年度县域经济发展报告 - 2018 - - -"},
		{"b.txt", "1976—1985年发展国民经济十年规划纲要（草案）\n（一九七五年十二月拟订）\n", "report-plan-1976 1976—1985年发展国民经济十年规划纲要（草案） plan 1976 - - -"},
		{"a.txt", "2013年四川省人民政府工作报告\n\n2013年工作回顾\n\n2014年重点工作\n", "sichuan-2014 2013年四川省人民政府工作报告 work-report 2014 510000 - year,issuer"},
		{"a.txt", "2013年四川省人民政府工作报告\n\n2012年工作回顾\n\n2013年重点工作\n\n2014年展望目标\n", "sichuan-2013 2013年四川省人民政府工作报告 work-report 2013 510000 - issuer"},
		{"b.txt", "各位代表，现在作报告\n", "report b - 0 - - title"},
	} {
		p := Propose(Text{Lines: c.text}, c.file)
		or := func(s string) string {
			if s == "" {
				return "-"
			}
			return s
		}
		got := strings.Join([]string{p.Slug, p.Meta.Title, or(p.Meta.Type), strconv.Itoa(p.Meta.Year), or(p.Meta.Region.Code), or(p.Meta.Dates.Delivered), or(strings.Join(p.Meta.Inferred, ","))}, " ")
		if got != c.want {
			t.Errorf("%s %q:\n%s\nwant\n%s", c.file, c.text, got, c.want)
		}
		if _, problems := report.ReadMeta("report.yaml", p.YAML(&report.Original{File: "original.docx", SHA256: strings.Repeat("0", 64), Format: "Word"}, []string{"1 pictures"})); len(problems) > 0 {
			t.Errorf("%s: report.yaml of it: %v\n%s", c.file, problems, p.YAML(nil, nil))
		}
	}
}

// TestCollection tells how often year and place of a collection agree with where its
// files lie: JIANZHU_TEXTS names its folder, with a folder for each place and files
// named by their years. Where they do not, one of the two is wrong: look.
func TestCollection(t *testing.T) {
	root := os.Getenv("JIANZHU_TEXTS")
	if root == "" {
		t.Skip("no collection named")
	}
	all, agree := 0, 0
	err := filepath.WalkDir(root, func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Base(file) == "README.md" || filepath.Ext(file) != ".md" {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, file)
		text, err := Read(name, data)
		if err != nil {
			t.Error(err)
			return nil
		}
		p := Propose(text, filepath.ToSlash(name))
		all++
		place := "/" + strings.Join(p.Meta.Region.Path, "/")
		if strings.HasSuffix(place, "/"+filepath.Base(filepath.Dir(file))) && strings.HasPrefix(d.Name(), strconv.Itoa(p.Meta.Year)) {
			agree++
		} else {
			t.Logf("%s: %s, %d %s", name, p.Meta.Title, p.Meta.Year, place)
		}
		return nil
	})
	t.Logf("%d of %d agree, %v", agree, all, err)
}
