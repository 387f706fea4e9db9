import { budget } from '../../pdf/read/budget';

// The patched pdf.js is not one of our modules and cannot import the budget. It takes it from here when it
// loads, so this module must be imported first.
Object.assign(self, { pdfBudget: budget });
