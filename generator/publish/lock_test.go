package publish

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// TestMain lets the test be another process that takes the lock of a project and
// does not end.
func TestMain(m *testing.M) {
	if root := os.Getenv("PUBLISH_TEST_HOLDS"); root != "" {
		release, err := Lock(root, "build", func() error { return errors.New("taken") })
		if err != nil {
			panic(err)
		}
		os.Stdout.WriteString("held\n")
		io.Copy(io.Discard, os.Stdin) // until it is killed
		release()
	}
	os.Exit(m.Run())
}

func TestLock(t *testing.T) {
	root := t.TempDir()
	taken := errors.New("taken")
	refuse := func() error { return taken }

	release, err := Lock(root, "build", refuse)
	must(t, err)
	if _, err := Lock(root, "build", refuse); err != taken {
		t.Errorf("a lock that is held: %v", err)
	}
	other, err := Lock(root, "serve", refuse)
	must(t, err)
	must(t, other())

	told, waited := make(chan bool), make(chan error)
	go func() {
		again, err := Lock(root, "build", func() error { close(told); return nil })
		if err == nil {
			err = again()
		}
		waited <- err
	}()
	<-told
	must(t, release())
	must(t, <-waited)
}

// A process that is killed holds nothing.
func TestLockIsFreedByAKill(t *testing.T) {
	root := t.TempDir()
	program, err := os.Executable()
	must(t, err)
	holder := exec.Command(program)
	holder.Env = append(os.Environ(), "PUBLISH_TEST_HOLDS="+root)
	out, err := holder.StdoutPipe()
	must(t, err)
	in, err := holder.StdinPipe()
	must(t, err)
	defer in.Close()
	must(t, holder.Start())
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
		t.Fatalf("%q, %v", line, err)
	}
	taken := errors.New("taken")
	if _, err := Lock(root, "build", func() error { return taken }); err != taken {
		t.Errorf("while another process holds it: %v", err)
	}
	must(t, holder.Process.Kill())
	holder.Wait()
	release, err := Lock(root, "build", func() error { return taken })
	must(t, err)
	must(t, release())
}

// What is the user's is not replaced.
func TestMade(t *testing.T) {
	root := t.TempDir()
	lay(t, root, tree{"none/": "", "ours/hugo.yaml": "", "ours/x": "", "theirs/content/a.md": "", "file": "", "kept/cache/a": ""})
	must(t, os.Symlink("ours", filepath.Join(root, "link")))
	for name, err := range map[string]string{
		"missing": "", "none": "", "ours": "", "kept": "",
		"theirs": "would be removed", "file": "not a folder (a file)", "link": "not a folder (a symbolic link)",
	} {
		if got := Made(filepath.Join(root, name), "hugo.yaml", "cache"); err != "" {
			refused(t, got, err)
		} else if got != nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// The names beside a site are the user's.
func TestSwapLeavesWhatIsBesideIt(t *testing.T) {
	p := stage(t, first, second, half)
	beside := tree{"keep.txt": "副本"}
	lay(t, p.site+".old", beside)
	lay(t, p.site+".new", beside)
	must(t, Repair(p.site))
	making := write(t, p, second)
	must(t, making.Finish(4))
	must(t, making.Swap())
	want(t, p.site+".old", beside)
	want(t, p.site+".new", beside)
	want(t, p.site, second)
}

func TestFinishWantsAllFiles(t *testing.T) {
	p := stage(t, first, nil, nil)
	refused(t, write(t, p, second).Finish(5), "has 4 files, and 5 were made")
	want(t, p.site, first)
}

// TestMovableNeedsLeave wants a site that may not be moved to be told of before the next
// is made.
func TestMovableNeedsLeave(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("the superuser may move any folder")
	}
	p := stage(t, first, nil, nil)
	must(t, os.Chmod(p.site, 0o555))
	defer os.Chmod(p.site, 0o755)
	refused(t, Movable(p.site), p.site+": permission denied")
	want(t, p.site, first)
}

func TestMovable(t *testing.T) {
	p := stage(t, first, nil, nil)
	must(t, Movable(p.site))
	want(t, p.site, first)

	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("only root can mount a folder")
	}
	if err := exec.Command("mount", "-t", "tmpfs", "tmpfs", p.site).Run(); err != nil {
		t.Skipf("no folder can be mounted here: %v", err)
	}
	defer exec.Command("umount", p.site).Run()
	refused(t, Movable(p.site), "it is a mount point")
	refused(t, Movable(p.site), "it is a mount point")
	if entries, _ := os.ReadDir(filepath.Join(filepath.Dir(p.next))); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}
