package intake

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"jianzhu/generator/division"
	"jianzhu/generator/script"
	"jianzhu/generator/word"
)

// slug names the report's folder by the pinyin of its place and its year:
// baicheng-2021; a plan's by its kind too.
func (p *proposer) slug() {
	var parts []string
	if n := len(p.Meta.Region.Path); p.Meta.Region.Code == "100000" {
		parts = append(parts, "zhongguo")
	} else if n > 0 {
		parts = append(parts, ascii(division.Short(p.Meta.Region.Path[n-1])))
	} else {
		parts = append(parts, "report")
	}
	if p.Meta.IsPlan() {
		parts = append(parts, "plan")
	}
	if p.Meta.Year > 0 {
		parts = append(parts, strconv.Itoa(p.Meta.Year))
	}
	p.Slug = strings.Trim(strings.Join(parts, "-"), "-")
}

// romanised are names whose usual spelling is not that of their syllables.
var romanised = map[string]string{"陕西": "shaanxi"}

// ascii is a name in pinyin without tones.
func ascii(name string) string {
	if usual := romanised[name]; usual != "" {
		return usual
	}
	letters := []rune(name)
	folded := make([]rune, len(letters))
	for i, r := range letters {
		folded[i] = script.Fold(r)
	}
	var b strings.Builder
	for i, s := range word.Read(folded) {
		text := s.Pinyin
		if text == "" {
			text = string(letters[i])
		}
		for _, r := range norm.NFD.String(strings.ToLower(text)) {
			if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
