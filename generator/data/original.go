package data

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"jianzhu/generator/report"
)

const byteOrderMark = "\uFEFF"

// original returns the bytes of report.txt as received. Of lines withheld for
// personal data only the line end is left, so that line numbers hold.
func original(r *report.Report) ([]byte, error) {
	private := map[int]bool{}
	for _, line := range withheld(r) {
		private[line] = true
	}
	hash := sha256.New()
	var text bytes.Buffer
	if r.Source.Encoding == "UTF-8 with BOM" {
		text.WriteString(byteOrderMark)
		hash.Write([]byte(byteOrderMark))
	}
	for i, line := range r.Lines {
		hash.Write([]byte(line.Text + line.End))
		if !private[i+1] {
			text.WriteString(line.Text)
		}
		text.WriteString(line.End)
	}
	if sum := hex.EncodeToString(hash.Sum(nil)); sum != r.Source.SHA256 {
		return nil, fmt.Errorf("%s: the lines read are not the file: SHA-256 %s, received %s", r.Source.File, sum, r.Source.SHA256)
	}
	return text.Bytes(), nil
}

// withheld returns the lines whose text no output has.
func withheld(r *report.Report) []int {
	lines := []int{}
	for _, d := range r.Debris {
		if d.Reason == report.PersonalData {
			lines = append(lines, d.Line)
		}
	}
	return lines
}
