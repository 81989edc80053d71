package glossary

import (
	"regexp/syntax"
	"slices"
	"strings"
)

// hint is what every phrase has that a pattern matches: it spares most of them the
// expression.
type hint struct {
	has  []rune // each of these
	ends string // one of these at its end; "": any
}

// mostEnds is how many characters a phrase may end in for them to be worth a look.
const mostEnds = 256

func hintOf(expression string) hint {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return hint{}
	}
	h := hint{has: required(tree)}
	if ends, any, mayBeEmpty := endsOf(tree); !any && !mayBeEmpty && len(ends) <= mostEnds {
		h.ends = string(ends)
	}
	return h
}

// admits reports whether a phrase, which is not empty, has what the hint says.
func (h hint) admits(phrase string, last rune) bool {
	if h.ends != "" && !strings.ContainsRune(h.ends, last) {
		return false
	}
	for _, r := range h.has {
		if !strings.ContainsRune(phrase, r) {
			return false
		}
	}
	return true
}

// required are characters that stand in whatever an expression matches.
func required(re *syntax.Regexp) []rune {
	switch re.Op {
	case syntax.OpLiteral:
		return re.Rune
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpConcat:
		var all []rune
		for _, sub := range re.Sub {
			all = append(all, required(sub)...)
		}
		return all
	case syntax.OpAlternate:
		all := slices.Clone(required(re.Sub[0]))
		for _, sub := range re.Sub[1:] {
			other := required(sub)
			all = slices.DeleteFunc(all, func(r rune) bool { return !slices.Contains(other, r) })
		}
		return all
	}
	return nil
}

// endsOf are the characters that what an expression matches can end in, or whether
// it can be any; and whether it may match nothing.
func endsOf(re *syntax.Regexp) (ends []rune, any, mayBeEmpty bool) {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpBeginText, syntax.OpEndText, syntax.OpBeginLine, syntax.OpEndLine:
		return nil, false, true
	case syntax.OpLiteral:
		return re.Rune[len(re.Rune)-1:], false, false
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			if re.Rune[i+1]-re.Rune[i] > mostEnds {
				return nil, true, false
			}
			for r := re.Rune[i]; r <= re.Rune[i+1]; r++ {
				ends = append(ends, r)
			}
		}
		return ends, false, false
	case syntax.OpCapture, syntax.OpPlus:
		return endsOf(re.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		ends, any, _ = endsOf(re.Sub[0])
		return ends, any, true
	case syntax.OpRepeat:
		ends, any, mayBeEmpty = endsOf(re.Sub[0])
		return ends, any, mayBeEmpty || re.Min == 0
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			more, anyOf, empty := endsOf(sub)
			ends, any, mayBeEmpty = append(ends, more...), any || anyOf, mayBeEmpty || empty
		}
		return ends, any, mayBeEmpty
	case syntax.OpConcat:
		for _, sub := range slices.Backward(re.Sub) {
			more, anyOf, empty := endsOf(sub)
			if ends, any = append(ends, more...), any || anyOf; !empty {
				return ends, any, false
			}
		}
		return ends, any, true
	}
	return nil, true, true
}
