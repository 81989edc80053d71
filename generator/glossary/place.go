package glossary

import (
	"slices"
	"strings"
	"sync"

	"jianzhu/generator/division"
)

// anyPlace stands in an alias or a pattern for the short name of any province or prefecture:
// “平安〔地名〕” is found for “平安浙江” and “平安兰州”. Counties are left out, for
// their names are many and often common words.
const anyPlace = "〔地名〕"

// commonWord is a former prefecture whose name says something else today: 文化惠民.
const commonWord = "惠民"

var places = sync.OnceValue(func() []string {
	return slices.DeleteFunc(division.ShortNames(division.Prefecture), func(name string) bool { return name == commonWord })
})

// placeKeys are the keys of the names, and how long the longest is.
var placeKeys = sync.OnceValues(func() (map[string]bool, int) {
	keys, longest := map[string]bool{}, 0
	for _, name := range places() {
		key := keyOf(name)
		keys[key], longest = true, max(longest, len(key))
	}
	return keys, longest
})

// withoutPlace is a key whose first or last name of a place is left open, in each way
// that there is.
func withoutPlace(key string) (all []string) {
	names, longest := placeKeys()
	for i := range key {
		if i > 0 && i <= longest && names[key[:i]] {
			all = append(all, anyPlace+key[i:])
		}
		if i > 0 && len(key)-i <= longest && names[key[i:]] {
			all = append(all, key[:i]+anyPlace)
		}
	}
	return all
}

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
