import { budget } from '../../pdf/read/budget';

// The patched pdf.js is not one of our modules and cannot import the budget. It reads this global when it
// loads, so this module must be imported before pdf.js.
Object.assign(self, { pdfBudget: budget });
