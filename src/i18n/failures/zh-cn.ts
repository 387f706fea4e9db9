import type { failuresEn } from './en';

/** Chinese words of every kind of failure. */
export const failuresZhCn: typeof failuresEn = {
  'pdf-password-needed': {
    sentence: '这份 PDF 有密码保护。',
    wayOn: '请输入密码，或将去除密码的副本放入收件箱文件夹。',
  },
  'pdf-password-wrong': {
    sentence: '密码不正确，无法打开这份 PDF。',
    wayOn: '请核对密码后重试。',
  },
  'pdf-unsupported-security': {
    sentence: '这份 PDF 的加密方式无法在此打开。',
    wayOn: '请用原来的程序打开，另存一份不加密的副本。',
  },
  'pdf-corrupt': {
    sentence: '这份 PDF 已损坏，无法读取。',
    wayOn: '请重新下载或导出，替换现有文件。',
  },
  'pdf-empty': {
    sentence: '这份 PDF 没有页面。',
    wayOn: '请确认文件保存完整，再放入收件箱文件夹。',
  },
  'pdf-too-large': {
    sentence: '这份 PDF 太大，本设备内存不足。',
    wayOn: '请拆分成较小的文件，或在其他设备上处理。',
  },
  'pdf-no-text': {
    sentence: '这份 PDF 没有可读的文字，页面都是图像。',
    wayOn: '请在设置中选择用服务商的视觉模型识别没有文字的页面，或先对 PDF 做文字识别。',
  },
  'pdf-not-recognised': {
    sentence: '视觉模型没有在这份 PDF 的页面上找到文字。',
    wayOn: '请在设置中换一个视觉模型，或先对 PDF 做文字识别。',
  },
  'pdf-worker': {
    sentence: 'PDF 读取程序无法启动。',
    wayOn: '请重启应用后重试；如仍不行，请更新应用。',
  },
  'llm-key-missing': {
    sentence: '本设备上没有 API 密钥。',
    wayOn: '请在设置中填写；密钥不会在设备之间同步。',
  },
  'llm-key-wrong': {
    sentence: '服务端不接受这个 API 密钥。',
    wayOn: '请在设置中核对密钥，并确认它属于所选的服务商。',
  },
  'llm-no-balance': {
    sentence: '服务商账户余额不足。',
    wayOn: '请到服务商处充值后重试。',
  },
  'llm-region': {
    sentence: '服务商不向您所在的国家或地区提供服务。',
    wayOn: '请在设置中选择其他服务商或模型，然后重试。',
  },
  'llm-rate-limit': {
    sentence: '请求过于频繁。',
    wayOn: '请稍候[（至少 {retryAfterSeconds} 秒）]再试。',
  },
  'llm-daily-limit': {
    sentence: '您设定的每日 token 上限不足以处理这份 PDF。',
    wayOn: '午夜后会继续；也可以在设置中提高上限。',
  },
  'llm-daily-quota': {
    sentence: '今天的额度已用完。',
    wayOn: '请明天再试，或在设置中、服务商处提高额度。',
  },
  'llm-content-filter': {
    sentence: '服务端的内容审核拒绝了这份文档。',
    wayOn: '请换一个服务商，或使用离线引擎。',
  },
  'llm-too-long': {
    sentence: '文档太长，超出模型[ {model} ]可处理的长度。',
    wayOn: '请选择上下文更长的模型，或在设置中调低上下文长度。',
  },
  'llm-prompt-cut': {
    sentence: '服务端悄悄略去了文档的一部分。',
    wayOn: '请在设置中将上下文长度改为模型实际可用的长度，然后重试。',
  },
  'llm-model-unknown': {
    sentence: '服务端没有这个模型[：{model}]。',
    wayOn: '请在设置中核对模型名称。',
  },
  'llm-no-vision': {
    sentence: '没有可以识别页面图像的模型[：{model} 不支持图像]。',
    wayOn: '请在设置中填写视觉模型。',
  },
  'llm-unreachable': {
    sentence: '无法连接到服务端[ {host}]。',
    wayOn: '请检查网络和设置中的接口地址，并确认服务正在运行。',
  },
  'llm-tls': {
    sentence: '无法与服务端建立安全连接。',
    wayOn: '请检查接口地址、服务器证书以及本设备的日期和时间。',
  },
  'llm-timeout': {
    sentence: '服务端没有及时回答[（{seconds} 秒）]。',
    wayOn: '请稍后重试，或在设置中延长等待时间。',
  },
  'llm-not-an-api': {
    sentence: '接口地址处应答的不是语言模型服务[（状态码 {status}）]。',
    wayOn: '请在设置中核对接口地址，它通常以 /v1 结尾。',
  },
  'llm-bad-request': {
    sentence: '服务端拒绝了请求[（状态码 {status}）]。',
    wayOn: '请在设置中检查模型与各项限制，或换一个模型。',
  },
  'llm-bad-answer': {
    sentence: '模型的回答无法使用。',
    wayOn: '请重试，或换一个模型。',
  },
  'llm-cut-off': {
    sentence: '模型的回答被截断。',
    wayOn: '请重试；若仍如此，请在设置中允许更长的回答，或换一个模型。',
  },
  'llm-refused': {
    sentence: '模型拒绝总结这份文档。',
    wayOn: '请换一个模型，或使用离线引擎。',
  },
  'llm-server': {
    sentence: '服务端自身出现问题[（状态码 {status}）]。',
    wayOn: '请稍后重试。',
  },
  'vault-file-gone': {
    sentence: '这份 PDF 已不在原处。',
    wayOn: '如需总结，请再次放入收件箱文件夹。',
  },
  'vault-read': {
    sentence: '无法从仓库读取这份 PDF。',
    wayOn: '请确认文件已同步完成、未被其他程序占用，然后重试。',
  },
  'vault-write': {
    sentence: '无法将笔记写入仓库。',
    wayOn: '请检查剩余空间以及文件夹能否写入，然后重试。',
  },
  'vault-folder': {
    sentence: '无法创建文件夹[ {path}]。',
    wayOn: '请检查是否已有同名文件，或另选文件夹，也可以自行创建。',
  },
  'template-invalid': {
    sentence: '笔记模板[ {path} ]无法使用[：其中的占位符 {placeholder} 不存在]，已改用内置版式。',
    wayOn: '请修改模板，或用相应的命令写出内置模板，再以它为起点。',
  },
  unexpected: {
    sentence: '发生了意外错误。',
    wayOn: '请重试；如再次出现，请用命令“复制诊断信息”，将其内容反馈给我们。',
  },
};
