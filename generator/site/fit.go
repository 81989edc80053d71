package site

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/gohugoio/hugo/common/hugo"
	"github.com/spf13/afero"

	"jianzhu/generator/tongue"
)

// Extended says whether this program can make styles of Sass, as some skins
// want: it is built with the tag extended.
func Extended() bool { return hugo.IsExtended }

func hugoVersion() string { return "v" + hugo.CurrentVersion.String() }

// fits looks at the finished reports: whether the skin shows their content, and
// what the overlay adds to head and foot.
func (s skin) fits(r rendering) error {
	reports, err := os.ReadDir(filepath.Join(r.Made, "content", "reports"))
	if err != nil {
		return err
	}
	for _, report := range reports {
		if !report.IsDir() {
			continue
		}
		file := filepath.Join("reports", report.Name(), "index.html")
		page, err := afero.ReadFile(r.to, filepath.Join(r.publish, file))
		if errors.Is(err, os.ErrNotExist) {
			return tongue.Errorf("%s %s: it renders no %s", skinKey, s, filepath.ToSlash(file))
		}
		if err != nil {
			return err
		}
		for _, needed := range []struct{ part, why string }{
			{`class="line"`, tongue.Text("it leaves out the content of a page, or makes its links itself")},
			{"jianzhu/term.js", tongue.Text("it includes none of the partials known for a page's head: name one as ") + skinKey + ".head"},
			{`class="jianzhu-foot"`, tongue.Text("it includes none of the partials known for a page's foot: name one as ") + skinKey + ".foot"},
		} {
			if !strings.Contains(string(page), needed.part) {
				return tongue.Errorf("%s %s: it does not fit %s: %s", skinKey, s, filepath.ToSlash(file), needed.why)
			}
		}
	}
	return nil
}
