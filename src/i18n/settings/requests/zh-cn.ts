import type { requestSettingsEn } from './en';

/** Chinese texts of the settings of requests. */
export const requestSettingsZhCn: typeof requestSettingsEn = {
  limits: {
    description: '何时先询问再总结、每天的 token 数，以及请求的大小。',
    cost: '费用',
    requests: '请求的大小',
  },
  spentToday: { name: '今日用量', description: '本设备已用 {tokens} 个 token，以接口报告的用量为准。' },
  confirmAboveTokens: {
    name: '总结大文档前询问',
    description: '文档预计需要的 token 超过这个数时先询问，0 表示从不询问。',
  },
  dailyTokenLimit: {
    name: '每日 token 上限',
    description: '每天可用的 token 数。剩余数量不足以处理某个 PDF 时，队列暂停到午夜，0 表示不限。',
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
};
