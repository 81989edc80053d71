package problem

import (
	"errors"
	"strings"
	"testing"
)

func TestCaught(t *testing.T) {
	var list []int
	err := Caught(func() error { return errors.New(string(rune(list[3]))) })
	if err == nil || !strings.Contains(err.Error(), "problem/caught_test.go:11") || !strings.Contains(err.Error(), "index out of range") {
		t.Errorf("%v", err)
	}
	said := errors.New("said")
	if err := Caught(func() error { return said }); err != said {
		t.Errorf("%v", err)
	}
}
