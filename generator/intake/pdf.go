package intake

import (
	"strings"
	"sync"

	pdf "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"

	"jianzhu/generator/tongue"
)

// pdfium starts PDFium once. As WebAssembly it begins slowly and can do no harm; so
// it is started when a PDF comes, and not before.
var pdfium = sync.OnceValues(func() (pdf.Pool, error) {
	return webassembly.Init(webassembly.Config{MinIdle: 0, MaxIdle: 1, MaxTotal: 1})
})

// readPDF reads the text layer, page by page with a form feed between them. Lines
// are those of the page: the reader of reports joins what was wrapped, and knows
// running heads and page numbers.
func readPDF(file []byte) (Text, error) {
	pool, err := pdfium()
	if err != nil {
		return Text{}, tongue.Errorf("PDF: %w", err)
	}
	reader, err := pool.GetInstance(0)
	if err != nil {
		return Text{}, tongue.Errorf("PDF: %w", err)
	}
	defer reader.Close()
	doc, err := reader.OpenDocument(&requests.OpenDocument{File: &file})
	if err != nil {
		return Text{}, tongue.Errorf("a PDF that cannot be opened (%w); if it asks for a password, save it without", err)
	}
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return Text{}, tongue.Errorf("PDF: %w", err)
	}
	if count.PageCount > maxPages {
		return Text{}, tongue.Errorf("a PDF of %d pages; at most %d are read", count.PageCount, maxPages)
	}
	text := Text{Format: "PDF", Facts: pdfFacts(reader, doc.Document)}
	var out strings.Builder
	empty := 0
	for i := range count.PageCount {
		page, err := reader.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}})
		if err != nil {
			return Text{}, tongue.Errorf("page %d of the PDF: %w", i+1, err)
		}
		if strings.TrimSpace(page.Text) == "" {
			empty++
		}
		if i > 0 {
			out.WriteString("\f\n")
		}
		out.WriteString(strings.ReplaceAll(page.Text, "\u0002", "")) // PDFium's sign for a hyphen at a line's end
		out.WriteString("\n")
		if out.Len() > maxInner {
			return Text{}, tongue.Errorf("a PDF with more than %d MB of text", maxInner>>20)
		}
	}
	if empty == count.PageCount {
		return Text{}, tongue.New("a PDF of pictures, without text: it needs text recognition first")
	}
	if empty > 0 {
		text.Lost = append(text.Lost, tongue.Sprintf("%d of %d pages have no text: they are pictures, or empty", empty, count.PageCount))
	}
	text.Lost = append(text.Lost, tongue.Text("pictures, and which cells of tables belong together"))
	text.Lines = out.String()
	return text, nil
}

func pdfFacts(reader pdf.Pdfium, doc references.FPDF_DOCUMENT) (facts []Fact) {
	title, err := reader.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: doc, Tag: "Title"})
	if err == nil && strings.TrimSpace(title.Value) != "" {
		facts = append(facts, Fact{"title", strings.TrimSpace(title.Value), tongue.Text("properties of the document")})
	}
	return facts
}
