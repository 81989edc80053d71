package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"

	"jianzhu/generator/report"
)

// damageNames say in the text and in the collation list how a source is hurt.
var damageNames = map[report.DamageKind]string{
	report.Cut:        "原文此处有缺",
	report.Fused:      "原文此处有衍文相连",
	report.Anonymised: "原文以代字隐去",
	report.Lost:       "原文此处缺字",
	report.Missing:    "所列附件原文未载",
}

// damageID is the id of a damaged place in the collation list.
func damageID(d report.Damage) string { return fmt.Sprintf("%s-L%d", d.Kind, d.Line) }

// gapText is the mark that damage leaves in the text. It fills nothing.
func gapText(d report.Damage) string {
	return fmt.Sprintf("[〔%s〕](#%s)", damageNames[d.Kind], damageID(d))
}

// isGap reports whether a link of the text leads to damage in the collation list.
func isGap(a *ast.Link) bool {
	for kind := range damageNames {
		if strings.HasPrefix(string(a.Destination), "#"+string(kind)+"-L") {
			return true
		}
	}
	return false
}

func transformGap(a *ast.Link) {
	replace(a, inline("a", "class", "gap", "href", string(a.Destination), "data-added", ""))
}
