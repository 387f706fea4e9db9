import { approvalZhCn } from './approval/zh-cn';
import { catalogueZhCn, completionZhCn } from './catalogue/zh-cn';
import { cliZhCn } from './cli/zh-cn';
import { dashboardZhCn } from './dashboard/zh-cn';
import { failuresZhCn } from './failures/zh-cn';
import { firstRunZhCn } from './first-run/zh-cn';
import { forgetZhCn } from './forget/zh-cn';
import { noteZhCn } from './note/zh-cn';
import { queueZhCn } from './queue/zh-cn';
import { renameZhCn } from './rename/zh-cn';
import { settingsZhCn } from './settings/zh-cn';
import type { Messages } from './en';

/** All Chinese texts of the interface and of the notes. */
export const zhCn: Messages = {
  note: noteZhCn,
  failures: failuresZhCn,
  queue: queueZhCn,
  settings: settingsZhCn,
  firstRun: firstRunZhCn,
  catalogue: catalogueZhCn,
  completion: completionZhCn,
  cli: cliZhCn,
  dashboard: dashboardZhCn,
  approval: approvalZhCn,
  forget: forgetZhCn,
  rename: renameZhCn,

  commands: {
    'process-current-pdf': '总结当前 PDF',
    'process-inbox': '总结收件箱中的新 PDF',
    'regenerate-note': '重新生成此笔记',
    'retry-failed': '重试失败的 PDF',
    'cancel-all': '全部取消',
    'open-queue': '打开队列',
    'open-source-pdf': '打开此笔记的 PDF',
    'create-dashboard': '创建或更新总览',
    'rename-to-title': '按标题重命名',
    'preview-sent': '预览将会发送的内容',
    'undo-rename': '撤销上一次重命名',
    'write-template': '导出内置模板',
    'second-reading': '复核此笔记中的陈述',
    'copy-diagnostics': '复制诊断信息',
    'forget-device-data': '清除本设备上保留的全部数据',
  },

  menus: {
    digestPdf: '总结此 PDF',
    digestFolder: '总结此文件夹中的 PDF',
    regenerate: '重新生成此笔记',
  },

  status: {
    opening: '正在打开 {name}',
    reading: '正在读取 {name}：第 {done} 页，共 {total} 页',
    recognising: '正在识别 {name} 的扫描页：已完成 {done} 页，共 {total} 页',
    picking: '正在从 {name} 中摘取要点',
    asking: '正在询问 {model}[：已收到 {words} 字]',
    askingPart: '正在询问 {model}：第 {part} 部分，共 {parts} 部分[，已收到 {words} 字]',
    writing: '正在写入 {name}',
    waiting: '{count} 个等待中',
    arriving: '{count} 个正在传入',
    paused: 'PDF 队列已暂停',
  },

  password: {
    title: '需要密码',
    question: '{name} 受密码保护。',
    field: '密码',
    remember: '为此文件记住密码',
    rememberHint: '保存在本设备的密钥存储中。',
    open: '打开',
    cancel: '取消',
  },

  cost: {
    title: '文档较大',
    question: '{name} 预计需要的 token 超过了您在“总结大文档前询问”中设定的数量。',
    pages: '{pages} 页',
    calls: '{parts} 个部分，{calls} 次请求',
    tokens: '约 {tokens} 个 token',
    reading: '其中约 {tokens} 个用于复核',
    goOn: '开始处理',
    cancel: '暂不处理',
  },

  images: {
    title: '发送页面图片？',
    question:
      '{name} 有 {pages} 页没有文字。您选择了在发送文字前替换某些内容，但图片中的内容无法替换：服务商会看到这些页面上的一切。',
    all: '本轮的所有 PDF 都这样处理（目前还有 {count} 个在等待）',
    send: '发送图片',
    leaveOut: '略过这些页面',
  },

  preview: {
    title: '将会发送的内容：{name}',
    reading: '正在读取 PDF…',
    waiting: '正在总结另一个 PDF，可能需要多等一会儿…',
    pages: '正在读取第 {done} 页，共 {of} 页…',
    onDevice: '您的模型在本设备上运行，因此没有替换任何内容：这些文字不会离开本设备。',
    nothing: '不会为此 PDF 发送任何内容。',
    about:
      '以下文字会发送给服务商，之前还有对每份文档都相同的说明。复核时会再次发送其中的段落和总结的陈述。现在尚未发送任何内容。',
    marks: '以记号替换的内容：{count} 项',
    noMarks: '没有替换任何内容。可在设置的“发送的内容”中选择要替换的内容。',
    images: '{count} 页会以图片发送，图片中的内容无法替换。',
    instructions: '您的提示词和字段',
    tags: '仓库的标签',
    part: '文档，第 {number} 部分，共 {of} 部分',
    choose: '选择 PDF',
  },

  conflicts: {
    title: '您和新总结都改动了',
    question: '您和新总结改动了相同的 {count} 处。笔记目前保留您的内容。',
    mine: '您的内容',
    fresh: '新总结',
    keepMine: '保留我的',
    takeFresh: '采用新的',
    keepBoth: '两者都保留',
    apply: '应用',
    later: '保持现状',
  },

  notices: {
    paused: '队列已暂停[，直到 {time}]。{sentence}{wayOn}',
    resume: '继续',
    asksAboutImages: '{name} 有 {pages} 个扫描页。图片中的内容无法替换，请决定是否发送。',
    asksForCost: '{name} 共 {pages} 页，约 {tokens} 个 token，等待您确认。',
    declined: '{name} 未处理，仍保留在队列中，您可以稍后再决定。',
    decide: '去确认',
    enterPassword: '输入密码',
    done: '{name} 的总结已完成。',
    notReadTwice: '{name} 的总结已完成，但有陈述未经复核。[{sentence}][{wayOn}]',
    pending: '{name} 已有笔记，但还没有总结。{sentence}{wayOn}',
    failed: '未能总结 {name}。{sentence}{wayOn}',
    alreadyDone: '{name} 已有笔记。',
    leftOut: '未处理 {name}，因为它的笔记已在本设备上或通过同步删除。',
    digest: '处理',
    changed: '{name} 在生成笔记之后有改动。笔记没有改动。',
    newNote: '另建新笔记',
    keepNote: '保留笔记',
    regenerate: '重新生成笔记',
    regenerated: '{name} 的笔记已有新的总结。',
    regeneratedSame: '{name} 的新总结与原来相同，笔记没有改动。',
    undo: '撤销',
    undone: '笔记已恢复原样。',
    notUndone: '笔记在此之后又有改动，因此没有撤销。',
    decideConflicts: '选择保留的内容',
    moreDone: '另有 {count} 篇总结已完成。',
    moreFailed: '另有 {count} 个 PDF 未能完整处理。',
    inboxMoved: '收件箱文件夹现在是“{folder}”。',
    started: '正在总结 {count} 份 PDF。',
    withdrawn: '另一台设备已为相同的 PDF 生成笔记。本设备生成、您没有改动过的 {count} 篇笔记已移入回收站。',
    twinDoubted:
      '同一个 PDF 有两篇笔记：“{path}”由本设备生成，“{other}”与本插件生成的笔记不符。两篇都已保留，请删除您不信任的那一篇。',
    asksAboutSize: '“{name}”有 {size}，本设备不会自动读取。它在队列中等您处理。',
    asksAfterCrash: '读取“{name}”时应用意外退出，因此不再自动读取这个 PDF。它在队列中等您处理。',
    asksAboutClaim: '有一篇笔记写明它属于“{name}”。这个 PDF 在队列中等您确认。',
    moreYours: '另有 {count} 个 PDF 在队列中等您处理。',
    moreErrors: '另有 {count} 个错误，可在队列中或用“复制诊断信息”命令查看。',
    readNow: '现在读取',
    cancelled: '已取消。',
    diagnosticsCopied: '诊断信息已复制到剪贴板，其中不含 API 密钥、文件名和文档内容。',
    openNote: '打开笔记',
    openSettings: '打开设置',
    retry: '重试',
  },
};
