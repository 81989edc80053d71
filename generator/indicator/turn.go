package indicator

import (
	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

// turn takes note of a paragraph that turns a look back on several years to the last of them,
// and of one that turns back. Where years are told one by one, the last is only one of them.
func (c *context) turn(text string, y report.Period) {
	all := c.section.years
	switch {
	case y.First < y.Last:
		c.turned = false
	case c.section.kind != report.Result || all.First == all.Last:
	case y.Last < all.Last:
		c.each, c.turned = true, false
	case !c.each && c.texts > 0 && y.Last == all.Last && opensLast.MatchString(text) && !atNumber.MatchString(text):
		c.turned = true
	}
}

// opensLast is how a paragraph opens that tells of the last year, with those that follow.
var opensLast = pattern.MustCompile(`^(?:刚刚过去的?|过去的?)一年|^(?:刚刚过去的|过去的)?(?:去年|(?:19|20)[0-9]{2}年)(?:里|以来)?(?:,|[全我][省市县区州旗镇]|是|我们|工作|的工作|经济社会)|^[^,。;]{2,6}的(?:19|20)[0-9]{2}年,是|^(?:19|20)[0-9]{2}年(?:[^,。;、0-9]{4}、)*[^,。;、0-9]{4}[,。]`)

// atNumber leads from a year to the number of one thing in it: 2005年全省生产总值|7385亿元.
var atNumber = pattern.MustCompile(`^[^,;:是]*$`)

// running are the years of which a value is told, where the words right before it say so.
func (c *context) running(words string, y report.Period, kind report.IndicatorKind) report.Period {
	if m := inRow.FindStringSubmatch(words); m != nil && kind == report.Result && y.First > 0 {
		if n := number(m[1]); n > 1 {
			return report.Years(y.Last-n+1, y.Last)
		}
	}
	return y
}

// inRow comes before what was so in each of the last years: 连续三年|超过, 已连续5年保持在.
var inRow = pattern.MustCompile(`连续(` + count + `)年(?:均|都|每年|实现|保持|稳定|稳|控制|维持|增长|增速|超过?|突破|达到?|位?[于在]|收获|提前|以上|获得|不低于|新增|完成|约|近|年均)*$`)
