import type { approvalEn } from './en';

/**
 * Chinese texts for approving changed settings. These settings decide which data leaves this device, and who
 * receives it.
 */
export const approvalZhCn: typeof approvalEn = {
  aspects: {
    inboxFolder: '收件箱文件夹',
    endpoint: '接收文档的地址',
    apiKey: 'API 密钥',
    headers: '请求头及其密钥',
    extraBody: '附加的请求体',
    model: '模型',
    pageImages: '接收无文字页面图片的模型',
    secondReader: '复核所用的模型',
    completion: '自动补全笔记',
    tags: '发送仓库中标签的名称',
    onlyHere: '不发送给互联网上的服务商的文件夹',
    redaction: '发送文字前替换的内容',
  },
  change: '{name}：{to}（原为：{from}）',
  separator: ' · ',
  none: '无',
  byDefault: '默认',
  on: '开启',
  risks: {
    plain: '该地址未加密，网络上的其他人可以读到文档和 API 密钥',
    'look-alike': '该地址的主机名与其他服务相似，请逐字核对',
  },
  approve: '批准',
  undo: '改回原来的设置',
};
