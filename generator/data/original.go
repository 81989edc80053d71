package data

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

// whole is an error where a report's lines put together, its text, are not the file that
// was received.
func whole(r *report.Report) error {
	sum := report.Once(r, "whole", nil, func() string {
		hash := sha256.Sum256(r.Bytes())
		return hex.EncodeToString(hash[:])
	})
	if sum != r.Source.SHA256 {
		return tongue.Errorf("%s: the lines read are not the file: SHA-256 %s, received %s", r.Source.File, sum, r.Source.SHA256)
	}
	return nil
}

// original returns the bytes of report.txt as received. Of lines withheld for
// personal data only the line end is left, so that line numbers hold.
func original(r *report.Report) []byte {
	public := *r
	public.Lines = slices.Clone(r.Lines)
	for _, n := range withheld(r) {
		public.Lines[n-1].Text = ""
	}
	return public.Bytes()
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
