import type { DraftFact, DraftStatement } from '../../llm/draft';
import { namesRole } from '../../text/lexicon/parties';

const TOTAL = /总价|总金额|总额|合计|租金|价款|\btotal\b|\bprice\b|\brent\b|\bfee\b/iu;
const TERM = /有效期|期限|期间|\bterm\b/iu;

/**
 * The sentence that says what a contract is: its title, its parties, what is paid and for how long, named as
 * the contract names them. Undefined when it names no two parties.
 */
export function contractLead(
  title: string,
  facts: readonly DraftFact[],
  isHan: boolean,
): DraftStatement | undefined {
  const parties = facts.filter(({ name }) => namesRole(name)).slice(0, 3);
  if (title === '' || parties.length < 2) return undefined;
  const total = facts.find(({ name, value }) => TOTAL.test(name) && /\d/u.test(value));
  const term = facts.find(({ name, value }) => TERM.test(name) && /\d/u.test(value));
  const shown = [...parties, ...[total, term].filter((fact) => fact !== undefined)];
  const parts = shown.map(({ name, value }) => `${name} ${value}`);
  const text = isHan ? `${title}：${parts.join('，')}。` : `${title}: ${parts.join('; ')}`;
  return { text, refs: [...new Set(shown.flatMap(({ refs }) => refs))].sort((a, b) => a - b) };
}
