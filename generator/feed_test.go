package main

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// rss is the part of RSS 2.0 that we write.
type rss struct {
	Version string `xml:"version,attr"`
	Channel struct {
		Title       string   `xml:"title"`
		Links       []string `xml:"link"` // RSS's own, then Atom's to the feed itself, which has no text
		Description string   `xml:"description"`
		Items       []struct {
			Title       string `xml:"title"`
			Link        string `xml:"link"`
			GUID        string `xml:"guid"`
			Description string `xml:"description"`
			PubDate     string `xml:"pubDate"`
		} `xml:"item"`
	} `xml:"channel"`
}

// feed parses the site's feed.
func (s *builtSite) feed(t *testing.T) (feed rss) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(s.public(), "feed.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(text, &feed); err != nil {
		t.Fatalf("feed.xml: %v", err)
	}
	return feed
}

func TestFeed(t *testing.T) {
	s := built(t, siteAtRoot)
	feed := s.feed(t)
	if feed.Version != "2.0" || feed.Channel.Title == "" || feed.Channel.Description == "" || !s.exists(feed.Channel.Links[0]) {
		t.Errorf("channel %q of version %q at %q", feed.Channel.Title, feed.Version, feed.Channel.Links)
	}
	titles := map[string]string{} // of the reports: published
	for _, r := range s.edition.Corpus.Reports {
		titles[r.Meta.Title] = r.Meta.Dates.Published
	}
	if len(feed.Channel.Items) != len(titles) {
		t.Errorf("%d items for %d reports", len(feed.Channel.Items), len(titles))
	}
	for _, item := range feed.Channel.Items {
		published, ok := titles[item.Title]
		if !ok || item.Description == "" || item.GUID != item.Link || !s.exists(item.Link) {
			t.Errorf("item %+v", item)
		}
		if published == "" {
			if item.PubDate != "" {
				t.Errorf("%s: date %q is not known", item.Title, item.PubDate)
			}
		} else if date, err := time.Parse(time.RFC1123Z, item.PubDate); err != nil || date.Format(time.DateOnly) != published {
			t.Errorf("%s: date %q, want %s (%v)", item.Title, item.PubDate, published, err)
		}
	}
	if first := feed.Channel.Items[0].Link; !strings.HasSuffix(first, "/reports/zhongshan-xiqu-145/") {
		t.Errorf("the newest is %s", first)
	}
}
