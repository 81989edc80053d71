package site

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/parser/metadecoders"
	"golang.org/x/mod/module"

	"jianzhu/generator/tongue"
)

// skin is the look of another site, which ours wears: layouts and styles by others.
// It is what Hugo calls a theme, and site.yaml names it by that word, under
// params.hugoTheme; everywhere else a theme is a subject. It renders build/content/
// itself.
type skin struct {
	path    string         // of its Go module
	version string         // exact
	head    string         // a partial that it includes in a page's head, where the overlay does not know one
	foot    string         // the same at its foot
	layouts string         // a folder of the project, whose templates stand in place of the skin's
	params  map[string]any // that it asks for

	site map[string]any // site.yaml
}

func (s skin) String() string { return s.path + "@" + s.version }

const skinKey = "params.hugoTheme"

// exact is a version of a Go module, as opposed to a query for one.
var exact = regexp.MustCompile(`^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+incompatible)?$`)

// readSkin returns the skin that site.yaml names, or nil: the site has our layouts.
func readSkin(root string) (*skin, error) {
	site, err := metadecoders.Default.UnmarshalFileToMap(hugofs.Os, filepath.Join(root, "site.yaml"))
	if err != nil {
		return nil, nil // Hugo says what and where
	}
	params, _ := site["params"].(map[string]any)
	value, named := params["hugoTheme"]
	if !named || value == nil {
		return nil, nil
	}
	keys, ok := value.(map[string]any)
	if !ok {
		return nil, tongue.Errorf("site.yaml: %s: write it as {path: module path, version: v1.2.3}", skinKey)
	}
	s := &skin{site: site}
	fields := map[string]*string{"path": &s.path, "version": &s.version, "head": &s.head, "foot": &s.foot, "layouts": &s.layouts}
	for key, value := range keys {
		if given, ok := value.(map[string]any); ok && key == "params" {
			s.params = given
			continue
		}
		field, known := fields[key]
		text, ok := value.(string)
		if !known || !ok {
			return nil, tongue.Errorf("site.yaml: %s.%s: the keys are path, version, head, foot and layouts, each with a text, and params with what the skin asks for", skinKey, key)
		}
		*field = text
	}
	if err := module.CheckPath(s.path); err != nil {
		return nil, tongue.Errorf("site.yaml: %s.path: %q is not the path of a Go module, such as github.com/imfing/hextra", skinKey, s.path)
	}
	if !exact.MatchString(s.version) {
		return nil, tongue.Errorf("site.yaml: %s.version: %q: name the exact version, such as v0.9.7; Go fetches that one and no other", skinKey, s.version)
	}
	for _, partial := range []string{s.head, s.foot} {
		if partial != "" && (!fs.ValidPath(partial) || filepath.Ext(partial) != ".html") {
			return nil, tongue.Errorf("site.yaml: %s: %q is not the name of a partial, such as extend_head.html", skinKey, partial)
		}
	}
	if s.layouts != "" {
		if info, err := os.Stat(filepath.Join(root, s.layouts)); err != nil || !info.IsDir() || !filepath.IsLocal(s.layouts) {
			return nil, tongue.Errorf("site.yaml: %s.layouts: %q is no folder of the project; put templates there that stand in place of the skin's", skinKey, s.layouts)
		}
	}
	return s, nil
}

// Vendored is the folder of a project in which Hugo looks for modules first.
const Vendored = "_vendor"

// prepare makes an empty project in a folder, with the project's vendored
// modules, and configures the build for it.
func (s skin) prepare(flags config.Provider, p Project, work string) error {
	modules := filepath.Join(p.Root, Vendored)
	if _, err := os.Stat(filepath.Join(modules, "modules.txt")); err == nil {
		if err := os.CopyFS(filepath.Join(work, Vendored), os.DirFS(modules)); err != nil {
			return err
		}
	}
	return s.configure(flags, p, work)
}

// configure sets what the skin needs over site.yaml, which is written for our
// own. To Hugo the project is the folder work, with a go.mod of its own and perhaps
// a copy of the vendored modules; root only lends files to it.
func (s skin) configure(flags config.Provider, p Project, work string) error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return tongue.Errorf("no folder to keep the skin in: %w", err)
	}
	proxy, err := exec.Command("go", "env", "GOPROXY").Output()
	if _, there := os.Stat(filepath.Join(work, Vendored)); err != nil && there != nil {
		return tongue.Errorf("%s %s: Go fetches it, and does not answer: %w", skinKey, s, err)
	}
	markup, err := moduleMarkup()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(work, "go.mod"), s.goMod(), 0o644); err != nil {
		return err
	}
	if err := setDefaults(flags, s.site); err != nil {
		return err
	}
	flags.Set("workingDir", work)
	flags.Set("cacheDir", filepath.Join(cache, "jianzhu"))
	flags.Set("markup", markup)
	flags.Set("module", map[string]any{
		"proxy":   strings.TrimSpace(string(proxy)),
		"mounts":  s.mounts(p),
		"imports": []any{map[string]any{"path": p.Made}, s.imported()},
	})
	if len(s.params) > 0 {
		params := map[string]any{}
		given, _ := s.site["params"].(map[string]any)
		maps.Copy(params, given)
		maps.Copy(params, s.params)
		flags.Set("params", params)
	}
	// Lists of a skin may leave out what a page says before them; ours say all there is.
	if s.site["cascade"] == nil {
		flags.Set("cascade", []any{map[string]any{"target": map[string]any{"kind": "{home,section}"}, "layout": "single"}})
	}
	// Hugo calls Go, and Dart Sass for a skin that asks for it.
	flags.Set("security", map[string]any{
		"allowContent": []string{"^text/(html|markdown)$"},
		"exec":         map[string]any{"allow": []string{"^go$", "^(dart-)?sass(-embedded)?$"}},
	})

	if s.site["languages"] == nil && s.site["defaultContentLanguage"] == nil {
		flags.Set("defaultContentLanguage", "zh-cn") // which words the skin takes for its own
	}
	if s.site["menus"] == nil && s.site["menu"] == nil {
		menu, err := p.menu()
		if err != nil {
			return err
		}
		flags.Set("menus", map[string]any{"main": menu})
	}
	return nil
}

