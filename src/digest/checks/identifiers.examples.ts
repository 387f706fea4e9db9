import type { CheckExample } from './check';

/** Right and wrong identifiers. A right one may differ from the document in spaces and punctuation. */
export const examples: readonly CheckExample[] = [
  {
    lines: ['合同编号： SGRJ-2026-0117'],
    text: '合同编号是SGRJ-2026-0171。',
    refs: [1],
    found: 'SGRJ-2026-0117',
  },
  {
    lines: ['IBAN DE89 3704 0044 0532 0130 00'],
    text: 'IBAN: DE89370400440532013001',
    refs: [1],
    found: 'DE89 3704 0044 0532 0130 00',
  },
  { lines: ['Nothing is numbered.'], text: 'The order is PO-48213.', refs: [1], found: null },
  { lines: ['IBAN DE89 3704 0044 0532 0130 00'], text: 'IBAN: DE89370400440532013000', refs: [1] },
  { lines: ['合同编号： SGRJ-2026-0117'], text: '合同SGRJ-2026-0117已签订。', refs: [1] },
  { lines: ['2026-01-17 signed'], text: 'Signed on 2026-01-17.', refs: [1] },
  {
    lines: ['Pay to DE89 3704 0044 0532 0130 00.'],
    text: 'Pay to DE89 3704 0044 0532 0130 01.',
    refs: [1],
    found: 'DE89 3704 0044 0532 0130 00',
  },
  { lines: ['Pay to DE89 3704 0044 0532 0130 00.'], text: 'Pay to DE89370400440532013000.', refs: [1] },
  {
    lines: ['账号：6222 0200 1234 5678 901'],
    text: '转至6222 0200 1234 5678 902。',
    refs: [1],
    found: '6222 0200 1234 5678 901',
  },
];
