import type { digestSettingsEn } from './en';

/** Chinese texts of the settings for the digest and its note. */
export const digestSettingsZhCn: typeof digestSettingsEn = {
  prompt: { name: '提示词', description: '告诉模型总结时应注意什么。在您改写之前，这里显示内置提示词。' },
  resetPrompt: '恢复内置提示词',
  outputLanguage: { name: '输出语言', description: '模型写总结所用的语言。' },
  secondReading: {
    name: '复核陈述',
    description: '对不是逐字出自 PDF 的陈述，模型会对照出处段落再读一遍，并修正得不到段落支持的内容。{cost}',
    cost: '几页的文档约多用一倍的 token，500 页的文档约多用 5%。',
  },
  checkModel: { name: '复核所用模型', description: '模型名称。留空则使用撰写总结的模型。' },
  noteFolder: { name: '笔记文件夹', description: '新笔记所在的文件夹。留空则与 PDF 放在一起。' },
  tags: { name: '标签', description: '每篇笔记都会加上的固定标签，用逗号分隔。' },
  taskFormat: { name: '截止日期', description: '待办事项截止日期的书写格式。' },
  template: {
    name: '笔记模板',
    description:
      '用一篇笔记的内容作为新笔记的版式。留空则使用内置版式。命令“导出内置模板”会生成一篇可供修改的笔记。',
  },
  archive: { name: '原始内容', description: 'PDF 全文在笔记中的保存方式。' },
  archiveLimit: { name: '原始内容长度', description: '笔记保留的字符数，0 表示全部保留。' },
};
