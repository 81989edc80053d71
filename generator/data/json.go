package data

import (
	"bytes"
	"encoding/json"
)

// encode returns v, a struct, as JSON with Chinese as it is. U+2028 and U+2029
// are escaped, so that the text is a JavaScript literal as well.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return layOut(b.Bytes()), nil
}

// layOut breaks compact JSON so that it compares well: each field of the outermost object
// on a line, and each object of a list in such a field.
func layOut(compact []byte) []byte {
	var b bytes.Buffer
	depth, rows, quoted := 0, false, false
	for i := 0; i < len(compact); i++ {
		c := compact[i]
		switch {
		case quoted:
			b.WriteByte(c)
			switch c {
			case '\\':
				i++
				b.WriteByte(compact[i])
			case '"':
				quoted = false
			}
			continue
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
			b.WriteByte(c)
			if depth == 2 && c == '[' {
				rows = compact[i+1] == '{'
			}
			if depth == 1 || depth == 2 && c == '[' && rows {
				b.WriteByte('\n')
			}
			continue
		case c == '}' || c == ']':
			depth--
			if depth == 0 || depth == 1 && c == ']' && rows {
				b.WriteByte('\n')
				rows = false
			}
		case c == ',' && (depth == 1 || depth == 2 && rows):
			b.WriteByte(c)
			b.WriteByte('\n')
			continue
		case c == ':' && depth == 1:
			b.WriteString(": ")
			continue
		}
		b.WriteByte(c)
	}
	return b.Bytes()
}
