package bundle

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func unpack(t *testing.T, archive []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range r.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
	}
	return files
}

func TestPack(t *testing.T) {
	files := map[string][]byte{"b/c.html": []byte("一"), "a.txt": []byte(strings.Repeat("二", 1000)), "empty": nil}
	date := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	archive, err := pack("x-offline/", files, date)
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	for _, f := range r.File {
		fmt.Fprintf(&list, "%s %v %d %v %v\n", f.Name, f.Mode(), f.Method, f.Flags&0x800 != 0, f.Modified.UTC().Format(time.DateTime))
	}
	const want = `x-offline/a.txt -rw-r--r-- 8 true 2026-11-22 00:00:00
x-offline/b/c.html -rw-r--r-- 8 true 2026-11-22 00:00:00
x-offline/empty -rw-r--r-- 8 true 2026-11-22 00:00:00
`
	if list.String() != want {
		t.Errorf("got\n%swant\n%s", list.String(), want)
	}
	if got := unpack(t, archive)["x-offline/b/c.html"]; got != "一" {
		t.Errorf("b/c.html holds %q", got)
	}
	again, err := pack("x-offline/", files, date.In(time.FixedZone("", 8*3600)))
	if err != nil || !bytes.Equal(archive, again) {
		t.Error("the same files in another zone give other bytes")
	}
	if _, err := pack("x/", files, time.Time{}); err != nil {
		t.Errorf("without a date: %v", err)
	}
}

// A site of two pages, as it is bundled, and what cannot be.
func TestWrite(t *testing.T) {
	report := `<html><head></head><body><p id="L1">一</p><a href="/at/">x</a></body></html>`
	good := map[string]string{
		"index.html": `<a href="reports/a/">a</a><a href="/at/feed.xml">b</a></body>`, "reports/a/index.html": report,
		"feed.xml": "", "404.html": "", "download/a.zip": "", "_headers": "", ".well-known/security.txt": "",
	}
	for _, test := range []struct {
		name, file, text, want string
	}{
		{"as it is", "css/a.css", "", ""},
		{"a dead link", "index.html", `<a href="b/">b</a></body>`, `index.html: link to "b/": the site has no such file`},
		{"a name", "笺.txt", "", "笺.txt: the name is not plain ASCII"},
		{"a script from elsewhere", "reports/a/index.html", `<head><script src="https://example.com/a.js"></script></head></body>`, "loads from elsewhere"},
	} {
		files := fstest.MapFS{}
		for name, text := range good {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		files[test.file] = &fstest.MapFile{Data: []byte(test.text)}
		site := Site{Files: files, BaseURL: home, Name: "small", Reports: []string{"a"}}
		bundles, err := Write(site)
		if test.want != "" {
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%s: %v, want %q", test.name, err, test.want)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if got, want := strings.Join(slices.Sorted(maps.Keys(bundles)), " "), "SHA256SUMS reports/a.html small-offline.zip"; got != want {
			t.Errorf("bundles are %s, want %s", got, want)
		}
		checkSums(t, "", bundles)
		held := unpack(t, bundles["small-offline.zip"])
		if got, want := strings.Join(slices.Sorted(maps.Keys(held)), " "), "small-offline/SHA256SUMS small-offline/css/a.css small-offline/index.html small-offline/reports/a/index.html"; got != want {
			t.Errorf("the archive holds %s, want %s", got, want)
		}
		checkSums(t, "small-offline/", held)
		again, err := Write(site)
		if err != nil || !maps.EqualFunc(bundles, again, bytes.Equal) {
			t.Errorf("the same site gives other bundles (%v)", err)
		}
	}
	// Of a skin that one file cannot hold, the archive is made; single files have our layouts.
	files := fstest.MapFS{}
	for name, text := range good {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	dressed := maps.Clone(files)
	dressed["reports/a/index.html"] = &fstest.MapFile{Data: []byte(`<head><script>1</script></head><body>dressed</body>`)}
	if _, err := Write(Site{Files: dressed, BaseURL: home, Name: "a", Reports: []string{"a"}}); err == nil {
		t.Error("an inline script stands in a single file")
	}
	bundles, err := Write(Site{Files: dressed, Plain: files, BaseURL: home, Name: "a", Reports: []string{"a"}})
	if err != nil || bytes.Contains(bundles["reports/a.html"], []byte("dressed")) || !strings.Contains(unpack(t, bundles["a-offline.zip"])["a-offline/reports/a/index.html"], "dressed") {
		t.Errorf("the plain site is not that of single files alone (%v)", err)
	}
	if _, err := Write(Site{Files: fstest.MapFS{}, Name: "a"}); err == nil {
		t.Error("a site without pages is bundled")
	}
	if _, err := Write(Site{Files: fstest.MapFS{}, Name: "A"}); err == nil {
		t.Error("a bundle may have any name")
	}
}

// checkSums holds files to the list of checksums among them, line by line.
func checkSums[T string | []byte](t *testing.T, folder string, files map[string]T) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(string(files[folder+sumsName]), "\n"), "\n")
	if len(lines) != len(files)-1 {
		t.Errorf("%d checksums of %d files", len(lines), len(files)-1)
	}
	for _, line := range lines {
		sum, file, _ := strings.Cut(line, "  ")
		if got := fmt.Sprintf("%x", sha256.Sum256([]byte(files[folder+file]))); got != sum {
			t.Errorf("%s: the list has %s, the file %s", file, sum, got)
		}
	}
}
