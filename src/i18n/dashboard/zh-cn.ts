import type { dashboardEn } from './en';

/** Chinese texts of the dashboard. The names of views and columns are written into a file of the vault. */
export const dashboardZhCn: typeof dashboardEn = {
  renewed: '总览已更新。您改动、添加或删除的视图保持原样。',
  same: '总览已是最新。您改动、添加或删除的视图保持原样。',
  views: {
    deadlines: '到期日',
    contracts: '合同',
    invoices: '发票',
    toCheck: '待核对',
    all: '全部',
  },
  total: '合计（{currency}）',
  columns: {
    'file.name': '笔记',
    source_file: 'PDF 文件',
    'formula.deadline': '下一个到期日',
    pdf_kind: '文档类型',
    pdf_state: '处理状态',
    pdf_checked: '核对方式',
    pdf_to_verify: '待核实',
    status: '状态',
    pdf_pages: '页数',
    pdf_model: '模型',
    pdf_tokens: 'Token 数',
    created: '创建时间',
    'file.mtime': '修改时间',
  },
};
