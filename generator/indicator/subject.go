package indicator

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"jianzhu/generator/script"
)

// subject is what a sentence was last about, for clauses that do not say it
// again: 地区生产总值1080.76亿元,增长6.3%.
type subject struct {
	name    string   // of the last quantity
	beside  string   // of that, or of what was set beside it since: 占全国
	names   []string // of all in its list, where they differ
	clause  []string // of all in the last clause that has any
	here    []string // of all so far in this one
	levels  []string // of all that are no changes, so far in the sentence
	topic   string   // of the last clause without one
	context string   // what something was done to: the topic, or the last name that is no verb
	counted string   // what was last counted, without what was told of it
	holder  string   // what the last name is a measure of, or the name itself
	whole   string   // of which parts are told: 其中
	used    string   // a sum of whose use shares were told
	verb    string   // 新增, of what was counted last
	listed  string   // the unit and the name of that, where no more stood behind its number
	unit    string   // of the last quantity
	growth  bool     // it was a change
	level   bool     // it was reached: 达到
	lost    bool     // a clause has spoken of something else at length
	closed  bool     // its number is in Chinese numerals: what comes behind is no part of it
}

// changesSubject reports whether a clause without a number, too long for a name, speaks
// of something else.
func changesSubject(l *line, c clause) bool {
	return c.to-c.from > longestName/2 && !c.aside && comments.from(l, c.from, c.to) == 0 && reckoned.from(l, c.from, c.to) == 0
}

// speak takes note of a clause without a number: a new topic, unless it only says
// how what was named stands (创历史新高).
func (s *subject) speak(topic string) {
	l := &line{runes: []rune(script.FoldString(topic))}
	if s.name != "" && (topic == "" || comments.from(l, 0, len(l.runes)) > 0) || s.topic != "" && reckoned.from(l, 0, len(l.runes)) > 0 {
		return
	}
	if quarter.MatchString(topic) && (s.name != "" || s.topic != "") {
		return
	}
	if s.name == "" && s.topic != "" && faring.MatchString(script.FoldString(topic)) {
		return // 乡镇企业继续快速增长,效益有所提高,总产值…
	}
	*s = subject{topic: topic, context: topic}
}

// quarter opens what is told of a part of the year, with no subject of its own: 二季度迅速恢复.
var quarter = regexp.MustCompile(`^(?:第?[一二三四]季度|上半年|下半年)[^,的]{0,6}$`)

// faring ends a clause that says how a topic fares.
var faring = regexp.MustCompile(`(?:有所|不断|明显|显著|逐步|稳步|持续|进一步)?(?:提高|提升|改善|加快|增强|好转|壮大|优化|趋好)$`)

// of is an attribute of what was spoken of: 空气质量优良天数比例. A measure is not of another
// one but of what that is of: 企业主营业务收入5亿元,利润1亿元.
func (s subject) of(attribute string, measure bool) string {
	of := s.name
	if measure {
		of = s.holder
	}
	if measure && s.topic != "" && strings.HasPrefix(s.name, "新") && made[attribute] {
		of = s.topic // 民营经济加快发展,新增市场主体3万户,完成增加值1980亿元
	}
	switch {
	case s.closed:
		return attribute
	case s.name == "":
		if before, _, found := strings.Cut(s.topic, attribute); found {
			return before + attribute
		}
		return join(withoutYield(s.topic, attribute), attribute)
	case ofAll[attribute]:
		return join(trimNew(withoutNew(of)), attribute) // of all, not of the new ones
	}
	return join(of, attribute)
}

// withoutYield is a topic without the measure that it ends in, where another one of the same is
// told: 工业|主营业务收入保持前列,利润增长11%.
func withoutYield(topic, attribute string) string {
	l := newLine(topic, nil)
	end := len(l.runes)
	n := yields.upTo(l, 2, end)
	if n == 0 || !yielded.has(script.FoldString(attribute)) || end != length(topic) {
		return topic
	}
	return l.shown(0, end-n)
}

// begun is a name of what was begun without the word for that, where now is told how much
// of it was ended: 新开工|棚户区改造4.1万户,竣工3万户.
func begun(name, verb string) string {
	of := newLine(name, nil)
	n := beginning.from(of, 0, len(of.runes))
	if n == 0 || len(of.runes) < n+2 || !ended.has(script.FoldString(verb)) {
		return name
	}
	return of.shown(n, len(of.runes))
}

// deed is a name that ends in what was done to something, with what was done to it besides
// instead; "" where it is none.
func (s *subject) deed(l *line, verb span) string {
	name := newLine(s.context, nil)
	end := len(name.runes)
	n := rowed.upTo(name, 2, end)
	if n == 0 || strings.Contains(s.context, "：") {
		return ""
	}
	return name.shown(0, end-n) + l.plain(verb)
}

