package serve

import (
	"bytes"
	"fmt"
	"html"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"jianzhu/generator/publish"
	"jianzhu/generator/tongue"

	_ "embed"
)

// policy lets a page load from the site alone. A site need not be sent with
// such a policy, but its pages hold it; what breaks it is seen here first.
const policy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"

// framed is the policy of what other pages show in frames: those of this
// machine may, so that an embed can be tried where it will stand.
const framed = policy + " http://127.0.0.1:* http://localhost:*"

//go:embed notice.html
var notices string

// notice is a page in place of one that is not there; words are blocks of HTML.
func notice(title, words string) []byte {
	return []byte(strings.NewReplacer("{title}", title, "{words}", words).Replace(notices))
}

// ServeHTTP answers with a file of the site that is shown, or with what makes
// its pages live.
func (s *stage) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Security-Policy", policy)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	name, ok := strings.CutPrefix(r.URL.Path, s.base)
	if ok && strings.HasPrefix(name, "embed/") {
		w.Header().Set("Content-Security-Policy", framed)
	}
	switch {
	case !here(r.Host):
		http.Error(w, "this server answers to 127.0.0.1 and localhost only", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "there are only files to get", http.StatusMethodNotAllowed)
	case !ok && r.URL.Path+"/" != s.base && r.URL.Path != "/":
		http.Error(w, tongue.Text("the site is at ")+s.base, http.StatusNotFound)
	case !ok:
		http.Redirect(w, r, escaped(s.base), http.StatusFound)
	case name == "jianzhu-live":
		s.stream(w, r)
	default:
		if text, err := live.ReadFile(name); err == nil {
			send(w, http.StatusOK, name, text)
			return
		}
		s.page(w, r, name)
	}
}

// here reports whether a request asks for this machine by name. A page
// elsewhere could have its own name lead here and read what is not published.
func here(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return host == "127.0.0.1" || host == "localhost"
}

// page answers with the file of a name, the index of a folder, or 404.html.
func (s *stage) page(w http.ResponseWriter, r *http.Request, name string) {
	now := s.now.Load()
	if now.site == nil {
		text := notice("网站还没有建成", "<p>建成以后，本页自动更新。有错的话，错在哪里会显示在这里，也写在终端里。</p>")
		send(w, http.StatusServiceUnavailable, "notice.html", s.enliven(text, ""))
		return
	}
	file, folder := pageOf(now.site, name)
	if folder {
		to := url.URL{Path: r.URL.Path + "/", RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusFound)
		return
	}
	status := http.StatusOK
	if file == "404.html" {
		status = http.StatusNotFound
	}
	text, err := now.site.File(file)
	if err != nil {
		text = notice("这一页没有做成", "<p>改好后，本页自动更新。</p>\n<pre lang=\"en\">"+html.EscapeString(err.Error())+"</pre>")
		send(w, http.StatusInternalServerError, "notice.html", s.enliven(text, now.site.State(file, []byte(err.Error()))))
		return
	}
	if path.Ext(file) == ".html" {
		text = s.enliven(text, now.site.State(file, text))
	}
	send(w, status, file, text)
}

func send(w http.ResponseWriter, status int, name string, text []byte) {
	if kind := publish.MediaTypeOf(name, text); kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	w.WriteHeader(status)
	w.Write(text)
}

// enliven adds the script that reloads a page when its state is another.
func (s *stage) enliven(page []byte, state string) []byte {
	script := fmt.Appendf(nil, "<script src=%q data-page=%q defer></script>\n", html.EscapeString(escaped(s.base+"jianzhu-live.js")), state)
	at := bytes.Index(page, []byte("</head>"))
	if at < 0 {
		at = len(page)
	}
	return slices.Concat(page[:at], script, page[at:])
}

func escaped(path string) string { return (&url.URL{Path: path}).EscapedPath() }
