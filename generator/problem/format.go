package problem

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Formats are what problems can be written as for other programs.
var Formats = []string{"json", "github", "sarif"}

// Print writes problems as lines for people to stderr, or in a format for other
// programs to stdout.
func Print(stdout, stderr io.Writer, format string, problems []Problem) error {
	switch format {
	case "json":
		encoder := json.NewEncoder(stdout)
		encoder.SetEscapeHTML(false)
		for _, p := range problems { // a line each
			if err := encoder.Encode(p.record()); err != nil {
				return err
			}
		}
		return nil
	case "github":
		for _, p := range problems {
			fmt.Fprintf(stdout, "::%s file=%s,line=%d::%s\n", p.level(), workflowValue(p.File), max(1, p.Line), workflowText(p.words()))
		}
		return nil
	case "sarif":
		encoder := json.NewEncoder(stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(sarif(problems))
	}
	for _, p := range problems {
		fmt.Fprintln(stderr, p)
	}
	return nil
}

func (p Problem) level() string {
	if p.Severity == Error {
		return "error"
	}
	return "warning"
}

// words are what is wrong and what to do.
func (p Problem) words() string {
	if p.Hint == "" {
		return p.Message
	}
	return p.Message + ": " + p.Hint
}

type record struct {
	File     string `json:"file"`
	Line     int    `json:"line"` // 0 where the fault has no line
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

func (p Problem) record() record { return record{p.File, p.Line, p.level(), p.Message, p.Hint} }

// GitHub's workflow commands take these characters for their own.
var (
	workflowText  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace
	workflowValue = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace
)

// sarif is the Static Analysis Results Interchange Format, OASIS, version 2.1.0.
func sarif(problems []Problem) any {
	type object = map[string]any
	results := []object{}
	for _, p := range problems {
		results = append(results, object{
			"ruleId": "content", "level": p.level(), "message": object{"text": p.words()},
			"locations": []object{{"physicalLocation": object{
				"artifactLocation": object{"uri": p.File}, "region": object{"startLine": max(1, p.Line)},
			}}},
		})
	}
	return object{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
		"runs": []object{{
			"tool":    object{"driver": object{"name": "jianzhu", "rules": []object{{"id": "content"}}}},
			"results": results,
		}},
	}
}
