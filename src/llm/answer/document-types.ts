import { documentTypes, type DocumentType } from '../draft';

/** Other names that models use for the types of documents, in the form that {@link plainWords} returns. */
const OTHER_NAMES: Readonly<Record<DocumentType, readonly string[]>> = {
  contract: ['agreement', 'lease', 'nda', 'deed', '合同', '协议', '协议书', '契约', '合约', '合同书'],
  invoice: ['bill', 'credit note', 'faktura', '发票', '账单', '帐单'],
  quotation: ['quote', 'estimate', 'offer', '报价', '报价单', '报价书', '估价单'],
  'purchase-order': ['order', 'po', '订单', '采购单', '订购单', '订货单'],
  receipt: ['收据', '收条', '小票', '回单', '收款凭证'],
  statement: ['account', 'balance sheet', '对账单', '对帐单', '结算单', '财务报表', '报表', '流水', '明细单'],
  payslip: [
    'pay slip',
    'pay stub',
    'paystub',
    'payroll slip',
    'salary slip',
    'wage slip',
    '工资单',
    '工资条',
    '薪资单',
    '工资表',
  ],
  minutes: ['meeting notes', 'minutes of meeting', 'meeting record', '纪要', '会议记录', '记录'],
  notice: [
    'announcement',
    'notification',
    'circular',
    'memo',
    'memorandum',
    '通知',
    '通知书',
    '公告',
    '通告',
    '告知书',
    '启事',
  ],
  policy: [
    'regulation',
    'rules',
    'guideline',
    'code of conduct',
    'terms and conditions',
    '政策',
    '制度',
    '规定',
    '规则',
    '规章',
    '办法',
    '条例',
    '规范',
    '守则',
    '保单',
  ],
  plan: ['schedule', 'roadmap', '计划', '计划书', '方案', '规划', '日程'],
  report: ['study', 'white paper', 'whitepaper', 'survey', '报告', '报告书', '白皮书'],
  paper: [
    'article',
    'preprint',
    'thesis',
    'dissertation',
    'publication',
    '论文',
    '文章',
    '期刊文章',
    '学位论文',
  ],
  letter: ['correspondence', 'email', 'e mail', 'mail', '信', '信函', '信件', '函', '函件', '邮件', '公函'],
  manual: ['handbook', 'guide', 'instruction', '手册', '说明书', '使用说明', '指南', '教程'],
  slides: ['slide', 'deck', 'presentation', 'powerpoint', 'ppt', '幻灯片', '演示文稿', '演示', '课件'],
  form: ['questionnaire', '表格', '表单', '登记表', '问卷'],
  certificate: [
    'certification',
    'license',
    'licence',
    'permit',
    'diploma',
    '证书',
    '证明',
    '证明书',
    '执照',
    '许可证',
    '合格证',
    '证',
  ],
  resume: ['cv', 'curriculum vitae', '简历', '履历', '履历表', '简历表'],
  court: [
    'court order',
    'court letter',
    'court document',
    'judgment',
    'judgement',
    'ruling',
    'summons',
    'lawsuit',
    'official letter',
    'legal notice',
    '判决书',
    '裁定书',
    '裁决书',
    '起诉书',
    '起诉状',
    '传票',
    '法院文书',
    '司法文书',
    '法律文书',
    '公文',
    '律师函',
  ],
  application: ['petition', '申请', '申请书', '申请表', '申请单'],
  other: ['unknown', '其他', '其它', '未知'],
};

/** Normalises a name: lower case, no accents, one space between words (`Résumé (CV)` -> `resume cv`). */
function plainWords(name: string): string {
  const letters = name.slice(0, 200).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const KNOWN: readonly (readonly [string, DocumentType])[] = documentTypes
  .flatMap((type) => [type, ...OTHER_NAMES[type]].map((name) => [plainWords(name), type] as const))
  // Longer names come first, so that "purchase order" is found before "order".
  .sort(([one], [other]) => other.length - one.length);

/** Returns the type for the name in a model's answer; `other` for an unknown name. */
export function readDocumentType(value: unknown): DocumentType {
  if (typeof value !== 'string') return 'other';
  // Models may give several names, as in `contract / agreement` or `履历（CV）`. The first known name is used.
  const names = [value, ...value.slice(0, 200).split(/[/|,;，；、()（）]/)].map(plainWords);
  const found = names.map(typeOf).find((type) => type !== undefined);
  return found ?? 'other';
}

/** Finds a type by the whole name or by its end: an employment contract is a contract. */
function typeOf(words: string): DocumentType | undefined {
  if (words === '') return undefined;
  return KNOWN.find(([name]) => isOrEndsWith(words, name) || isOrEndsWith(words, `${name}s`))?.[1];
}

/** Spaces are ignored in the comparison of whole names, because some models omit them. */
function isOrEndsWith(words: string, name: string): boolean {
  if (words.replaceAll(' ', '') === name.replaceAll(' ', '')) return true;
  return words.endsWith(/[a-z]/.test(name) ? ` ${name}` : name);
}
