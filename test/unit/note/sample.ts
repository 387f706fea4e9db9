import { stringify } from 'yaml';
import type { Digest } from '../../../src/digest/digest';
import type { NoteContent, NoteLayout, NotePorts } from '../../../src/note/content';

/** A model's digest of a contract. It has everything that a note can show. */
export const contractDigest: Digest = {
  title: '呼叫中心服务协议',
  documentType: 'contract',
  language: 'zh-CN',
  tags: ['呼叫中心服务', '预付费套餐', '号码实名制'],
  summary: [
    {
      text: '甲方向乙方订购呼叫中心服务，按年预付1200元，服务期限一年。',
      citations: [
        { page: 1, sentences: [3] },
        { page: 2, sentences: [17, 18] },
      ],
    },
    { text: '话费余额低于50元或逾期欠费将导致停号。', citations: [{ page: 3, sentences: [25] }] },
  ],
  actions: [
    {
      text: '支付合同款项1200元',
      owner: '甲方',
      due: { kind: 'absolute', text: '2026年1月17日前', date: '2026-01-17' },
      citations: [{ page: 2, sentences: [17] }],
    },
    {
      text: '甲方应提交完整开户资料。',
      owner: '甲方',
      due: { kind: 'relative', text: '协议签订之日起10日内' },
      citations: [{ page: 1, sentences: [9] }],
    },
    {
      text: '乙方每月5日前提供上月账单。',
      owner: '乙方',
      due: { kind: 'recurring', text: '每月5日前' },
      citations: [{ page: 4, sentences: [31] }],
    },
  ],
  points: [
    { text: '逾期付款的违约金为合同总金额的30%。', citations: [{ page: 4, sentences: [33] }] },
    { text: '争议由乙方所在地人民法院管辖。', citations: [{ page: 5, sentences: [40] }] },
  ],
  facts: [
    { name: '合同编号', value: 'HT-2026-0107', text: '', citations: [{ page: 1, sentences: [1] }] },
    { name: '合同总金额', value: '¥1,200.00', text: '', citations: [{ page: 2, sentences: [17] }] },
  ],
  unverified: [
    {
      section: 'actions',
      doubt: { kind: 'differs', fact: 'number', stated: '12000元', found: '1200元' },
      text: '支付保证金12000元。',
      owner: '甲方',
      due: '签约后3日内',
      citations: [{ page: 2, sentences: [17] }],
    },
    {
      section: 'summary',
      doubt: { kind: 'not-supported', why: '原文没有说可以随时退款。' },
      text: '甲方可以随时退款。',
      citations: [{ page: 3, sentences: [26] }],
    },
    {
      section: 'facts',
      doubt: { kind: 'absent', fact: 'identifier', stated: 'HT-2026-0701' },
      text: '合同编号：HT-2026-0701',
      citations: [],
    },
    { section: 'points', doubt: { kind: 'cannot-tell', why: '' }, text: '乙方负责培训。', citations: [] },
    { section: 'points', doubt: { kind: 'no-passage' }, text: '乙方可以随时涨价。', citations: [] },
  ],
  checking: { level: 'twice' },
};

export const contract: NoteContent = {
  state: 'complete',
  created: new Date(2026, 0, 7, 16, 15, 3),
  pdfName: '合同.pdf',
  pageCount: 5,
  sha256: 'a3'.repeat(32),
  model: 'qwen-plus',
  tokens: 4321,
  digest: contractDigest,
  notRead: [],
  archive: [
    { page: 1, text: '呼叫中心服务协议\n合同编号：HT-2026-0107\n\n甲方：星河智能科技有限公司' },
    { page: 2, text: '合同总金额：1200.00 元\n```\n# 不是标题\n> 不是引用' },
  ],
};

export const layout: NoteLayout = {
  tags: ['AI处理', 'PDF'],
  taskFormat: 'plain',
  archive: 'callout',
  archiveLimit: 0,
  factProperties: false,
};

/** Makes links and YAML as the app does in a vault with wikilinks. */
export function portsFor(pdfName: string): NotePorts {
  return {
    link: (subpath, alias) => `[[${pdfName}${subpath}${alias === undefined ? '' : `|${alias}`}]]`,
    yaml: (properties) => stringify(properties, { lineWidth: 0 }),
  };
}
