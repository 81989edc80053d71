package data

import (
	"crypto/sha256"
	"encoding/hex"

	"jianzhu/generator/annotate"
	"jianzhu/generator/glossary"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

// private is text of the sample that no output may have.
const private = "13800000000"

// sample is a corpus with one of everything, made by hand: a report with a byte
// order mark, both line ends, a code point of four bytes, U+2028, markup, and a
// line withheld; and a report with nothing but a title.
func sample() *annotate.Corpus {
	lines := []report.Line{
		{Text: "发布机构:", End: "\r\n"},
		{Text: "某区政府办公室", End: "\r\n"},
		{Text: "联系人:张三," + private, End: "\r\n"},
		{Text: "2016年某区政府工作报告", End: "\n"},
		{Text: "", End: "\n"},
		{Text: "各位代表:", End: "\n"},
		{Text: "一、工作回顾", End: "\n"},
		{Text: "𠮷祥之年\u2028推进“放管服”改革,<b>xx</b>出台《规划\\\"纲要》", End: "\n"},
		{Text: "(一)经济运行。增长 6%", End: "\n"},
		{Text: "放管服:简政放权的简称", End: "\n"},
		{Text: "下一页", End: ""},
	}
	text := "\uFEFF"
	for _, l := range lines {
		text += l.Text + l.End
	}
	sum := sha256.Sum256([]byte(text))
	empty := sha256.Sum256(nil)

	label := report.Label{Theme: "economy", Score: 2, Why: []string{"增长", "放管服"}}
	full := &report.Report{
		Slug: "sample",
		Meta: report.Meta{
			Title:    "某区2016年政府工作报告",
			Type:     "work-report",
			Year:     2016,
			Covers:   []int{2015, 2016},
			Region:   report.Region{Path: []string{"某省", "某市", "某区"}, Code: "000000"},
			Issuer:   "某区人民政府",
			Dates:    report.Dates{Published: "2016-08-18 12:40:51"},
			Origin:   report.Origin{URL: "https://example.org/?a=1&b=2", Publisher: "某区政府办公室"},
			Inferred: []string{"issuer"},
			Remark:   "第一部分原文缺。",
		},
		Script: "zh-Hans",
		Source: report.Source{File: "reports/sample/report.txt", SHA256: hex.EncodeToString(sum[:]), Encoding: "UTF-8 with BOM"},
		Lines:  lines,
		Paragraphs: []report.Paragraph{
			{Line: 4, Kind: report.Title, Text: lines[3].Text},
			{Line: 6, Kind: report.Salutation, Text: lines[5].Text},
			{Line: 7, Kind: report.Heading, Section: "s1", Text: lines[6].Text},
			{Line: 8, Kind: report.Text, Section: "s1", Text: lines[7].Text},
			{Line: 9, Kind: report.Text, Section: "s1-1", Text: lines[8].Text},
			{Line: 10, Kind: report.Text, Section: "s1-1", Text: lines[9].Text},
		},
		Tables: []report.Table{{
			Caption: []report.Cell{{Line: 7, Column: 0, End: 6}}, Columns: 2, Numbers: []bool{false, true}, Head: 1,
			Rows: []report.TableRow{{Cells: []report.Cell{{Line: 9, Column: 0, End: 3}, {Line: 9, Column: 3, End: 7}}}, {Cells: []report.Cell{{Line: 10, Column: 0, End: 3}, {Line: 10, Column: 3, End: 3}}}},
		}},
		Outline: []report.Entry{
			{ID: "s1", Kind: report.Block, Level: 1, Number: "一、", Title: "工作回顾", Line: 7, Column: 0, End: 6, Themes: []report.Label{label}},
			{ID: "s1-1", Kind: report.RunIn, Level: 2, Number: "(一)", Title: "经济运行", Line: 9, Column: 0, End: 7},
		},
		Debris: []report.Debris{
			{Line: 1, Reason: report.MetadataLine, Text: lines[0].Text},
			{Line: 2, Reason: report.MetadataLine, Text: lines[1].Text},
			{Line: 3, Reason: report.PersonalData, Text: lines[2].Text}, // the reader leaves it out; if it did not, data does
			{Line: 11, Reason: report.Pagination, Text: lines[10].Text},
		},
		Damage: []report.Damage{
			{Line: 8, Kind: report.Anonymised, Column: 20, Text: "xx"},
			{Line: 8, Kind: report.Cut, Column: 33},
		},
		Normalised: []report.Count{{Kind: report.FullWidth, Count: 4}, {Kind: report.StraySpace, Count: 1}},
		Metadata:   []report.Field{{Label: "发布机构", Value: "某区政府办公室", Line: 2}, {Label: "联系人", Value: "张三," + private, Line: 3}},
		Definitions: []report.Definition{{
			Term: "放管服", Number: "1.", Text: "简政放权的简称", Source: report.FromNote, Line: 10, Last: 10, TextLine: 10, Column: 4,
			ID: "fang-guan-fu", Marks: []report.NoteMark{{Line: 8, Column: 12, End: 15}},
		}},
		Terms: []report.Occurrence{
			{Term: "fang-guan-fu", Surface: "“放管服”改革", Line: 8, Offset: 7, Linked: true},
			{Term: "fang-guan-fu", Sense: "reform", Surface: "放管服", Line: 10, Offset: 0},
		},
		References: []report.Reference{{Title: "规划\\\"纲要", Line: 8, Column: 27, ID: "0123abcd"}},
		Notes: []report.Note{
			{N: 1, Quote: "推进“放管服”改革", Body: "见[下一行](#L9)，<b>不</b>是\"标签\"。\n\n- 甲", Author: "编者", Date: "2026-11-22", Line: 8, Column: 5, End: 14},
			{N: 2, Quote: "增长6%", Prefix: "。", Body: "*另见*[别处](../bare/index.md#L1)。", Author: "某编者", Line: 9, Column: 8, End: 13},
		},
		Indicators: []report.Indicator{
			{Name: "经济", Value: "6", Unit: "%", Written: "6%", Amount: report.Amount{Known: true, From: 6, To: 6, Unit: "%"}, Kind: report.Result, Growth: true, Period: report.Years(2015, 2015), Line: 9, Column: 11, End: 13},
			{Name: "=经济,\"总量\"", Value: "6-6.5", Unit: "万億元", Written: "6-6.5万億元", Amount: report.Amount{Known: true, From: 6e12, To: 6.5e12, Unit: "元"}, Said: []string{"力争"}, After: []string{"左右"}, Kind: report.Target, Period: report.Years(2016, 2020), Line: 9, Column: 11, End: 13},
			{Name: "三次产业结构", Value: "2.8:55.4:41.8", Kind: report.Result, Line: 9, Column: 11, End: 12},
		},
	}
	bare := &report.Report{
		Slug:   "bare",
		Meta:   report.Meta{Title: "只有标题"},
		Script: "zh-Hans",
		Source: report.Source{File: "reports/bare/report.txt", SHA256: hex.EncodeToString(empty[:]), Encoding: "UTF-8"},
	}

	return &annotate.Corpus{
		Reports: []*report.Report{full, bare},
		Documents: []annotate.Document{{
			ID: "0123abcd", Title: "规划\\\"纲要", Former: []string{"89abcdef"}, Variants: []string{"規劃\\\"綱要"}, Kind: "纲要", Years: []annotate.Span{{From: 2016, To: 2020}},
			Issuer: annotate.Issuer{Name: "某区政府"}, Mentions: []annotate.Mention{{Report: full, Reference: full.References[0]}},
		}},
		Promises: []annotate.Promise{{
			Relation: annotate.Reviewed, Names: []string{"“放管服”改革"}, Terms: []string{"fang-guan-fu"},
			Earlier: annotate.Said{Report: full, Sentence: annotate.Sentence{Line: 8, Column: 5, End: 15, Text: "推进“放管服”改革"}},
			Later:   annotate.Said{Report: full, Sentence: annotate.Sentence{Line: 10, Column: 0, End: 11, Text: "放管服：简政放权的简称"}},
		}},
		Unseen: []annotate.Unseen{{
			Said: annotate.Said{Report: full, Sentence: annotate.Sentence{Line: 8, Column: 5, End: 15, Text: "推进“放管服”改革"}}, Names: []string{"放管服"}, Until: 2019,
		}},
		Indicators: []annotate.Indicator{{
			ID: "di-qu-sheng-chan-zong-zhi", Name: "经济", Variants: []string{"=经济,\"总量\""}, Reports: 1,
			Places: []annotate.Measured{{Region: full.Meta.Region, Values: []annotate.Value{{Report: full, Indicator: &full.Indicators[0]}, {Report: full, Indicator: &full.Indicators[1], N: 1}}}},
		}},
		Glossary: &glossary.Glossary{Terms: []glossary.Term{
			{
				ID: "fang-guan-fu", Term: "放管服", Pinyin: "fàng guǎn fú", Aliases: []string{"“放管服”改革"},
				Gloss: "简政放权、放管结合、优化服务的合称", Expansion: "简政放权、放管结合、优化服务",
				English: "streamlining administration & delegating power", Theme: "economy",
				Senses:  []glossary.Sense{{ID: "reform", Definition: "一项改革。", Reports: []string{"sample"}, Regions: []string{"某省"}, Near: []string{"改革"}}},
				Sources: []string{"sample第10行"}, Check: true,
			},
			{ID: "san-zi", Term: "三资", Senses: []glossary.Sense{{Definition: "资金、资产、资源。"}}},
		}},
		Themes: &theme.Vocabulary{Themes: []theme.Theme{
			{ID: "economy", Name: "经济运行", English: "Economy", Gov22: []int{3}, CAP: []int{1, 15}},
			{ID: "defence", Name: "国防"},
		}},
		Uses: map[string][]annotate.Use{"fang-guan-fu": {
			{Report: full, Occurrence: &full.Terms[0]},
			{Report: full, Occurrence: &full.Terms[1]},
		}},
		Sections: map[string][]annotate.Section{"economy": {{Report: full, Entry: &full.Outline[0], Label: label}}},
	}
}
