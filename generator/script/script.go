// Package script knows the two scripts of Chinese: which one a text is in, and
// how to compare across them.
package script

// Fold maps one code point to the one it is compared as: Traditional to
// Simplified, full-width ASCII to ASCII, upper case to lower. One to one, so
// that offsets hold. The result is an index, never shown.
func Fold(r rune) rune { panic("not written") }

// FoldString folds every code point.
func FoldString(s string) string { panic("not written") }

// Of tells the script a text is written in: "zh-Hans" or "zh-Hant".
func Of(text string) string { panic("not written") }

// ToTraditional converts for display (s2t). It is a machine's conversion and must be labelled so.
func ToTraditional(s string) string { panic("not written") }

// Regional are pairs of wordings, Taiwan and mainland, both folded: 捷运 地铁.
var Regional [][2]string
