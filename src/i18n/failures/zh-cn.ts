import type { failuresEn } from './en';

/** Chinese texts of every kind of failure. */
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
    sentence: '这份 PDF 的加密方式不受支持，无法打开。',
    wayOn: '请用创建这份 PDF 的程序打开它，另存一份不加密的副本。',
  },
  'pdf-corrupt': {
    sentence: '这份 PDF 已损坏，无法读取。',
    wayOn: '请重新下载或导出，替换损坏的文件。',
  },
  'pdf-empty': {
    sentence: '这份 PDF 没有页面。',
    wayOn: '请确认文件已完整保存，然后将它重新放入收件箱文件夹。',
  },
  'pdf-too-large': {
    sentence: '这份 PDF 太大，本设备的内存不足以处理它。',
    wayOn: '请拆分成较小的文件。不超过 1 GB 的 PDF 也可以在内存更大的设备上处理。',
  },
  'pdf-too-complex': {
    sentence: '读取这份 PDF 所需的内存或时间过多，已放弃。',
    wayOn: '如果您信任它，请用其他程序打开并打印成新的 PDF，再处理新文件。',
  },
  'pdf-no-text': {
    sentence: '这份 PDF 没有可读的文字，页面都是图像。',
    wayOn: '请在设置的“没有文字的页面”中选择由视觉模型识别，或先对这份 PDF 进行文字识别（OCR）。',
  },
  'pdf-not-recognised': {
    sentence: '视觉模型没有在这份 PDF 的页面上找到文字。',
    wayOn: '请在设置中换一个视觉模型，或先对 PDF 做文字识别（OCR）。',
  },
  'pdf-worker': {
    sentence: 'PDF 读取程序无法启动。',
    wayOn: '请重启应用后重试；如果仍然不行，请更新应用。',
  },
  'settings-unreadable': {
    sentence:
      '插件的设置文件（data.json）为空或已损坏。在文件恢复之前，插件继续使用上次读到的设置；如果还没有读到过，则使用默认设置和离线引擎。插件不会写入该文件。',
    wayOn:
      '请从同步服务或备份中恢复该文件。如果没有备份，请在插件文件夹中删除它并重启应用，所有设置会恢复为默认值。',
  },
  'settings-not-approved': {
    sentence: '有些设置决定哪些内容会离开本设备。这些设置已被更改，更改尚未在本设备上获得批准[：{changes}]。',
    wayOn: '请在通知或队列中批准更改，或改回原来的设置。在此之前，插件不会处理或发送任何内容。',
  },
  'llm-key-missing': {
    sentence: '本设备上没有保存 API 密钥。',
    wayOn: '请在设置中填写 API 密钥；它不会在设备之间同步。',
  },
  'llm-header-value': {
    sentence: '设置中的请求头[ {name} ]在本设备上没有值，或其值无法发送。',
    wayOn: '请在设置的“高级”页中为它选择密钥；密钥不会在设备之间同步。',
  },
  'llm-key-wrong': {
    sentence: '接口不接受这个 API 密钥。',
    wayOn: '请在设置中确认密钥填写完整，并且属于所选的服务商。',
  },
  'llm-forbidden': {
    sentence: '接口不允许您的账户发出这个请求。',
    wayOn:
      '请在服务商的网站上确认：模型已开通，身份已认证，账户的隐私设置允许使用此模型。如果这些都没有问题，请在设置中核对密钥。',
  },
  'llm-no-balance': {
    sentence: '您在服务商处的账户余额不足。',
    wayOn: '请充值后重试。',
  },
  'llm-region': {
    sentence: '服务商不向您所在的国家或地区提供服务。',
    wayOn: '请在设置中选择其他服务商或模型，然后重试。',
  },
  'llm-rate-limit': {
    sentence: '发送到接口的请求过于频繁。',
    wayOn: '请稍候[（至少 {retryAfterSeconds} 秒）]再试。',
  },
  'llm-daily-limit': {
    sentence: '处理这份 PDF 所需的 token 超过了今天剩余的额度。',
    wayOn: '队列会在午夜后继续；如需提前继续，请在设置中提高“每日 token 上限”。',
  },
  'llm-daily-quota': {
    sentence: '您在服务商处的今日额度已用完。',
    wayOn: '请明天再试，或在服务商处提高额度。',
  },
  'llm-content-filter': {
    sentence: '接口的内容审核拒绝了这份文档。',
    wayOn: '请换一个服务商，或使用离线引擎。',
  },
  'llm-too-long': {
    sentence: '文档太长，超出模型[ {model} ]可处理的长度。',
    wayOn: '请选择上下文更长的模型，或在设置的“上下文长度”中填写模型实际可接收的 token 数。',
  },
  'llm-prompt-cut': {
    sentence: '接口丢弃了文档的一部分，但没有报错。',
    wayOn: '请在设置中将“上下文长度”改为模型在该接口上实际可接收的 token 数，然后重试。',
  },
  'llm-model-unknown': {
    sentence: '接口没有这个模型[：{model}]。',
    wayOn: '请从它提供的模型中选择。',
  },
  'llm-no-vision': {
    sentence: '还没有选择能识别页面图像的模型[：{model} 不支持图像]。',
    wayOn: '请在设置中选择视觉模型。',
  },
  'llm-unreachable': {
    sentence: '无法连接到接口[ {host}]。',
    wayOn: '请检查网络连接和设置中的接口地址，并确认服务正在运行。',
  },
  'llm-tls': {
    sentence: '无法与接口建立安全连接。',
    wayOn: '请检查接口地址、服务器证书以及本设备的日期和时间。',
  },
  'llm-timeout': {
    sentence: '接口响应超时[（{seconds} 秒）]。',
    wayOn: '请稍后重试，或在设置的“高级”页中调大“无响应时限（秒）”。',
  },
  'llm-no-answer': {
    sentence: '接口尚未回答，连接就已断开[（状态码 {status}）]。',
    wayOn:
      '接口可能已为这个请求计费，因此没有自动重发。请稍后重试，或在设置的“上下文长度”中填写较小的数，例如 8000，使每个请求更小。',
  },
  'llm-memory': {
    sentence: '服务器的内存装不下模型[ {model}]。',
    wayOn: '请在设置中选择更小的模型，或在“上下文长度”中填写较小的数，例如 8000。',
  },
  'llm-not-an-api': {
    sentence: '该接口地址提供的不是语言模型服务[（状态码 {status}）]。',
    wayOn: '请在设置中核对接口地址，它通常以 /v1 结尾。',
  },
  'llm-redirect': {
    sentence: '接口[（{host}）]将请求重定向到另一个地址，插件没有向那个地址发送内容。',
    wayOn: '如果您信任那个地址，请在设置中将它填写为接口地址。',
  },
  'llm-address-invalid': {
    sentence: '接口地址为空，或者不是网址。',
    wayOn: '请在设置中填写接口地址：以 https:// 或 http:// 开头，通常以 /v1 结尾。',
  },
  'llm-address-credentials': {
    sentence: '接口地址中有 @ 符号。@ 之前是用户名或密码，@ 之后才是真正的主机[：{host}]。没有发送任何内容。',
    wayOn: '请从接口地址中删去 @ 符号及其之前的内容。如果服务商给了您 API 密钥，请填写在“API 密钥”中。',
  },
  'llm-bad-request': {
    sentence: '接口拒绝了请求[（状态码 {status}）]。',
    wayOn: '请在设置中检查模型名称、“上下文长度”和“最长回答”，或换一个模型。',
  },
  'llm-bad-answer': {
    sentence: '模型的回答无法使用。',
    wayOn: '请重试，或换一个模型。',
  },
  'llm-cut-off': {
    sentence: '模型的回答被截断。',
    wayOn: '请重试；如果再次出现，请在设置中调高“最长回答”，或换一个模型。',
  },
  'llm-refused': {
    sentence: '模型拒绝总结这份文档。',
    wayOn: '请换一个模型，或使用离线引擎。',
  },
  'llm-server': {
    sentence: '接口过载或出现内部错误[（状态码 {status}）]。',
    wayOn: '请稍后重试。',
  },
  'secrets-unavailable': {
    sentence: '应用的密钥存储无法使用，因此本设备读不到 API 密钥。',
    wayOn: '请解锁系统的钥匙串或密钥环，或在设置中选择离线引擎。',
  },
  'other-window': {
    sentence: '本设备上，此仓库的另一个窗口正在处理 PDF。',
    wayOn: '关闭那个窗口，或在这里继续队列，就由本窗口接手。',
  },
  'device-storage-full': {
    sentence: '应用的本地存储已满，因此插件无法在本设备上记住处理进度。',
    wayOn:
      '处理会继续，但下次启动时可能要重新读取 PDF。最好清理其他插件的存储。也可以使用“清除本设备上保留的全部数据”，但这样一来，收件箱中您没有选择或已删除笔记的 PDF 也会被处理，设置也需要重新批准。',
  },
  'vault-file-gone': {
    sentence: '文件已不在仓库中。',
    wayOn: '如需总结这份 PDF，请将它重新放入收件箱文件夹。',
  },
  'vault-read': {
    sentence: '无法从仓库读取文件。',
    wayOn: '请确认文件已同步完成、未被其他程序占用，然后重试。',
  },
  'vault-write': {
    sentence: '无法将笔记写入仓库。',
    wayOn: '请确认设备有剩余空间、文件夹可以写入，然后重试。',
  },
  'dashboard-unreadable': {
    sentence: '无法读取总览[ {path}]，因此没有改动。',
    wayOn: '请修正其中的 YAML，或重命名、删除该文件，然后再次运行命令。',
  },
  'vault-rename': {
    sentence: '无法重命名文件[ {name}]，PDF 及其笔记仍使用原来的名称。',
    wayOn: '请确认没有其他应用打开这些文件、文件夹可以写入，然后重试。',
  },
  'vault-folder': {
    sentence: '无法创建文件夹[ {path}]。',
    wayOn: '请检查是否已有同名文件；也可以另选文件夹，或自行创建这个文件夹。',
  },
  'inbox-missing': {
    sentence: '收件箱文件夹[“{folder}”]不存在。',
    wayOn: '如果它已改名或移动，请在设置中选择它，其中已有笔记的 PDF 不会重新处理；否则请在设置中创建它。',
  },
  'template-invalid': {
    sentence: '笔记模板[ {path} ]无法使用[：其中的占位符 {placeholder} 不存在]，已改用内置版式。',
    wayOn: '请修改模板，或运行命令“导出内置模板”，再以它为起点。',
  },
  'code-not-loaded': {
    sentence: '插件的一部分未能加载。',
    wayOn: '请在应用的设置中停用再启用本插件，或重启应用。如果仍不行，请重新安装本插件。',
  },
  unexpected: {
    sentence: '发生意外错误。',
    wayOn: '请重试；如果再次出现，请运行命令“复制诊断信息”，并在插件的 GitHub 页面新建 issue，附上结果。',
  },
};
