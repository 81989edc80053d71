// Package upload brings a finished site to where it is served: a folder, or a bucket
// of object storage. Of the files there it writes only those that changed, and
// removes only what it put there itself, which it knows by a list that it keeps
// beside them.
//
// A reader never meets a page that names what is not there yet, and a run that is
// ended anywhere leaves a place that the next one brings to its end: what is new
// comes before what changed, pages last of each, and removals last of all. The list
// is written before anything that it will name, and again at the end.
package upload

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync/atomic"

	"gocloud.dev/blob"
	"golang.org/x/sync/errgroup"

	"jianzhu/generator/publish"
	"jianzhu/generator/tongue"
)

// Site is what is brought, and how.
type Site struct {
	Files   fs.FS        // the finished site
	Dry     bool         // change nothing
	Replace bool         // write over files that no earlier run put there
	Say     func(string) // what is being done
	Tell    func(Change) // each change, before it is made
}

// Change is one file that is written or removed.
type Change struct {
	Do   Deed
	Path string
}

// Deed is what is done to a file; its order is that of the work.
type Deed string

const (
	New    Deed = "new"
	Update Deed = "changed"
	Remove Deed = "removed"
)

// Outcome counts what was done, or would be.
type Outcome struct {
	New, Changed, Removed, Same int
	Others                      int // files there that are none of ours
}

// atOnce is how many files are under way together. Each is read as it is sent, so
// that the memory taken does not grow with the files.
const atOnce = 16

// Run brings the site to a place.
func (s Site) Run(ctx context.Context, to *Place) (Outcome, error) {
	s.Say(tongue.Text("reading the site"))
	files, err := s.sums()
	if err != nil {
		return Outcome{}, err
	}
	s.Say(tongue.Text("asking what is there"))
	there, err := to.list(ctx)
	if err != nil {
		return Outcome{}, to.explained(err)
	}
	known, written, err := to.known(ctx)
	if err != nil {
		return Outcome{}, to.explained(err)
	}
	delete(there, listName)
	p, err := s.plan(ctx, to, files, there, known)
	if err != nil {
		return p.outcome, to.explained(err)
	}
	for _, c := range p.changes {
		s.Tell(c)
	}
	if s.Dry {
		return p.outcome, nil
	}
	return p.outcome, to.explained(s.carryOut(ctx, to, p, written))
}

// plan is what has to be done at a place.
type plan struct {
	changes []Change
	during  list // the list while it is done: all that is ours before or after
	after   list
	outcome Outcome
}

// plan compares the site with what is there.
func (s Site) plan(ctx context.Context, to *Place, files, there map[string]file, known list) (plan, error) {
	p := plan{during: list{}, after: list{}}
	var taken []string
	for name, f := range files {
		old, exists := there[name]
		wasOurs, ours := known[name]
		same := false
		if exists {
			sum, err := to.sum(ctx, name, old, wasOurs)
			if err != nil {
				return p, err
			}
			same = old.size == f.size && sum == f.sum
		}
		switch {
		case same && (ours || !s.Replace):
			p.outcome.Same++
			if ours { // else it is right, and stays whose it is
				p.during[name], p.after[name] = f.sum, f.sum
			}
			continue
		case !exists:
			p.changes = append(p.changes, Change{New, name})
			p.outcome.New++
		case ours || s.Replace:
			p.changes = append(p.changes, Change{Update, name})
			p.outcome.Changed++
		default:
			taken = append(taken, name)
		}
		p.during[name], p.after[name] = unknown, f.sum
	}
	for name := range there {
		_, wanted := files[name]
		if _, ours := known[name]; ours && !wanted {
			p.changes = append(p.changes, Change{Remove, name})
			p.outcome.Removed++
			p.during[name] = known[name]
		} else if !wanted {
			p.outcome.Others++
		}
	}
	slices.SortFunc(p.changes, inOrder)
	if len(taken) > 0 {
		return p, takenError(to, taken)
	}
	return p, nil
}

func takenError(to *Place, taken []string) error {
	slices.Sort(taken)
	shown := taken[:min(len(taken), 5)]
	err := tongue.Errorf("%s has other files where the site has its own, and nothing was changed: %s (%d in all)", to.Name, strings.Join(shown, ", "), len(taken))
	return tongue.Advised(err, "name a folder below it that is free; or, if these may be written over, say -replace")
}

// wave is when a change is made, against others: see the package's comment. Feeds
// and lists of addresses name pages, and so come with what changed.
func (c Change) wave() int {
	switch page := path.Ext(c.Path) == ".html"; {
	case c.Do == New && !page:
		return 0
	case c.Do == New:
		return 1
	case c.Do == Update && !page:
		return 2
	case c.Do == Update:
		return 3
	}
	return 4
}

func inOrder(a, b Change) int {
	if a.wave() != b.wave() {
		return a.wave() - b.wave()
	}
	return strings.Compare(a.Path, b.Path)
}

// errMeanwhile is told where two runs bring sites to one place.
var errMeanwhile = tongue.Advised(tongue.New("another run published there meanwhile, and nothing was removed"), "run it again when that has ended")

// carryOut makes the changes, wave by wave: one ends before the next begins.
func (s Site) carryOut(ctx context.Context, to *Place, p plan, written []byte) error {
	if len(p.changes) > 0 {
		written = p.during.text()
		if err := to.write(ctx, written); err != nil {
			return err
		}
	}
	var done atomic.Int64
	for from := 0; from < len(p.changes); {
		wave := p.changes[from].wave()
		if wave == (Change{Do: Remove}).wave() {
			if _, now, err := to.known(ctx); err != nil || string(now) != string(written) {
				return errors.Join(err, errMeanwhile)
			}
		}
		work, waveContext := errgroup.WithContext(ctx)
		work.SetLimit(atOnce)
		for ; from < len(p.changes) && p.changes[from].wave() == wave && waveContext.Err() == nil; from++ {
			c := p.changes[from]
			work.Go(func() error {
				s.Say(tongue.Sprintf("%d of %d: %s", done.Add(1), len(p.changes), c.Path))
				return s.make(waveContext, to, c)
			})
		}
		if err := cmp.Or(work.Wait(), ctx.Err()); err != nil {
			return err
		}
	}
	if last := p.after.text(); string(last) != string(written) {
		return to.write(ctx, last)
	}
	return nil
}

// make makes one change.
func (s Site) make(ctx context.Context, to *Place, c Change) error {
	if c.Do == Remove {
		return to.remove(ctx, c.Path)
	}
	media, err := s.mediaType(c.Path)
	if err != nil {
		return err
	}
	f, err := s.Files.Open(c.Path)
	if err != nil {
		return err
	}
	defer f.Close()
	err = to.bucket.Upload(ctx, c.Path, f, &blob.WriterOptions{
		ContentType:    media,
		CacheControl:   publish.CacheControl(c.Path),
		MaxConcurrency: 2, // of the parts of a large file
	})
	if err != nil {
		return fmt.Errorf("%s: %w", c.Path, err)
	}
	return nil
}

// mediaType looks into a text, of which its name does not tell all.
func (s Site) mediaType(name string) (string, error) {
	if path.Ext(name) != ".txt" {
		media := publish.MediaType(name)
		if media == "" {
			media = "application/octet-stream"
		}
		return media, nil
	}
	content, err := fs.ReadFile(s.Files, name)
	return publish.MediaTypeOf(name, content), err
}
