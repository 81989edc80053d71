package indicator

import (
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/script"
)

var (
	// event is what happened, which no number measures.
	event = pattern.MustCompile(`(?:考验|现象|局面|挑战|冲击|形势)$`)
	// power ends what is measured in watts; what a plant is called has none.
	power = pattern.MustCompile(`(?:` + anyOf("power") + `|[风光水火核煤发供用送输配变]电|入[\p{Han}])$`)
)

// measures reports whether a number can be of what a name says.
func (q *quantity) measures(name string) bool {
	plain := script.FoldString(name)
	if strings.HasSuffix(q.unit, "千瓦") || strings.HasSuffix(q.unit, "兆瓦") {
		return q.kind == share || power.MatchString(plain)
	}
	return !event.MatchString(plain)
}

// isNone reports whether a number without a sure name measures nothing: 前|300名, 每|10万人,
// 提出增长9%左右|的目标.
func (n named) isNone(l *line) bool {
	return strings.ContainsRune("前每", l.at(n.from-1)) || l.at(n.to) == '的' && noThing.from(l, n.to+1, n.to+longestName) > 0
}
