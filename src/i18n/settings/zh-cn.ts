import { brands } from '../brands';
import type { settingsEn } from './en';

/** Chinese texts of the settings tab. */
export const settingsZhCn: typeof settingsEn = {
  groups: {
    device: '本设备',
    inbox: '收件箱',
    model: '语言模型',
    digest: '总结',
    note: '笔记',
    scanned: '扫描页',
    limits: '限制与费用',
  },
  limits: {
    description: '何时先询问再总结、每天的 token 数，以及请求的大小。',
    cost: '费用',
    requests: '请求的大小',
  },
  inboxFolder: {
    name: '收件箱文件夹',
    description: '总结此文件夹及其子文件夹中的 PDF。填 / 表示整个仓库。更多文件夹可在下面的页面中添加。',
  },
  noteFolder: { name: '笔记文件夹', description: '新笔记所在的文件夹。留空则与 PDF 放在一起。' },
  auto: {
    name: '在本设备上自动总结新的 PDF',
    description:
      '只用来阅读的设备可以关闭。此设置仅对本设备有效，不会同步。多台设备共用仓库时，通过同步收到 PDF 的设备会等到不再有文件同步进来，再多等几秒，因为另一台设备写的笔记可能随后才到。如果笔记到得更晚，两台设备都已为总结付费，但只保留一份笔记。',
  },
  firstRun: { name: '逐步设置', desc: '打开首次启用时的设置向导，可以用示例 PDF 试一试。' },
  forget: {
    name: '清除本设备上保留的全部数据',
    desc: '确认后，从本设备清除模型的回答、哈希值、密码和批准。',
  },
  moreInboxFolders: {
    name: '更多收件箱文件夹',
    description: '同样会总结这些文件夹中的 PDF。',
    add: '添加收件箱文件夹',
  },
  rules: {
    name: '文件夹与文档类型',
    description:
      '更多收件箱文件夹；为某个文件夹或某类文档单独设置模板、笔记文件夹和标签；文件夹还可以单独设置提示词，以及是否允许发送给服务商。',
    heading: '规则',
    empty:
      '规则可以为一个文件夹或一类文档单独设置模板、标签和笔记文件夹；文件夹的规则还可以设置提示词，或使其中的 PDF 不发送给服务商。有多条符合时，以第一条为准；文件夹的规则优先于文档类型的规则。',
    add: '添加规则',
    title: '规则',
    appliesTo: '适用于',
    folder: '某个文件夹中的 PDF',
    folderField: { name: '文件夹', description: '规则也适用于其子文件夹。' },
    forFolder: '文件夹：{folder}',
    wholeVault: '整个仓库',
    forKind: '文档类型：{kind}',
    localOnly: {
      name: '不发送给互联网上的服务商',
      description: '如果您的模型在本设备或您自己的网络中，由它总结此文件夹的 PDF；否则由离线引擎总结。',
    },
    instructions: { name: '提示词', description: '代替所有文档共用的提示词。' },
    template: { name: '模板', description: '模板笔记的路径。' },
    noteFolder: { name: '笔记文件夹', description: '新笔记所在的文件夹。' },
    tags: { name: '标签', description: '代替所有笔记共用的标签。' },
    shows: '{name}：{value}',
    separator: ' · ',
    save: '保存规则',
    invalid: '请填写文件夹的路径，并检查其他各项：名称不能以点开头。',
  },
  provider: {
    name: '服务商',
    description:
      '由离线引擎还是哪个服务商的模型来写总结。离线引擎无需账户，也不发送任何内容。选择服务商后，会显示请求、费用和扫描页的设置。',
  },
  baseUrl: {
    name: '接口地址',
    description: '兼容 OpenAI 的接口地址。留空则使用服务商的地址；自定义接口没有默认值。',
  },
  model: { name: '模型', description: '模型名称。留空则使用服务商的默认模型；自定义接口没有默认值。' },
  apiKeySecret: {
    name: 'API 密钥',
    description: '保存在本设备的密钥存储中，不会出现在设置文件或笔记里。',
    missing: '本设备上没有存储密钥。如果服务商需要密钥，请在此输入，或选择存有密钥的条目。',
    enter: '输入密钥',
  },
  prompt: { name: '提示词', description: '告诉模型总结时应注意什么。在您改写之前，这里显示内置提示词。' },
  outputLanguage: { name: '输出语言', description: '模型写总结所用的语言。' },
  secondReading: {
    name: '复核陈述',
    description: '对不是逐字出自 PDF 的陈述，模型会对照出处段落再读一遍，并修正得不到段落支持的内容。{cost}',
    cost: '几页的文档约多用一倍的 token，500 页的文档约多用 5%。',
  },
  checkModel: { name: '复核所用模型', description: '模型名称。留空则使用撰写总结的模型。' },
  tags: { name: '标签', description: '每篇笔记都会加上的固定标签，用逗号分隔。' },
  taskFormat: { name: '截止日期', description: '待办事项截止日期的书写格式。' },
  completeByItself: {
    name: '自动补全笔记',
    description: '模型恢复可用时，补上缺少的总结和未能完成的复核，并替换离线引擎的总结。会消耗 token。',
  },
  factProperties: {
    name: '关键信息写入属性',
    description: '把文档的编号、当事方、金额和日期也写入笔记属性，便于排序和筛选。',
  },
  redaction: {
    name: '发送的内容',
    description: '发送文字前替换的内容，以及文字的预览。',
    values: '发送文字前替换',
  },
  idCard: { name: '证件号码', description: '身份证、护照和其他一些证件的号码。' },
  bankCard: { name: '银行卡与账号', description: '卡号、IBAN，以及“账号”等字样后的号码。' },
  phone: { name: '电话号码', description: '手机、座机和传真号码。' },
  email: { name: '电子邮箱', description: '包括含有空格或换行的地址。' },
  redact: {
    name: '自定义词语',
    description: '姓名等词语，每行一个。模型收到的是代替这些词语和号码的记号，笔记中会恢复原文。',
  },
  previewSent: {
    name: '预览将会发送的内容',
    desc: '选择一个 PDF，查看带有记号的文字。不会发送任何内容。不常见的写法可能无法识别，页面图像中的内容无法替换。模型由本设备上的 Ollama 或 LM Studio 运行时，不替换任何内容。',
  },
  filing: {
    name: '归档',
    description: '标题、关键信息、文件名、标签，以及待办属于谁。',
    facts: '标题、关键信息与待办',
    names: '文件名',
    tags: '总结的标签',
  },
  titleAsHeading: {
    name: '以文档标题为笔记标题',
    description: '笔记开头用文档的标题，而不是“PDF 智能总结”。',
  },
  renameByTitle: {
    name: '按标题重命名新的 PDF',
    description:
      '是否用文档的标题和信息为新的 PDF 及其笔记命名。指向它们的链接会随之更新，并且可以撤销。命令“按标题重命名”可以对单个 PDF 这样做。',
  },
  renamePattern: {
    name: '命名格式',
    description:
      '可用的占位符：{date}（文档日期）、{title}（标题）、{kind}（类型）、{number}（编号）、{seller}（卖方）、{buyer}（买方）、{party}（当事方）。未知的信息会略去。',
    invalid:
      '请至少使用一个占位符，且只能使用：{date}、{title}、{kind}、{number}、{seller}、{buyer}、{party}。',
  },
  me: {
    name: '我是谁',
    description:
      '文档中对您的称呼：姓名、公司、角色，用逗号分隔。您的待办排在前面，他人的待办列在其后。留空则不区分您和他人的待办。',
  },
  tagPolicy: {
    name: '标签的选择',
    description: '总结使用哪些标签：仓库中已有的、新的，或不用标签。每篇笔记都有的固定标签在“标签”中设置。',
  },
  tagPrefix: {
    name: '新标签的前缀',
    description: '加在仓库中还没有的标签之前的文字。以斜杠结尾（例如“work/”）则成为嵌套标签。',
  },
  tagsInProperty: {
    name: '总结的标签写入属性',
    description: '把总结的标签也写入属性“tags”。',
  },
  tagsToModel: {
    name: '让模型知道仓库的标签',
    description: '把笔记中最常用的 100 个标签的名称随每份 PDF 一起发送给服务商，让模型从中选用。',
  },
  ownFields: {
    name: '自定义字段',
    description: '笔记还应写入哪些属性：名称，以及要找的内容。',
    heading: '字段',
    empty:
      '生成总结时会在文档中一并查找各个字段，并像其他信息一样核对。核对无误的值写入笔记属性，其余列在“待核实”中。离线引擎能找到写在标签之后的值，例如“押金：500 元”。',
    add: '添加字段',
    title: '字段',
    fieldName: { name: '名称', description: '属性的名称。须以文字或字母开头，且不与其他字段相同。' },
    type: { name: '类型', description: '不符合此类型的值不会写入属性。' },
    ask: { name: '要找的内容', description: '几个字即可，例如文档中的标签。名称已说明清楚时可留空。' },
    kinds: { name: '文档类型', description: '都不勾选时，在所有文档中查找。' },
    shows: '{type} · {kinds}',
    allKinds: '所有类型',
    separator: '、',
    save: '保存字段',
    invalid:
      '请填写以文字或字母开头、且其他字段没有用过的名称。插件和应用自身的属性（例如“tags”）不能作为字段。',
  },
  template: {
    name: '笔记模板',
    description:
      '用一篇笔记的内容作为新笔记的版式。留空则使用内置版式。命令“导出内置模板”会生成一篇可供修改的笔记。',
  },
  archive: { name: '原始内容', description: 'PDF 全文在笔记中的保存方式。' },
  archiveLimit: { name: '原始内容长度', description: '笔记保留的字符数，0 表示全部保留。' },
  scannedPages: {
    name: '没有文字的页面',
    description: '如何处理扫描页。选择识别时，这些页面的图像会发送给视觉模型。',
  },
  visionModel: {
    name: '视觉模型',
    description: '用于识别扫描页的模型。留空则使用服务商的默认模型；自定义接口没有默认值。',
  },
  contextTokens: {
    name: '上下文长度',
    description: '模型一次可接收的 token 数，0 表示使用插件为该服务商预设的值。',
  },
  maxOutputTokens: {
    name: '最长回答',
    description: '一次回答的 token 上限，0 表示使用插件为该服务商预设的值。',
  },
  concurrency: {
    name: '并发请求数',
    description: '处理长文档时最多同时进行的请求数，0 表示使用插件为该服务商预设的值。',
  },
  advanced: { name: '高级', description: '等待时间、请求频率，以及附加在请求中的内容。', requests: '请求' },
  silenceSeconds: {
    name: '无响应时限（秒）',
    description:
      '接口多久没有发来内容就停止等待，0 表示使用插件为该服务商预设的值。如果接口一次返回整个回答，整个回答须在此时间内返回。',
  },
  settleSeconds: {
    name: '等待 PDF 写完',
    description: '文件在这么多秒内没有变化，才会读取。如果扫描仪在两页之间停顿较久，请调大。',
  },
  requestsPerMinute: { name: '每分钟请求数', description: '超出的请求等到这一分钟结束后再发，0 表示不限。' },
  extraBody: {
    name: '附加请求体',
    description: '一个 JSON 对象，其成员会加入发给模型的每个请求，例如服务商特有的参数。',
    invalid: '这不是 JSON 对象，或者含有由插件设置的成员，例如 "model" 或 "messages"。',
  },
  extraHeaders: {
    name: '自定义请求头',
    description: '随每个请求发送的请求头，例如网关所需的请求头。它们的值保存在本设备的密钥存储中。',
    secret: '密钥：{secret}',
    add: '添加请求头',
    headerName: '名称',
    headerValue: '值',
    headerValueHint: '选择保存该值的密钥。',
    invalid: '请填写列表中没有的名称，并选择密钥。Cookie 等请求头无法设置。',
  },
  confirmAboveTokens: {
    name: '总结大文档前询问',
    description: '文档预计需要的 token 超过这个数时先询问，0 表示从不询问。',
  },
  dailyTokenLimit: {
    name: '每日 token 上限',
    description: '每天可用的 token 数。剩余数量不足以处理某个 PDF 时，队列暂停到午夜，0 表示不限。',
  },
  options: {
    tagPolicy: {
      prefer: '优先用仓库中的标签，没有时用新标签',
      only: '只用仓库中的标签',
      new: '按总结给出的标签',
      none: '不用标签',
    },
    renameByTitle: { never: '从不', ask: '每次询问', always: '自动' },
    taskFormat: { plain: '纯文字', tasks: 'Tasks（表情符号）', dataview: 'Dataview（行内字段）' },
    archive: { callout: '折叠标注块', details: '折叠 HTML 块', none: '不保存' },
    scannedPages: { skip: '跳过', vision: '用视觉模型识别' },
    outputLanguage: { auto: '与文档相同' },
  },
  providers: {
    ...brands,
    offline: '离线引擎',
    dashscope: '阿里云百炼（通义千问）',
    moonshot: '月之暗面（Kimi）',
    zhipu: '智谱（GLM）',
    siliconflow: '硅基流动',
    ark: '火山方舟（豆包）',
    hunyuan: '腾讯混元',
    qianfan: '百度千帆（文心）',
    stepfun: '阶跃星辰',
    custom: '自定义接口',
  },
  spentToday: { name: '今日用量', description: '本设备已用 {tokens} 个 token，以接口报告的用量为准。' },
  createFolder: '创建文件夹',
  folderMissing: '收件箱文件夹尚不存在。',
  folderCreated: '已创建文件夹“{folder}”。',
  changeProvider: {
    title: '更换服务商',
    question: '您填写过自己的接口地址或模型。要替换为新服务商的默认值吗？',
    replace: '替换',
    keep: '保留我的',
    cancel: '取消',
  },
  modelPicker: {
    name: '选择模型',
    description: '从接口获取模型列表。',
    placeholder: '选择模型，或输入名称',
    loading: '正在获取模型列表…',
    useTyped: '使用 {model}',
    unknown: '接口没有模型 {model}，名称最接近的排在最前。',
    none: '接口没有列出模型，请输入名称。',
    failure: '{sentence}{wayOn}您仍可直接输入模型名称。',
  },
  resetPrompt: '恢复内置提示词',
  testConnection: {
    name: '测试连接',
    description: '向模型发送一个极短的请求。',
    button: '测试',
    running: '正在测试…',
    success: '连接正常：{model} 已回答。',
    failure: '连接不可用。{sentence}{wayOn}',
    offline: '离线引擎无需连接。',
  },
  separator: '、',
  rejected: '以下设置的值无效，暂时使用默认值：{names}',
  invalid: '这个值无效。',
};
