package markdown

import (
	"math/rand/v2"
	"net/url"
	"testing"
)

// Where plain links lead is as package url says.
func TestAlong(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	some := []string{"a", "b-1", "L", "3", "index.html", ".", "..", "/", "/", "#", "", "?", "%20", ":", "报告", "..."}
	made := func(n int) (s string) {
		for range random.IntN(n) {
			s += some[random.IntN(len(some))]
		}
		return s
	}
	plainOnes := 0
	for range 20000 {
		from := &url.URL{Path: "/" + []string{"", "a/", "a/b/", "a/b", "报告/a/"}[random.IntN(5)]}
		href := made(9)
		to, fragment, plain := along(from.Path, href)
		if !plain {
			continue
		}
		plainOnes++
		if want, err := from.Parse(href); err != nil || want.Path != to || want.Fragment != fragment {
			t.Fatalf("%s from %s leads to %s and %s, want %v (%v)", href, from, to, fragment, want, err)
		}
	}
	if plainOnes < 1000 {
		t.Error(plainOnes, "plain links")
	}
	for _, href := range []string{"../a/#L1", "#L1", "b/", "../../c/index.json"} {
		if _, _, plain := along("/a/", href); !plain {
			t.Errorf("%s is not plain", href)
		}
	}
	for _, href := range []string{"https://example.org/", "/a/", "//a/b", "a?b", "a%20b", "报告/"} {
		if _, _, plain := along("/a/", href); plain {
			t.Errorf("%s is plain", href)
		}
	}
}
