package problem

import (
	"fmt"
	"testing"
)

func TestString(t *testing.T) {
	for want, p := range map[string]Problem{
		"content/a.yaml:3: unknown key frob\n\tuse term": Errorf("content/a.yaml", 3, "use term", "unknown key %s", "frob"),
		"content/a.yaml: warning: odd":                   Warnf("content/a.yaml", 0, "", "odd"),
	} {
		if got := p.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestSort(t *testing.T) {
	all := []Problem{Errorf("b", 1, "", "x"), Errorf("a", 10, "", "x"), Errorf("a", 2, "", "y"), Errorf("a", 2, "", "x")}
	Sort(all)
	if got, want := fmt.Sprint(all), "[a:2: x a:2: y a:10: x b:1: x]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if HasErrors([]Problem{Warnf("a", 1, "", "x")}) || !HasErrors(all) {
		t.Error("only errors are errors")
	}
}
