package glossary

import "slices"

// trie holds spelt keys with a value each, as a double array: the child of node
// s by class c is s.base + c, if that node's parent is s. The children of the
// root are the nodes at their classes. Nodes are found by one addition and one
// comparison, and thousands of terms fit a processor's second cache.
type trie []node

type node struct {
	base   int32 // 0 where there are no children
	parent int32 // 0 in an unused node
	value  int32 // 0 where no key ends
}

const root = -1 // as a parent

// entry is a key and its value, which is not 0.
type entry struct {
	key   []class
	value int32
}

// newTrie builds a trie of entries with different keys, which it sorts. Classes
// are below size.
func newTrie(entries []entry, size int) trie {
	slices.SortFunc(entries, func(a, b entry) int { return slices.Compare(a.key, b.key) })
	b := builder{nodes: make(trie, size), size: size}
	for c := range b.nodes {
		b.nodes[c].parent = root // taken, whether a key begins so or not
	}
	b.free = size
	b.grow(2 * size)
	for first := range byClass(entries, 0) {
		b.place(int32(first[0].key[0]), first, 1)
	}
	return b.nodes
}

type builder struct {
	nodes trie
	size  int
	free  int // no unused node is below
}

// grow makes sure that n nodes can be addressed.
func (b *builder) grow(n int) {
	if n > len(b.nodes) {
		b.nodes = append(b.nodes, make(trie, n-len(b.nodes))...)
	}
}

// place gives node s what follows the first depth classes of entries.
func (b *builder) place(s int32, entries []entry, depth int) {
	if len(entries[0].key) == depth {
		b.nodes[s].value = entries[0].value
		entries = entries[1:]
	}
	if len(entries) == 0 {
		return
	}
	base := b.fit(entries, depth)
	b.nodes[s].base = base
	for group := range byClass(entries, depth) {
		b.nodes[base+int32(group[0].key[depth])].parent = s
	}
	for group := range byClass(entries, depth) {
		b.place(base+int32(group[0].key[depth]), group, depth+1)
	}
}

// fit finds a base from which all classes at depth lead to unused nodes.
func (b *builder) fit(entries []entry, depth int) int32 {
	for b.free < len(b.nodes) && b.nodes[b.free].parent != 0 {
		b.free++
	}
	lowest := int(entries[0].key[depth])
search:
	for at := b.free; ; at++ {
		base := at - lowest
		b.grow(base + b.size)
		for group := range byClass(entries, depth) {
			if b.nodes[base+int(group[0].key[depth])].parent != 0 {
				continue search
			}
		}
		return int32(base)
	}
}

// byClass yields runs of entries with the same class at depth.
func byClass(entries []entry, depth int) func(func([]entry) bool) {
	return func(yield func([]entry) bool) {
		for len(entries) > 0 {
			n := 1
			for n < len(entries) && entries[n].key[depth] == entries[0].key[depth] {
				n++
			}
			if !yield(entries[:n]) {
				return
			}
			entries = entries[n:]
		}
	}
}
