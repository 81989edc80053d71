package site

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/hugofs"

	"jianzhu/generator/tongue"
)

// Vendor fetches the skin that site.yaml names, with the modules that it
// imports, and returns their files by path from the folder _vendor, with their
// licences. A build takes them from there, without network, as long as site.yaml
// names the same version.
func (p Project) Vendor() (files map[string][]byte, err error) {
	if err := checkConfig(p.Root); err != nil {
		return nil, err
	}
	s, err := readSkin(p.Root)
	if err != nil {
		return nil, err
	}
	if s == nil {
		return nil, errors.New(tongue.Text("site.yaml: names no skin (") + skinKey + tongue.Text("); there is nothing to vendor"))
	}
	one.Lock()
	defer one.Unlock()
	if p.Root, err = filepath.Abs(p.Root); err != nil {
		return nil, err
	}
	if p.Made, err = filepath.Abs(p.Made); err != nil {
		return nil, err
	}
	work, err := p.temporary()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	flags := settings{config.New()}
	if err := s.configure(flags, p, work); err != nil {
		return nil, err
	}
	flags.Set("module", map[string]any{"imports": []any{s.imported()}}) // build/ need not be there yet
	said := &log{root: p.Root, made: p.Made}
	configs, err := load(hugofs.Os, flags, p.Root, said)
	if err == nil {
		err = configs.ModulesClient.Vendor()
	}
	if err != nil {
		return nil, s.explain(said.shorten(strings.Join(append(said.lines(), err.Error()), "\n")))
	}
	if files, err = readTree(os.DirFS(filepath.Join(work, Vendored)), "."); err != nil {
		return nil, err
	}
	for _, m := range configs.Modules {
		if m.IsGoMod() {
			if err := addLicences(files, path.Join(m.Path()+"@"+m.Version()), m.Dir()); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}

// addLicences adds the licences of the module in dir, which Hugo leaves behind.
func addLicences(files map[string][]byte, to, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if e.Type().IsRegular() && (strings.HasPrefix(name, "LICEN") || strings.HasPrefix(name, "COPYING") || strings.HasPrefix(name, "NOTICE")) {
			if files[path.Join(to, e.Name())], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// readTree returns the files of a folder by path from there.
func readTree(tree fs.FS, dir string) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(tree, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(tree, name)
		return err
	})
	return files, err
}
