// Jianzhu turns report texts into cross-linked Markdown with glossary terms,
// and renders it as a static site.
//
// # Laws
//
// In this order; each is held by a test.
//
//  1. Nothing of the source is lost or invented. Every source line is on its
//     page, or stands in the page's collation list with number and reason.
//     Gaps in a damaged source are marked, never filled. (Lines withheld for
//     personal data are listed without their text.)
//  2. Markdown is the complete product; HTML is a view of it. What a page says
//     is in build/content/, in plain CommonMark.
//  3. Pages work without script and without a server.
//  4. Every claim leads back to a line: a term, a theme, an excerpt links to
//     the paragraph, and the paragraph knows its source line.
//
// # Flow
//
//	content/reports/*/ ─ report.Read ────┐
//	content/glossary*     ─ glossary.Load┼▶ annotate.Reports ─▶ Site.Write ────▶ pages ─┬─ Forms.File ▶ build/content/**.md   the product
//	content/themes.yaml ─ theme.Load ────┘        │                  (trees)   └─ Forms.HTML ▶ site.Pages           the same pages as HTML
//	                                              ├▶ compare.New ─▶ (pages, and files for the browser)
//	                                              ├▶ data.Write ────────────────▶ build/static/**       JSON, CSV, schemas, original texts
//	                                              └▶ search.Write ──────────────▶ build/static/search/  the search index
//	site.Pages + build/static + layouts + static + site.yaml ─ site.Build ─▶ .jianzhu/public.new ─ Making.Swap ─▶ public/
//	                                                                         └▶ bundle.Write ─▶ .jianzhu/dist.new ─ Making.Swap ─▶ dist/
//
// One direction. Each stage takes values and returns values; only publish, upload, site
// and cache write, and no stage reads another's files but Hugo, which reads
// build/static. press/edition.go and press/build.go are this picture as code: read them
// first.
//
// # What is what
//
// [report.Report] is plain data. All its positions are in the source: a line
// counts from 1, a column counts code points from the start of the line as it
// was received. What is read as one is a [report.Paragraph]: a line, several that a
// sentence runs through, or a part of a line; it knows the place in the source of
// each of its code points. So the reader, the matcher, the writer and the data agree
// without translating; what a reader sees differs from the source in ways that
// [report.Display] alone decides, code point by code point.
//
// report reads. Its rules come from how such texts are written: numbering
// styles, the first sentence that serves as a heading, lines that a web page
// left behind. What is special to one line is an editor's decision in
// report.yaml, and wins. notes.yaml puts notes on quoted words; a quote that does
// not stand in one place is an error, so a note is never on the wrong words.
//
// intake stands before all of this: it takes a file of another format in as lines and
// proposes its report.yaml, each value with the place that it was read from; what a
// page or a printed sheet leaves around a text it leaves to report. division knows the
// places that reports are of, by code, name and year. Both are asked by add alone.
//
// script folds one code point to one or to nothing, so that offsets hold:
// Traditional to Simplified, variant forms, radicals, accents, width and case to
// one each, for terms, search and rules; the fold is an index and is never shown. Only
// names in lists are simplified where no report has them so, beside the form it has.
// Quotations go by its narrower half, which keeps script and case.
//
// lexicon finds the words of a list in a text, one step for each character: the words of
// names, of sentences that promise, of themes. A rule that a few words decide is asked
// there, or looks at a character.
//
// pattern has the regular expressions of all other rules. Nearly all of what they are asked
// has no match, and it says so with a step for each character; a test holds it to package
// regexp.
//
// word knows ordinary words with their counts and readings, so that a form that
// stands only across them (河长 in 黄河长江) is no term, and a name neither begins nor ends
// within one.
//
// A table of the text is rows of cells, by whatever parts them: tabs, columns of
// spaces, the bars of Markdown, a line for each cell (report/grid.go, stack.go).
// Rows that do not tell which column lacks a cell stay lines. In the Markdown each
// line ends with its address in its last cell; the page puts that behind the cells,
// and the caption into the table.
//
// What a report explains itself is found by the lines more than by their heading
// (report/explained.go): numbers that follow each other, a word and what parts it
// from its meaning; by marks that lead to notes; in brackets behind a slogan, where
// they hold as many parts as it counts; in the sentence that uses it
// (report/sentence.go). For each definition that no entry explains
// glossary.WithOwn makes a term, so that links, cards, uses, pages and data have one
// way for both. In reports that do not explain such a term it is found where it can
// hardly be ordinary words, and a slogan that counts only where a report of the same
// place, or of one above it, explains it (annotate/own.go); the page quotes the report
// nearest by place and year that does.
//
// There are two glossaries, the site's own and the national one, which content/
// has for every site and the program carries along (content/content.go). They are
// joined when loaded, the own one first; when the corpus is annotated, national terms
// that it does not need are left out (glossary/national.go), so that pages, search and
// data have one way for all.
//
// glossary finds terms: the longest form from the leftmost place, with white
// space transparent, Latin forms as whole words, contexts denied.
//
// theme tells what a section is about and by which words it knows.
//
// indicator finds results and targets: a number with its unit, its time from the sentence or
// the headings above. It has a name where the text says one itself, right at the number; put
// together, lent or cut, names are often false or half, so there the indicator has the words of
// the report instead, and nothing goes by its name: no page, comparison, id or link. What reports
// call by different names is one by a table of official statistics, not by likeness.
//
// annotate puts these together and turns the result round: for each term
// and theme, where it is; for each document named in 《》, region and year, which
// reports; for each section, which ones of other reports share its terms and
// themes; for what a report announces, which later one of its place has the same
// names (promise.go; names are runs of characters that end in a word for things
// and are more than common words, and that no other place's reports have; terms; what
// became of it is in became.go). The
// data knows every occurrence; the page links the first in each numbered section.
//
// compare sets two reports side by side, for pages of neighbours in time and place and,
// from small files and the search index, in the browser: static/js/compare.js is its
// other half, by the same rules, and a test holds both to one another. What it keeps of
// a report is small; a page's rows are made when it is printed. Targets are set beside
// each other that are for one thing by what is done, to what and when (compare/aim.go),
// though reports name it otherwise. Such a page is a view of
// the reports' own, as are that of one indicator and the uses on that of a term, so
// its Markdown is in build/content and not published. Quoted are the clauses that have
// what is only in one (annotate/clause.go).
//
// page is a page as a tree of nodes, each with its Markdown and its HTML side by
// side. markdown makes the trees of the corpus; kind.go is the table of the types of
// pages. Nothing that we wrote is parsed to find out what it is: goldmark renders
// what editors write, in our process, and tests hold the two forms of all pages
// equal with it. Hugo takes the HTML with the same front matter, in TOML, which it reads sooner. So annotation
// costs little (Hugo would spend half its time in link hooks), and the Markdown
// stays free of attributes and shortcodes. In a report's text a link to a fragment
// is always ours and a link to a file is always source text: without the fragment
// links the text is the source's. That is how package law checks the first law, on both
// forms, which sees only files and the contract. A page of an
// editor may show a sample report, made from its code blocks by all of this and known to
// nothing else.
//
// contract.txt has the classes, attributes, ids and words by which layouts, styles,
// scripts, skins, the law and tests go. What layouts are to know of the types of
// pages and reports, of the menu and of the parts of a report's apparatus is written
// for them to build/data/kinds.yaml, from kind.go, apparatus.go and report/type.go.
//
// plot draws figures as SVG from plain values: percentages along, em down, and
// classes for colour, so that they fit any page, scheme and policy. What a
// figure shows stands in a table of the Markdown.
//
// A note stands in the Markdown once, in 编者注, and a mark after the words. HTML has
// it after its paragraph, where style sheets can put it in the margin without
// script, and shows the same nodes again in the list, hidden until it is printed.
//
// data writes what other programs read; its schemas are published with it. The archive of
// its tables is deflated in parts, which are one stream: of a run of rows that is as it was
// the part is kept, and no row is made (data/runs.go, packing.go).
//
// search writes an index that a browser reads in small parts, as scripts, from
// the web as from disk; static/js/search-index.js is its other half, and tests
// hold both to a plain scan of the texts. A file is named by what is in it, and what an edit
// does not change stays in the same file: the next index is made of the one that stands,
// and of its lists those alone are made that an edit makes others (search/revise.go).
//
// schema says of the files that editors write what may stand in them, as JSON
// Schemas: keys and kinds of values from the structs that the files are read into,
// words from words.yaml. They are published, and put into new projects, whose files
// name them for editors' programs.
//
// What is a site's own in our layouts (name, seal, colour) is in site.yaml;
// site/look.go makes files of it that stand in place of the default ones. A sample on
// an editor's page may bring entries and themes of its own, so that the guide is whole
// in every project.
//
// site is the only package that knows Hugo. With a skin, a theme to Hugo, which has
// places of its own, Hugo reads build/content: site/overlay has link and heading
// hooks that make the same ids and links as markdown does, and two partials that
// stand where skins include something of the site's. build/ with the overlay is
// a Hugo module, and our own build imports it as other people's sites do; to
// Hugo the project is then an empty folder, so that the root's go.mod is out of
// its sight. Hugo is shown our pages without their content, a mark in its place, and
// the content is put in as a page is written (site/body.go): it would keep all of it
// in memory and has nothing to do to it. The pages stand in one file, which is gone when
// the site is made, and to Hugo in a folder build/html that is not on the disk
// (site/pages.go). What it makes of most pages then depends on little, and is kept
// (site/recall.go): Hugo is shown the pages for which nothing is kept, and those of
// which others ask. That is only where layouts ask of other pages
// what the default ones do and settings make no other pages; else it renders all. So
// lists of all pages are not the layouts': site makes the sitemap, the home page
// names what the feed has. publish swaps a finished site in by rename and repairs an
// interruption on the next run; its lock lets one run at a time work in a
// project. Hugo writes to a ledger: it hears of no error in writing, at which its
// workers would wait for one another for ever, and the ledger tells how many
// files a finished site has.
//
// What is known of one report alone, or of a few, is kept, and what all reports decide is
// put together anew by each run (report/kept.go). Kept is what a report's files are read
// as; where its terms are, by the forms and senses of the glossary; by its terms, its
// numbers and what their names are known by, the themes of its sections, the phrases
// that others may lack, what is left to explain; the documents that it names, the keys
// of its names, its clauses; of a place's reports, by the names that they share, the
// sentences that speak of the same; of a report and the later ones of its place, what
// these do not say; of two that are compared, their difference; of all sections,
// which are related, until one has other terms or themes. So where one report
// has changed, little is found anew, and of the others little is shown: what is
// shown of a paragraph is made when it is asked for.
//
// cache is what earlier runs made, in build/cache/, under keys that say all that a
// result depends on, the program too: that of reports, what a glossary is read as, what
// Hugo makes of a page, parts of the tables' archive. A page, or a file of data on one
// thing or of the values of all reports, that stands as it was made is not made again where
// what it says has the same key (annotate/keys.go, press/standing.go); what else is put together
// of all is, of the search index what an edit makes another.
// Nothing is out of date in the cache, and nothing is lost with it but time; a test
// holds builds with it equal to builds without. build -shard fills it by parts
// (press/shard.go). What stands is looked at once, and kept account of by those who put something
// there (publish/stand.go). What a site has unchanged is linked, not written, and the next
// one is made in the folders of the one before the last, where that stands already
// (publish/make.go).
//
// upload brings a finished site to a folder or a bucket through the Go CDK, whose
// drivers alone know what kind of place it is. It reads the project's public/ and
// nothing else of it.
//
// bundle makes copies of a finished site for reading from disk, in one pass over
// the tags of its pages. It knows nothing of how they were made but two marks of
// layouts: data-web on what a single file leaves out, data-web="only" on what
// the archive leaves out too. A site that offers its bundles is rendered twice,
// for its page of downloads says how large they are; one in a skin
// once more with our layouts, for not all that skins load and run can stand in
// a single file.
//
// A reader's settings stand as data- attributes on <html>, where style sheets
// and scripts go by them: static/js/preferences.js puts there what is kept,
// before the page is drawn, and settings.js makes the panel
// that changes it.
//
// What other sites show in a frame are views of parts of the same Markdown, and
// build/content has none of them: markdown.Embeds shows terms and indicators,
// Page.Frame has a report's text, notes and collation, the same nodes as its page, and
// in short what explains it. A frame of a report shows what the fragment of its
// address names: css/embed.css alone does it, so one page is the frame of each
// section, line and note; js/frame.js narrows what explains the terms.
// static/embed.js is the element that frames them, frame.js their side of it;
// layouts write the code and oEmbed, for only they know where the site stands.
//
// serve shows a site while it is edited, and knows nothing of how it is made: a
// project gives it the whole site, and at once, when a file has changed, one in which
// that is shown among what was there (press/live.go and revise.go). An edition
// holds what makes pages, not pages, so what is served is made when it is asked for:
// site.Live has Hugo render the pages of which others ask, and any other one with them.
// After a change to a report it alone is read and annotated, against the corpus that
// stands (annotate.Again, markdown's Page.Again); what all reports decide together
// follows with the whole, which is byte for byte what a build makes, a test holds. Each page
// is told by its state whether it is to reload. All this works in .jianzhu/serve, so
// that a build can run meanwhile. A site in a skin, or whose layouts ask for all pages,
// is rendered whole, into memory.
//
// The program has layouts, static files, themes and the national glossary with it
// (layouts/layouts.go, static/static.go, content/content.go), so that it works
// anywhere. They are written to build/default and stand behind a project's own;
// site/defaults.yaml is what Hugo needs and site.yaml does not say. command.go is the
// table of commands, from which help and completion come.
//
// project is what editors write: site.yaml, and which files of content/ are read. press
// makes an edition of that, which is all that a site is made of, and brings it out: as
// the site of a build, in bundles, by parts, or while it is edited. This package is the
// command line, and takes texts in.
//
// # Problems
//
// A fault in content is a [problem.Problem]: file, line, what is wrong, what
// to do. Stages return them, main sorts and prints them once and alone decides
// the exit code. An error ends a build before anything is rendered; all but links that
// lead nowhere, which are seen as pages are printed, before anything is written. What is
// read of content/ is opened by project/source.go alone: files and folders that are in it.
// YAML is read by package problem alone, which has its limits; a panic in a stage
// is caught there and becomes a fault with its place in the program.
//
// What the program prints is English in the source, and Chinese where the machine
// speaks it: package tongue has a row for each format, tongue_test.go finds those that
// have none. Errors with words in them are made with it, not with fmt or errors.
//
// What is kept of a site is small: reports, and for each page its front matter. A
// page's tree, a file of data, of the search, the sentence of a use are made when they
// are printed and let go; a tree once for all forms of its page (press/write.go). Garbage
// gathers within a bound that grows with the texts (memory.go).
//
// Most names that reports use stand in one or two of them, and their number grows with
// the texts. What no editor wrote of has a page where enough reports have it, one more
// for each fourfold of them (annotate/followed.go); the rest stays with its reports.
//
// What anything costs grows as the text does: TestGrowth of a package has growth.Linear
// count what is allocated for n and for four times n of each thing. BenchmarkSite
// measures the whole beside plain Hugo.
//
// # Where a change belongs
//
// A new way of writing headings, debris or damage: report. A new type of page: a
// file in markdown, a row in its kind.go and, where it looks like no other, a
// layout. A new construct: a node in page. How it looks:
// static/css; tokens.css alone makes a new colour scheme. What machines read of
// a page: layouts/_partials/head, of a report from markdown.ReportParams. Which package
// may import which is a table in imports_test.go.
package main