// apart reports whether the last n levels that the sentence told of are those of which now as
// many changes are: all that there are, or those of one measure of several.
func (s *subject) apart(n int) bool {
	levels := s.levels[max(0, len(s.levels)-n):]
	if len(levels) < n {
		return false
	}
	last := measureOf(levels[n-1])
	return len(s.levels) == n || last != "" && !slices.ContainsFunc(levels, func(name string) bool { return !strings.HasSuffix(name, tailOf(last)) })
}

// tailOf is the noun that a measure ends in: 可支配|收入.
func tailOf(measure string) string {
	runes := []rune(measure)
	return string(runes[max(0, len(runes)-2):])
}

// hold takes note of what a name is the measure of: 高新技术企业|总数, 工业|实现产值.
func (s *subject) hold(name string) {
	l := &line{runes: []rune(script.FoldString(name))}
	end := len(l.runes)
	for i := 2; i < end; i++ {
		if l.has(i, "实现") || l.has(i, "完成") {
			end = i
		}
	}
	end -= max(attributes.upTo(l, 0, end), yields.upTo(l, 0, end))
	if l.ends(0, end, "固定资产") || nextVerb.from(l, 0, end) == end {
		end = len(l.runes)
	}
	if runes := []rune(name); end > 1 && len(runes) == len(l.runes) {
		s.holder = string(runes[:end])
	}
}

// topicOf is what a clause without a number speaks of, or "".
func topicOf(l *line, c clause) string {
	s := trimOpening(l, span{c.from, c.to})
	if s.to-s.from > longestName/2 { // 实施以棚户区改造为重点的保障性安居工程建设
		for i := s.from; i < min(s.to, s.from+2*longestName); i++ {
			if l.at(i) == '的' {
				s.from = i + 1
			}
		}
	}
	for i := s.from + 3; i < min(s.to, s.from+longestName/2); i++ {
		if stirring.from(l, i, s.to) > 0 || fared.from(l, i, s.to) > 0 {
			s.to = i - compared(l, s.from, i) // 收入比2010年|翻一番
		}
	}
	longest := longestName / 2
	if measures.upTo(l, s.from, s.to) > 0 {
		longest = longestName
		s.from += changing.from(l, s.from, s.to) // 提高普及率,2005年达到4%
	}
	if n := s.to - s.from; n < 2 || n > longest || isDigit(l.at(s.from)) || l.at(s.to-1) == '的' {
		return ""
	}
	return l.shown(s.from, s.to)
}

// join joins two parts of a name that the text has in different places. An
// attribute of the first is no part of the second.
func join(a, b string) string {
	if of, attribute, found := strings.Cut(a, "："); found && attributes.has(script.FoldString(attribute)) {
		a = of
	}
	switch {
	case a == "" || strings.HasSuffix(a, b):
		return cmp.Or(a, b)
	case strings.Contains(a, "："):
		return a + b
	}
	return a + "：" + b
}

// noteMark leads to a note: 主导产业[9].
var noteMark = regexp.MustCompile(`[\[【〔（(][0-9]{1,3}[\]】〕）)]`)

// byWhom says, in parentheses, who is to do something.
var byWhom = regexp.MustCompile(`[（(][^（(）)]*(?:单位|部门|责任)[^）)]*[）)]?`)

// listMark begins an item of a list: （八）, 三、.
var listMark = regexp.MustCompile(`^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)(.)`)

// tidy drops a name that is too long, and takes off marks at its ends, and those of notes.
func tidy(name string) string {
	if strings.ContainsAny(name, "[【〔（(") {
		name = byWhom.ReplaceAllString(noteMark.ReplaceAllString(name, ""), "")
	}
	if m := listMark.FindStringSubmatchIndex(name); m != nil && !strings.ContainsAny(name[m[2]:m[3]], "一二三四五六七八九十") {
		name = name[m[2]:] // not 一、二、三产业
	}
	name = strings.Replace(name, "分别占", "占", 1) // the others have numbers of their own
	if strings.HasSuffix(name, "占") {
		name += "比" // 深度事项占97%
	}
	name = strings.Trim(name, "、，,;；:： .。―—-")
	runes := []rune(name)
	if len(runes) <= longestName {
		return name
	}
	return "" // what is torn off says something else
}

// longestName is how long a name may be, in code points; longestNoun what is
// counted, if it can be shortened.
const (
	longestName = 40
	longestNoun = 28
)

// trimNew is a name without that it is of what is new, where the number said so: 企业新增|12家.
func trimNew(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "新增"), "五年")
}

// made are attributes of a trade, not of how many are new in it.
var made = map[string]bool{"增加值": true, "总产值": true, "营业收入": true, "主营业务收入": true}

// ofAll are attributes of all there is, not of what is new.
var ofAll = map[string]bool{"总量": true, "总数": true, "总里程": true, "总容量": true, "总装机": true, "余额": true, "總量": true, "總數": true, "餘額": true}
