package report

import "jianzhu/generator/pattern"

// trace is a form of whole lines that sites leave around a text.
type trace struct {
	reason Reason
	form   *pattern.Pattern
}

// traces are told wherever they stand.
var traces = []trace{
	{Pagination, pattern.MustCompile(`^(.{1,40}\.(docx?|wps|pdf|txt))?第\d+页([/,]?共\d+页)?$|^共\d+页$|^` + dash + `\d{1,4}` + dash + `$|^[·•∙・~]\d{1,4}[·•∙・~]$|^page\d+((of|/)\d+)?$|^第` + numeral + `页$`)},
	{Widget, pattern.MustCompile(`^(展开|阅读|查看|显示)(阅读)?(全文|全部|更多)$|^资源(描述|简介):?$|^文档(描述|简介):?$`)},
	{Widget, pattern.MustCompile(`^[^\p{Han}]?((打印|关闭|收藏|分享|复制|上传|下载|举报|评论|点赞)(本页|本文|窗口|文档|全文|链接)?[^\p{Han}]{0,4}){1,5}$|^扫一扫.{0,20}$`)},
	{Widget, pattern.MustCompile(`^\W?字[号体](大小)?:([^\p{Han}]{0,2}(特大|超大|大|中|小|默认|标准|正常)){2,}.{0,24}$|^\W?字(号|体)(大小)?:.{0,12}$|^分享(到|至)(:|微|朋友圈|qq).{0,40}$`)},
	{Widget, pattern.MustCompile(`^文档评论(\(\d+\))?$|^[本此该](文档|文件|资料)[由来].{1,30}(上传|下载).{0,30}$`)},
	{Navigation, pattern.MustCompile(`^(上|下)一(篇|页|条|章)(:.{0,80})?$|^(上一篇|下一篇):?.{0,60}$`)},
	{Navigation, pattern.MustCompile(`^(相关|热门|推荐|最新|猜你喜欢的?)(词条|阅读|文章|链接|文档|资讯|新闻|推荐|内容|资料|报道|报导|稿件):?$`)},
	{Navigation, pattern.MustCompile(`^(联系|联络|关于)我们$|^(返回|回到)(顶部|首页|列表|上页)$|^(您|你)?(现在|当前|目前)?(所在|所处)?的?位置:.{0,80}$|^网站地图.{0,40}$`)},
	{Navigation, pattern.MustCompile(`^(网站)?首页(\W{0,2}[|>»›].{1,80})?$`)},
	{Navigation, pattern.MustCompile(`^版权所有.{0,80}$|^.{0,60}(icp备|公网安备|公安备案号:?)(案号:?)?\d.{0,80}$|^网站标识码:.{0,40}$`)},
	{Navigation, pattern.MustCompile(`^[0-9a-f]{32}:?$`)},
	{Navigation, pattern.MustCompile(`^.{0,60}(记者|通讯员|摄影师)[^。,]{1,20}摄\)?$`)},
}

// dash is what stands beside a page's number.
const dash = `[-—–―─‐‑‒−]{1,2}`

const longestTrace = 120 // in runes

// edges are told above the text and below it only.
var edges = []trace{
	{Widget, pattern.MustCompile(`^[|×✕<>»›·•]{1,4}$`)},
	{Widget, pattern.MustCompile(`^[【\[(|]?(全屏|朗读|播放|语音播报|听全文|收听|无障碍(阅读|浏览)?|长者(版|模式)|繁体(版|中文)?|简体(版|中文)?|english|手机版|二维码|登录|注册|搜索|(新浪)?微博|微信(好友)?|朋友圈|qq(空间|好友)?|保存|推荐|e-?mail推荐|我要纠错|纠错)[】\])|]?$`)},
	{Widget, pattern.MustCompile(`^(分享|转发)(到|至)?:?$|^分享到.{1,12}$|^》*点击.{2,16}《*$|^用微信扫描.{0,20}$|^微信(扫一扫|扫码).{0,20}$`)},
	{MetadataLine, pattern.MustCompile(`^\(?\d{4}(-|/|\.|年)\d{1,2}(-|/|\.|月)\d{1,2}日?\d{1,2}(:|时)\d{1,2}((:|分)(\d{1,2}秒?)?)?\)?$|^\d{4}-\d{1,2}-\d{1,2}$`)},
	{Stub, pattern.MustCompile(`^publicdomain$|^(true|false)$`)},
}

// bracket stands about a button that is on a line of its own.
var bracket = pattern.MustCompile(`^([【\[(]|[】\])])$`)

// links open a list of links, which goes on to the end.
var links = pattern.MustCompile(`^(相关|热门|推荐|最新|延伸)(词条|阅读|文章|链接|文档|资讯|新闻|推荐|内容|资料|报道|报导|稿件|专题|附件|图解|解读)[:>»]*$|^[0-9a-f]{32}:?$`)

// sizes are the buttons for the size of type, one to a line.
var (
	sizesLabel = pattern.MustCompile(`^[【\[(]?字[号体](大小)?:?$`)
	size       = pattern.MustCompile(`^[\[(]?(特大|超大|最大|加大|较大|大|中|小|较小|减小|默认|标准|正常|还原|[at][+-]?|[】\])|×])[\])]?$`)
)

// traced tells which of the traces a line is.
func traced(all []trace, f form) (Reason, bool) {
	if len(f.runes) > longestTrace {
		return "", false
	}
	for _, t := range all {
		if t.form.MatchString(f.text) {
			return t.reason, true
		}
	}
	return "", false
}
