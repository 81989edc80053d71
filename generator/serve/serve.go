// Package serve shows a site while it is being edited. It builds, serves on
// this machine only, watches what the site is made from, builds again, and has
// the browser reload where the reader was.
//
// A build that fails ends nothing: the last good site stays, and its pages show
// what is wrong. The site that is shown stands in a temporary folder; public/ is
// neither read nor written.
package serve

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"jianzhu/generator/problem"
)

// Build makes the whole site, as it stands at the address baseURL, in dir, a
// folder that does not exist yet. It returns the number of pages. An error
// among the problems, or err, means that there is no site.
type Build func(dir, baseURL string) (pages int, problems []problem.Problem, err error)

// Run serves the site of the project in the folder root until ctx ends, which
// is no error. The site stands at http://127.0.0.1:port and base, a path that
// begins and ends with a slash; port 0 is any that is free. out is told the
// address, and of each build how long it took or what was wrong; it must bear
// writes from several goroutines.
//
// Errors are of the surroundings (the port is taken, files cannot be watched),
// never of content.
func Run(ctx context.Context, root string, port uint16, base string, build Build, out io.Writer) error {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(int(port))))
	if err != nil {
		return fmt.Errorf("%w\n\tchoose another port with -port, or 0 for any that is free", err)
	}
	defer listener.Close()
	changed, err := watch(ctx, root, out)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "jianzhu-serve-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)

	s := &stage{base: base, now: &scene{later: make(chan struct{})}}
	web := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx }, // ends the streams of events
	}
	defer web.Close()
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(listener) }()
	address := (&url.URL{Scheme: "http", Host: listener.Addr().String(), Path: base}).String()
	fmt.Fprintf(out, "serving %s until Ctrl-C\n", address)

	for n := 1; ; n++ {
		s.rebuild(filepath.Join(folder, strconv.Itoa(n)), address, build, out)
		select {
		case <-changed:
		case err := <-ended:
			return err
		case <-ctx.Done():
			return nil
		}
	}
}

// rebuild builds into dir and shows the result.
func (s *stage) rebuild(dir, address string, build Build, out io.Writer) {
	began := time.Now()
	pages, problems, err := build(dir, address)
	took := time.Since(began)

	problem.Sort(problems)
	for _, p := range problems {
		fmt.Fprintln(out, p)
	}
	if err != nil {
		fmt.Fprintln(out, err)
	}
	if err != nil || problem.HasErrors(problems) {
		fmt.Fprintln(out, "not built; mend it, and it is built again")
		os.RemoveAll(dir)
		now := s.scene()
		s.set(&scene{Site: now.Site, Faults: faults(problems, err), dir: now.dir})
		return
	}
	fmt.Fprintf(out, "built %d pages in %.1f s\n", pages, took.Seconds())
	name := strconv.FormatInt(began.UnixNano(), 36) // differs from those of an earlier server
	os.RemoveAll(s.set(&scene{Site: name, dir: dir}).dir)
}
