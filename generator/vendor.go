package main

import (
	"path/filepath"

	"jianzhu/generator/publish"
	"jianzhu/generator/site"
)

// vendor keeps a copy of the Hugo theme that site.yaml names in _vendor/, where
// Hugo looks before it asks the network.
func vendor(root string) error {
	files, err := site.Vendor(root)
	if err != nil {
		return err
	}
	return publish.Write(filepath.Join(root, site.Vendored), files)
}
