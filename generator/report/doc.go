// Package report is the document model of a report text and its reader.
//
// A report is read in one pass over its lines, see [Parse]:
//
//	lines        split at LF or CRLF, checked, kept byte for byte
//	rows         the lines that are not blank, each in the form that rules see:
//	             folded to Simplified and ASCII, without white space
//	debris       what a site put around the report is set aside, with its reason
//	kinds        title, date and salutation
//	headings     numbered lines, after the table of numbering styles
//	damage       what is cut, fused, anonymised, lost or missing; marked, never filled
//	leads        short first sentences that sibling paragraphs open with
//	items        一是…, ——…, and sub-headings inside a paragraph
//	outline      the nesting of all these
//	definitions  of the report's own 名词解释 appendix
//
// Then the editor's notes are set on the words they quote, see [Report.ReadNotes].
//
// Rules are general for Chinese government reports; an editor's decisions on
// single lines, in report.yaml, win over them at each step. Rules see a line's
// form, results are given in the source's own characters and columns.
package report
