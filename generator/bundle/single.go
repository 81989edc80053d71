package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"strings"

	tokens "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jianzhu/generator/tongue"
)

// single returns the page of a report as one file that loads nothing: styles
// and scripts stand in it, and a policy in its head allows those alone. It is
// the one place where the site's pages have inline script and style.
//
// What layouts mark with data-web (navigation, tools) is left out.
func (t *tree) single(slug string) ([]byte, error) {
	file := path.Join("reports", slug, "index.html")
	page, err := fs.ReadFile(t.Files, file)
	if err != nil {
		return nil, tongue.Errorf("the report has no page: %w", err)
	}
	s := &sheet{tree: t, file: file, page: page}
	text, err := rewrite(page, s.tag)
	if err != nil {
		return nil, err
	}
	if text, err = t.stamp(file, text); err != nil {
		return nil, err
	}
	text, head := insert(text, "</head>", s.policy()+s.head.String(), false)
	text, body := insert(text, "</body>", s.scripts.String(), true)
	if !head || !body {
		return nil, tongue.Errorf("%s: the page has no </head> or no </body>", file)
	}
	return text, nil
}

// sheet is a page on its way to one file.
type sheet struct {
	*tree
	file string
	page []byte

	head, scripts             strings.Builder // styles and scripts that do not wait; those that do; in the order of the page
	styleHashes, scriptHashes []string        // of what is in them, as the policy has them
}

// policy allows what stands in the file, and nothing from outside.
func (s *sheet) policy() string {
	allow := func(hashes []string) string {
		if len(hashes) == 0 {
			return "'none'"
		}
		return strings.Join(hashes, " ")
	}
	return fmt.Sprintf(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'">`+"\n",
		allow(s.scriptHashes), allow(s.styleHashes))
}

func hash(text []byte) string {
	sum := sha256.Sum256(text)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// tag edits a tag of the page.
func (s *sheet) tag(tag *tokens.Token) (edit, error) {
	if attribute(tag, "data-web") != nil {
		return drop, nil
	}
	if what, ok := s.machine(s.file, tag); ok {
		return what, nil
	}
	switch tag.DataAtom {
	case atom.A, atom.Area:
		return s.link(tag)
	case atom.Link:
		return s.resource(tag)
	case atom.Script:
		return s.script(tag)
	case atom.Img:
		return s.image(tag, "src")
	case atom.Form:
		if attribute(tag, "action") != nil {
			return drop, nil // it has nowhere to send to
		}
	}
	for _, a := range tag.Attr {
		if holdsAddress(tag.DataAtom, a.Key) && a.Key != "cite" && a.Key != "xlink:href" {
			return keep, tongue.Errorf("%s: <%s> loads %q, which one file cannot hold; mark it with data-web, and it is left out", s.file, tag.Data, a.Val)
		}
	}
	return keep, nil
}

// termPage finds the id of a term in the address of its page.
var termPage = regexp.MustCompile(`(?:^|/)glossary/([^/#]+)/`)

// link keeps what leads to a place of the page, leads a term to its entry in
// the page, and all else to the web; what cannot be followed becomes text.
func (s *sheet) link(tag *tokens.Token) (edit, error) {
	href := attribute(tag, "href")
	if href == nil || strings.HasPrefix(*href, "#") {
		return keep, nil
	}
	if term := termPage.FindStringSubmatch(*href); term != nil && value(tag, "class") == "term" {
		entry := "term-" + term[1]
		if hasID(s.page, entry) {
			*href = "#" + entry
			return change, nil
		}
	}
	to, err := s.aim(s.file, *href)
	switch {
	case err != nil:
		return keep, err
	case to == nil:
		return keep, nil
	case to.file == s.file && strings.HasPrefix(to.rest, "#"):
		*href = to.rest
		return change, nil
	case to.url != "":
		*href = to.url
		return change, nil
	}
	return without(tag), nil
}

// hasID reports whether an element of a page has an id, which may stand without quotes.
func hasID(page []byte, id string) bool {
	for _, as := range []string{` id=%s>`, ` id=%s `, ` id="%s"`} {
		if bytes.Contains(page, fmt.Appendf(nil, as, id)) {
			return true
		}
	}
	return false
}

// resource takes in a style sheet or an icon; other resources are left out.
func (s *sheet) resource(tag *tokens.Token) (edit, error) {
	rel := strings.ToLower(value(tag, "rel"))
	switch {
	case strings.Contains(rel, "icon"):
		return s.image(tag, "href")
	case rel != "stylesheet":
		return drop, nil
	}
	text, err := s.load(value(tag, "href"))
	if err != nil {
		return drop, err
	}
	if bytes.Contains(text, []byte("url(")) || bytes.Contains(text, []byte("@import")) || bytes.Contains(text, []byte("</style")) {
		return drop, tongue.Errorf("%s: %s names other files (url, @import) or ends its element, and cannot stand in one file", s.file, value(tag, "href"))
	}
	s.styleHashes = append(s.styleHashes, hash(text))
	media := ""
	if m := value(tag, "media"); m != "" {
		media = fmt.Sprintf(" media=\"%s\"", tokens.EscapeString(m))
	}
	fmt.Fprintf(&s.head, "<style%s>%s</style>\n", media, text)
	return drop, nil
}

// script takes in a script. A deferred one runs when the page is there, another
// before it is drawn.
func (s *sheet) script(tag *tokens.Token) (edit, error) {
	src := value(tag, "src")
	if src == "" || value(tag, "type") == "module" {
		return drop, tongue.Errorf("%s: an inline script or a module cannot stand in one file; mark it with data-web, and it is left out", s.file)
	}
	text, err := s.load(src)
	if err != nil {
		return drop, err
	}
	if lower := bytes.ToLower(text); bytes.Contains(lower, []byte("</script")) || bytes.Contains(lower, []byte("<!--")) {
		return drop, tongue.Errorf("%s: %s has </script or <!--, and cannot stand in a page", s.file, src)
	}
	s.scriptHashes = append(s.scriptHashes, hash(text))
	to := &s.head
	if attribute(tag, "defer") != nil {
		to = &s.scripts
	}
	fmt.Fprintf(to, "<script>%s</script>\n", text)
	return drop, nil
}

// imageTypes are the media types of images, by extension.
var imageTypes = map[string]string{
	".gif": "image/gif", ".ico": "image/x-icon", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
	".png": "image/png", ".svg": "image/svg+xml", ".webp": "image/webp",
}

// image takes in an image as a data: address.
func (s *sheet) image(tag *tokens.Token, key string) (edit, error) {
	address := attribute(tag, key)
	if address == nil || strings.HasPrefix(*address, "data:") {
		return keep, nil
	}
	kind := imageTypes[strings.ToLower(path.Ext(*address))]
	if kind == "" {
		return drop, tongue.Errorf("%s: image %q: not of a known type", s.file, *address)
	}
	text, err := s.load(*address)
	if err != nil {
		return drop, err
	}
	*address = "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(text)
	if set := attribute(tag, "srcset"); set != nil {
		*set = *address
	}
	return change, nil
}

// load reads a file of the site that the page loads. \r is the one character
// that HTML would change in it, and with it the hash.
func (s *sheet) load(address string) ([]byte, error) {
	to, err := s.aim(s.file, address)
	if err != nil {
		return nil, err
	}
	if to == nil || to.file == "" {
		return nil, errors.New(s.file + tongue.Text(": loads from elsewhere, which one file cannot: ") + address)
	}
	text, err := fs.ReadFile(s.Files, to.file)
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), err
}
