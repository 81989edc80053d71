package publish

import "os"

// Repair brings a site at dir, interrupted in Swap or before it, to one whole
// state: a site or none at dir, nothing of it in [Work]. It must come before anything
// is written to Next(dir).
//
// Swap moves the site aside only when the next one is finished, and puts the old one
// where the one after it is built only when the next stands in its place. So the three
// folders tell how far a killed run came:
//
//	site new old   killed                                  repair
//	 –    –   –    never built                             nothing
//	 x    –   –    after the first swap                    nothing
//	 –    x   –    while building the first site           nothing: it is built on
//	 x    x   –    at any other time                       nothing: it is built on
//	 –    x   x    between the renames: new is finished    put new in place, remove old
//	 x    –   x    while clearing old                      remove old
//	 x    x   x    by no kill                              remove old
//	 –    –   x    by no kill: someone removed the site    put old back, it is all there is
//
// Each repair passes through states of this table only, so it can be killed
// and repeated as well.
func Repair(dir string) error {
	p, err := at(dir)
	if err != nil {
		return err
	}
	for _, step := range p.repair() {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// repair returns the steps of the table's row.
func (p place) repair() []func() error {
	site, _ := folder(p.site)
	next, _ := folder(p.next)
	last, _ := folder(p.last)

	var steps []func() error
	switch {
	case !last:
		return nil
	case !site && next:
		steps = append(steps, func() error { return os.Rename(p.next, p.site) })
	case !site:
		return append(steps, func() error { return os.Rename(p.last, p.site) })
	}
	return append(steps, func() error { return os.RemoveAll(p.last) })
}
