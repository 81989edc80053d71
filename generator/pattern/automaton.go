package pattern

import (
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
)

// automaton says whether an expression has a match in a text: from the state that it is in
// each character leads to one other. States are made when a text leads to them first.
type automaton struct {
	prog     *syntax.Prog
	backward bool // it reads a text from its end, where the expression is held to that and not to the beginning
	alphabet alphabet
	begin    *state
	unknown  *state // what follows is not known: there would be too many

	mu     sync.Mutex
	states map[string]*state
}

// state is where a text has led to.
type state struct {
	at      []uint32 // instructions that go on with a character, or only at the end of the text
	matched bool     // a match is behind it
	lost    bool     // and none can follow
	ends    bool     // there is a match, if the text ends here
	decided bool     // there is or is not, whatever follows
	next    []atomic.Pointer[state]
}

// mostStates bounds what an automaton takes.
const mostStates = 2000

// newAutomaton is the automaton of an expression, nil where that goes by lines or words.
func newAutomaton(expr string) *automaton {
	forward, held := compile(expr, false)
	backward, heldToEnd := compile(expr, true)
	a := &automaton{prog: forward, unknown: &state{decided: true}, states: map[string]*state{}}
	if !held && heldToEnd {
		a.prog, a.backward = backward, true
	}
	if a.prog == nil {
		return nil
	}
	a.alphabet = alphabetOf(a.prog)
	at, matched := closure(a.prog, []uint32{uint32(a.prog.Start)}, true, false)
	a.begin = a.newState(at, matched, true)
	return a
}

// compile is the program of an expression, nil where it goes by lines or words, or of what it
// finds read from the end; held tells that it finds only what begins where reading begins.
func compile(expr string, backward bool) (prog *syntax.Prog, held bool) {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil, false
	}
	if backward {
		reverse(tree)
	}
	if prog, err = syntax.Compile(tree.Simplify()); err != nil {
		return nil, false
	}
	for _, i := range prog.Inst {
		if i.Op == syntax.InstEmptyWidth && syntax.EmptyOp(i.Arg)&^(syntax.EmptyBeginText|syntax.EmptyEndText) != 0 {
			return nil, false
		}
	}
	at, matched := closure(prog, []uint32{uint32(prog.Start)}, false, false)
	return prog, len(at) == 0 && !matched
}

// reverse makes an expression one that finds the same from the end.
func reverse(tree *syntax.Regexp) {
	switch tree.Op {
	case syntax.OpLiteral:
		slices.Reverse(tree.Rune)
	case syntax.OpConcat:
		slices.Reverse(tree.Sub)
	case syntax.OpBeginText:
		tree.Op = syntax.OpEndText
	case syntax.OpEndText:
		tree.Op = syntax.OpBeginText
	}
	for _, sub := range tree.Sub {
		reverse(sub)
	}
}

// closure are the instructions at which a character or the end of the text is waited for
// on the ways from some, in order, and whether a way leads to a match; at the beginning of
// the text, or at its end.
func closure(prog *syntax.Prog, from []uint32, begins, ends bool) (at []uint32, matched bool) {
	seen := make([]bool, len(prog.Inst))
	for stack := slices.Clone(from); len(stack) > 0; {
		pc := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		switch i := &prog.Inst[pc]; i.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			stack = append(stack, i.Out, i.Arg)
		case syntax.InstCapture, syntax.InstNop:
			stack = append(stack, i.Out)
		case syntax.InstEmptyWidth:
			switch {
			case syntax.EmptyOp(i.Arg)&syntax.EmptyBeginText != 0 && !begins:
			case syntax.EmptyOp(i.Arg)&syntax.EmptyEndText != 0 && !ends:
				at = append(at, pc)
			default:
				stack = append(stack, i.Out)
			}
		case syntax.InstMatch:
			matched = true
		case syntax.InstFail:
		default:
			at = append(at, pc)
		}
	}
	slices.Sort(at)
	return at, matched
}

func (a *automaton) newState(at []uint32, matched, begins bool) *state {
	_, ends := closure(a.prog, at, begins, true)
	s := &state{at: at, matched: matched, lost: len(at) == 0, ends: matched || ends, next: make([]atomic.Pointer[state], a.alphabet.size)}
	s.decided = matched || s.lost
	return s
}

// next is the state to which a character leads.
func (a *automaton) next(from *state, r rune) *state {
	letter := a.alphabet.of(r)
	if to := from.next[letter].Load(); to != nil {
		return to
	}
	return a.grow(from, letter, r)
}

// grow finds the state to which a character leads.
func (a *automaton) grow(from *state, letter uint16, r rune) *state {
	to := []uint32{uint32(a.prog.Start)} // a match may begin anywhere
	for _, pc := range from.at {
		if i := &a.prog.Inst[pc]; i.Op != syntax.InstEmptyWidth && i.MatchRune(r) {
			to = append(to, i.Out)
		}
	}
	at, matched := closure(a.prog, to, false, false)
	key := make([]byte, 0, 2*len(at)+1)
	if matched {
		key = append(key, '!')
	}
	for _, pc := range at {
		key = append(key, byte(pc), byte(pc>>8), byte(pc>>16))
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	s := a.states[string(key)]
	switch {
	case s != nil:
	case len(a.states) == mostStates:
		return a.unknown
	default:
		s = a.newState(at, matched, false)
		a.states[string(key)] = s
	}
	from.next[letter].Store(s)
	return s
}
