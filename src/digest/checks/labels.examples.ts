import type { CheckExample } from './check';

/** Facts that have the value of their own label, and facts that have the value of another label. */
export const examples: readonly CheckExample[] = [
  {
    lines: ['托运人：海岬食品公司', '收货人：北湾仓储公司'],
    text: '托运人: 北湾仓储公司',
    fact: { name: '托运人', value: '北湾仓储公司' },
    refs: [1],
    found: '海岬食品公司',
  },
  {
    lines: ['Trustee: Mara Quill', 'Settlor: Jonas Ferrand'],
    text: 'Trustee: Jonas Ferrand',
    fact: { name: 'Trustee', value: 'Jonas Ferrand' },
    refs: [1],
    found: 'Mara Quill',
  },
  {
    lines: ['发包人\t临澜市城建公司', '承包人\t南岭建筑公司'],
    text: '承包人: 临澜市城建公司',
    fact: { name: '承包人', value: '临澜市城建公司' },
    refs: [2],
    found: '南岭建筑公司',
  },
  {
    lines: ['Order Date: 15-10-2015\tInvoice Date: 20-10-2015'],
    text: 'Order Date: 20-10-2015',
    fact: { name: 'Order Date', value: '20-10-2015' },
    refs: [1],
    found: '15-10-2015',
  },
  {
    lines: ['甲方(盖章):\t乙方(盖章):', '甲方：贺兰岫'],
    text: '甲方: 贺兰岫',
    fact: { name: '甲方', value: '贺兰岫' },
    refs: [2],
  },
  {
    lines: ['Trustee: Mara Quill'],
    text: 'Trustee: Ms Quill',
    fact: { name: 'Trustee', value: 'Ms Quill' },
    refs: [1],
  },
  {
    lines: ['See section 2 Order No: A-17 of May', 'Order No: A-18', 'Old order: A-17 of May'],
    text: 'Order No: A-17 of May',
    fact: { name: 'Order No', value: 'A-17 of May' },
    refs: [1],
  },
];
