import { budget } from '../../pdf/read/budget';

// The patched pdf.js is not one of our modules, so it cannot import the budget. Instead, it reads this global
// when it loads. Therefore, this module must be imported before pdf.js.
Object.assign(self, { pdfBudget: budget });
