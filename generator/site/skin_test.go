package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A skin, vendored as the command vendor does it, so that no network is needed.
const bare = "_vendor/example.org/bare@v1.0.0/"

var bareSkin = map[string]string{
	"_vendor/modules.txt":                         "# example.org/bare@v1.0.0 v1.0.0\n",
	bare + "layouts/single.html":                  "<head>{{ partial \"extend_head.html\" . }}</head>{{ .Content }}{{ partial \"extend_footer.html\" . }}",
	bare + "layouts/list.html":                    "{{ .Content }}",
	bare + "layouts/404.html":                     "-",
	bare + "layouts/_partials/extend_head.html":   "",
	bare + "layouts/_partials/extend_footer.html": "",
}

// dressed is the small project with the skin, and with files of its own.
func dressed(t *testing.T, skin string, own map[string]string) string {
	t.Helper()
	t.Setenv("GOPROXY", "off")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	root := project(t, bareSkin)
	for name, text := range own {
		write(t, filepath.Join(root, name), text)
	}
	text, err := os.ReadFile(filepath.Join(root, "site.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(root, "site.yaml"), string(text)+"\nparams:\n  hugoTheme: "+skin+"\n")
	write(t, filepath.Join(root, "build/content/_index.md"), "---\ntitle: 首页\n---\n")
	write(t, filepath.Join(root, "build/content/glossary/x.md"), "---\ntitle: 词\ntype: term\n---\n")
	write(t, filepath.Join(root, "build/content/reports/a/index.md"),
		"---\ntitle: 甲报告\ntype: report\n---\n\n\"正文\"--{\\{ x }} [词](../../glossary/x.md \"说明\")... [1](#L1)\n\n## 本文注释 {#terms}\n\n1. **[词](../../glossary/x.md)**\n   - 见第[1](#L1)行\n")
	write(t, filepath.Join(root, "static/css/card.css"), "")
	write(t, filepath.Join(root, "static/js/term.js"), "")
	config, files, err := Module(os.DirFS(filepath.Join(root, "static")), []string{"terms", "notes"})
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(root, "build/hugo.yaml"), string(config))
	for name, text := range files {
		write(t, filepath.Join(root, "build/overlay", name), string(text))
	}
	return root
}

func TestSkin(t *testing.T) {
	root := dressed(t, "{path: example.org/bare, version: v1.0.0}", map[string]string{"go.mod": "this is no go.mod"})
	for _, baseURL := range []string{"", "https://example.com/under/"} {
		page := build(t, root, baseURL)["reports/a/index.html"]
		base := "/"
		if baseURL != "" {
			base = "/under/"
		}
		for _, want := range []string{
			`<p>&quot;正文&quot;--{{ x }} <a class="term" href="` + base + `glossary/x/">词</a>... <a class="line" id="L1" href="#L1" data-added aria-label="第1行">1</a></p>`,
			`<h2 id="terms">本文注释</h2>`,
			`<strong><a class="entry-name" id="term-x" href="` + base + `glossary/x/">词</a></strong>`,
			`见第<a class="line-ref" href="#L1">1</a>行`,
			`<script defer src="` + base + `jianzhu/term.js">`,
			"非官方网站，以原件为准",
		} {
			if !strings.Contains(page, want) {
				t.Errorf("at %q: no %s in\n%s", baseURL, want, page)
			}
		}
	}
}

func TestSkinErrors(t *testing.T) {
	const good = "{path: example.org/bare, version: v1.0.0}"
	tests := []struct {
		name, skin string
		own        map[string]string
		want       []string
	}{
		{"only a name", "bare", nil, []string{"params.hugoTheme: write it as"}},
		{"no version", "{path: example.org/bare}", nil, []string{"params.hugoTheme.version", "exact version"}},
		{"a query for a version", "{path: example.org/bare, version: latest}", nil, []string{`"latest"`, "exact version"}},
		{"not a module", "{path: ../bare, version: v1.0.0}", nil, []string{"params.hugoTheme.path", `"../bare"`}},
		{"unknown key", "{path: example.org/bare, version: v1.0.0, name: bare}", nil, []string{"params.hugoTheme.name"}},
		{"no folder of templates", "{path: example.org/bare, version: v1.0.0, layouts: nowhere}", nil, []string{"params.hugoTheme.layouts", `"nowhere" is no folder`}},
		{"templates from outside", "{path: example.org/bare, version: v1.0.0, layouts: ..}", nil, []string{"params.hugoTheme.layouts"}},
		{"not a partial", "{path: example.org/bare, version: v1.0.0, head: ../head}", nil, []string{`"../head"`, "partial"}},
		{"cannot be had", "{path: example.org/bare, version: v1.0.1}", nil, []string{"example.org/bare@v1.0.1", "cannot be had", "jianzhu vendor"}},
		{"needs a newer Hugo", good, map[string]string{bare + "theme.toml": "min_version = \"9.0.0\"\n"}, []string{"example.org/bare@v1.0.0", "needs another Hugo than v", "9.0.0"}},
		{"template that fails", good, map[string]string{bare + "layouts/single.html": "{{ .Nowhere }}"}, []string{"example.org/bare@v1.0.0", "layouts/single.html:1", "Nowhere"}},
		{"leaves out the content", good, map[string]string{bare + "layouts/single.html": "{{ .Title }}"}, []string{"reports/a/index.html", "leaves out the content"}},
		{"no known place in the head", good, map[string]string{bare + "layouts/single.html": "{{ .Content }}"}, []string{"params.hugoTheme.head"}},
		{"no known place in the foot", good, map[string]string{bare + "layouts/single.html": "{{ partial \"extend_head.html\" . }}{{ .Content }}"}, []string{"params.hugoTheme.foot"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root := dressed(t, test.skin, test.own)
			_, err := made(t, root).Build(filepath.Join(root, "public"), "")
			if err == nil {
				t.Fatal("no error")
			}
			for _, want := range test.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error %q does not have %q", err, want)
				}
			}
		})
	}
	t.Run("no layout for single pages", func(t *testing.T) {
		root := dressed(t, good, nil)
		if err := os.Remove(filepath.Join(root, bare, "layouts/single.html")); err != nil {
			t.Fatal(err)
		}
		if _, err := made(t, root).Build(filepath.Join(root, "public"), ""); err == nil || !strings.Contains(err.Error(), "no layout") {
			t.Errorf("error is %v", err)
		}
	})
}

