package page

import "encoding/binary"

// Seen are the ids of a page's HTML, and the first of the links to each address.
type Seen struct {
	IDs   []string
	Links []Seeing
}

// Seeing is a link, or a picture, and the number of the note in which it stands.
type Seeing struct {
	To   string
	Note int
}

// Encode writes it down for [DecodeSeen].
func (s Seen) Encode() []byte {
	size := 2 * binary.MaxVarintLen32
	for _, id := range s.IDs {
		size += binary.MaxVarintLen16 + len(id)
	}
	for _, l := range s.Links {
		size += 2*binary.MaxVarintLen16 + len(l.To)
	}
	out := make([]byte, 0, size)
	text := func(s string) {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	out = binary.AppendUvarint(out, uint64(len(s.IDs)))
	for _, id := range s.IDs {
		text(id)
	}
	out = binary.AppendUvarint(out, uint64(len(s.Links)))
	for _, l := range s.Links {
		text(l.To)
		out = binary.AppendUvarint(out, uint64(l.Note))
	}
	return out
}

// DecodeSeen reads what Encode wrote; false for anything else.
func DecodeSeen(from []byte) (s Seen, ok bool) {
	whole, at, ok := string(from), 0, true
	number := func() int {
		n, length := binary.Uvarint(from[at:])
		if ok = ok && length > 0; ok {
			at += length
		}
		return int(n)
	}
	size := func() int { // of something that takes a byte at least
		n := number()
		if ok = ok && 0 <= n && n <= len(from)-at; !ok {
			return 0
		}
		return n
	}
	text := func() string {
		n := size()
		at += n
		return whole[at-n : at]
	}
	s.IDs = make([]string, size())
	for i := range s.IDs {
		s.IDs[i] = text()
	}
	s.Links = make([]Seeing, size())
	for i := range s.Links {
		s.Links[i] = Seeing{To: text(), Note: number()}
	}
	return s, ok && at == len(from)
}
