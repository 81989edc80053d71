package serve

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"jianzhu/generator/problem"
)

// project is a site of a few files: its build takes what is in static/ and makes a
// page of each text in content/. The texts "broken" and "fails" are errors.
type project struct {
	t    *testing.T
	root string
	said *terminal
	hold chan chan struct{} // where it is set, a build that has read sends a channel and waits for its end,
	free chan struct{}      // until this is closed

	revises bool // it can show at once what changed
}

// files are a site that is made.
type files map[string][]byte

func (f files) Has(name string) bool { return f[name] != nil }

func (f files) File(name string) ([]byte, error) {
	if string(f[name]) == "unmade" {
		return nil, errors.New("the <layout> failed")
	}
	return f[name], nil
}

func (f files) State(_ string, text []byte) string { return fmt.Sprintf("%x", sha256.Sum256(text)) }

func (f files) Pages() int { return len(f) }

func newProject(t *testing.T, files map[string]string) *project {
	p := &project{t: t, root: t.TempDir(), said: &terminal{}}
	for name, text := range files {
		p.write(name, text)
	}
	return p
}

func (p *project) write(name, text string) {
	p.t.Helper()
	file := filepath.Join(p.root, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
		p.t.Fatal(err)
	}
}

// Revised is a site that says of each page which files changed.
func (p *project) Revised(changed []string) (Site, []problem.Problem, error) {
	if !p.revises {
		return nil, nil, nil
	}
	files, problems, err := p.make("")
	for name := range files {
		files[name] = append(files[name], ", for "+strings.Join(changed, " ")...)
	}
	return files, problems, err
}

func (p *project) make(baseURL string) (files files, problems []problem.Problem, err error) {
	files = map[string][]byte{}
	err = fs.WalkDir(os.DirFS(p.root), ".", func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) || err == nil && d.IsDir() {
			return nil
		}
		text, err := os.ReadFile(filepath.Join(p.root, path))
		if name, ok := strings.CutPrefix(path, "static/"); ok {
			files[name] = text
		}
		if name, ok := strings.CutPrefix(path, "content/"); ok {
			name = strings.TrimSuffix(name, "txt") + "html"
			files[name] = []byte("<head><title>" + baseURL + "</title></head>" + string(text))
			if string(text) == "unmade" {
				files[name] = text
			}
		}
		switch string(text) {
		case "broken":
			problems = append(problems, problem.Errorf(path, 7, "mend <it>", "it is broken"))
		case "fails":
			return errors.New("the layout failed")
		}
		return err
	})
	return files, problems, err
}

func (p *project) Whole(_ context.Context, baseURL string) (Site, []problem.Problem, error) {
	files, problems, err := p.make(baseURL)
	if p.hold != nil {
		release := make(chan struct{})
		select {
		case p.hold <- release:
			<-release
		case <-p.free:
		}
	}
	return files, problems, err
}

// terminal keeps what was printed, from several goroutines.
type terminal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *terminal) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *terminal) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// patience is when a test gives up; nothing is measured by it.
const patience = 30 * time.Second

// until waits for something to be printed and returns what stands behind it.
func (o *terminal) until(t *testing.T, want string) (after string) {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if _, after, ok := strings.Cut(o.String(), want); ok {
			return after
		}
	}
	t.Fatalf("%q is never printed:\n%s", want, o)
	return ""
}

// run serves the project until the returned function is called, at the
// returned address.
func (p *project) run(base string) (address string, end func()) {
	p.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- Run(ctx, p.root, 0, base, p, p.said) }()
	end = func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				p.t.Error(err)
			}
		case <-time.After(patience):
			p.t.Error("serving does not end")
		}
	}
	address, _, _ = strings.Cut(p.said.until(p.t, "serving "), " ")
	return address, end
}

// start serves the project until the test ends.
func (p *project) start(base string) (address string) {
	p.t.Helper()
	address, end := p.run(base)
	p.t.Cleanup(end)
	return address
}

func TestAPortThatIsTaken(t *testing.T) {
	other, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	p := newProject(t, nil)
	err = Run(t.Context(), p.root, uint16(other.Addr().(*net.TCPAddr).Port), "/", p, p.said)
	if err == nil || !strings.Contains(err.Error(), "address already in use") || !strings.Contains(err.Error(), "-port") {
		t.Errorf("error %v does not say what is wrong and what to do", err)
	}
}

func TestAFolderThatIsNotThere(t *testing.T) {
	p := newProject(t, nil)
	err := Run(t.Context(), filepath.Join(p.root, "nowhere"), 0, "/", p, p.said)
	if err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("error %v does not name the folder", err)
	}
}

// When serving ends, so do the streams.
func TestEnd(t *testing.T) {
	p := newProject(t, map[string]string{"content/index.txt": "one"})
	address, end := p.run("/")
	stream := listen(t, address)
	stream.until(fine)
	end()
	for stream.lines.Scan() {
		if stream.lines.Text() != "" {
			t.Errorf("the stream goes on: %q", stream.lines.Text())
		}
	}
	if _, err := http.Get(address); err == nil {
		t.Error("it still answers")
	}
}
