package annotate

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/script"
)

// Patterns are matched against folded text, in which ，；：！？（） are ASCII.
const pauses = `,。;:!?`

var (
	organ    = regexp.MustCompile(`(?:中央|国务院|人大|政协|政府|办公厅|办公室|委员会|管委会|常委会|党工委|党委|纪委|[国省市区县旗]委|[厅局部署院]|办事处|全会|大会|会议)$`)
	notOrgan = regexp.MustCompile(`[年月日后前的《》“”]|贯彻|落实|按照|根据|执行|学习|围绕|结合|全面|认真|深入|严格|我们|通过|要求|配合|推动|加快|积极|全部|内部|干部|部署`)
	byOrgan  = regexp.MustCompile(`^(.+?)关于`)
	issued   = regexp.MustCompile(`([^` + pauses + `]+?)(?:审议|表决|研究)?(?:通过|印发|颁布|发布|公布|出台|下发)(?:实施)?了?的?《$`)
)

const longestOrgan = 20 // code points of its name

// titleIssuer is the organ that a title opens with: 国务院关于…的意见.
func titleIssuer(title string) string {
	return organIn(byOrgan, title)
}

// statedIssuer is the organ that a line says made the document whose title
// opens at its end: 国务院印发《. The organ must be all that the clause says
// before; where it says more, nothing is concluded.
func statedIssuer(before []rune) string {
	return organIn(issued, string(before))
}

// organIn is what the pattern's group matches in a text, where it is an organ's name.
func organIn(pattern *regexp.Regexp, text string) string {
	// The fold is one code point to one; so a place in it is one in the text.
	folded := script.FoldString(text)
	m := pattern.FindStringSubmatchIndex(folded)
	if m == nil {
		return ""
	}
	name := folded[m[2]:m[3]]
	if utf8.RuneCountInString(name) > longestOrgan || !organ.MatchString(name) ||
		notOrgan.MatchString(strings.TrimPrefix(name, "党的")) {
		return ""
	}
	start := utf8.RuneCountInString(folded[:m[2]])
	return string([]rune(text)[start : start+utf8.RuneCountInString(name)])
}
