package digest_test

import (
	"testing"

	"jianzhu/generator/digest"
)

type leaf struct {
	Text string
	Bold []int
}

type tree struct {
	Name  string
	Below []any
	next  *tree
	by    map[string]leaf
}

type person struct{ name, secret string }

func (p *person) Named() any { return p.name }

// What holds the same is one, and whatever differs in one place is another.
func TestDigest(t *testing.T) {
	make := func() tree {
		return tree{"a", []any{leaf{"b", []int{1, 2}}, &leaf{"c", nil}}, &tree{Name: "d"}, map[string]leaf{"x": {"e", nil}, "y": {"f", []int{3}}}}
	}
	if digest.Of(make()) != digest.Of(make()) {
		t.Error("two values that hold the same have two digests")
	}
	seen := map[digest.Sum]string{digest.Of(make()): "unchanged"}
	for name, change := range map[string]func(*tree){
		"a string":                    func(v *tree) { v.Name = "b" },
		"an element":                  func(v *tree) { v.Below[0].(leaf).Bold[1] = 3 },
		"an element more":             func(v *tree) { v.Below = append(v.Below, leaf{}) },
		"behind a pointer":            func(v *tree) { v.Below[1].(*leaf).Text = "x" },
		"an unexported field":         func(v *tree) { v.next.Name = "x" },
		"nil":                         func(v *tree) { v.next = nil },
		"a value of a map":            func(v *tree) { v.by["x"] = leaf{"x", nil} },
		"a key of a map":              func(v *tree) { v.by["z"] = v.by["x"]; delete(v.by, "x") },
		"values of a map, exchanged":  func(v *tree) { v.by["x"], v.by["y"] = v.by["y"], v.by["x"] },
		"the type of an interface":    func(v *tree) { v.Below[0] = person{"b", ""} },
		"where one text ends":         func(v *tree) { v.Below[0] = leaf{"b\x02", []int{1}} },
		"a pointer in place of value": func(v *tree) { v.Below[0] = &leaf{"b", []int{1, 2}} },
	} {
		v := make()
		change(&v)
		sum := digest.Of(v)
		if other, ok := seen[sum]; ok {
			t.Errorf("%s: as %s", name, other)
		}
		seen[sum] = name
	}
	if digest.Of("ab", "c") == digest.Of("a", "bc") || digest.Of(1) == digest.Of("\x01") {
		t.Error("values run into one another")
	}
}

// What is named by others is its name where it is pointed to, and itself where it stands.
func TestNamed(t *testing.T) {
	a, b := person{"a", "one"}, person{"a", "two"}
	if digest.Of([]*person{&a}) != digest.Of([]*person{&b}) {
		t.Error("a pointer to a named value tells more than its name")
	}
	if digest.Of(a) == digest.Of(b) {
		t.Error("a named value tells no more than its name")
	}
	if digest.Of(struct{ p *person }{&a}) == digest.Of(struct{ p *person }{&person{"b", "one"}}) {
		t.Error("a name in an unexported field does not count")
	}
}

// Of a function nothing is known.
func TestUnknown(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a function has a digest")
		}
	}()
	digest.Of(struct{ f func() }{func() {}})
}
