import type { FirstRunWords } from './en';
import { sampleContractZh } from './sample';

/** Chinese texts of the first-run window. */
export const firstRunZhCn: FirstRunWords = {
  title: '开始使用',
  intro:
    '把 PDF 放进仓库里的一个文件夹，就会得到一篇笔记：总结、待办事项和关键信息。笔记中的每条陈述都与 PDF 核对过，并链接到原文位置。',
  folder: {
    name: '收件箱文件夹',
    isNew: '此文件夹尚不存在，将会新建。',
    holds: '此文件夹中的 PDF：{count} 个。关闭此窗口后，其中还没有笔记的会立即开始处理。',
    waits: '此文件夹中的 PDF：{count} 个。本设备不自动处理，需要时请手动开始。',
  },
  provider: {
    name: '由谁来写总结',
    offline: '离线引擎无需账户，任何内容都不会离开本设备。语言模型写的总结更好。',
    hosted: '每个 PDF 的文字会发送给以下服务商（可能收费）：{provider}。',
    local: '每个 PDF 的文字会发送给您自己电脑上的 {provider}，无需账户。',
    custom: '每个 PDF 的文字会发送到您在此填写的地址。',
  },
  key: {
    name: 'API 密钥',
    description: '只保存在本设备的密钥存储中。',
    kept: '已保存密钥',
    get: '如何获取密钥',
  },
  choose: '选择…',
  attempt: {
    name: '试一试',
    description: '关闭此窗口，立即处理一个 PDF。笔记写好后会通知您。',
    sample: '示例合同',
    own: '我的 PDF…',
    pick: '选择一个 PDF',
    running: '正在处理 {name}…',
  },
  sample: sampleContractZh,
  later: '这里的一切以后都可以在设置中更改。',
  done: '完成',
  skip: '跳过',
};
