package markdown

import (
	"fmt"

	"jianzhu/generator/page"
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

// gapOf is the mark that damage leaves in the text.
func gapOf(d report.Damage) page.Gap {
	return page.Gap{Name: damageNames[d.Kind], Entry: damageID(d)}
}
