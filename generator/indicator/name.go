package indicator

import (
	_ "embed"
	"strings"
	"unicode"

	"jianzhu/generator/pattern"
)

//go:embed names.txt
var namesText string

// synonyms has the standard name of official statistics for each other way to write it.
var synonyms = func() map[string]string {
	names := map[string]string{}
	for standard, others := range readLists(namesText) {
		for _, other := range others {
			names[other] = standard
		}
	}
	return names
}()

// standards are the names of the table.
var standards = func() map[string]bool {
	all := map[string]bool{}
	for _, standard := range synonyms {
		all[standard] = true
	}
	return all
}()

// isStandard reports whether a name is one of official statistics.
func isStandard(name string) bool { return standards[Name(name)] }

var (
	bracketed = pattern.MustCompile(`[(\[〔（][^)\]〕）]*[)\]〕）]`)
	whose     = pattern.MustCompile(`^(?:全(?:省|市|县|区|镇|乡|旗|州|街道)|我(?:省|市|县|区|镇|乡|街道)|全年|累计|预计|实现|完成|力争|达到|其中|年均)`)
)

// Name is the key by which an indicator is the same in different reports: the
// name folded to Simplified and lower case, without brackets, marks and words of
// whose it is (全区), and with one name for one measure (生产总值, GDP).
func Name(name string) string {
	key := bracketed.ReplaceAllString(foldPlain(name), "")
	key = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, key)
	for {
		m := whose.FindString(key)
		if m == "" || len(m) == len(key) {
			break
		}
		key = key[len(m):]
	}
	if s := synonyms[key]; s != "" {
		return s
	}
	return key
}
