import type { filingSettingsEn } from './en';

/** Chinese texts of the settings for properties, own fields, file names and tags. */
export const filingSettingsZhCn: typeof filingSettingsEn = {
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
  factProperties: {
    name: '关键信息写入属性',
    description: '把文档的编号、当事方、金额和日期也写入笔记属性，便于排序和筛选。',
  },
  me: {
    name: '我是谁',
    description:
      '文档中对您的称呼：姓名、公司、角色，用逗号分隔。您的待办排在前面，他人的待办列在其后。留空则不区分您和他人的待办。',
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
};
