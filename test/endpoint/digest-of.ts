import type { Draft, DraftAction, DraftDue, DraftFact } from '../../src/llm/draft';

/** A numbered line of the document in the prompt. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
}

/** Finds the lines of the form `[n] sentence` in a prompt. */
export function numberedLines(prompt: string): readonly NumberedLine[] {
  return [...prompt.matchAll(/^\[(\d+)\] (.+)$/gm)].map(([, number, text]) => ({
    number: Number(number),
    text: (text ?? '').trim(),
  }));
}

/**
 * The answer of a careful model: each statement is a sentence of the document with its number, and each quote
 * and each date is in the document.
 */
export function digestOf(lines: readonly NumberedLine[]): Draft {
  const whole = lines.map((line) => line.text).join('\n');
  const chinese = (whole.match(/\p{Script=Han}/gu)?.length ?? 0) > whole.length / 5;
  const sentences = lines.filter((line) => line.text.length >= 6);
  const complete = sentences.filter((line) => /[。.!?！？;；]$/.test(line.text));
  return {
    title: (lines[0]?.text ?? '').slice(0, 60),
    doc_type: documentType(whole),
    language: chinese ? 'zh-CN' : 'en',
    tags: tagsOf(whole, chinese),
    summary: (complete.length > 0 ? complete : sentences).slice(0, 3).map(statement),
    actions: sentences
      .filter((line) => OBLIGATION.test(line.text))
      .slice(0, 12)
      .map(action),
    points: sentences
      .filter((line) => POINT.test(line.text))
      .slice(0, 5)
      .map(statement),
    facts: sentences.flatMap(amounts).slice(0, 8),
  };
}

const OBLIGATION =
  /应当|应于|应在|必须|须在|须于|不得|\bshall\b|\bmust\b|\bis (due|required)\b|\bno later than\b/i;
const POINT =
  /违约|终止|保密|验收|争议|不可抗力|terminat|confidential|warrant|liabilit|penalt|conclu|result/i;
const AMOUNT =
  /(?:人民币|RMB|USD|US\$|[¥￥$€])\s*[\d,，]+(?:\.\d+)?(?:\s*(?:万元|元))?|[\d,]+(?:\.\d+)?\s*(?:万元|元|dollars|USD|euros)/gi;

function statement(line: NumberedLine): { text: string; refs: number[] } {
  return { text: line.text.slice(0, 400), refs: [line.number] };
}

function action(line: NumberedLine): DraftAction {
  return {
    text: line.text.slice(0, 400),
    owner:
      /甲方|乙方|丙方|Party [A-C]\b|\b[Tt]he (?:Client|Provider|Customer|Supplier|Contractor|Buyer|Seller|Tenant|Landlord)\b/.exec(
        line.text,
      )?.[0] ?? '',
    quote: opening(line.text),
    refs: [line.number],
    due: dueIn(line.text),
  };
}

/** Returns the start of a long text, without cutting a word or a number. */
function opening(text: string): string {
  return text.length <= 90 ? text : text.slice(0, 90).replace(/(?:\s\S*|[，、；。][^，、；。]*)$/, '');
}

function dueIn(text: string): DraftDue {
  const date = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  if (date !== null) {
    const [words, year, month, day, isoYear, isoMonth, isoDay] = date;
    const parts = [year ?? isoYear, month ?? isoMonth, day ?? isoDay].map((part) =>
      (part ?? '').padStart(2, '0'),
    );
    return { kind: 'absolute', text: words, date: parts.join('-') };
  }
  const relative =
    /[^，,。；;]{0,12}(?:之日起|后|前)?[\d一二三四五六七八九十]+\s*个?(?:工作)?日(?:内|以内)|within [^,.;]{1,40} days[^,.;]{0,40}/i.exec(
      text,
    );
  if (relative !== null) return { kind: 'relative', text: relative[0], date: '' };
  const recurring =
    /每(?:月|年|季度|周)[^，,。；;]{0,12}|(?:every|each) (?:month|year|quarter|week)|monthly|annually/i.exec(
      text,
    );
  return recurring === null
    ? { kind: 'none', text: '', date: '' }
    : { kind: 'recurring', text: recurring[0], date: '' };
}

function amounts(line: NumberedLine): readonly DraftFact[] {
  const chinese = /\p{Script=Han}/u.test(line.text);
  return [...line.text.matchAll(AMOUNT)].map(([amount]) => ({
    name: chinese ? '金额' : 'Amount',
    value: amount.trim(),
    quote: amount.trim(),
    refs: [line.number],
  }));
}

function documentType(whole: string): Draft['doc_type'] {
  if (/合同|协议|甲方|\bagreement\b|\bcontract\b/i.test(whole)) return 'contract';
  if (/发票|\binvoice\b/i.test(whole)) return 'invoice';
  if (/摘要[:：]|参考文献|\babstract\b|\breferences\b/i.test(whole)) return 'paper';
  if (/报告|\breport\b/i.test(whole)) return 'report';
  return 'other';
}

function tagsOf(whole: string, chinese: boolean): readonly string[] {
  const words = chinese
    ? ['合同', '服务', '付款', '验收', '保密', '违约', '报告', '发票', '租赁', '采购']
    : [
        'contract',
        'service',
        'payment',
        'acceptance',
        'confidentiality',
        'report',
        'invoice',
        'lease',
        'purchase',
      ];
  const found = words.filter((word) => whole.toLowerCase().includes(word));
  return (found.length > 0 ? found : [chinese ? '文档' : 'document']).slice(0, 5);
}
