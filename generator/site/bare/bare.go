// Package bare has Hugo render a folder as anyone would, without anything of ours:
// what the cost of a site is measured against.
package bare

import (
	"os"
	"path/filepath"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
)

// Build renders a folder that has hugo.yaml, content and layouts into its folder
// public.
func Build(dir string) error {
	flags := config.New()
	flags.Set("workingDir", dir)
	flags.Set("publishDir", filepath.Join(dir, "public"))
	flags.Set("cacheDir", filepath.Join(dir, "cache"))
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Flags:    flags,
		Fs:       hugofs.Os,
		Filename: filepath.Join(dir, "hugo.yaml"),
		Environ:  []string{"HUGO=ignored"}, // an empty list would mean the process's own
		Logger:   loggers.New(loggers.Options{Level: logg.LevelWarn, StdOut: os.Stderr, StdErr: os.Stderr}),
	})
	if err != nil {
		return err
	}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs:  configs,
		Fs:       hugofs.NewFromSourceAndDestination(hugofs.Os, hugofs.Os, flags),
		LogLevel: logg.LevelWarn,
		StdOut:   os.Stderr,
		StdErr:   os.Stderr,
	})
	if err != nil {
		return err
	}
	defer sites.Close()
	return sites.Build(hugolib.BuildCfg{NoBuildLock: true})
}
