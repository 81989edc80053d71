package indicator

import (
	"regexp"
	"slices"
	"strings"
)

// words are looked up where they begin or where they end. By their first or
// last rune, the longest first.
type words map[rune][][]rune

// starting are words looked up where they begin.
func starting(list string) words {
	w := words{}
	for word := range strings.FieldsSeq(list) {
		runes := []rune(word)
		w[runes[0]] = append(w[runes[0]], runes)
	}
	return w.sorted()
}

// ending are words looked up where they end.
func ending(list string) words {
	w := words{}
	for word := range strings.FieldsSeq(list) {
		runes := []rune(word)
		last := runes[len(runes)-1]
		w[last] = append(w[last], runes)
	}
	return w.sorted()
}

func (w words) sorted() words {
	for _, list := range w {
		slices.SortFunc(list, func(a, b []rune) int { return len(b) - len(a) })
	}
	return w
}

// from is how long the longest of the words is that begins at a place and ends at to
// at the latest; 0 where there is none.
func (w words) from(l *line, i, to int) int {
	for _, word := range w[l.at(i)] {
		if i+len(word) <= to && slices.Equal(l.runes[i:i+len(word)], word) {
			return len(word)
		}
	}
	return 0
}

// upTo is how long the longest of the words is that ends before a place and begins at
// from at the earliest; 0 where there is none.
func (w words) upTo(l *line, from, i int) int {
	for _, word := range w[l.at(i-1)] {
		if start := i - len(word); start >= from && slices.Equal(l.runes[start:i], word) {
			return len(word)
		}
	}
	return 0
}

// has reports whether a text is one of words looked up where they end.
func (w words) has(text string) bool {
	runes := []rune(text)
	return len(runes) > 0 && slices.ContainsFunc(w[runes[len(runes)-1]], func(word []rune) bool { return slices.Equal(word, runes) })
}

// pairs are all words that one of the first and one of the last make.
func pairs(first, last string) string {
	var all []string
	for a := range strings.FieldsSeq(first) {
		for b := range strings.FieldsSeq(last) {
			all = append(all, a+b)
		}
	}
	return strings.Join(all, " ")
}

