package main

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/site"
)

// Parts that are made apart, some at once in one folder and one in a copy of it, are
// together what a build makes by itself, and leave it nothing to render.
func TestShards(t *testing.T) {
	root, other := few(t), t.TempDir()
	if err := os.CopyFS(other, os.DirFS(root)); err != nil {
		t.Fatal(err)
	}
	want := anew(t, root)
	total := make([]int, 4)
	var all sync.WaitGroup
	for part, in := range map[int]string{1: root, 2: root, 3: other} {
		all.Go(func() {
			pages, problems, err := press.BuildShard(in, "", press.Shard{Part: part, Of: 3}, func(string) {})
			if err != nil || problem.HasErrors(problems) {
				t.Error(problems, err)
			}
			total[part] = pages
		})
	}
	all.Wait()
	if _, err := os.Stat(filepath.Join(root, "public")); err == nil {
		t.Error("a part is published")
	}
	keptIn := func(root string) []string {
		packs, err := filepath.Glob(filepath.Join(root, "build", press.CacheFolder, "*"))
		if err != nil || len(packs) == 0 {
			t.Fatal("nothing is kept", err)
		}
		return packs
	}
	keptIn(root)
	if err := os.CopyFS(filepath.Join(root, "build", press.CacheFolder), os.DirFS(filepath.Join(other, "build", press.CacheFolder))); err != nil {
		t.Fatal(err)
	}
	before := keptIn(root)
	buildIn(t, root)
	if after := keptIn(root); len(after) != len(before) {
		t.Errorf("the build that joins makes more: %q, there were %q", after, before)
	}
	alike(t, "joined", made(t, root), want)

	pages, always := 0, 0
	edition, _ := press.Read(root, "", nil)
	asked, err := (site.Project{Root: root, Made: filepath.Join(root, "build")}).Asked()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range edition.Pages {
		pages++
		if (press.Shard{Part: 1, Of: 3}).Has(p, asked) && (press.Shard{Part: 2, Of: 3}).Has(p, asked) {
			always++
		}
	}
	for part := 1; part <= 3; part++ {
		if n := total[part]; n <= always || n >= pages {
			t.Errorf("part %d has %d pages, of %d with %d that each has", part, n, pages, always)
		}
	}
}

func TestParseShard(t *testing.T) {
	if s, err := press.ParseShard("3/8"); err != nil || s != (press.Shard{Part: 3, Of: 8}) {
		t.Error(s, err)
	}
	for _, text := range []string{"", "3", "0/8", "9/8", "3/0", "-1/8", "3/8/2", "a/b", "03/8"} {
		if s, err := press.ParseShard(text); err == nil {
			t.Errorf("%q is taken for %v", text, s)
		}
	}
}

// Pages that cannot be rendered by themselves are no part.
func TestShardOfAsking(t *testing.T) {
	root := few(t)
	change(t, root, "layouts/404.html", "没有这一页", "{{ len site.RegularPages }}")
	if _, _, err := press.BuildShard(root, "", press.Shard{Part: 1, Of: 2}, func(string) {}); err == nil {
		t.Error("layouts ask for all pages, and a part of them is made")
	}
}
