package annotate

import (
	"math/bits"
	"strings"
)

// lexicon is a set of words.
type lexicon struct {
	words       map[string]bool
	first, last map[rune]lengths // of the words with such a character there
}

// lengths is a set of lengths in code points: a bit for each.
type lengths uint

func (l lengths) has(n int) bool { return l&(1<<n) != 0 }

func (l lengths) longest() int { return bits.Len(uint(l)) - 1 }

func newLexicon(texts ...string) lexicon {
	l := lexicon{map[string]bool{}, map[rune]lengths{}, map[rune]lengths{}}
	for _, w := range strings.Fields(strings.Join(texts, " ")) {
		runes := []rune(w)
		l.words[w] = true
		l.first[runes[0]] |= 1 << len(runes)
		l.last[runes[len(runes)-1]] |= 1 << len(runes)
	}
	return l
}

// endingAt is the length of the longest word that ends before text[end]; 0 where none does.
func (l lexicon) endingAt(text []rune, end int) int {
	some := l.last[text[end-1]]
	for n := min(some.longest(), end); n > 0; n-- {
		if some.has(n) && l.words[string(text[end-n:end])] {
			return n
		}
	}
	return 0
}

// beginningAt is the length of the longest word that begins at text[at].
func (l lexicon) beginningAt(text []rune, at int) int {
	some := l.first[text[at]]
	for n := min(some.longest(), len(text)-at); n > 0; n-- {
		if some.has(n) && l.words[string(text[at:at+n])] {
			return n
		}
	}
	return 0
}

// The words that names are known by, in Simplified characters. They hold for
// reports of any place.
const (
	thingList = `
		项目 工程 公园 园区 产业园 示范园 科技园 工业园 创业园 孵化园 文创园 植物园 基地 小学 中学 学校 幼儿园 大学 学院 医院 卫生院
		中心 广场 大厦 大桥 立交 隧道 枢纽 车站 客运站 码头 机场 港区 水库 湿地 绿道 碧道 健身径 试验区 示范区 开发区 集聚区 产业带
		博物馆 图书馆 文化馆 体育馆 科技馆 展馆 场馆 纪念馆 剧院 书院 故居 电厂 水厂 污水厂 处理厂 泵站 变电站 平台
		商务区 金融区 文化节 艺术节 博览会 论坛 试点 小镇 综合体 商圈 步行街 市场 旧城改造 旧村改造 片区改造`
	groundList = `公路 快速路 快线 高速 高速公路 铁路 地铁 轻轨 大道 河 涌 湖 渠 江 溪 路 街 桥 岛 村 镇 片 片区 新区 新城 旧村 旧城 小区 号线`
	leadList   = `
		建设 推进 加快 推动 实施 打造 完善 加强 提升 提高 深化 强化 优化 改造 升级 整治 治理 新建 改建 扩建 续建 建成 完成 启动 开展 开办
		举办 创建 创办 办好 做好 抓好 落实 引进 培育 扶持 支持 鼓励 促进 扩大 增加 继续 积极 大力 着力 努力 全面 全力 深入 扎实 切实 稳步 有序
		力争 争取 确保 力促 围绕 结合 依托 以及 通过 利用 发挥 重点 统筹 谋划 规划 配合 参与 用好 盘活 巩固 抓紧 争创 申报 筹建 筹备
		改善 保障 加大 健全 建立 构建 营造 培养 保护 拓展 拓宽 畅通 拆除 清理 修建 修复 开通 运营 承办 迁建 重建 完工 通车
		将 把 对 向 从 到 以 为 是 其 各 该 个 条 所 家 座 间 项 届`
	commonList = `
		公共 服务 社区 卫生 政务 创新 创业 产业 文化 教育 经济 社会 发展 综合 重点 重大 主要 各类 一批 全市 全区 全县 全街道 城市 农村 乡村
		城乡 区域 现代 现代化 先进 智能 智慧 数字 信息 信息化 网络 互联网 大数据 技术 科技 高新 企业 工业 制造 制造业 农业 商业 商贸 物流
		金融 电子 商务 旅游 体育 健身 休闲 健康 养老 医疗 就业 培训 技能 人才 青年 儿童 妇女 老年 志愿 志愿者 环境 生态 绿色 绿化 美化 环保
		水利 交通 道路 市政 基础 设施 配套 民生 惠民 便民 安全 平安 法治 法律 党建 群团 基层 国家 国家级 省级 市级 区级 街道 全国 全省 示范
		试点 标准 标准化 规范 规范化 优质 高端 高品质 特色 品牌 开工 竣工 进一步 逐步 形成 实现 公办 民办 普惠 普惠性 公益 公益性 义务 学前
		中小学 幼儿 学生 家庭 居民 群众 居家 便利 文明 和谐 美丽 宜居 幸福 精品 旧城 老旧 小区 城区 片区 专业 专业化 行业 投资 招商 融资 财政
		税收 土地 用地 闲置 物业 厂房 园区 体系 机制 制度 改革 计划 行动 活动 工作 系统 资源 商品 批发 消费 外贸 出口 汽车 食品 药品 医药 中医
		中医药 养生 文旅 影视 新型 新兴 战略 战略性 支柱 龙头 骨干 小微 中小 大型 小型 高标准 高质量 高水平 管理 关键 环节 领域 重要 核心 主干
		河涌 河道 湖泊 村容 村貌 思路 出路 线路 电路 公路 铁路 铁路网 路网 网路 网际网路 街路 桥梁 村庄 旧村 村镇 乡镇 城镇 镇街 镇村 一河 江河 大街 小街 农路 村道
		中心 购物 会展 孵化 孵化器 研发 实验 实验室 检测 监测 监控 指挥 调度 应急 救助 救援 法院 档案 行政 审批 办事 大厅 交易 结算 投融资 总部 楼宇 集团
		的 一 二 三 四 五 六 七 八 九 十 两 多 首 新 大 小 老 区 市 县 镇 街 村 建 设 有 好 了 中 上 下 内 外 全 更 最 年 月 日 路 河 涌 湖 渠 江 溪 桥 岛 片
		平方公里 公里 平方米 公顷 亿元 万元 以上 视察 开放
		性 化 式 类 型 级 处 第`
)

var (
	thingWords  = newLexicon(thingList)
	groundWords = newLexicon(groundList)
	leadWords   = newLexicon(leadList)
	commonWords = newLexicon(commonList, leadList, thingList, groundList)
)
