package glossary

import (
	"strings"
	"sync"

	"jianzhu/generator/division"
)

// anyPlace stands in an alias for the short name of any province or prefecture:
// “平安〔地名〕” is found for “平安浙江” and “平安兰州”. Counties are left out, for
// their names are many and often common words.
const anyPlace = "〔地名〕"

var places = sync.OnceValue(func() []string { return division.ShortNames(division.Prefecture) })

// withPlaces are the forms that an alias stands for with the names of places; nil where
// it names none.
func withPlaces(form string) []string {
	if !strings.Contains(form, anyPlace) {
		return nil
	}
	var all []string
	for _, name := range places() {
		all = append(all, strings.ReplaceAll(form, anyPlace, name))
	}
	return all
}
