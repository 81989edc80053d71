package script

import "unicode"

// IsIgnorable tells characters that show nothing by themselves and part nothing:
// the default-ignorable code points of Unicode, such as zero-width spaces, soft
// hyphens, marks of direction and variation selectors. Comparing passes over them.
func IsIgnorable(r rune) bool {
	if r < 0xad {
		return false
	}
	switch {
	case r == 0xad, r >= 0x180b && r <= 0x180f, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r == 0x061c, r == 0xfeff, r >= 0xe0000 && r <= 0xe0fff, r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a:
		return true
	case r >= 0x4e00 && r <= 0x9fff:
		return false
	}
	return unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
