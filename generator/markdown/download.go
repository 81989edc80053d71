package markdown

import (
	"fmt"
	"path"
	"time"

	"jianzhu/generator/page"
	"jianzhu/generator/report"
)

// Bundle is a copy to take along: of a report, or with a nil Report of the
// whole site.
type Bundle struct {
	Path   string // from the site's root
	Size   int    // in bytes
	SHA256 string // in hexadecimal
	Report *report.Report
}

// Download is the page that offers bundles. sums is the file with their checksums,
// date that of the content.
func Download(bundles []Bundle, sums string, date time.Time) Page {
	var sites page.Body
	var reports page.List
	sizes := map[string]string{}
	for _, b := range bundles {
		size := textf("（%s）", SizeOf(b.Size))
		if b.Report == nil {
			sites = append(sites, paragraph(page.Link{To: b.Path, Text: path.Base(b.Path)}, size),
				paragraph(page.Text("SHA-256："), page.CodeSpan(b.SHA256)))
			continue
		}
		sizes[b.Report.Slug] = SizeOf(b.Size)
		reports.Items = append(reports.Items, page.Item{Words: words(page.Link{To: b.Path, Text: b.Report.Meta.Title}, size)})
	}
	body := page.Body{
		paragraph(textf("内容截至%d年%d月%d日。存下来以后，不联网也能读。", date.Year(), date.Month(), date.Day())),
		heading(1, "整站", "site"),
		paragraph(page.Text("全部报告、词条和索引，连同检索用的数据。先解压，再打开文件夹里的"), page.CodeSpan("index.html"), page.Text("；不解压就打开，里面的链接不通。")),
	}
	body = append(body, sites...)
	if len(reports.Items) > 0 {
		body = append(body, heading(1, "单篇", "reports"),
			paragraph(page.Text("一篇报告一个文件，注释、编者注和指标也在里面，存下来双击就能读。")), reports)
	}
	body = append(body, heading(1, "核对", "checksums"),
		paragraph(page.Text("下载以后想知道有没有缺损，可以同"), page.Link{To: sums, Text: "SHA256SUMS"},
			page.Text("核对；整站压缩包里另有一份，列出其中每个文件。在Linux上：")),
		page.Code{Language: "sh", Text: "sha256sum -c --ignore-missing SHA256SUMS\n"})
	return Page{
		Path: "download.md",
		Front: Front{
			Title: "下载", Type: "download", Weight: 95, Description: "整站和单篇报告的离线副本，大小与校验值。",
			Params: DownloadParams{Sizes: sizes},
		},
		Body: fixed(body),
	}
}

// SizeOf is a number of bytes as people read it.
func SizeOf(bytes int) string {
	if bytes < 1_000_000 {
		return fmt.Sprintf("%d KB", (bytes+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}
