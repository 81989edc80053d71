// Package serve shows a site while it is being edited. It serves on this machine
// only, watches what the site is made from, has it made again, and has a page reload
// where the reader was when what it shows has changed.
//
// After a change there are two sites: one at once, in which what was changed is shown
// among what was there before, and the whole one, which may take longer. A site makes its
// files as they are asked for, so that little is in memory, and what is published is
// neither read nor written.
//
// What fails ends nothing: the last good site stays, and its pages show what is wrong.
package serve

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"time"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// Site is a state of a site. It answers for its files, by slash-separated path, and
// bears use by several goroutines.
type Site interface {
	// Has reports whether there is a file, without making it.
	Has(name string) bool
	// File makes a file.
	File(name string) ([]byte, error)
	// State names all that is seen where a file is shown: its text, and what that loads.
	State(name string, text []byte) string
	// Pages is how many pages there are.
	Pages() int
}

// Project makes sites of what stands in a folder. An error among the problems, or
// err, means that there is no site.
type Project interface {
	// Whole makes the whole site, as it stands at an address. It may end early, with
	// any result, when ctx ends.
	Whole(ctx context.Context, address string) (Site, []problem.Problem, error)
	// Revised makes at once a site that shows what has changed since the last whole one
	// in some files, by slash-separated path from the folder, and else is as that one. It
	// is nil where only the whole can tell. It is called while Whole works.
	Revised(files []string) (Site, []problem.Problem, error)
}

// Run serves the site of the project in the folder root until ctx ends, which
// is no error. The site stands at http://127.0.0.1:port and base, a path that
// begins and ends with a slash; port 0 is any that is free. out is told the
// address, and of each site how long it took or what was wrong; it must bear
// writes from several goroutines.
//
// Errors are of the surroundings (the port is taken, files cannot be watched),
// never of content.
func Run(ctx context.Context, root string, port uint16, base string, project Project, out io.Writer) error {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(int(port))))
	if err != nil {
		return tongue.Advised(err, "choose another port with -port, or 0 for any that is free")
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

	d := &director{stage: s, project: project, address: address, out: out, changed: map[string]bool{}, made: make(chan result, 1)}
	defer d.end()
	d.begin(ctx)
	for {
		select {
		case files := <-changed:
			d.revise(files)
			d.begin(ctx)
		case r := <-d.made:
			d.take(r)
			d.begin(ctx)
		case err := <-ended:
			return err
		case <-ctx.Done():
			return nil
		}
	}
}

// director has sites made and shows them. One whole site is made at a time.
type director struct {
	stage   *stage
	project Project
	address string
	out     io.Writer

	changed map[string]bool // files, since the last whole site began that was made
	unknown bool            // and others, of which nobody has told
	since   time.Time       // the first of these
	told    map[string]bool // lines that were printed since the last of these

	made   chan result        // what comes of the whole site that is being made
	cancel context.CancelFunc // ends that; nil where none is
	again  bool               // another is to follow it
	first  bool               // there was one
}

// result is what comes of making a site.
type result struct {
	site     Site
	problems []problem.Problem
	err      error
	stale    bool // it was ended for what changed meanwhile
}

// begin begins to make the whole site, if that is to be done and none is being made.
func (d *director) begin(ctx context.Context) {
	if d.cancel != nil || d.first && !d.again {
		return
	}
	if !d.first {
		d.since, d.told = time.Now(), map[string]bool{}
	}
	d.first, d.again = true, false
	ctx, d.cancel = context.WithCancel(ctx)
	go func() {
		var r result
		r.site, r.problems, r.err = d.project.Whole(ctx, d.address)
		r.stale = ctx.Err() != nil
		d.made <- r
	}()
}

// end waits until nothing is being made.
func (d *director) end() {
	if d.cancel != nil {
		d.cancel()
		<-d.made
	}
}

// revise shows at once what changed. Whatever is being made is so no more.
func (d *director) revise(files []string) {
	if d.cancel != nil {
		d.cancel()
	}
	if d.since.IsZero() {
		d.since = time.Now()
	}
	d.again, d.told = true, map[string]bool{}
	for _, file := range files {
		d.changed[file] = true
		d.unknown = d.unknown || file == ""
	}
	if d.unknown {
		return
	}
	began := time.Now()
	site, problems, err := d.project.Revised(slices.Sorted(maps.Keys(d.changed)))
	d.show(result{site: site, problems: problems, err: err}, func() string {
		return tongue.Sprintf("shown after %.1f s; what follows from it is being made", time.Since(began).Seconds())
	})
}

// take shows a whole site, unless another is to follow.
func (d *director) take(r result) {
	d.cancel()
	d.cancel = nil
	if r.stale || d.again {
		return
	}
	if d.show(r, func() string {
		return tongue.Sprintf("up to date after %.1f s: %d pages", time.Since(d.since).Seconds(), r.site.Pages())
	}) {
		d.changed, d.unknown, d.since = map[string]bool{}, false, time.Time{}
	}
}

// show shows a site, and what is to be said of that, or what is wrong. It reports
// whether there is a site.
func (d *director) show(r result, words func() string) bool {
	problem.Sort(r.problems)
	for _, p := range r.problems {
		d.say(p.String())
	}
	if r.err != nil {
		d.say(r.err.Error())
	}
	now := d.stage.now.Load()
	if r.err != nil || problem.HasErrors(r.problems) {
		d.say(tongue.Text("not built; mend it, and it is built again"))
		d.stage.show(&scene{Site: now.Site, Faults: faults(r.problems, r.err), site: now.site})
		return false
	}
	if r.site == nil {
		return false
	}
	fmt.Fprintln(d.out, words())
	name := strconv.FormatInt(time.Now().UnixNano(), 36) // differs from those of an earlier server
	d.stage.show(&scene{Site: name, site: r.site})
	return true
}

// say prints a line once.
func (d *director) say(line string) {
	if !d.told[line] {
		d.told[line] = true
		fmt.Fprintln(d.out, line)
	}
}

// pageOf is the file that an address of a site, from its root, shows.
func pageOf(site Site, name string) (file string, folder bool) {
	if name == "" || name[len(name)-1] == '/' {
		name += "index.html"
	}
	if site.Has(name) {
		return name, false
	}
	return "404.html", site.Has(path.Join(name, "index.html"))
}
