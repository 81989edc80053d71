package pattern

import (
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
)

// automaton says whether an expression has a match in a text: from the state that it is in
// each character leads to one other. States are made when a text leads to them first, and
// let go when they are many.
type automaton struct {
	prog     *syntax.Prog
	backward bool // it reads a text from its end
	alphabet alphabet
	begin    atomic.Pointer[state]

	mu     sync.Mutex
	states map[string]*state // those that can be reached from begin, but for that itself
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
const mostStates = 1000

// newAutomaton is the automaton of a program.
func newAutomaton(prog *syntax.Prog, backward bool) *automaton {
	a := &automaton{prog: prog, backward: backward, alphabet: alphabetOf(prog)}
	a.renew()
	return a
}

// renew lets all states go: whoever is at one goes on from there.
func (a *automaton) renew() {
	at, matched := closure(a.prog, []uint32{uint32(a.prog.Start)}, true, false)
	a.states = map[string]*state{}
	a.begin.Store(a.newState(at, matched, true))
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
	s := &state{at: at, matched: matched, lost: len(at) == 0 && !matched, ends: matched || ends, next: make([]atomic.Pointer[state], a.alphabet.size)}
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
	if s == nil {
		if len(a.states) == mostStates {
			a.renew()
		}
		s = a.newState(at, matched, false)
		a.states[string(key)] = s
	}
	from.next[letter].Store(s)
	return s
}
