package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

// A sentence may say first, in a clause without a number, of what all that follows is: 高速公路,建成甲地
// 至乙地等4个项目; 某片区活力迸发,新增注册企业3万家; 在基本建设投资中,农业投资比重上升到4%.
// This is its frame, and what is general in it is of that only.

var (
	// wholeOf is a frame that says of what whole the shares are.
	wholeOf = pattern.MustCompile(`^在[^,]{2,}[^集高初完其]中$`)
	// ofPlace is a frame that tells of a part of the place that the report is of.
	ofPlace = pattern.MustCompile(`^([^,在][^,]{0,11}(?:城区|片区|园区|试验区|开发区|高新区|新区|自贸区))[^,的、]*$`)
	// topic is a frame that is no more than a name.
	topic = pattern.MustCompile(`^(?:[\p{Han}、]{2,8}|在?[\p{Han}、]{2,10}(?:方面|领域))$`)
	// noTopic is what else is so short: 全市上下, 五年来, 因地制宜.
	noTopic = pattern.MustCompile(`^` + anyOf("noTopicOpens") + `|综合分析|` + anyOf("noTopicEnds") + `$`)
	// onlyWhen is no frame, but a time.
	onlyWhen = pattern.MustCompile(`(?:[年月日来底初末]|期间|时期|阶段)$`)
	// balance is one of which the frame says whose: 居民储蓄大幅增加,年末|存款余额.
	balance = pattern.MustCompile(`^(?:年末)?[存贷]款余额$`)
	// general is what was done to a thing of which the frame says which: 新增|注册企业.
	general = pattern.MustCompile(`^` + anyOf("ofAnyKind") + `*` + anyOf("anyThing") + `$`)
)

// frame is where the frame of the last clause that was read begins, and what it says; "" where it
// has none.
func (s *saying) frame() (from int, text string) {
	l, k := s.line, s.last
	if in := s.clauses[k]; place.In(l.part(in.from, min(in.to, in.from+shortest))) {
		return 0, "" // 全市新增企业: it says itself of what
	}
	for i := k - 1; i >= max(0, k-farthest); i-- {
		c := s.clauses[i]
		if text := l.text(c.from, c.to); !c.aside && !slices.ContainsFunc(l.runes[c.from:c.to], l.isNumber) {
			if c.to-c.from <= shortest*2 && onlyWhen.MatchString(text) {
				continue // 五年来,
			}
			if wholeOf.MatchString(text) || c.part == s.clauses[k].part {
				return c.from, text
			}
			return 0, ""
		}
	}
	return 0, ""
}

// framed reports whether a name says what a number is of only within a frame.
func (n named) framed(frame string) bool {
	plain := script.FoldString(n.name)
	switch {
	case frame == "" || isStandard(plain):
		return false
	case wholeOf.MatchString(frame):
		return strings.HasSuffix(plain, "比重") || strings.HasSuffix(plain, "占比")
	case ofPlace.MatchString(frame) && !tellsDeed(ofPlace.FindStringSubmatch(frame)[1]):
		return hasVerb(plain)
	}
	return isGeneral(plain) || balance.MatchString(plain)
}

// isGeneral reports whether a name is what was done to a thing, and not to which.
func isGeneral(plain string) bool {
	l := newWording(plain)
	rest := l.behindDeed()
	return len(rest) < len(l.runes) && general.In(rest)
}

// isTopic reports whether a frame is only a name of what follows.
func isTopic(frame string) bool {
	return topic.MatchString(frame) && !noTopic.MatchString(frame) && !tellsDeed(frame)
}
