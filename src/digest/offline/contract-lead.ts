import type { DraftFact, DraftStatement } from '../../llm/draft';
import { namesRole } from '../../text/lexicon/parties';

/** Names of facts that state the amount of a contract. */
const TOTAL = /总价|总金额|总额|合计|租金|价款|\btotal\b|\bprice\b|\brent\b|\bfee\b/iu;
/** Names of facts that state the term of a contract. */
const TERM = /有效期|期限|期间|\bterm\b/iu;

/**
 * Returns the sentence that introduces a contract, in the words of the contract: its title, its parties, the
 * amount and the term. Undefined when the facts do not name two parties.
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
