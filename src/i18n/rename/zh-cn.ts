import type { renameEn } from './en';

/** Chinese texts for renaming a PDF and its note to the document's title. */
export const renameZhCn: typeof renameEn = {
  ask: '把 {from} 及其笔记重命名为“{to}”？',
  askAll: '{count} 个新 PDF 及其笔记可以按标题和信息重命名。',
  renameAll: '全部重命名（{count} 个）',
  lookAtEach: '逐个查看',
  keepAll: '保留原名',
  newNames: '新名称',
  becomes: '新名称：{to}',
  rename: '重命名',
  keep: '保留原名',
  done: '{from} 及其笔记已重命名为 {to}。',
  doneAll: '{count} 个 PDF 及其笔记已重命名。',
  same: '{name} 的名称与标题一致，无需重命名。',
  untitled: '{name} 没有命名格式所需的任何信息。请在设置中修改“命名格式”。',
  busy: '正在总结 {name}，请稍后再重命名。',
  undo: '撤销',
  undone: '{from} 及其笔记已恢复原名 {to}。',
  undoneAll: '{count} 个 PDF 及其笔记已恢复原名。',
  notUndone: '{name} 或其笔记后来又被重命名、移动或删除，或者原名已被占用，因此没有撤销。',
};