// goMod asks Go for the skin, and so for the modules that it imports in turn, in
// the versions that its own go.mod names: Hugo looks for those here.
func (s skin) goMod() []byte {
	return fmt.Appendf(nil, "module jianzhu.invalid/site\n\ngo 1.21\n\nrequire %s %s\n", s.path, s.version)
}

func (s skin) imported() map[string]any { return map[string]any{"path": s.path, "version": s.version} }

// mounts are what the project has beside build/: its static files, the form of the
// search, and those pages that are no text to be dressed: what other sites embed,
// the feed and what robots are told.
func (s skin) mounts(p Project) []any {
	var mounts []any
	as := func(name, target string) { // the project's own before ours
		mounts = append(mounts, p.lend(name, target)...)
		mounts = append(mounts, mount(filepath.Join(p.Made, "default", filepath.FromSlash(name)), target))
	}
	own := func(name string) { as(name, name) }
	own("static")
	as(styles, asAssets)
	mounts = append(mounts, mount(filepath.Join(p.Made, "html", "embed"), "content/embed"))
	for _, name := range []string{
		"embed", "_partials/embed", "_partials/head/styles.html", "_partials/icon.html", "_partials/notice.html", "_partials/query.html", "_partials/report",
		"home.feed.xml", "robots.txt", "alias.html",
	} {
		own("layouts/" + name)
	}
	partials := filepath.Join(p.Made, "overlay", "layouts", "_partials", "jianzhu")
	if s.layouts != "" {
		mounts = append(mounts, mount(filepath.Join(p.Root, s.layouts), "layouts"))
	}
	if s.head != "" {
		mounts = append(mounts, mount(filepath.Join(partials, "head.html"), "layouts/_partials/"+s.head))
	}
	if s.foot != "" {
		mounts = append(mounts, mount(filepath.Join(partials, "foot.html"), "layouts/_partials/"+s.foot))
	}
	return mounts
}

// menu leads to what our own layouts name at the top of a page.
func (p Project) menu() (entries []any, err error) {
	kinds, err := metadecoders.Default.UnmarshalFileToMap(hugofs.Os, filepath.Join(p.Made, "data", "kinds.yaml"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil // nothing is made yet, nor needed
	}
	head, _ := kinds["head"].([]any)
	for i, place := range head {
		m, _ := place.(map[string]any)
		entries = append(entries, map[string]any{"name": m["name"], "pageRef": fmt.Sprint("/", m["path"]), "weight": i + 1})
	}
	return entries, err
}

// explain says of Hugo's words which skin they are about, and what to do.
func (s skin) explain(said string) error {
	why := said
	for _, known := range []struct{ said, means string }{
		{"is not compatible with this Hugo version", tongue.Text("it needs another Hugo than ") + hugoVersion() + tongue.Text("; name another version of the skin, or, where it asks for the extended one, run go run -tags extended ./generator (needs a C++ compiler)")},
		{"this feature is not available in your current Hugo version", tongue.Text("its styles are Sass: run go run -tags extended ./generator (needs a C++ compiler)")},
		{"failed to download module", tongue.Text("it cannot be had: look at path and version in site.yaml; without network, run jianzhu vendor where there is one and take ") + Vendored + tongue.Text(" along")},
		{"POSTCSS: failed", tongue.Text("it has PostCSS work on its styles, which needs Node and is not run here: put a template of its own in place of the one that asks for it (") + skinKey + ".layouts)"},
		{"found no layout file", tongue.Text("it has no layout for some of the pages")},
	} {
		if strings.Contains(said, known.said) {
			why = known.means + "\n" + said
			break
		}
	}
	return errors.New(skinKey + " " + s.String() + ": " + why)
}

// fatal tells what of a skin's warnings means pages that are not as intended;
// the others are for its author.
func fatal(lines []string) []string {
	return slices.DeleteFunc(lines, func(line string) bool {
		return !strings.HasPrefix(line, "ERROR") &&
			!strings.Contains(line, "found no layout file") && !strings.Contains(line, "is not compatible with this Hugo version")
	})
}
