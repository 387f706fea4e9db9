import { FUNCTION_WORDS } from '../language';

const CHINESE =
  '的 了 和 与 及 或 在 是 为 对 等 以 由 其 该 此 并 而 但 如 若 被 将 把 从 到 向 于 中 上 下 内 外 后 前 时 时候 之 所 就 也 都 又 还 则 即 不 未 ' +
  '无 非 有 没有 可 可以 能 能够 应 应当 应该 须 必须 需 需要 不得 进行 通过 根据 按照 依照 依据 以及 或者 并且 因此 因为 由于 所以 如果 如有 若有 但是 但 除 除外 ' +
  '之间 其他 其它 相关 有关 任何 全部 所有 各 各方 双方 一方 另一方 对方 甲方 乙方 丙方 甲乙 甲乙双方 本 本合同 本协议 本条 合同 协议 条款 约定 规定 上述 下述 以下 ' +
  '以上 如下 包括 包含 以下简称 简称 同意 负责 提供 要求 情况 方面 问题 工作 使用 进行 发生 产生 造成 导致 影响 承担 享有 履行 签订 签署 生效 之日 之日起 日起 日内 ' +
  '工作日 自然日 年 月 日 天 元 人民币 万元 小时 个 一 二 三 四 五 六 七 八 九 十 第 条 款 项 章 节 次 份 名 号 这 那 这个 那个 这些 那些 我们 他们 它们 你们 ' +
  '您 我 你 他 她 它 自己 什么 怎么 如何 非常 更 最 很 较 比较 已 已经 正在 将要 曾 仍 仍然 均 只 仅 仅仅 同时 此外 另外 然后 首先 其次 最后 其中 一个 一种 一些 ' +
  '许多 多 少 大 小 新 高 低 来 去 说 做 用 让 使 给 得 着 过 地 们 吗 呢 吧 啊 研究 分析 结果 表明 认为 本文 方法 文献 图 表 公式 参考 及其 之一 作为 书面 ' +
  '正式 相应 有效 及时 按时 按期 立即 逾期 期限 期间 时间 日期 编号 名称 地址 电话 传真 邮编 签字 盖章 代表 授权 法定代表人 委托 代理人 每 每年 每月 每日 达成 一致 ' +
  '协商 解决 事宜 原因 因 超过 不少于 不低于 不超过 至 起 止 共 共计 合计 视为 予以 给予 内容 方式 标准 确认 选择 收到 支付 提交 办理 完成 开具 交付 通知 申请 费用 ' +
  '金额 任 何 做出 作出 权利 义务 责任 违约 违约金 损失 赔偿 终止 解除 变更 未经 不能 无法 不再 除非 按 本着 原则 经 凡 且 亦 乃 兹 特 系 指 称 盖 签 章 页 共 ' +
  '万 亿 百 千 总 每个 各自 有权 无权 一切 一定 进一步 提出 实现 采用 具有 不同 主要 重要 部分 目前 可能 存在 基于 利用 给出 得到 得 出 我国 之后 之前 以后 以前 ' +
  '期满 届满 满 有限公司 公司 中国 中华人民共和国 开通 运营 法律 法规 应当在 年度 安排 对于 下列 附件 一、 之 用于 达到 以下简称 所列 之日起 自然 接到 出具 公里 处理 ' +
  '日前 全年 同比 下降 上升 增长 组织 开展 加强 推进 完善 落实 做好 建立 方向 万人 万元 亿元 人次 向甲 向乙';

const ENGLISH =
  'a an the and or but nor so yet of in on at by for to from with without within into onto over ' +
  'under between among through during before after above below up down out off again further then ' +
  'once here there when where why how all any both each few more most other some such no not only ' +
  'own same than too very can will just should now shall must may might could would do does did done ' +
  'doing be been being am is are was were have has had having it its itself this that these those he ' +
  'him his she her they them their theirs we us our ours you your yours i me my mine who whom whose ' +
  'which what if because as until while about against also however therefore thus hence moreover ' +
  'furthermore otherwise either neither whether per via upon hereof herein hereby hereto hereunder ' +
  'thereof therein thereto party parties agreement contract section article clause pursuant respect ' +
  'including include includes included provided provide provides applicable accordance set forth one ' +
  'two three four five six seven eight nine ten first second third new use used using based show ' +
  'shows shown paper figure table fig et al e.g i.e etc see let given well many much since although ' +
  'though like even still may often however result results method methods approach proposed propose ' +
  'present presented different page date number no name address phone fax email www http https com ' +
  'org section day days month months year years time case order total amount set make made take ' +
  'taken get need needs needed work works part parts way ways able example general specific ' +
  'following follow follows related available required require requires ensure please note contact ' +
  'information details click select january february march april june july august september october ' +
  'november december monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr inc ltd ' +
  'co corp llc eur usd cny rmb vat us un mm cm km kg thereby whereas notwithstanding subject shall ' +
  'deemed means mean any writing percent business written purchase twenty thirty forty fifty sixty ' +
  'seventy eighty ninety hundred thousand million least eleven twelve fifteen upon';

const OTHER =
  'bei aus sich als auch oder ist sind wird werden wurde haben hat einer eines einem einen ihre ' +
  'ihrer ihren unsere unserer unseren durch zum zur beim nach über unter wenn dass sie wir ich sowie ' +
  'bzw par avec sans sont ont cette ces qui aux nous leur plus pas ne se votre vos también más entre ' +
  'nachfolgend genannt folgender beträgt beginnt endet gemäß innerhalb spätestens monatlich ' +
  'jeweils frau herrn zahlt folgenden vertrag ' +
  'eins zwei drei vier fünf sechs januar februar märz mai juni juli oktober dezember ' +
  'sobre este esta estos sin pero como anche alle delle degli questo questa pela mais uma este';

/** Words without a topic: function words, and words that are frequent in every contract, report or paper. */
export const STOPWORDS: ReadonlySet<string> = new Set([
  ...CHINESE.split(' '),
  ...ENGLISH.split(' '),
  ...Object.values(FUNCTION_WORDS).flat(),
  ...OTHER.split(' '),
]);
