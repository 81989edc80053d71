package glossary

import (
	"reflect"
	"slices"
	"testing"
)

// TestSum: each field of an entry and of a sense changes the checksum, but for those that
// only say something of the term.
func TestSum(t *testing.T) {
	said := []string{"Pinyin", "Gloss", "Expansion", "English", "Theme", "Counts", "Succeeds", "Definition", "Sources", "Check", "File", "Line", "National"}
	glossaryOf := func() *Glossary { return &Glossary{Terms: []Term{{ID: "a", Senses: []Sense{{ID: "a"}}}}} }
	before := glossaryOf().Sum()
	try := func(of func(*Glossary) reflect.Value) {
		for i := range of(glossaryOf()).NumField() {
			g := glossaryOf()
			field, f := of(g).Type().Field(i), of(g).Field(i)
			if !field.IsExported() {
				continue
			}
			switch field.Type.Kind() {
			case reflect.String:
				f.SetString("乙")
			case reflect.Int:
				f.SetInt(7)
			case reflect.Bool:
				f.SetBool(true)
			default: // one more
				f.Set(reflect.Append(f, reflect.Zero(field.Type.Elem())))
			}
			if changes := g.Sum() != before; changes == slices.Contains(said, field.Name) {
				t.Errorf("%s changes it: %v", field.Name, changes)
			}
		}
	}
	try(func(g *Glossary) reflect.Value { return reflect.ValueOf(&g.Terms[0]).Elem() })
	try(func(g *Glossary) reflect.Value { return reflect.ValueOf(&g.Terms[0].Senses[0]).Elem() })
}
