import { brands } from '../../brands';
import type { modelSettingsEn } from './en';

/** Chinese texts of the settings for the language model and for pages without text. */
export const modelSettingsZhCn: typeof modelSettingsEn = {
  provider: {
    name: '服务商',
    description:
      '由离线引擎还是哪个服务商的模型来写总结。离线引擎无需账户，也不发送任何内容。选择服务商后，会显示请求、费用和扫描页的设置。',
  },
  providers: {
    ...brands,
    offline: '离线引擎',
    dashscope: '阿里云百炼（通义千问）',
    moonshot: '月之暗面（Kimi）',
    zhipu: '智谱（GLM）',
    siliconflow: '硅基流动',
    ark: '火山方舟（豆包）',
    hunyuan: '腾讯混元',
    qianfan: '百度千帆（文心）',
    stepfun: '阶跃星辰',
    custom: '自定义接口',
  },
  changeProvider: {
    title: '更换服务商',
    question: '您填写过自己的接口地址或模型。要替换为新服务商的默认值吗？',
    replace: '替换',
    keep: '保留我的',
    cancel: '取消',
  },
  baseUrl: {
    name: '接口地址',
    description: '兼容 OpenAI 的接口地址。留空则使用服务商的地址；自定义接口没有默认值。',
  },
  model: { name: '模型', description: '模型名称。留空则使用服务商的默认模型；自定义接口没有默认值。' },
  modelPicker: {
    name: '选择模型',
    description: '从接口获取模型列表。',
    placeholder: '选择模型，或输入名称',
    loading: '正在获取模型列表…',
    useTyped: '使用 {model}',
    unknown: '接口没有模型 {model}，名称最接近的排在最前。',
    none: '接口没有列出模型，请输入名称。',
    failure: '{sentence}{wayOn}您仍可直接输入模型名称。',
  },
  apiKeySecret: {
    name: 'API 密钥',
    description: '保存在本设备的密钥存储中，不会出现在设置文件或笔记里。',
    missing: '本设备上没有存储密钥。如果服务商需要密钥，请在此输入，或选择存有密钥的条目。',
    enter: '输入密钥',
  },
  testConnection: {
    name: '测试连接',
    description: '向模型发送一个极短的请求。',
    button: '测试',
    running: '正在测试…',
    success: '连接正常：{model} 已回答。',
    failure: '连接不可用。{sentence}{wayOn}',
    offline: '离线引擎无需连接。',
  },
  completeByItself: {
    name: '自动补全笔记',
    description: '模型恢复可用时，补上缺少的总结和未能完成的复核，并替换离线引擎的总结。会消耗 token。',
  },
  scannedPages: {
    name: '没有文字的页面',
    description: '如何处理扫描页。选择识别时，这些页面的图像会发送给视觉模型。',
  },
  visionModel: {
    name: '视觉模型',
    description: '用于识别扫描页的模型。留空则使用服务商的默认模型；自定义接口没有默认值。',
  },
};
