package glossary

import (
	"crypto/sha256"
	"encoding/binary"
)

// Sum is a checksum of all by which terms are found in texts, and of their senses the
// ones that hold; what is said of them is not in it.
func (g *Glossary) Sum() [sha256.Size]byte {
	var all []byte
	words := func(words ...string) {
		all = binary.AppendUvarint(all, uint64(len(words)))
		for _, w := range words {
			all = append(binary.AppendUvarint(all, uint64(len(w))), w...)
		}
	}
	for _, t := range g.Terms {
		words(t.ID, t.Term)
		words(t.Aliases...)
		words(t.Patterns...)
		words(t.Deny...)
		all = binary.AppendUvarint(all, uint64(len(t.Senses)))
		for _, s := range t.Senses {
			words(s.ID)
			words(s.Reports...)
			words(s.Regions...)
			words(s.Near...)
			all = binary.AppendVarint(binary.AppendVarint(all, int64(s.Since)), int64(s.Until))
		}
		if t.Own {
			words("own")
		}
	}
	return sha256.Sum256(all)
}
