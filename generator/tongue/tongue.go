// Package tongue has what the program prints in the language of who reads it:
// English, in which it stands in the source, or Chinese, from one table.
//
// A message is made by its English format, so that the source says what is printed
// and a row that is missing costs no more than its translation. What is printed for
// other programs, and what stands on pages, does not come here.
package tongue

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"strings"
)

//go:embed zh.txt
var zh string

// told are the formats in another language, by the English; nil is English.
var told map[string]string

// Use has messages told in the language of a locale, such as zh_CN.UTF-8. It is for
// the beginning of the program: messages that were made stay as they are.
func Use(locale string) {
	told = nil
	if strings.HasPrefix(strings.ToLower(locale), "zh") {
		told = Chinese()
	}
}

// Language is that in which messages are told: what was made with some in it is for
// those who read that one.
func Language() string {
	if told == nil {
		return "en"
	}
	return "zh"
}

// Locale is the locale that the environment names: its variables, by what outdoes
// what, else what the system says of itself.
func Locale(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return value
		}
	}
	return ofSystem()
}

// Chinese is the table: formats in Chinese by the English. Rows are a line of each
// with an empty one behind; \n stands for the end of a line, \t for a tab.
func Chinese() map[string]string {
	table := map[string]string{}
	plain := strings.NewReplacer(`\n`, "\n", `\t`, "\t")
	for row := range strings.SplitSeq(zh, "\n\n") {
		english, chinese, _ := strings.Cut(strings.Trim(row, "\n"), "\n")
		if english != "" && !strings.HasPrefix(english, "#: ") {
			table[plain.Replace(english)] = plain.Replace(chinese)
		}
	}
	return table
}

// Text is a text in the reader's language; ends of lines before and behind it stay.
func Text(text string) string {
	if told == nil {
		return text
	}
	bare := strings.Trim(text, "\n")
	if other, ok := told[bare]; ok && bare != "" {
		return strings.Replace(text, bare, other, 1)
	}
	return text
}

// Sprintf is fmt.Sprintf in the reader's language; so are arguments that are texts of
// the table themselves.
func Sprintf(format string, args ...any) string {
	return fmt.Sprintf(Text(format), texts(args)...)
}

// Fprintf is fmt.Fprintf in the reader's language.
func Fprintf(w io.Writer, format string, args ...any) {
	fmt.Fprintf(w, Text(format), texts(args)...)
}

// Errorf is fmt.Errorf in the reader's language.
func Errorf(format string, args ...any) error {
	return fmt.Errorf(Text(format), texts(args)...)
}

// Advised is an error with what is to be done about it, which stands in a line of its
// own and is told, as New does, when it is asked for.
func Advised(err error, advice string, args ...any) error { return &advised{err, advice, args} }

// IsAdvised reports whether an error says what is to be done about it.
func IsAdvised(err error) bool { return errors.As(err, new(*advised)) }

type advised struct {
	err    error
	advice string
	args   []any
}

func (a *advised) Error() string { return a.err.Error() + "\n\t" + Sprintf(a.advice, a.args...) }

func (a *advised) Unwrap() error { return a.err }

func texts(args []any) []any {
	if told == nil {
		return args
	}
	other := make([]any, len(args))
	for i, arg := range args {
		if text, ok := arg.(string); ok {
			arg = Text(text)
		}
		other[i] = arg
	}
	return other
}

// New is an error with a text, which is told in the reader's language when it is
// asked for: such errors are made before that is known.
func New(text string) error { return &fault{errors.New(text)} }

type fault struct{ english error }

func (f *fault) Error() string { return Text(f.english.Error()) }
