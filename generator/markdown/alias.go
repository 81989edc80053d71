package markdown

import (
	"path"
	"strings"

	"jianzhu/generator/problem"
)

// aliasClashes reports former addresses that a page, or another page's former
// address, has now: a redirect would take its place. An alias stands beside the
// page's address, or with a slash counts from the site's root.
func aliasClashes(pages []Page) (problems []problem.Problem) {
	owner := map[string]string{} // path, by address
	for _, p := range pages {
		owner[pageAddress(p.Path)] = p.Path
	}
	for _, p := range pages {
		for _, alias := range p.Front.Aliases {
			address := aliasAddress(p.Path, alias)
			if other, taken := owner[address]; taken {
				problems = append(problems, problem.Errorf("content/"+p.Path, 1,
					"an alias is a former address that nothing uses now", "alias %q is already the address of %s", alias, other))
				continue
			}
			owner[address] = p.Path
		}
	}
	return problems
}

// aliasAddress is where a redirect stands, as pageAddress has it.
func aliasAddress(file, alias string) string {
	if !strings.HasPrefix(alias, "/") {
		alias = path.Join(pageAddress(file), "..", alias)
	}
	alias = strings.TrimPrefix(path.Join("/", alias), "/")
	if alias == "" || strings.HasSuffix(alias, ".html") {
		return alias
	}
	return alias + "/"
}
