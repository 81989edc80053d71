package site

import (
	"archive/zip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A skin that imports a module takes it in the version that its own go.mod names,
// not in a later one.
func TestSkinImports(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no Go here, which fetches skins")
	}
	proxy := t.TempDir()
	publishModule(t, proxy, "example.org/parts", "v1.0.0", map[string]string{"layouts/_partials/mark.html": "of v1.0.0"})
	publishModule(t, proxy, "example.org/parts", "v1.1.0", map[string]string{"layouts/_partials/mark.html": "of v1.1.0"})
	skin := map[string]string{
		"hugo.yaml": "module: {imports: [{path: example.org/parts}]}\n",
		"go.mod":    "module example.org/whole\n\ngo 1.21\n\nrequire example.org/parts v1.0.0 // indirect\n",
	}
	for name, text := range bareSkin {
		if name, ok := strings.CutPrefix(name, bare); ok {
			skin[name] = text
		}
	}
	skin["layouts/single.html"] += `{{ partial "mark.html" . }}`
	publishModule(t, proxy, "example.org/whole", "v1.0.0", skin)

	root := dressed(t, "{path: example.org/whole, version: v1.0.0}", nil)
	if err := os.RemoveAll(filepath.Join(root, Vendored)); err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]string{"GOPROXY": "file://" + filepath.ToSlash(proxy), "GOSUMDB": "off", "GOMODCACHE": t.TempDir(), "GOFLAGS": "-modcacherw"} {
		t.Setenv(name, value)
	}
	if page := build(t, root, "")["reports/a/index.html"]; !strings.Contains(page, "of v1.0.0") {
		t.Errorf("the part is not that of v1.0.0:\n%s", page)
	}
	files, err := made(t, root).Vendor()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		write(t, filepath.Join(root, Vendored, name), string(text))
	}
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOMODCACHE", t.TempDir())
	if page := build(t, root, "")["reports/a/index.html"]; !strings.Contains(page, "of v1.0.0") {
		t.Error("the part is not there when it was vendored")
	}
}

// publishModule adds a version of a module to a folder that Go takes for a proxy.
func publishModule(t *testing.T, proxy, path, version string, files map[string]string) {
	t.Helper()
	dir := filepath.Join(proxy, filepath.FromSlash(path), "@v")
	mod := files["go.mod"]
	if mod == "" {
		mod = "module " + path + "\n"
	}
	write(t, filepath.Join(dir, version+".info"), `{"Version":"`+version+`"}`)
	write(t, filepath.Join(dir, version+".mod"), mod)
	list, _ := os.ReadFile(filepath.Join(dir, "list"))
	write(t, filepath.Join(dir, "list"), string(list)+version+"\n")
	file, err := os.Create(filepath.Join(dir, version+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	archive := zip.NewWriter(file)
	for name, text := range files {
		w, err := archive.Create(path + "@" + version + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
}
