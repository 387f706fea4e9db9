/** English texts of the dashboard. They are written into a file of the vault. */
export const dashboardEn = {
  existed: 'The dashboard already exists and was not changed.',
  views: { all: 'All digests', byState: 'By state', byStatus: 'By status', incomplete: 'Incomplete' },
  columns: {
    'file.name': 'Note',
    source_file: 'PDF',
    pdf_state: 'State',
    status: 'Status',
    pdf_pages: 'Pages',
    pdf_model: 'Model',
    pdf_tokens: 'Tokens',
    created: 'Created',
    'file.mtime': 'Changed',
  },
};
