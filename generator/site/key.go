package site

import (
	"reflect"

	"github.com/gohugoio/hugo/config/allconfig"
)

// Keys are the names of Hugo's settings at the highest level of site.yaml. Hugo
// takes them in upper and lower case, and passes over all others.
func Keys() []string {
	names := []string{"menu"} // an older name of menus
	var add func(t reflect.Type)
	add = func(t reflect.Type) {
		for f := range t.Fields() {
			if f.Anonymous && f.Type.Kind() == reflect.Struct {
				add(f.Type)
			} else if f.IsExported() && f.Name != "Internal" && f.Name != "C" {
				names = append(names, f.Name)
			}
		}
	}
	add(reflect.TypeFor[allconfig.Config]())
	return names
}
