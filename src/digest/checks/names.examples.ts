import type { CheckExample } from './check';

/** Names of organisations that are misspelt, and names that are shortened or translated. */
export const examples: readonly CheckExample[] = [
  {
    lines: ['Bill to: Harrowfield Logistics Ltd.'],
    text: 'The bill goes to Harrowfeild Logistics Ltd.',
    refs: [1],
    found: 'Harrowfield Logistics Ltd',
  },
  {
    lines: ['乙方：临澜市拾光软件有限公司'],
    text: '乙方是临澜市拾先软件有限公司。',
    refs: [1],
    found: '拾光软件有限公司',
  },
  { lines: ['乙方：临澜市拾光软件有限公司'], text: '由拾光软件有限公司开发。', refs: [1] },
  { lines: ['Bill to: Harrowfield Logistics Ltd.'], text: 'Harrowfield has to pay.', refs: [1] },
];
