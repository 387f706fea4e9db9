import { budget } from '../../pdf/read/budget';

// `budget` limits the memory and the work that a PDF may need. The patched pdf.js cannot import `budget`, so
// it reads the global `pdfBudget` when it loads. Therefore, this module must be imported before pdf.js.
Object.assign(self, { pdfBudget: budget });
