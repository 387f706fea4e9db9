/** English texts of the dashboard. The names of views and columns are written into a file of the vault. */
export const dashboardEn = {
  renewed: 'The dashboard was renewed. Views that you changed, added or deleted stay as you left them.',
  same: 'The dashboard is up to date. Views that you changed, added or deleted stay as you left them.',
  views: {
    deadlines: 'Deadlines',
    contracts: 'Contracts',
    invoices: 'Invoices',
    toCheck: 'To check',
    all: 'All',
  },
  total: 'Total ({currency})',
  columns: {
    'file.name': 'Note',
    source_file: 'PDF',
    'formula.deadline': 'Next deadline',
    pdf_kind: 'Kind',
    pdf_state: 'State',
    pdf_checked: 'Checked',
    pdf_to_verify: 'To be verified',
    status: 'Status',
    pdf_pages: 'Pages',
    pdf_model: 'Model',
    pdf_tokens: 'Tokens',
    created: 'Created',
    'file.mtime': 'Changed',
  },
};
