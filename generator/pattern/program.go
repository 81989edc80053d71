package pattern

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"sync"
)

// programs are what an expression is made into, once it is asked.
type programs struct {
	says   *automaton            // whether there is a match
	starts func() *automaton     // where in a text, read from its end, matches begin
	within func() *regexp.Regexp // the expression where a match begins, but at the beginning of a text
	held   bool                  // matches begin where a text begins
	ends   bool                  // or else all end where a text ends: so says tells where they begin too
}

// programsOf are those of an expression, nil where it goes by lines or words.
func programsOf(expr string) *programs {
	forward, held := compile(parsed(expr))
	backward, ends := compile(reversed(parsed(expr)))
	if forward == nil || backward == nil {
		return nil
	}
	p := &programs{held: held, ends: ends && !held}
	p.within = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("^(?:" + inside(parsed(expr)).String() + ")") })
	if p.ends {
		p.says = newAutomaton(backward, true)
		p.starts = func() *automaton { return p.says }
		return p
	}
	p.says = newAutomaton(forward, false)
	p.starts = sync.OnceValue(func() *automaton { return newAutomaton(backward, true) })
	return p
}

// parsed is the tree of an expression that is one.
func parsed(expr string) *syntax.Regexp {
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err)
	}
	return tree
}

// compile is the program of an expression, nil where it goes by lines or words, and whether
// it finds only what begins where reading begins.
func compile(tree *syntax.Regexp) (prog *syntax.Prog, held bool) {
	prog, err := syntax.Compile(tree.Simplify())
	if err != nil {
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

// reversed is an expression that finds the same in a text read from its end.
func reversed(tree *syntax.Regexp) *syntax.Regexp {
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
		reversed(sub)
	}
	return tree
}

// inside is an expression without what it finds only where a text begins.
func inside(tree *syntax.Regexp) *syntax.Regexp {
	if tree.Op == syntax.OpBeginText {
		tree.Op = syntax.OpNoMatch
	}
	for _, sub := range tree.Sub {
		inside(sub)
	}
	return tree
}
