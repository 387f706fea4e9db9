import type { DraftFact, DraftStatement } from '../../llm/draft';
import { isPartyName } from '../fact-properties';
import type { DocumentType } from '../digest';

/** Matches names of amounts. An earlier pattern is preferred to a later one. */
const TOTALS: readonly RegExp[] = [
  /^net pay|实发/iu,
  /总价|总金额|总额|合计|价款|\b(?:grand )?total\b|\bprice\b/iu,
  /租金|工资|报酬|借款|本金|[^料]费用?$|\b(?:rent|fees?|salary|wages?|loan|charge)\b|miete|gehalt|vergütung|pauschale/iu,
];
/** Matches names of the first and of the last day of a contract. */
const DAYS: readonly RegExp[] = [
  /^(?:start|effective)|起始|^beginn$/iu,
  /^(?:end|expir|valid|repayment)|终止|截止|有效期至|^ende$/iu,
];
/** Matches names of the period of a contract. */
const TERM = /有效期|期限|期间|\bterm\b|laufzeit/iu;

/**
 * For these kinds of documents, a sentence made from the facts is a better introduction than any sentence of
 * the document.
 */
const KINDS: readonly DocumentType[] = ['contract', 'quotation', 'purchase-order', 'policy', 'payslip'];

/**
 * Returns the sentence that introduces a document: its title, its parties, the amount and the term. Returns
 * undefined when the title is empty, for a kind that is not in `KINDS`, or when there are too few facts.
 */
export function factLead(
  type: DocumentType,
  title: string,
  facts: readonly DraftFact[],
  isHan: boolean,
): DraftStatement | undefined {
  if (title === '' || !KINDS.includes(type)) return undefined;
  const parties = facts.filter(({ name }) => isPartyName(name)).slice(0, 3);
  if (type === 'contract' && parties.length < 2) return undefined;
  const find = (pattern: RegExp): DraftFact | undefined =>
    facts.find(({ name, value }) => pattern.test(name) && /[\d一二三四五六七八九十]/u.test(value));
  const total = TOTALS.map(find).find((fact) => fact !== undefined);
  if (parties.length === 0 || (parties.length === 1 && total === undefined)) return undefined;
  const days = DAYS.map(find);
  const term = days.every((day) => day === undefined) ? [find(TERM)] : days;
  const shown = [...parties, ...[total, ...term].filter((fact) => fact !== undefined)];
  const parts = shown.map(({ name, value }) => `${name} ${value}`);
  const text = isHan ? `${title}：${parts.join('，')}。` : `${title}: ${parts.join('; ')}`;
  return { text, refs: [...new Set(shown.flatMap(({ refs }) => refs))].sort((a, b) => a - b) };
}
