package markdown

import (
	"maps"
	"path"
	"slices"
	"strings"

	"jianzhu/generator/page"
	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// addressClashes reports addresses that two pages have: one would take the
// other's place, and which one is chance. A former address, which redirects, is
// one too. It stands beside the page's address, or with a slash counts from the
// site's root. Addresses that differ in case only are one: they are on some disks.
func addressClashes(pages []Page) (problems []problem.Problem) {
	owner := map[string]Page{} // by address in lower case
	for _, p := range pages {
		address := strings.ToLower(page.AddressOf(p.Path))
		other, taken := owner[address]
		if !taken {
			owner[address] = p
			continue
		}
		if p.begins == 0 { // the editor's is the one to be mended
			p, other = other, p
		}
		problems = append(problems, problem.Errorf("content/"+p.Path, 1, "give the page another name",
			"/%s is already the address of %s", page.AddressOf(p.Path), other.named()))
	}
	for _, p := range pages {
		for _, alias := range p.Front.Aliases {
			address := strings.ToLower(aliasAddress(p.Path, alias))
			if other, taken := owner[address]; taken {
				problems = append(problems, problem.Errorf("content/"+p.Path, 1,
					"an alias is a former address that nothing uses now", "alias %q is already the address of %s", alias, other.Path))
				continue
			}
			owner[address] = p
		}
	}
	return problems
}

// named is the file of a page, as an editor knows it.
func (p Page) named() string {
	if p.begins > 0 {
		return "content/" + p.Path
	}
	return p.Path + tongue.Text(", which is made from the content")
}

// Clashes reports files that would take the place of a page or of one another:
// own are the project's files that are published as they are, by path from the
// site's root, with where they are in the project; made are those for machines.
func Clashes(pages []Page, own map[string]string, made []string) (problems []problem.Problem) {
	owner := map[string]string{} // by path in lower case
	for _, file := range made {
		owner[strings.ToLower(file)] = "/" + file + tongue.Text(", which is made from the content")
	}
	for _, p := range pages {
		for i, file := range published(p) {
			owner[strings.ToLower(file)] = p.named()
			if i > 0 {
				owner[strings.ToLower(file)] = tongue.Text("the former address ") + p.Front.Aliases[i-1] + tongue.Text(" of ") + p.named()
			}
		}
	}
	standing := map[string]string{}
	for _, file := range slices.Sorted(maps.Keys(own)) {
		if other := over(file, owner); other != "" {
			problems = append(problems, problem.Errorf(own[file], 0, "give one of the two another name", "it would stand in the place of %s", other))
		}
		standing[strings.ToLower(file)] = own[file]
	}
	for _, p := range pages {
		for _, file := range published(p) {
			if other := over(path.Dir(file), standing); other != "" {
				problems = append(problems, problem.Errorf("content/"+p.Path, 1, "give one of the two another name",
					"/%s cannot be its address: %s stands there", path.Dir(file), other))
			}
		}
	}
	return problems
}

// published returns the file of a page, and those of its former addresses, by
// path from the site's root.
func published(p Page) []string {
	files := []string{page.AddressOf(p.Path) + "index.html"}
	for _, alias := range p.Front.Aliases {
		file := aliasAddress(p.Path, alias)
		if !strings.HasSuffix(file, ".html") {
			file += "index.html"
		}
		files = append(files, file)
	}
	return files
}

// over is whose path a file has, or has for a folder that it is in; "" for nobody's.
func over(file string, owner map[string]string) string {
	for at := strings.ToLower(file); at != "."; at = path.Dir(at) {
		if other, taken := owner[at]; taken {
			return other
		}
	}
	return ""
}

// aliasAddress is where a redirect stands, as pageAddress has it.
func aliasAddress(file, alias string) string {
	if !strings.HasPrefix(alias, "/") {
		alias = path.Join(page.AddressOf(file), "..", alias)
	}
	alias = strings.TrimPrefix(path.Join("/", alias), "/")
	if alias == "" || strings.HasSuffix(alias, ".html") {
		return alias
	}
	return alias + "/"
}