// The words by which names are found. All are in Simplified characters, as the
// line is. A word of one character often ends or begins another: those that
// must stay whole are listed against it (wholeAtEnd, wholeAtStart).
var (
	// rise and fall come before a number that is a change, afterShift between.
	rise       = ending(`正增长 增长率 增长速度 增长 增加 提高 提升 上升 递增 增幅 增速 增收 净增`)
	fall       = ending(`负增长 下降 降低 减少 回落 缩短 压缩 压减 削减 缩减 精简 收窄 递减 降幅 减幅`)
	afterShift = ending(`了 为 是 达到 达 在 到了`)

	// level comes before a number that is the new level after a change: 增长到.
	levels = pairs(`增长 增加 提高 提升 上升 扩大 下降 降低 减少 压缩 缩短 调整 控制 保持 稳定 维持 恢复 发展 壮大 上调 下调 跃升 攀升 缩小 延伸 拓展 扩展 覆盖 缩减 回升 回落 优化 变 增 降 升 缩 减`, `到 至 为 在 成`)
	level  = ending(levels + " " + pairs(levels, "了"))
	// raised is the same between the two numbers of 由44家增至113家.
	raised = starting(levels)

	// against says what a change is measured against, or how.
	against = ending(`比上年 比上年同期 比去年 比去年同期 较上年 较上年同期 较去年 较去年同期 同比 环比 按可比价 按可比价格 按可比价格计算 可比价 可比价格 可比口径 可比 自然口径 同口径
		年均 平均每年 年平均 每年 实际 名义 预计 力争 确保 争取 努力 ` + pairs(`预计 力争 确保 争取 努力`, `实现`))
	yearly = starting(`年均 平均每年 年平均 每年`)
	// changing opens a name that is itself of a change: 压减“三公”经费10%.
	changing = starting(`压减 降低 减少 削减 压缩 提高 提升 增加`)
	// beside opens what a number is compared with, which is no name of its own.
	beside = starting(`占 高于 低于 快于 慢于 高出 低出 优于 好于 高过`)

	// leading comes before a number and says nothing but that it is so.
	leading    = ending(`达到 达到了 达 为 是 有 至 到 在 共计 合计 总计 累计 共有 共 均 都 全部 分别 依次 各 已经 已 约有 完成 完成了 实现 实现了 保持 控制 稳定 超额 突破 仅 只 将 要 也 就 再 又 目标 力争 争取 确保 预计 不断 总共 接近 全面 高质量 高标准 圆满 顺利 如期 按期 提前 持续 始终 一直 基本 大致 普遍 每月 每人每月 每人每年 每人每天 每户 的`)
	each       = starting(`分别 依次 各`)
	every      = starting(`均 都`)
	reached    = starting(`达到 达到了 达 为 到`)
	wholeAtEnd = ending(`行为 作为 国有 公有 私有 所有 特有 所在 存在 现在 公共 中共 摘要 纪要 主要 需要 直达 送达 抵达 发达 转达 到达`)

	// opening is what a clause begins with before its subject.
	opening = starting(`、 , — 其中 有序 有效 有力 至少 同时 此外 另外 并且 并 而且 且 和 及 以及 与 截至 截止 到 至 在
		今年 去年 明年 上年 本年 全年 年内 当年 年均 五年来 一年来 过去五年 过去一年 未来五年 今后五年 期间
		全省 全市 全县 全区 全镇 全乡 全旗 全州 全街道 全域 我省 我市 我县 我区 我镇 我乡 我街道 辖区 辖区内
		我们 依法 先后 要 努力 着力 继续 进一步 共计 共 累计 总计 已经 已 将 全部 预计 力争 确保 争取 计划 完成 完成了 实现 实现了 达到 保持
		使 让 把 对 为 向 约 现有 共有 有 的 了 个 超额 成功 顺利 圆满 基本 提前 再 又 还 即 也 当前 目前`)
	wholeAtStart = starting(`对外 对口 对接 对标 在校 在岗 在建 在册 在园 在营 在线 在职 到位 到期 到账 到达 有效发明 有线 有色 有机 有证
		基本养老 基本医疗 基本公共 基本农田 基本殡葬 再生 再就业 个体 个人 个税 个转企 共享 共青 共建 共治 共有产权 即征 即时 约束 计划生育 为民 为企 向上
		全域旅游 全市场 全区域 成功率 提前批 还田 还款 还建 还林 要素 完成率 完成投资 实现率 达标 把关 使用 让利 与会 和谐 及格 及时率 并网 并购 当年价 保持率 将军 了解 的士 也门 且末 和田 和平`)
	// dated and numbered openings: 2016年底, “十三五”时期, 一是, ①, 1.
	openingPattern = regexp.MustCompile(`^(?:[一二三四五六七八九十]+[是要]|[①-⑳]|[0-9]{1,2}[.)]|[0-9]{1,2}年[内来间]?|(?:19|20)[0-9]{2}年[底末初度前]?|“?十[一二三四五]五”?(?:时期|期间|以来|期末|末))`)
	// relative opens a clause that ends in 的 and only describes: 涉及居民切身利益的民生支出.
	relative = starting(`涉及 纳入 列入 用于 符合 享受 列为`)

	// attributes end a name that needs to be told of what.
	attributes = ending(`比例 比重 占比 数量 总数 总量 总额 金额 面积 总面积 建筑面积 总建筑面积 占地面积 总占地面积 用地面积 总投资 投资额 总投资额 覆盖率 完成率 人数 户数 件数 长度 总长度 总长 全长 规模 年度任务 年度目标任务 年度计划 年度目标 目标任务 全年目标任务 全年任务 全年计划`)
	// summing comes before the number of what was counted in parts: 29个部门事项共4365项.
	summing = ending(`共 共计 合计 总计 总数`)
	// noThing is what follows a number and is not what it counts.
	noThing = starting(`目标 目标任务 任务 水平 要求 规模 速度 增速 幅度 标准 预期目标 范围 比例 成绩 工作目标 大关 关口 台阶 门槛`)
	// predicate ends what is counted where a verb has been said before: 增加4500个学位满足….
	predicate = starting(`满足 用于 用作 以及 得到 从而 的基础上`)
	// joints end what is counted where another quantity follows.
	joints = ending(`以及 、 和 及 与 并`)
	joint  = starting(`以及 、 和 及 与`)
	// noNoun begins what follows a number and counts nothing.
	noNoun = starting(`和 及 与 以及 、 并 后 之 内 前 增长 同比 比上年`)

	// verbs take as their object what is counted behind the number.
	objectVerbs = `新建 新建成 新改扩建 新建改扩建 改扩建 续建 改建 扩建 共建 建成 建成投用 建设 建立 创建 组建 修建 兴建 筹建 建 设 办 创
		打造 改造 完成 实现 实施 开展 举办 承办 组织 召开 推进 推动 加快 加快推进 重点推进 统筹推进 启动 培育 引进 引入 引导 招引 招商 新增 增设 增加 增添 设立 成立 设置
		投入 投放 安排 下达 拨付 发放 筹集 争取 落实 谋划 规划 编制 制定 出台 修订 签约 开工 竣工 储备 盘活
		整治 治理 清理 清除 拆除 拆迁 取缔 关闭 关停 淘汰 查处 查办 查扣 查获 立案查处 办理 办结 受理 结案 化解 调处 调解 破获 侦破 打掉 抓获 解决
		安置 帮扶 扶持 培训 招聘 招录 招考 选派 选聘 认定 获评 获批 获得 荣获 建有 拥有 提供 配备 配置 安装 更换 维修 修缮 优化 最佳化 完善 提升 升级
		种植 栽植 栽种 补植 造林 生产 出让 供应 征收 征用 转移 输送 接待 服务 惠及 覆盖 带动 吸引 吸纳 聚集 集聚 汇聚 入驻 派出
		开设 开办 开发 开通 新开 新发展 发展 评选 评 挂牌 命名 授予 出动 检查 排查 整改 深化 抓好 做好 支持 消化 重点 新添 新种 改善 撤并 整合 合并
		梳理 取消 下放 承接 公布 公开 发布 收集 征集 采纳 走访 慰问 资助 救助 补助 减免 返还 兑现 置换 复垦 复耕 流转 托管 购买 购置 采购 租赁 销售 出租
		形成 孵化 转化 申报 申请 授权 制造 承担 牵头 参保 成交 交易`
	verbs    = ending(objectVerbs)
	nextVerb = starting(objectVerbs)
)
