import { inboxSettingsZhCn } from './inbox/zh-cn';
import { modelSettingsZhCn } from './model/zh-cn';
import { digestSettingsZhCn } from './digest/zh-cn';
import { filingSettingsZhCn } from './filing/zh-cn';
import { requestSettingsZhCn } from './requests/zh-cn';
import type { settingsEn } from './en';

/** Chinese texts of the settings tab. */
export const settingsZhCn: typeof settingsEn = {
  ...inboxSettingsZhCn,
  ...modelSettingsZhCn,
  ...digestSettingsZhCn,
  ...filingSettingsZhCn,
  ...requestSettingsZhCn,
  groups: {
    device: '本设备',
    inbox: '收件箱',
    model: '语言模型',
    digest: '总结',
    note: '笔记',
    scanned: '扫描页',
    limits: '限制与费用',
  },
  forget: {
    name: '清除本设备上保留的全部数据',
    desc: '确认后，从本设备清除模型的回答、哈希值、密码和批准。',
  },
  options: {
    tagPolicy: {
      prefer: '优先用仓库中的标签，没有时用新标签',
      only: '只用仓库中的标签',
      new: '总结给出的标签，不论仓库中有没有',
      none: '不用标签',
    },
    renameByTitle: { never: '从不', ask: '每次询问', always: '自动' },
    taskFormat: { plain: '纯文字', tasks: 'Tasks（表情符号）', dataview: 'Dataview（行内字段）' },
    archive: { callout: '折叠标注块', details: '折叠 HTML 块', none: '不保存' },
    scannedPages: { skip: '跳过', vision: '用视觉模型识别' },
    outputLanguage: { auto: '与文档相同' },
  },
  separator: '、',
  rejected: '以下设置的值无效，暂时使用默认值：{names}',
  invalid: '这个值无效。',
};