// Places that the overlay does not know can be named.
func TestSkinPlaces(t *testing.T) {
	root := dressed(t, "{path: example.org/bare, version: v1.0.0, head: mine/top.html, foot: mine/end.html}", map[string]string{
		bare + "layouts/single.html":             `{{ partial "mine/top.html" . }}{{ .Content }}{{ partial "mine/end.html" . }}`,
		bare + "layouts/_partials/mine/top.html": "",
		bare + "layouts/_partials/mine/end.html": "",
	})
	build(t, root, "")
}

func TestVendorNeedsSkin(t *testing.T) {
	if _, err := made(t, project(t, nil)).Vendor(); err == nil || !strings.Contains(err.Error(), "nothing to vendor") {
		t.Errorf("error is %v", err)
	}
}

// Templates of the project stand in place of the skin's.
func TestSkinLayouts(t *testing.T) {
	root := dressed(t, "{path: example.org/bare, version: v1.0.0, layouts: mine}", map[string]string{
		"mine/_partials/extra.html": "of ours", bare + "layouts/_partials/extra.html": "of the skin",
		bare + "layouts/single.html": bareSkin[bare+"layouts/single.html"] + `{{ partial "extra.html" . }}`,
	})
	if page := build(t, root, "")["reports/a/index.html"]; !strings.Contains(page, "of ours") {
		t.Error(page)
	}
}
