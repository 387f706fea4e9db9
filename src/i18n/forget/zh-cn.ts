import type { forgetEn } from './en';

/** Chinese texts of the command that removes what the plugin keeps on this device. */
export const forgetZhCn: typeof forgetEn = {
  title: '清除本设备上保留的全部数据？',
  removed:
    '将清除：模型的回答、PDF 的密码、文件的哈希值和路径、有关各接口的记录，以及您对设置的批准。进行中的工作会被取消。',
  stays:
    '将保留：您的笔记和 PDF、设置、应用密钥存储中的 API 密钥、“在本设备上自动总结新的 PDF”开关，以及今天已用的 token 数。',
  after:
    '被排除的 PDF（例如笔记已被您删除的 PDF）会像新的 PDF 一样重新处理。如果设置会把文档发送到某个接口，则需要在本设备上重新批准。',
  agree: '全部清除',
  decline: '取消',
  done: '已从本设备清除：模型的回答 {answers} 条、文件的哈希值 {files} 个、密码 {passwords} 个、有关各接口的记录，以及您的批准。密钥存储不能删除条目，因此密码已被空值覆盖。',
  failed: '无法打开存放模型回答的数据库，因此这些回答没有清除；其余内容已从本设备清除。请重启应用后再试。',
};
