package data

import (
	"reflect"
	"strings"

	"jianzhu/generator/report"
)

// Column is a column of the tables, and means the same in each that has it.
type Column struct {
	Name, Title string
	Datatype    any // of CSVW: a name, or a name with a format
	Required    bool
	About       string
}

// cells are those of a row; what a column has stands in the field of its name.
type cells struct {
	ID, Report, Region, Code, Year, Type, Covers, Title, Issuer, Delivered, Published, Publisher, URL, Inferred, Remark, Script, SHA256, Lines, Characters string

	Line, Column, Section, Heading, Level, Themes, Theme, Name string

	Indicator, Value, Unit, Modifier, Kind, Growth, Yearly, Total, Property, Period, Number, NumberTo, NumberUnit string

	Term, Pinyin, Gloss, English, Check, Own, Count, Surface, Sense, Text string

	Document, DocumentKind, Names, Relation, LaterReport, LaterYear, LaterLine, LaterText string

	Quote, Note, Author, Date, Address string
}

// columns are those of all tables. Where JSON has the same name for a value, it has
// the same meaning.
var columns = []Column{
	{"id", "代号", "string", true, "本行的代号，在本表里不重复：报告代号、行号、列号，同一处有几项的再加序号。文本不变，代号不变。"},
	{"report", "报告", "string", true, "报告的代号，也是它在/reports/下的地址。"},
	{"region", "地区", "string", false, "报告所说的地方，从省起写全；不详的为空。"},
	{"code", "区划代码", formatted{"string", "[0-9]{6}"}, false, "GB/T 2260，没有代码的地方用上一级的。"},
	{"year", "报告年份", "gYear", false, "报告是哪一年的，不是数值所属的时期。"},
	{"type", "体裁", "string", false, typesAbout()},
	{"covers", "所涉年份", "string", false, "报告回顾或规划的年份，用空格隔开。"},
	{"title", "题名", "string", true, "报告的，或者报告用书名号提到的文件的。以等号、加号、减号或@开头的，前面加一撇，以免表格软件当作公式；其他文字列也这样。"},
	{"issuer", "发布机关", "string", false, "发布报告或文件的机关。"},
	{"delivered", "作报告的日期", "string", false, "照原文。"},
	{"published", "发布日期", "string", false, "照原文。"},
	{"publisher", "来源", "string", false, "文本从谁那里来。"},
	{"url", "来源网址", "anyURI", false, "文本从哪里来；不详的为空。"},
	{"inferred", "推定的项", "string", false, "原文没有写明、由编者推定的项，用空格隔开。"},
	{"remark", "说明", "string", false, "编者关于这份文本的说明。"},
	{"script", "字体", formatted{"string", "zh-Han[st]"}, true, "zh-Hans是简体，zh-Hant是繁体。"},
	{"sha256", "SHA-256", formatted{"string", "[0-9a-f]{64}"}, true, "收到的文本的校验值。"},
	{"lines", "行数", "nonNegativeInteger", true, "收到的文本有几行。"},
	{"characters", "字数", "nonNegativeInteger", true, "正文字数，空白不算。"},
	{"line", "行号", "positiveInteger", true, "在收到的文本里，从1起。"},
	{"column", "列号", "nonNegativeInteger", true, "从行首数起的码位数，从0起。"},
	{"section", "章节", "string", false, "所在章节在报告页上的代号；会随辨认改进而变，引用请用行号。"},
	{"heading", "标题", "string", false, "连同序号，照原文。"},
	{"level", "层级", "positiveInteger", true, "1是最高一级。"},
	{"themes", "主题", "string", false, "章节的主题代号，用空格隔开，最切合的在前。"},
	{"theme", "主题", "string", false, "主题的代号，也是它在/themes/下的地址。"},
	{"name", "名称", "string", false, "指标、词条或主题叫什么。指标照原文，连同括号里的限定；没有把握叫什么的为空，另有照录的话。"},
	{"indicator", "指标代号", "string", false, "量的是同一件事的，各篇里代号相同；可以对照的，也是它在/indicators/下的地址。名称说不清量什么的为空。"},
	{"value", "数值", "string", true, "照原文，可以是6.5-7、2.8:55.4:41.8。"},
	{"unit", "单位", "string", false, "照原文。"},
	{"modifier", "限定", "string", false, "照原文，如左右、以上、不低于。"},
	{"kind", "性质", formatted{"string", "result|target|open"}, true, "result是已达到的结果，target是要达到的目标，open是两者都不是：还在进行，或者报告没有说明。"},
	{"growth", "增长", "boolean", true, "true是比以前的变动，false是本身的数。"},
	{"yearly", "年均", "boolean", true, "true是几年里平均每年的变动。"},
	{"total", "累计", "boolean", true, "true是整个时期累计的数，规划的指标表写在方括号里。"},
	{"property", "属性", formatted{"string", "预期性|约束性"}, false, "规划的指标表所写的属性；没有写的为空。"},
	{"period", "时期", formatted{"string", "[0-9]{4}(/[0-9]{4})?"}, false, "数值所属的时期。一年写2016，几年写起讫2016/2020；不明的为空。"},
	{"number", "折算数", "decimal", false, "按折算单位计的数，范围取低的一端；比例和写不成一个数的为空。"},
	{"numberTo", "折算数上端", "decimal", false, "范围的高端；不是范围的与折算数相同。"},
	{"numberUnit", "折算单位", "string", false, "去掉万、亿等倍数以后的单位，用简体；没有折算数的为空。"},
	{"term", "词条代号", "string", true, "词条的代号；有自己一页的，也是它在/glossary/下的地址。"},
	{"pinyin", "拼音", "string", false, "带声调。"},
	{"gloss", "简释", "string", false, "词条的意思，至多40字。"},
	{"english", "英文", "string", false, "英文译名。"},
	{"check", "释义待核", "boolean", true, "true是释义还没有用原件核对。"},
	{"own", "报告自释", "boolean", true, "true是没有编者写的释义，只有报告自己的解释。"},
	{"count", "次数", "nonNegativeInteger", true, "在全部报告里出现几次。"},
	{"surface", "写法", "string", true, "词条在这里的写法。"},
	{"sense", "义项", "string", false, "词条有几个义项的，是哪一个；从上下文不能判定的为空。"},
	{"text", "文字", "string", true, "所在的句子，或报告自己的解释；太长的用省略号截短。"},
	{"document", "文件代号", "string", true, "文件的代号；有自己一页的，也是它在/documents/下的地址。"},
	{"documentKind", "文件种类", "string", false, "题名末尾所写的种类，如条例、规划。"},
	{"names", "共有的名称", "string", true, "前后两句都有的名称，用顿号隔开。"},
	{"relation", "后句怎样说", formatted{"string", "reviewed|repeated|unseen"}, true, "reviewed是后一句在回顾（做了，或者正在做），repeated是再次提到（又作安排，或者看不出），unseen是后来的报告里没有这个名称，不等于没有做。"},
	{"laterReport", "后来的报告", "string", false, "后来提到同一名称的报告，是同一个地方的。"},
	{"laterYear", "后来的年份", "gYear", true, "后来那篇报告的年份；没有再提到的，是看到哪一年。"},
	{"laterLine", "后来的行号", "positiveInteger", false, "后一句在那篇报告的第几行。"},
	{"laterText", "后来的文字", "string", false, "后一句。"},
	{"quote", "照录的话", "string", false, "编者注所注的原文；指标没有名称的，是数值前后的一段原文，连同数值。有名称的指标为空。"},
	{"note", "编者注", "string", true, "编者的话，Markdown。"},
	{"author", "注者", "string", true, "谁写的。"},
	{"date", "日期", "date", false, "哪一天写的。"},
	{"address", "地址", "anyURI", true, "本行所说的东西的网址。"},
}

// column finds one by its name, which is in the list.
func column(name string) Column {
	for _, c := range columns {
		if c.Name == name {
			return c
		}
	}
	panic("no column " + name)
}

// cellOf is the field of cells that a column is.
func cellOf(c Column) (field int) {
	f, is := reflect.TypeFor[cells]().FieldByNameFunc(func(name string) bool { return strings.EqualFold(name, c.Name) })
	if !is {
		panic("no cell for column " + c.Name)
	}
	return f.Index[0]
}

// typesAbout says what the types of reports are.
func typesAbout() string {
	var names []string
	for _, t := range report.Types {
		names = append(names, t.ID+"是"+t.Name)
	}
	return strings.Join(names, "，") + "。"
}
