package schema

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
)

// comment is what a schema says of itself, with the sum of it all where this is
// zeros: by it the program knows a file that it wrote, in whatever version, from one
// that was edited since.
const comment = "made by jianzhu, which writes it anew where it was not edited; sha256 "

var (
	zeros = strings.Repeat("0", 2*sha256.Size)
	mark  = regexp.MustCompile(regexp.QuoteMeta(comment) + `[0-9a-f]{64}`)
)

// Sealed is a schema with its sum in it.
func Sealed(text []byte) []byte {
	text = mark.ReplaceAll(text, []byte(comment+zeros))
	sum := sha256.Sum256(text)
	return mark.ReplaceAll(text, []byte(comment+hex.EncodeToString(sum[:])))
}

// Unedited reports whether the text of a schema is as a program wrote it.
func Unedited(text []byte) bool {
	return mark.Match(text) && bytes.Equal(text, Sealed(text))
}
