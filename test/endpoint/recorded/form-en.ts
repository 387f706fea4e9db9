import type { DraftAction, DraftFact } from '../../../src/llm/draft';
import type { Recorded } from './recorded';

function task(text: string, by: string, quote: string, refs: readonly number[]): DraftAction {
  const due = { kind: 'relative', text: by, date: '' } as const;
  return { text, owner: 'Mara Quill', quote, refs, due };
}

function cell(name: string, value: string, refs: readonly number[], label = name): DraftFact {
  return { name, value, quote: `${label} | ${value}`, refs };
}

/**
 * An answer about the fixture `form-en`, with the usual faults of models: quotes of cells contain the ` | `
 * that separates cells in the prompt, tasks have an owner whom the quoted sentences do not mention, and some
 * references are wrong by one or missing. The document does not support the four statements in `labels`.
 */
export const formEn: Recorded = {
  of: 'Application for a market stall',
  draft: {
    title: 'Application for a market stall',
    doc_type: 'application',
    language: 'en',
    tags: ['market', 'stall', 'application'],
    summary: [
      {
        text: 'Mara Quill of Quill Soups Ltd. applies for a stall of 3.5 m to sell soup and bread.',
        refs: [3, 5, 7],
      },
      { text: 'She wants it on Fridays and Saturdays from 1 May to 30 September 2026.', refs: [8, 9] },
    ],
    actions: [
      task(
        'Hand in a copy of the insurance policy',
        'no later than 17 April 2026',
        'a copy of the insurance policy',
        [12],
      ),
      task(
        'Pay the fee of EUR 420.00',
        'within 14 days of the permit',
        'The fee is due within 14 days',
        [14],
      ),
    ],
    points: [
      { text: 'The deposit comes back if the place is left clean.', refs: [15] },
      { text: 'The stall may be sublet freely.', refs: [16] },
    ],
    facts: [
      cell('Applicant', 'Mara Quill', [3], 'Name'),
      cell('Date of birth', '12 May 1988', [2]),
      cell('Telephone', '0555 555 0142', [4]),
      cell('Business', 'Quill Soups Ltd.', []),
      cell('Stall width', '3.5 m', [7], 'Width'),
      cell('Electricity', 'not needed', [8]),
      cell('First day', '1 May 2026', [9]),
      cell('Fee', 'EUR 420.00', [10]),
      cell('Deposit', 'EUR 510.00', [10]),
      cell('Insurance policy', 'HX-77120-D', [11]),
      cell('Valid until', '31 December 2026', [12]),
    ],
  },
  labels: {
    'The stall may be sublet freely.': {
      supported: 'no',
      why: 'only with the written consent of the market office',
      corrected: {
        text: 'The stall may be sublet only if the market office consents in writing.',
        owner: '',
        due: '',
        refs: [16],
      },
    },
    'Electricity: not needed': { supported: 'unsure', why: 'the cell is blank' },
    'Deposit: EUR 510.00': { supported: 'no', why: 'the deposit is EUR 150.00' },
    'Insurance policy: HX-77120-D': { supported: 'no', why: 'it is HX-77120-B' },
  },
};
