package intake

import (
	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

// readText reads plain text. In UTF-8 it is kept as it is.
func readText(file []byte) (Text, error) {
	text, encoding, ok := report.Decode(file)
	if !ok {
		return Text{}, tongue.New("no text in UTF-8, UTF-16, GB18030 or Big5")
	}
	return Text{Lines: text, Format: "text in " + encoding, Exact: encoding == "UTF-8"}, nil
}
