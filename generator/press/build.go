package press

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/publish"
	"jianzhu/generator/search"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// Outcome is what a build did.
type Outcome struct {
	Anew  bool // false where the site stands as it would be made
	Pages int  // that it has
}

// Build turns content/ into Markdown in build/content/ and a site in public/.
// An error leaves the last good site.
func Build(root, baseURL string, say func(string)) (did Outcome, problems []problem.Problem, err error) {
	did.Anew = true
	if config, problems := project.Load(root); config == nil {
		return did, problems, nil
	}
	public := filepath.Join(root, "public")
	release, err := begin(root, say, public)
	if err != nil {
		return did, nil, err
	}
	defer release()
	outdated, err := project.Refresh(root, false)
	if err != nil {
		return did, nil, err
	}
	say(tongue.Text("reading content"))
	stands, err := standingOf(root)
	if err != nil {
		return did, nil, err
	}
	of, known := ingredients(root, baseURL)
	if last := pastOf(root); known && last.Of == of && stands.isWhole() {
		return Outcome{Pages: stands.pages()}, append(last.Problems, outdated...), nil
	}
	if err := forgetPast(root); err != nil {
		return did, nil, err
	}
	b, err := open(siteOf(root), "pages")
	if err != nil {
		return did, nil, err
	}
	defer func() { problems = append(problems, b.close()...) }()
	edition, problems := Read(root, baseURL, b.Kept)
	told := slices.Clone(problems)
	problems = append(problems, outdated...)
	if edition == nil {
		return did, problems, nil
	}
	next, dead, err := edition.build(b.Project, stands, baseURL, say)
	problems, told = slices.Concat(problems, dead, stands.damaged), append(told, dead...)
	if err != nil || problem.HasErrors(dead) {
		return did, problems, err
	}
	b.whole = true
	if err := next.Swap(); err != nil {
		return did, problems, err
	}
	err = stands.keep(next.Site())
	did.Pages = stands.pages()
	if err != nil || !known {
		return did, problems, err
	}
	return did, problems, notePast(root, baseURL, of, told)
}

// build writes an edition and renders the site of it, which is the next and finished.
// Where links lead nowhere nothing is rendered.
func (e *Edition) build(p site.Project, stands *standing, baseURL string, say func(string)) (next *publish.Making, dead []problem.Problem, err error) {
	public, err := filepath.Abs(filepath.Join(p.Root, "public"))
	if err != nil {
		return nil, nil, err
	}
	last, err := stands.in(public, madePublic)
	if err == nil {
		next, err = last.Make()
	}
	if err != nil {
		return nil, nil, err
	}
	p.Files = layout{next, public, stands}
	dead, err = e.write(p, stands, say)
	if damaged := (*search.Damaged)(nil); errors.As(err, &damaged) {
		stands.doubt(staticFile(damaged.File))
		dead, err = e.write(p, stands, say)
	}
	if err != nil || problem.HasErrors(dead) {
		return nil, dead, err
	}
	say(tongue.Text("rendering the site"))
	p.Static = stands.files(madeStatic)
	files, err := p.Build(publish.Next(public), baseURL)
	if err != nil {
		return nil, dead, err
	}
	return next, dead, next.Finish(files)
}

// marks are files by which the folders that the program replaces are known as
// its own.
var marks = map[string]string{"build": "hugo.yaml", "public": "index.html", "dist": "SHA256SUMS"}

// LastSite is the folder of a project's site as the last build left it; none replaces it
// until it is released.
func LastSite(root string, say func(string)) (public string, release func() error, err error) {
	release, err = lock(root, say)
	if err != nil {
		return "", nil, err
	}
	public = filepath.Join(root, "public")
	if err = publish.Repair(public); err == nil {
		if _, none := os.Stat(filepath.Join(public, marks["public"])); none != nil {
			err = tongue.Advised(tongue.Errorf("there is no site in %s", public), "build it first: jianzhu build")
		}
	}
	if err != nil {
		return "", nil, errors.Join(err, release())
	}
	return public, release, nil
}

// lock lets one run at a time work on the site of a project.
func lock(root string, say func(string)) (release func() error, err error) {
	return publish.Lock(root, "build", func() error {
		say(tongue.Text("waiting for another run in this folder to end"))
		return nil
	})
}

// begin readies a project for a run that publishes folders: no other writes
// meanwhile, what a killed one left is mended, and nothing stands in the way that
// would show only when all is done.
func begin(root string, say func(string), published ...string) (release func() error, err error) {
	release, err = lock(root, say)
	if err != nil {
		return nil, err
	}
	for _, dir := range published {
		err = errors.Join(err, publish.Made(dir, marks[filepath.Base(dir)]))
	}
	err = errors.Join(err, publish.Made(filepath.Join(root, "build"), marks["build"], CacheFolder))
	for _, dir := range published {
		if err == nil {
			err = publish.Repair(dir)
		}
		if err == nil {
			err = publish.Movable(dir)
		}
	}
	if err != nil {
		return nil, errors.Join(err, release())
	}
	return release, nil
}
