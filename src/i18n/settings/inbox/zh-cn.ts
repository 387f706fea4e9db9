import type { inboxSettingsEn } from './en';

/** Chinese texts of the settings for inbox folders, and for rules about folders and kinds of documents. */
export const inboxSettingsZhCn: typeof inboxSettingsEn = {
  inboxFolder: {
    name: '收件箱文件夹',
    description: '总结此文件夹及其子文件夹中的 PDF。填 / 表示整个仓库。更多文件夹可在下面的页面中添加。',
  },
  createFolder: '创建文件夹',
  folderMissing: '收件箱文件夹尚不存在。',
  folderCreated: '已创建文件夹“{folder}”。',
  auto: {
    name: '在本设备上自动总结新的 PDF',
    description:
      '只用来阅读的设备可以关闭。此设置仅对本设备有效，不会同步。多台设备共用仓库时，通过同步收到 PDF 的设备会等到不再有文件同步进来，再多等几秒，因为另一台设备写的笔记可能随后才到。如果笔记到得更晚，两台设备都已为总结付费，但只保留一份笔记。',
  },
  settleSeconds: {
    name: '等待 PDF 写完',
    description: '文件在这么多秒内没有变化，才会读取。如果扫描仪在两页之间停顿较久，请调大。',
  },
  firstRun: { name: '逐步设置', desc: '打开首次启用时的设置向导，可以用示例 PDF 试一试。' },
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
    templateMissing: '这篇笔记尚不存在。在它出现之前，使用内置版式。',
    noteFolder: { name: '笔记文件夹', description: '新笔记所在的文件夹。' },
    tags: { name: '标签', description: '代替所有笔记共用的标签。' },
    shows: '{name}：{value}',
    separator: ' · ',
    save: '保存规则',
    invalid: '请填写文件夹的路径，并检查其他各项：名称不能以点开头。',
  },
};
