import type { cliEn } from './en';

/** Chinese texts of the command line. */
export const cliZhCn: typeof cliEn = {
  digest: '总结一个 PDF，并输出笔记的路径',
  status: '显示队列',
  retry: '重试失败的 PDF，以及笔记尚无总结的 PDF',
  path: 'PDF 在仓库中的路径',
  json: '输出 JSON',
  link: {
    title: '处理这份 PDF？',
    question: '有链接要求处理 {path}，它不在收件箱文件夹中。',
    agree: '处理',
    decline: '取消',
  },
  noPath: '请指定 PDF：path=<仓库中的路径>。',
  noFile: '仓库中没有 {path}。',
  notPdf: '{path} 不是 PDF。',
  full: '队列已满，未能加入 {path}。',
  gone: '{path} 在此期间被删除或改动。',
  cancelled: '{path} 已取消。',
  stopped: '应用正在关闭。',
  pausedByUser: '队列已暂停。',
  askedInApp: '如要继续，请在应用中总结这份 PDF。',
  working: '进行中：{text}',
  waiting: '等待中：{count}',
  needsYou: '等您处理：{name}。{sentence}',
  failed: '失败：{name}。{sentence}',
  done: '已完成：{count}',
  idle: '队列为空。',
  retried: '将重试的 PDF：{count}',
};
