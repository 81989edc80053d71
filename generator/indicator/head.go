package indicator

import (
	"regexp"
	"slices"
	"strings"
)

// head is what stands before a quantity, without what only leads up to it.
type head struct {
	span          // the subject, or the verb that governs what is counted
	growth bool   // 同比增长: the number is a change
	fall   string // the word, where it is a fall: a name without it would say the opposite
	verb   string // as displayed, where the subject ends in one that takes an object: 新建
	change span   // the word of the change
	each   bool   // 分别, 各
	all    bool   // 均, 都
}

var (
	// level comes before a number that is the new level after a change.
	level = regexp.MustCompile(`(?:增长|增加|提高|提升|上升|扩大|下降|降低|减少|压缩|缩短|调整|控制|保持|稳定|维持|恢复|发展|壮大|上调|下调|拓展|扩展|覆盖|缩减|增|降|升|缩|回升|回落|优化)(?:到|至|为|在|成)了?$`)
	// change comes before a number that is a change.
	change = regexp.MustCompile(`(?:正增长|增长率|增长速度|增长|增加|提高|提升|上升|递增|增幅|增速|增收|净增|(下降|降低|减少|回落|缩短|压缩|缩减|收窄|递减|降幅|减幅))(?:了|为|是|达到|达|在|到了)?$`)
	// against says what a change is measured against, or how.
	against = regexp.MustCompile(`(?:同比|环比|比上年同期|比上年|比去年同期|比去年|较上年同期|较上年|较去年同期|较去年|(?:比|较)[^,、]{0,10}年(?:同期|底|末|初)?|年均|平均每年|年平均|每年|分别|依次|均|都|各|可比价格?|可比口径|按可比价格?(?:计算)?|可比|实际|名义|累计|已|再|又|自然口径|同口径|(?:预计|力争|确保|争取|努力)(?:实现)?)$`)
	// leading comes before a number and says nothing but that it is so.
	leading = regexp.MustCompile(`(?:达到了?|达|为|是|有|至|到|在|共计|合计|总计|累计|共有|共|均|都|全部|分别|依次|各|已经|已|约有|完成了?|实现了?|保持|控制|稳定|超额|突破|实际|仅|只|将|要|也|就|左右|目标|力争|争取|确保|预计|不断|总共|接近|以)$`)
	// from comes before the base of a change.
	from = regexp.MustCompile(`(?:由|从)(?:[^,、]{0,8}的)?$`)
	// opening is what a clause begins with before its subject.
	opening = regexp.MustCompile(`^(?:、|[一二三四五六七八九十]+是|其中|有序|有效|有力|至少|同时|此外|另外|并且|并|而且|且|和|及|以及|与|截至|截止|到|至|在|(?:19|20)\d\d年(?:底|末|初|度|前)?|今年|去年|明年|上年|本年|全年|年内|当年|五年来|一年来|过去五年|过去一年|未来五年|今后五年|“?十[一二三四五]五”?(?:时期|期间|以来|期末|末)|期间|全(?:省|市|县|区|镇|乡|旗|州|街道|域|园)|我(?:省|市|县|区|镇|乡|街道)|辖区内?|要|努力|着力|继续|进一步|共计|共|累计|已经|已|将|全部|预计|力争|确保|争取|计划|完成了?|实现了?|达到|保持|使|让|把|对|为|向|约|现有|共有|有|的|了|个|至少|年均|超额|成功|顺利|圆满|基本|提前|再|又|还|即|也|总计|当前|目前|,|—)`)
	// verbs take as their object what is counted behind the number.
	verbs = regexp.MustCompile(`(?:新建改扩建|新改扩建|改扩建|新建成|新建|续建|改建|扩建|共建|建成投用|建成|建设|建立|创建|组建|修建|兴建|筹建|打造|改造|完成|实现|实施|开展|举办|承办|组织|召开|推进|推动|加快|启动|培育|引进|引入|引导|招引|招商|新增|增设|增加|设立|成立|设置|增添|投入|投放|安排|下达|拨付|发放|筹集|争取|落实|谋划|规划|编制|制定|出台|修订|签约|开工|竣工|储备|盘活|整治|治理|清理|清除|拆除|拆迁|取缔|关闭|关停|淘汰|查处|查办|办理|办结|受理|化解|调处|调解|破获|侦破|打掉|抓获|解决|安置|帮扶|扶持|培训|招聘|招录|选派|选聘|认定|获评|获批|获得|荣获|建有|拥有|提供|配备|配置|安装|更换|维修|修缮|优化|完善|提升|升级|种植|栽植|栽种|补植|造林|生产|出让|供应|征收|征用|转移|输送|接待|服务|惠及|覆盖|带动|吸引|吸纳|聚集|集聚|汇聚|入驻|派出|开设|开办|开发|开通|新开|新发展|发展|设|建|办|创|评选|评|挂牌|命名|授予|出动|检查|排查|整改|深化|抓好|做好|支持|消化|重点推进|重点|新添|新种|改善|撤并|整合|合并|编排|梳理|取消|下放|承接|公布|公开|发布|收集|征集|采纳|走访|慰问|资助|救助|补助|减免|返还|兑现|化债|置换|复垦|复耕|流转|托管|购买|购置|采购|租赁|销售|出租|形成|创成|孵化|转化|申报|申请|授权|制造|承担|牵头)(?:了|好|起|完成|实施|建设)?$`)
	// predicate ends what is counted where a verb has already been said.
	predicate = regexp.MustCompile(`^(.{2,}?)(?:满足|用于|用作|以及|得到|从而|滿足|用於)`)
)

