//go:build !linux

package publish

import "errors"

// syncDisk is where the system cannot be asked for a whole disk.
func syncDisk(string) error { return errors.ErrUnsupported }
