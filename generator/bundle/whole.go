package bundle

import (
	"errors"
	"slices"
	"strings"

	tokens "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jianzhu/generator/tongue"
)

// whole returns a page as it stands in the archive: every link to the site
// leads to a file by a relative path. What layouts mark with data-web="only"
// stays on the web.
func (t *tree) whole(file string, page []byte) ([]byte, error) {
	page, err := rewrite(page, func(tag *tokens.Token) (edit, error) {
		if value(tag, "data-web") == "only" {
			return drop, nil
		}
		if what, ok := t.machine(file, tag); ok {
			return what, nil
		}
		return t.bring(file, tag)
	})
	if err != nil {
		return nil, err
	}
	return t.stamp(file, page)
}

// machine edits what tells machines a page's public address: that stays whole,
// and goes where there is none. It reports whether the tag is of that kind.
func (t *tree) machine(file string, tag *tokens.Token) (what edit, ok bool) {
	var address *string
	switch tag.DataAtom {
	case atom.Script:
		if value(tag, "type") != "application/ld+json" {
			return keep, false
		}
		if t.Public == "" {
			return drop, true // it is made of addresses
		}
		return keep, true
	case atom.Link:
		rel := strings.ToLower(value(tag, "rel"))
		if rel != "canonical" && rel != "alternate" {
			return keep, false
		}
		address = attribute(tag, "href")
	case atom.Meta:
		address = attribute(tag, "content")
		if address == nil || !strings.HasPrefix(*address, "http://") && !strings.HasPrefix(*address, "https://") {
			return keep, false
		}
	}
	if address == nil {
		return keep, false
	}
	to, err := t.aim(file, *address)
	switch {
	case err == nil && to == nil:
		return keep, true // elsewhere
	case err != nil || to.url == "":
		return drop, true
	case *address == to.url:
		return keep, true
	}
	*address = to.url
	return change, true
}

// bring makes the addresses of a tag relative. A link to what the archive does
// not hold leads to the web, or becomes text.
func (t *tree) bring(file string, tag *tokens.Token) (edit, error) {
	if tag.DataAtom == atom.Base {
		return keep, tongue.Errorf("%s: the page has <base>, with which its links cannot be followed from disk", file)
	}
	what := keep
	var faults []error
	follow := func(address string) string {
		to, err := t.aim(file, address)
		switch {
		case err != nil:
			faults = append(faults, err)
		case to == nil || strings.HasPrefix(address, "#"):
		case to.file != "" && !onlyOnWeb(to.file):
			if way := relative(file, to.file, to.rest); way != address {
				what = max(what, change)
				return way
			}
		case to.url != "" && leads(tag):
			what = max(what, change)
			return to.url
		default:
			what = without(tag)
		}
		return address
	}
	// A browser cannot check from disk what a file loads: it would refuse it.
	if with := len(tag.Attr); tag.DataAtom == atom.Link || tag.DataAtom == atom.Script {
		tag.Attr = slices.DeleteFunc(tag.Attr, func(a tokens.Attribute) bool { return a.Key == "integrity" || a.Key == "crossorigin" })
		if len(tag.Attr) != with {
			what = change
		}
	}
	for i := range tag.Attr {
		a := &tag.Attr[i]
		switch {
		case a.Key == "srcset" || a.Key == "imagesrcset":
			a.Val = eachCandidate(a.Val, follow)
		case a.Key == "content" && tag.DataAtom == atom.Meta && strings.EqualFold(value(tag, "http-equiv"), "refresh"):
			a.Val = refresh(a.Val, follow)
		case holdsAddress(tag.DataAtom, a.Key):
			a.Val = follow(a.Val)
		}
	}
	return what, errors.Join(faults...)
}

// leads reports whether an address of a tag is one to go to, and not one to load.
func leads(tag *tokens.Token) bool {
	return tag.DataAtom == atom.A || tag.DataAtom == atom.Area || tag.DataAtom == atom.Form
}

// without is what becomes of a tag whose address leads nowhere.
func without(tag *tokens.Token) edit {
	if tag.DataAtom == atom.A {
		return unlink
	}
	return drop
}

// holdsAddress reports whether an attribute is the address of one thing (HTML
// Standard, the table of attributes: "valid URL").
func holdsAddress(element atom.Atom, key string) bool {
	switch key {
	case "href", "src", "action", "formaction", "poster", "xlink:href":
		return true
	case "cite":
		return element == atom.Blockquote || element == atom.Q || element == atom.Del || element == atom.Ins
	case "data":
		return element == atom.Object
	}
	return false
}

// eachCandidate follows the addresses of a srcset: "a.png 1x, b.png 2x".
func eachCandidate(set string, follow func(string) string) string {
	var out []string
	for candidate := range strings.SplitSeq(set, ",") {
		if fields := strings.Fields(candidate); len(fields) > 0 {
			fields[0] = follow(fields[0])
			out = append(out, strings.Join(fields, " "))
		}
	}
	return strings.Join(out, ", ")
}

// refresh follows the address of a redirect: "0; url=/new/".
func refresh(content string, follow func(string) string) string {
	at := strings.Index(strings.ToLower(content), "url=")
	if at < 0 {
		return content
	}
	at += len("url=")
	return content[:at] + follow(strings.Trim(content[at:], `'" `))
}
