package markdown

import (
	"fmt"
	"strings"
	"time"

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

// Download writes the page that offers bundles. sums is the file with their
// checksums, date that of the content.
func Download(bundles []Bundle, sums string, date time.Time) Page {
	var sites, reports strings.Builder
	sizes := map[string]string{}
	for _, b := range bundles {
		if b.Report == nil {
			fmt.Fprintf(&sites, "[%s](%s)（%s）\n\nSHA-256：`%s`\n\n", escape(b.Path[strings.LastIndex(b.Path, "/")+1:]), b.Path, SizeOf(b.Size), b.SHA256)
			continue
		}
		sizes[b.Report.Slug] = SizeOf(b.Size)
		fmt.Fprintf(&reports, "- [%s](%s)（%s）\n", escape(b.Report.Meta.Title), b.Path, SizeOf(b.Size))
	}
	body := fmt.Sprintf("内容日期：%d年%d月%d日。不用联网，也不用安装什么，浏览器就能打开。\n\n", date.Year(), date.Month(), date.Day()) +
		heading(1, "整站", "site") +
		"全部报告、词条和索引，连同检索用的数据。先解压，再打开文件夹里的`index.html`；不解压就打开，里面的链接不通。\n\n" + sites.String()
	if reports.Len() > 0 {
		body += heading(1, "单篇", "reports") +
			"一篇报告一个文件，注释、编者注和指标也在里面，存下来双击就能读。\n\n" + reports.String() + "\n"
	}
	body += heading(1, "核对", "checksums") +
		"下载以后想知道有没有缺损，可以同[SHA256SUMS](" + sums + ")核对；整站压缩包里另有一份，列出其中每个文件。在Linux上：\n\n" +
		"```sh\nsha256sum -c --ignore-missing SHA256SUMS\n```\n"
	return Page{
		Path: "download.md",
		Front: Front{
			Title: "下载", Type: "download", Weight: 95, Description: "整站和单篇报告的离线副本，大小与校验值。",
			Params: Params{Sizes: sizes},
		},
		Body: body,
	}
}

// SizeOf is a number of bytes as people read it.
func SizeOf(bytes int) string {
	if bytes < 1_000_000 {
		return fmt.Sprintf("%d KB", (bytes+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}
