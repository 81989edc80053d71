package site

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"strings"

	"github.com/gohugoio/hugo/parser/metadecoders"

	"jianzhu/generator/tongue"
	"jianzhu/static"
)

// overlay is what a skin needs to show our Markdown: hooks that make
// lines and terms of its links, and two partials for head and foot. It is
// beside the generated pages in build/, which overlay/hugo.yaml makes a Hugo
// module; so that our own build with a skin and other people's sites
// come by it in the same way.
//
//go:embed all:overlay
var overlay embed.FS

// reused are files of static/ that the overlay takes along.
var reused = []string{"css/card.css", "js/term.js"}

// Module returns what makes build/ a Hugo module, by path from there: its
// configuration, and the files of build/overlay. The card is that of the
// default layouts, out of the project's static folder where it has its own; apparatus
// are the ids of the parts that stand after a report's text.
func Module(own fs.FS, apparatus []string) (config []byte, files map[string][]byte, err error) {
	files = map[string][]byte{}
	for _, dir := range []string{"layouts", "static"} {
		err = fs.WalkDir(overlay, "overlay/"+dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			files[name[len("overlay/"):]], err = overlay.ReadFile(name)
			return err
		})
		if err != nil {
			return nil, nil, err
		}
	}
	for _, name := range reused {
		text, err := fs.ReadFile(own, name)
		if errors.Is(err, fs.ErrNotExist) {
			text, err = static.Files.ReadFile(name)
		}
		if err != nil {
			return nil, nil, tongue.Errorf("static/%s: the card of a term needs it: %w", name, err)
		}
		files[path.Join("static/jianzhu", path.Base(name))] = text
	}
	files["layouts/_partials/jianzhu/apparatus.html"] = fmt.Appendf(nil, "{{- return slice %s -}}\n", strings.Trim(fmt.Sprintf("%q", apparatus), "[]"))
	config, err = overlay.ReadFile("overlay/hugo.yaml")
	return config, files, err
}

// moduleMarkup is how Hugo must read the Markdown, as the module says it.
func moduleMarkup() (map[string]any, error) {
	text, err := overlay.ReadFile("overlay/hugo.yaml")
	if err != nil {
		return nil, err
	}
	config, err := metadecoders.Default.UnmarshalToMap(text, metadecoders.YAML)
	if err != nil {
		return nil, err
	}
	markup, _ := config["markup"].(map[string]any)
	return maps.Clone(markup), nil
}
