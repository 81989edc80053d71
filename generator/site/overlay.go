package site

import (
	"embed"
	"errors"
	"io/fs"
	"maps"
	"path"

	"jianzhu/generator/tongue"

	"github.com/gohugoio/hugo/parser/metadecoders"

	"jianzhu/static"
)

// overlay is what another theme needs to show our Markdown: hooks that make
// lines and terms of its links, and two partials for head and foot. It is
// beside the generated pages in build/, which overlay/hugo.yaml makes a Hugo
// module; so that our own build with another theme and other people's sites
// come by it in the same way.
//
//go:embed all:overlay
var overlay embed.FS

// reused are files of static/ that the overlay takes along.
var reused = []string{"css/card.css", "js/term.js"}

// Module returns what makes build/ a Hugo module, by path from there: its
// configuration, and the files of build/overlay. The card is that of the
// default theme, out of the project's static folder where it has its own.
func Module(own fs.FS) (config []byte, files map[string][]byte, err error) {
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
