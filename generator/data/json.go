package data

import (
	"bytes"
	"encoding/json"
	"sync"
)

// encode returns v, a struct, as JSON with Chinese as it is. U+2028 and U+2029
// are escaped, so that the text is a JavaScript literal as well.
func encode(v any) ([]byte, error) {
	b := compacts.Get().(*bytes.Buffer)
	defer compacts.Put(b)
	b.Reset()
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return layOut(b.Bytes()), nil
}

// compacts are where JSON is compact, before it is laid out.
var compacts = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// layOut breaks compact JSON so that it compares well: each field of the outermost object
// on a line, and each object of a list in such a field.
func layOut(compact []byte) []byte {
	laid := make([]byte, 0, len(compact)+len(compact)/16)
	put, depth, rows := 0, 0, false // put is how much is laid out
	upTo := func(i int, and string) {
		laid = append(append(laid, compact[put:i]...), and...)
		put = i
	}
	for i := 0; i < len(compact); i++ {
		switch c := compact[i]; c {
		case '"':
			i = closing(compact, i)
		case '{', '[':
			depth++
			if depth == 2 && c == '[' {
				rows = compact[i+1] == '{'
			}
			if depth == 1 || depth == 2 && c == '[' && rows {
				upTo(i+1, "\n")
			}
		case '}', ']':
			depth--
			if depth == 0 || depth == 1 && c == ']' && rows {
				upTo(i, "\n")
				rows = false
			}
		case ',':
			if depth == 1 || depth == 2 && rows {
				upTo(i+1, "\n")
			}
		case ':':
			if depth == 1 {
				upTo(i+1, " ")
			}
		}
	}
	upTo(len(compact), "")
	return laid
}

// closing is where the quotation mark is that closes a string.
func closing(text []byte, open int) int {
	for at := open + 1; ; at++ {
		at += bytes.IndexByte(text[at:], '"')
		escapes := at
		for text[escapes-1] == '\\' {
			escapes--
		}
		if (at-escapes)%2 == 0 {
			return at
		}
	}
}
