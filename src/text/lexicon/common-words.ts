/**
 * Words that occur in documents of all subjects, as `Term.key` has them (`analysi` for `analysis`). The first
 * entry has the most frequent words, and the last entry the least frequent. `npm run train:offline -- DIR
 * words` makes this list.
 */
export const COMMON_WORDS: readonly string[] = [
  'allow analysi application better change common current data effect feature find form found good high ' +
    'important large level model point possible problem research several simple small standard state ' +
    'system term test type 中的 作用 关系 发展 发现 变化 基础 实际 应用 性的 ' +
    '技术 数据 环境 系统 计算 过程',
  'abstract access according account achieve across add addition additional advantage algorithm already ' +
    'alternative another appear applied apply approache appropriate area around aspect associated attempt ' +
    'automatically back become best beyond call called category cause certain choice choose class close ' +
    'community comparison complete component computer conclusion condition consider considered constraint ' +
    'contain content context control cost create decision defined depend describe described design ' +
    'designed detail determine developed development difference difficult directly discussion ' +
    'distribution domain due dynamic effective end enough entire error evaluation event exact existing ' +
    'expected experiment fact factor feedback finally finding focus function give group hand help human ' +
    'improve increase increasing individual initial input instead interaction introduction issue key kind ' +
    'know knowledge known language last lead less limit line link list local location long look main ' +
    'measure message multiple necessary network next objective occur open original overall parameter ' +
    'particular people perform performance person post potential power previous prior process product ' +
    'program project property providing purpose quality question range rate real reason recent reference ' +
    'relationship report represent representation requirement response resulting right scale search ' +
    'service sets significant similar single size solution source space special specifically step ' +
    'strategy structure study suggest support task technique technology text together tool top toward ' +
    'understand university useful user usually value variable various version view want web world 一次 ' +
    '世界 中心 为了 也是 也有 产品 介绍 他的 价值 企业 传统 体系 促进 保证 信息 做的 关于 ' +
    '关注 关键 具体 决定 出现 到了 功能 区域 历史 参与 各种 国家 地区 基本 增加 复杂 大学 ' +
    '完全 实验 就是 希望 平台 建设 开发 开始 形成 很多 很大 意义 成为 控制 提升 提高 效果 ' +
    '整个 文化 新的 方案 明显 是在 更好 最大 服务 未来 本身 条件 核心 模型 模式 水平 活动 ' +
    '涉及 满足 特别 特征 状态 现象 甚至 生态 生活 的是 直接 相对 知识 社会 科学 积极 空间 ' +
    '管理 类似 经济 经过 经验 结合 结构 考虑 而且 背景 能力 范围 获得 表达 角度 讨论 设计 ' +
    '评价 贡献 资源 软件 还是 这样 这种 进展 那么 都是 针对 随着 需求 项目 领域',
  'ability accuracy accurate achieved activity actual actually affect agree allowing almost along alway ' +
    'assigned assume assumption attribute average avoid basi basic benefit build building cannot changing ' +
    'check choosing chosen claim classe clear collection combination combine come commercial company ' +
    'compare compared completely complex complexity computational computing concept connection consist ' +
    'contrast contribution correct correspond course created critical database define definition degree ' +
    'demonstrate dependent derived determined develop device direct discuss discussed distance distinct ' +
    'document easily easy effectively efficient element entity environment especially estimate evaluate ' +
    'every exist experience experimental extend extended far fast field file final fixed foundation ' +
    'framework free frequency full future generally generate generated global go goal greater handle hard ' +
    'higher highly hold idea identified identify image impact implementation importance improvement ' +
    'independent indicate instance interest interesting interface internet introduce introduced involve ' +
    'involved lack larger later law learning left length life likely limited linear literature looking ' +
    'low lower machine major making management manager manner marketing material maximum mechanism meet ' +
    'modeling modified multi natural nature never node none notice object observed obtain obtained offer ' +
    'operation optimal organization output pair particularly pattern performed personal phase place plan ' +
    'play positive possibility previously probability procedure processe processing produce profile ' +
    'public rather recently record reduce relation relative relatively relevant rely remove request ' +
    'resource role rule run sample science security seem seen selected selection semantic send sense ' +
    'separate sequence setting share short showed side significantly site situation software specified ' +
    'statistical stream strong sub subset sum summary target technical tested testing thank theory thing ' +
    'thought throughout training transaction turn unique variation variety vector whole wide widely word ' +
    'working 一下 一方面 一样 一点 一直 一般 一起 下来 不断 不是 不要 个人 丰富 为什么 ' +
    '主要是 也可以 了解 事情 交流 人的 人类 今天 优势 优秀 位置 体现 保护 值得 做了 健康 ' +
    '充分 全国 全球 全面 共同 其实 其实是 农业 出来 分享 分布 分类 刚才 创新 制定 前景 办法 ' +
    '加入 动力 北京 反应 反映 发挥 取得 只有 可能是 各个 因素 国内 国际 在于 城市 处于 多年 ' +
    '大家 大量 好的 学习 学科 学院 它是 它的 安全 实施 实践 容易 对比 尤其是 层次 层面 属于 ' +
    '工程 左右 市场 带来 帮助 平衡 并不 广泛 建议 引入 当时 当然 形式 形态 很好 快速 思考 ' +
    '性能 总结 想法 成功 成本 成果 成熟 我也 我想 我是 我的 或者是 报告 指标 掌握 探讨 接受 ' +
    '推广 提到 支持 改变 政策 效率 数字 整体 时代 是否 更加 更多 最终 最近 机会 机制 机构 ' +
    '材料 来看 来说 根本 概念 比例 比如 沟通 深入 特殊 特点 现在 理念 理解 理论 生产 电子 ' +
    '的话 目标 目的 相比 看到 真实 真正 确定 社区 科技 程度 第一 简单 精神 组合 组成 经历 ' +
    '继续 综合 网络 美国 联合 联系 虽然 行业 行为 表现 观察 觉得 计划 认识 说明 说的 起来 ' +
    '趋势 运用 还有 这么 这里 进入 逐渐 速度 都有 里面 重点 长期 阶段 降低 除了 集中 面临 ' +
    '高度',
  'act action active added adding addressed advanced agent aim allowed alone answer approximately asked ' +
    'assign association author automatic base baseline begin beginning behavior bound briefly bring broad ' +
    'built capture carried caused central challenge characteristic classification clearly code combined ' +
    'comment communication computation compute configuration consideration consistent constant constitute ' +
    'construct constructing construction consumer continuous core correctly correlation corresponding ' +
    'country cover coverage creating criteria cross crucial currently customer deal decide demand ' +
    'depending description descriptor detailed determining developing differ difficulty dimensional ' +
    'direction display distributed drive earlier early efficiency efficiently effort electronic enable ' +
    'engine engineering equal equivalent essentially evidence exactly examine except expect explain ' +
    'explicit explicitly express extension extensive external extract extracted extremely fail failure ' +
    'fall family faster feel focused force format fully fundamental game generating goes graph great grow ' +
    'guarantee half head heuristic history hypothesi identifying identity illustrate implement ' +
    'implemented impose improved improving incorporate increased increasingly industrial influence ' +
    'infrastructure initially integrate integrated intended interested internal interpretation ' +
    'investigate item job joint keep label learn leave led legal letter limitation linguistic little load ' +
    'log longer loss lot mapping market match matching matter meaning meeting member metric minimize ' +
    'minimum minute mobile modification move moving national near nearly negative normal normalization ' +
    'novel observation obvious occurred office old ones online operate operating operator opposed option ' +
    'outside parallel partial past performing perhap perspective picture piece policy popular portion ' +
    'position potentially practice pre precision price principle probabilistic probably produced ' +
    'professional programming published put quantity query quickly quite random ratio re reach reached ' +
    'read reading reasonable recall receive received recognition recommendation reducing reduction refer ' +
    'referred regarding regular relating reliability remain representative represented representing ' +
    'requiring researcher respectively rest retrieval return review risk running say scenario scheme self ' +
    'semi sery sharing showing signal similarly simply simultaneously slightly smaller social solving ' +
    'sometime speed stage start started starting statistic store structured studied successful sufficient ' +
    'suggested suggestion supported suppose surface survey taking tend themselve threshold title topic ' +
    'track transfer tree true try trying typical typically understanding unfortunately unless update uses ' +
    'usual utility valid variance vary versus video viewed volume website weight wherea window 一位 ' +
    '一年 一段 一系列 一部分 上面 下降 下面 不仅 不可 不够 不好 不断地 不知道 不管是 专业 ' +
    '专家 专门 东西 严重 中间 主义 主体 主动 主持人 主题 也不 也好 也就是 习惯 交互 交易 ' +
    '享受 人们 人文 人民 人物 从而 他是 代码 以来 优质 会议 估计 体验 你的 你要 使得 依赖 ' +
    '保持 保障 信号 借鉴 假设 做法 先进 共识 关联 兴趣 典型 内部 再次 决策 准确 减少 几个 ' +
    '几年 出了 出发 分别 判断 制度 力量 加上 努力 化学 单一 单位 危机 压力 原来 原理 参加 ' +
    '发布 发言 受到 变成 只是 叫做 可能性 各位 各地 合作 合理 同样 后面 吸收 呈现 咱们 响应 ' +
    '哪些 商业 回到 固定 国外 图像 在一起 在做 在此 地方 场景 培养 基本上 基金 增强 增长 ' +
    '多个 多少 多数 大众 大部分 她们 学会 学术 学生 学的 学者 完整 定义 定位 实用 客观 家庭 ' +
    '寻找 就不 就像 就有 尽量 局部 属性 工业 工具 差异 已有 开放 引导 引起 强调 当中 很有 ' +
    '循环 心理 必要 思想 思维 思路 总体 感觉 感谢 成员 我在 战略 所谓的 才能 执行 找到 投资 ' +
    '持续 指导 探索 接触 接近 推动 措施 描述 支撑 改进 改革 政府 故事 效应 教授 教育 数量 ' +
    '文章 早期 时期 明确 是不是 是有 显示 普遍 智能 更高 最优 最高 月份 有了 有些 有利 有着 ' +
    '有限 朋友 本质 来源 来自 来讲 构成 检测 模糊 正确 气候 波动 流程 测试 消费 混合 渠道 ' +
    '潜在 灵活 物理 物质 特性 状况 现代 现实 现有 现状 理想 生物 用户 相互 相信 相当 真的 ' +
    '真的是 知道 研究院 确实 稳定 站在 符合 第三 第二 第二个 第四 等等 算法 类型 线上 经常 ' +
    '经营 结束 统一 统计 维持 缺乏 老师 而是 肯定 肯定是 自我 自由 自身 融合 行动 补充 表示 ' +
    '西方 要有 观点 规划 规则 规律 规模 视角 角色 解释 认知 讲的 设备 设施 设置 证明 话题 ' +
    '语言 课程 调整 谢谢 质量 资本 走向 越来越 足够 路径 转化 转型 较好 边界 过去 过来 运动 ' +
    '运行 进步 连接 适应 遇到 邀请 那就 部门 都会 都可以 都在 都能 配合 重新 量化 量的 难度 ' +
    '面对 面积 预测 频率 风险 验证 高效',
];
