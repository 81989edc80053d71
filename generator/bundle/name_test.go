package bundle

import (
	"strings"
	"testing"
)

func TestCheckPaths(t *testing.T) {
	for _, test := range []struct{ paths, want string }{
		{"index.html|reports/a/index.html|a b|.nojekyll|conf.html|auxiliary/com10|lpt.txt", ""},
		{"说明/index.html", "not plain ASCII"},
		{"a\x01", "not plain ASCII"},
		{"con", "for a device"},
		{"a/NUL.html", "for a device"},
		{"com1.tar.gz/a", "for a device"},
		{"CONOUT$", "for a device"},
		{"a./b", "drops the last character"},
		{"a ", "drops the last character"},
		{"a:b", "does not allow"},
		{`a\b`, "does not allow"},
		{"a?b", "does not allow"},
		{`a"b`, "does not allow"},
		{"a//b", "not plain"},
		{"../a", "not plain"},
		{"/a", "not plain"},
		{"A|a", "A and a differ in case only"},
		{"Css/a.css|css/b.css", "Css and css differ in case only"},
		{strings.Repeat("a/", 90) + "a", "longer than 180"},
	} {
		err := checkPaths(strings.Split(test.paths, "|"))
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%q: %v, want %q", test.paths, err, test.want)
		}
	}
}

func TestCheckName(t *testing.T) {
	for name, want := range map[string]bool{
		"jianzhu": true, "a-1": true, "0": true,
		"": false, "笺注": false, "A": false, "a--b": false, "-a": false, "a/b": false, "..": false, "a.b": false, "a\n": false,
		strings.Repeat("a", 61): false,
	} {
		if err := CheckName(name); (err == nil) != want {
			t.Errorf("%q: %v", name, err)
		}
	}
}
