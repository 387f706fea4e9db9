import type { catalogueEn, completionEn } from './en';

/** Chinese texts for digesting a whole folder. */
export const catalogueZhCn: typeof catalogueEn = {
  title: '总结“{folder}”中的 PDF',
  counting: '正在查看文件夹：已完成 {done} 个，共 {total} 个',
  fresh: '{count} 个新的 PDF，共 {size}',
  done: '{count} 个已有总结',
  leftOut: '{count} 个因笔记已删除而不再处理',
  waiting: '{count} 个已在队列中',
  include: '包括',
  subfolders: { name: '子文件夹', description: '新的 PDF 中有 {count} 个在子文件夹里。' },
  large: { name: '大文件', description: '超过此大小（MB）的有 {count} 个。', limit: '大小（MB）' },
  locked: { name: '受保护的文件', description: '有 {count} 个受保护。需要密码的会等您输入。' },
  estimate: '大约 {low}[ 到 {high}] 个 token[，其中最多约 {reading} 个用于复核]。此估计仅依据文件大小。',
  free: '无需费用：离线引擎在本设备上运行。',
  background: '在后台进行，可在队列中查看和暂停，重启后会继续。',
  newInbox: '此文件夹现在是收件箱，以后放入的 PDF 会自动处理。请选择其中已有的哪些 PDF 也要处理。',
  foundAgain: '收件箱文件夹中未选择的 PDF 在本设备上不会自动处理。队列会列出它们，您可以在那里处理。',
  start: '总结 {count} 个 PDF',
  nothing: '未选择任何文件',
  cancel: '取消',
  nothingNew: '“{folder}”中没有新的 PDF。[{count} 个已在队列中。]',
  goingOn: '继续处理“{folder}”：还有 {count} 个 PDF。',
};

/** Chinese texts for completing notes that lack a digest or a second reading. */
export const completionZhCn: typeof completionEn = {
  menu: '补全此总结',
  isComplete: '此总结已经完整。',
  title: '补全离线引擎的笔记',
  question: '有 {count} 篇笔记由离线引擎生成。要让 {model} 重新总结吗？您改动过的内容会保留。',
  estimate: '大约 {low}[ 到 {high}] 个 token[，其中最多约 {reading} 个用于复核]。此估计仅依据文件大小。',
  complete: '补全',
  later: '以后再说',
};
