import type { dashboardEn } from './en';

/** Chinese texts of the dashboard. They are written into a file of the vault. */
export const dashboardZhCn: typeof dashboardEn = {
  existed: '总览已存在，没有改动。',
  views: { all: '全部总结', byState: '按处理状态', byStatus: '按笔记状态', incomplete: '未完成' },
  columns: {
    'file.name': '笔记',
    source_file: 'PDF 文件',
    pdf_state: '处理状态',
    status: '状态',
    pdf_pages: '页数',
    pdf_model: '模型',
    pdf_tokens: 'Token 数',
    created: '创建时间',
    'file.mtime': '修改时间',
  },
};
