package project

import (
	"net/netip"
	"net/url"
	"path"
	"slices"
	"strings"

	"jianzhu/generator/problem"
)

// Citable is the address under which pages can be cited, with a slash at its
// end: a baseURL where others find the site, else "/". The names that RFC 2606
// and RFC 6761 reserve, and a machine's own, lead nowhere.
func Citable(baseURL string) string {
	u, err := url.Parse(baseURL)
	if err != nil || !problem.IsWebAddress(baseURL) {
		return "/"
	}
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil && (ip.IsLoopback() || ip.IsUnspecified()) {
		return "/"
	}
	labels := strings.Split(strings.TrimSuffix(strings.ToLower(u.Hostname()), "."), ".")
	last := labels[len(labels)-1]
	if slices.Contains([]string{"example", "invalid", "localhost", "test"}, last) ||
		len(labels) > 1 && labels[len(labels)-2] == "example" && slices.Contains([]string{"com", "net", "org"}, last) {
		return "/"
	}
	return strings.TrimSuffix(u.JoinPath("/").String(), "/") + "/"
}

// Path is the path of the site's root in its addresses, with a slash at both ends.
func (c *Config) Path() string {
	u, err := url.Parse(c.BaseURL)
	if err != nil {
		return "/" // Hugo says what is wrong with it
	}
	return strings.TrimSuffix(path.Join("/", u.Path), "/") + "/"
}
