package problem

import "net/url"

// IsWebAddress reports whether a text is the whole address of something on the web.
func IsWebAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

// WebAddressHint says how such an address is written.
const WebAddressHint = "write the whole address, with https:// or http://"
