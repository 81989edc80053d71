package serve

import (
	"embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// live is what pages are given while they are served, and never published with.
//
//go:embed jianzhu-live.js jianzhu-live.css
var live embed.FS

// stream tells a page, which says its address, of the scene that is shown and of each
// one after, as server-sent events:
// https://html.spec.whatwg.org/multipage/server-sent-events.html
func (s *stage) stream(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	for {
		now := s.now.Load()
		text, err := json.Marshal(now.of(strings.TrimPrefix(r.URL.Query().Get("page"), s.base)))
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", text); err != nil {
			return
		}
		if err := out.Flush(); err != nil {
			return
		}
		select {
		case <-now.later:
		case <-r.Context().Done():
			return
		}
	}
}
