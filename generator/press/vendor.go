package press

import (
	"errors"
	"path/filepath"

	"jianzhu/generator/project"
	"jianzhu/generator/publish"
	"jianzhu/generator/site"
)

// Vendor keeps a copy of the skin that site.yaml names in _vendor/, where
// Hugo looks before it asks the network.
func Vendor(root string, say func(string)) error {
	if config, problems := project.Load(root); config == nil {
		return errors.New(problems[0].String())
	}
	release, err := begin(root, say)
	if err != nil {
		return err
	}
	defer release()
	files, err := siteOf(root).Vendor()
	if err != nil {
		return err
	}
	return publish.Write(filepath.Join(root, site.Vendored), files)
}
