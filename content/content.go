// Package content has what of this folder is of use to every site, for the program
// to carry along.
package content

import "embed"

// National has glossary/national.yaml, the national glossary.
//
//go:embed glossary/national.yaml
var National embed.FS

// Themes has themes.yaml, the subjects by which sections are indexed.
//
//go:embed themes.yaml
var Themes embed.FS

// Guide has guide.md, which explains what pages show and how content is written.
//
//go:embed guide.md
var Guide embed.FS

// Example has a report to begin with, in ExampleFolder.
//
//go:embed reports/shahekou-2016
var Example embed.FS

// ExampleFolder is the folder of Example.
const ExampleFolder = "reports/shahekou-2016"
