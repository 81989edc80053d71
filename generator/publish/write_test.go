package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	files := map[string][]byte{"index.json": []byte("{}"), "reports/a/index.json": []byte("{\"a\":1}")}
	whole := tree{"index.json": "{}", "reports/": "", "reports/a/": "", "reports/a/index.json": "{\"a\":1}"}
	for _, test := range []struct {
		name  string
		files map[string][]byte
		found tree // before; nil is no folder
		want  tree
	}{
		{"new folder", files, nil, whole},
		{"empty folder", files, tree{}, whole},
		{"same again", files, whole, whole},
		{"changed, same size", files, tree{"index.json": "[]"}, whole},
		{"strays and empty folders", files, tree{"old.json": "", "reports/b/index.json": "", "x/y/": ""}, whole},
		{"a folder where a file belongs", files, tree{"index.json/a": ""}, whole},
		{"a file where a folder belongs", files, tree{"reports": ""}, whole},
		{"other case", files, tree{"Index.json": "{}", "REPORTS/a/index.json": ""}, whole},
		{"left by a kill", files, tree{pending: "{"}, whole},
		{"nothing", nil, whole, tree{}},
		{"empty file", map[string][]byte{"a": nil}, nil, tree{"a": ""}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "build", "static")
			lay(t, dir, test.found)
			must(t, Write(dir, test.files))
			want(t, dir, test.want)
		})
	}
}

func TestWriteLeavesUnchangedFilesAlone(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, tree{"same": "一", "other": "二"})
	then := age(t, filepath.Join(dir, "same"))
	age(t, filepath.Join(dir, "other"))
	must(t, Write(dir, map[string][]byte{"same": []byte("一"), "other": []byte("三")}))
	if now := timeOf(t, filepath.Join(dir, "same")); now != then {
		t.Errorf("an unchanged file got the time %v", now)
	}
	if now := timeOf(t, filepath.Join(dir, "other")); now == then {
		t.Error("a changed file kept its time")
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, test := range []struct {
		paths string // separated by blanks
		err   string
	}{
		{"../a", "not a plain relative path"},
		{"a/../../b", "not a plain relative path"},
		{"/a", "not a plain relative path"},
		{".", "not a plain relative path"},
		{"a//b", "not a plain relative path"},
		{"a/", "not a plain relative path"},
		{`a\b`, "not a plain relative path"},
		{"c:a", "not a plain relative path"},
		{"a\x00b", "not a plain relative path"},
		{"a\xff", "not a plain relative path"},
		{pending, "not a plain relative path"},
		{pending + "/a", "not a plain relative path"},
		{"a A", "differ in case only"},
		{"a/b A/c", "differ in case only"},
		{"a a/b", "both a file and a folder"},
	} {
		t.Run(test.paths, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "site")
			before := tree{"kept": ""}
			lay(t, dir, before)
			files := map[string][]byte{}
			for _, path := range strings.Split(test.paths, " ") {
				files[path] = nil
			}
			refused(t, Write(dir, files), test.err)
			want(t, dir, before)
		})
	}
	refused(t, Write(t.TempDir(), map[string][]byte{"": nil}), "not a plain relative path")
	for _, dir := range []string{"", ".", "..", "/", "a/..", "../.."} {
		refused(t, Write(dir, nil), "does not name a folder")
	}
}

func TestWriteFollowsNoLinks(t *testing.T) {
	top := t.TempDir()
	outside := filepath.Join(top, "outside")
	mine := tree{"a": "mine"}
	lay(t, outside, mine)
	dir := filepath.Join(top, "site")
	lay(t, dir, tree{})
	must(t, os.Symlink(outside, filepath.Join(dir, "folder")))
	must(t, os.Symlink(filepath.Join(outside, "a"), filepath.Join(dir, "file")))
	must(t, os.Symlink(outside, filepath.Join(dir, "stray")))

	must(t, Write(dir, map[string][]byte{"folder/a": []byte("new"), "file": []byte("mine")}))
	want(t, dir, tree{"folder/": "", "folder/a": "new", "file": "mine"})
	want(t, outside, mine)

	link := filepath.Join(top, "link")
	must(t, os.Symlink(outside, link))
	refused(t, Write(link, nil), "a symbolic link")
	refused(t, Write(filepath.Join(outside, "a"), nil), "a file")
	want(t, outside, mine)
}

func refused(t *testing.T, err error, because string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), because) {
		t.Errorf("got error %v, want one with %q", err, because)
	}
}

// Files that are put one by one make the same folder; each once, and all of them.
func TestFill(t *testing.T) {
	for _, test := range []struct {
		name string
		put  []string
		says string
	}{
		{"all", []string{"b/c", "a"}, ""},
		{"one is not there", []string{"a"}, "b/c is not written"},
		{"another", []string{"a", "d"}, "d is none of its files"},
		{"twice", []string{"a", "a"}, "written twice"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			lay(t, dir, tree{"stray": "x"})
			err := Fill(dir, []string{"a", "b/c"}, nil, func(to *Filling) error {
				for _, p := range test.put {
					if err := to.Put(p, []byte(p)); err != nil {
						return err
					}
				}
				return nil
			})
			if test.says != "" {
				if err == nil || !strings.Contains(err.Error(), test.says) {
					t.Errorf("%v, want %s", err, test.says)
				}
				return
			}
			must(t, err)
			want(t, dir, tree{"a": "a", "b/": "", "b/c": "b/c"})
		})
	}
}

// In an open folder stands what was put there, whatever that is; what was there before
// and is the same is not touched.
func TestFillOpenFolder(t *testing.T) {
	dir := t.TempDir()
	lay(t, dir, tree{"a": "a", "s/old/x": "x", "s/same": "same", "s/stays": "as it is", "stray": ""})
	then := age(t, filepath.Join(dir, "s", "same"))
	must(t, Fill(dir, []string{"a", "s/"}, nil, func(to *Filling) error {
		for p, text := range map[string]string{"a": "a", "s/same": "same", "s/new/y": "y"} {
			must(t, to.Put(p, []byte(text)))
		}
		must(t, to.Stay("s/stays"))
		if err := to.Stay("s/none"); err == nil {
			t.Error("a file stays that is not there")
		}
		if err := to.Put("s/new/y", nil); err == nil {
			t.Error("a file is written twice")
		}
		if err := to.Put("t/z", nil); err == nil {
			t.Error("a file is written in another folder")
		}
		return nil
	}))
	want(t, dir, tree{"a": "a", "s/": "", "s/same": "same", "s/stays": "as it is", "s/new/": "", "s/new/y": "y"})
	if now := timeOf(t, filepath.Join(dir, "s", "same")); now != then {
		t.Errorf("an unchanged file got the time %v", now)
	}
}