// attributes end a head that needs to be told of what.
var attributes = regexp.MustCompile(`(?:比例|比重|占比|数量|总数|总量|总额|金额|总?(?:建筑|占地|用地)?面积|总?投资额?|覆盖率|完成率|人数|户数|件数|总?长度|总长|全长|规模)$`)

// readHead reads what stands before a quantity.
func readHead(l *line, s span) head {
	h := head{span: s}
	decided := false
	for again := true; again; {
		text := l.text(h.from, h.to)
		again = false
		trim := func(n int) { h.to -= n; again = true }
		switch {
		case text == "":
		case from.MatchString(text):
			trim(length(from.FindString(text)))
			decided = true
		case level.MatchString(text) && !decided:
			trim(length(level.FindString(text)))
			decided = true
		case change.MatchString(text) && !decided:
			m := change.FindStringSubmatchIndex(text)
			h.growth = true
			h.change = span{h.from + length(text[:m[0]]), h.to}
			if m[2] >= 0 {
				h.fall = l.shown(h.from+length(text[:m[2]]), h.from+length(text[:m[3]]))
			}
			trim(length(text[m[0]:]))
			decided = true
		case against.MatchString(text):
			h.mark(against.FindString(text))
			trim(length(against.FindString(text)))
		case leading.MatchString(text):
			h.mark(leading.FindString(text))
			trim(length(leading.FindString(text)))
		}
	}
	h.span = trimOpening(l, h.span)
	text := l.text(h.from, h.to)
	if m := verbs.FindString(text); m != "" {
		h.verb = l.shown(h.to-length(m), h.to)
	}
	return h
}

func (h *head) mark(word string) {
	h.each = h.each || slices.Contains([]string{"分别", "依次", "各"}, word)
	h.all = h.all || slices.Contains([]string{"均", "都"}, word)
}

// trimOpening takes off what a clause begins with before its subject.
func trimOpening(l *line, s span) span {
	for s.from < s.to {
		m := opening.FindString(l.text(s.from, s.to))
		if m == "" {
			break
		}
		s.from += length(m)
	}
	return s
}

// subjects are the several subjects of the numbers that follow, if there are
// several: as many as numbers for 分别, one by one for 均.
func (h head) subjects(l *line, numbers int) []span {
	if !h.each && !h.all || h.all && numbers > 1 && !h.each {
		return nil
	}
	if h.each && numbers == 1 {
		return nil
	}
	for _, joints := range []string{"、", "、和及与"} {
		parts := split(l, h.span, joints)
		if h.each && len(parts) == numbers || h.all && !h.each && strings.Contains(joints, "和") {
			return parts
		}
		if h.each && len(parts) > numbers {
			return parts[len(parts)-numbers:]
		}
	}
	return nil
}

// split cuts a part of a line at joints.
func split(l *line, s span, joints string) []span {
	var parts []span
	start := s.from
	for i := s.from; i <= s.to; i++ {
		if i < s.to && (!strings.ContainsRune(joints, l.runes[i]) || l.masked[i] || l.at(i) == '和' && strings.ContainsRune("谐平睦", l.at(i+1))) {
			continue
		}
		if i > start {
			parts = append(parts, span{start, i})
		}
		start = i + 1
	}
	return parts
}

// topicOf is what a clause without a number speaks of, or "".
func topicOf(l *line, c clause) string {
	s := trimOpening(l, span{c.from, c.to})
	if n := s.to - s.from; n < 2 || n > 20 {
		return ""
	}
	return l.plain(s)
}

// statedIn finds words that qualify all numbers of a clause.
func statedIn(l *line, from, to int) []span {
	text := l.text(from, to)
	for _, w := range []string{"力争", "争取", "预计", "至少", "累计"} {
		if i := strings.Index(text, w); i >= 0 {
			at := from + length(text[:i])
			return []span{{at, at + length(w)}}
		}
	}
	return nil
}

// cutPredicate ends what is counted before a second verb.
func cutPredicate(noun string) string {
	if m := predicate.FindStringSubmatch(noun); m != nil {
		return m[1]
	}
	return noun
}

func (l *line) plain(s span) string { return l.shown(s.from, s.to) }

func length(s string) int { return len([]rune(s)) }
