// Package serve shows a site while it is being edited. It builds, serves on
// this machine only, watches what the site is made from, builds again, and has
// the browser reload where the reader was.
//
// A build that fails ends nothing: the last good site stays, and its pages show
// what is wrong. The site that is shown is kept in memory, so that what is
// published is neither read nor written.
package serve

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"time"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// Build makes the whole site, as it stands at the address baseURL, and returns
// its files by slash-separated path. An error among the problems, or err, means
// that there is no site.
type Build func(baseURL string) (files map[string][]byte, problems []problem.Problem, err error)

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
		return tongue.Errorf("%w\n\tchoose another port with -port, or 0 for any that is free", err)
	}
	defer listener.Close()
	changed, err := watch(ctx, root, out)
	if err != nil {
		return err
	}

	s := newStage(base)
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	defer web.Close() // and with it the streams, which do not end by themselves
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(listener) }()
	address := (&url.URL{Scheme: "http", Host: listener.Addr().String(), Path: base}).String()
	tongue.Fprintf(out, "serving %s until Ctrl-C\n", address)

	for {
		s.rebuild(address, build, out)
		select {
		case <-changed:
		case err := <-ended:
			return err
		case <-ctx.Done():
			return nil
		}
	}
}

// rebuild builds and shows the result.
func (s *stage) rebuild(address string, build Build, out io.Writer) {
	began := time.Now()
	files, problems, err := build(address)
	took := time.Since(began)

	problem.Sort(problems)
	for _, p := range problems {
		fmt.Fprintln(out, p)
	}
	if err != nil {
		fmt.Fprintln(out, err)
	}
	if err != nil || problem.HasErrors(problems) {
		fmt.Fprintln(out, tongue.Text("not built; mend it, and it is built again"))
		now := s.now.Load()
		s.show(&scene{Site: now.Site, Faults: faults(problems, err), files: now.files})
		return
	}
	pages := 0
	for name := range files {
		if path.Ext(name) == ".html" {
			pages++
		}
	}
	tongue.Fprintf(out, "built %d pages in %.1f s\n", pages, took.Seconds())
	name := strconv.FormatInt(began.UnixNano(), 36) // differs from those of an earlier server
	s.show(&scene{Site: name, files: files})
}
