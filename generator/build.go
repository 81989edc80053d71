package main

import (
	"path/filepath"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// build makes the site, or a part of the pages for a later build.
func (c *call) build() ([]problem.Problem, error) {
	if c.shard.Of > 0 {
		pages, problems, err := press.BuildShard(c.root, c.baseURL, c.shard, c.say)
		c.said = tongue.Sprintf("kept %d pages, shard %s, in %s", pages, c.shard, filepath.Join(c.root, "build", press.CacheFolder))
		return problems, err
	}
	boundMemory(c.root)
	did, problems, err := press.Build(c.root, c.baseURL, c.say)
	if err != nil || problem.HasErrors(problems) {
		return problems, err
	}
	told := "built %d pages in %s"
	if !did.Anew {
		told = "nothing has changed: %d pages in %s"
	}
	public := filepath.Join(c.root, "public")
	c.said = tongue.Sprintf(told, did.Pages, public)
	return problems, nil
}
