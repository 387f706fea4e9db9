import type { DraftFact } from '../../../llm/draft';
import { dateOrderOf } from '../../../text/dates';
import { CONTRACT_NAMES, type ContractName } from '../../../text/lexicon/contract';
import type { Unit } from '../units';
import { isPartyName } from '../../fact-properties';
import { definedParties, lenderOf } from './parties';
import { dayAlone, termsOfContract } from './terms';

const MOST_FACTS = 16;
/**
 * For each term, the labels that documents use for it. A term that was found in a sentence is left out if
 * there is already a fact with one of these labels.
 */
const SAME: Readonly<Partial<Record<ContractName, RegExp>>> = {
  signed: /签|^日期|sign|^(?:contract |agreement )?date$|^datum$/iu,
  effective: /生效|effective/iu,
  start: /start|begin|commenc|起|开始/iu,
  end: /end|expir|until|止|到期|ende/iu,
  term: /term\b|期限?$|laufzeit/iu,
  notice: /notice|通知|frist/iu,
};

/**
 * Returns the facts of a contract: first those with labels (`labelled`), then the parties and terms that
 * sentences state. A party or term is left out if a labelled fact already states it.
 * @param language BCP 47
 */
export function contractFacts(
  units: readonly Unit[],
  labelled: readonly DraftFact[],
  language: string,
): DraftFact[] {
  const script = /^zh/u.test(language) ? 'zh' : /^de/u.test(language) ? 'de' : 'en';
  const nameOf = (kind: ContractName): string => CONTRACT_NAMES[kind][script];
  const order = dateOrderOf(language);
  const lender = lenderOf(units, nameOf('lender'));
  const defined = [...definedParties(units, nameOf('party')), ...(lender === undefined ? [] : [lender])];
  const terms = termsOfContract(units, order);
  const alone = terms.some(({ kind }) => kind === 'signed') ? undefined : dayAlone(units, order);
  const facts = [...labelled];
  const hasValue = (value: string): boolean => facts.some((fact) => plain(fact.value) === plain(value));
  for (const party of defined) {
    const known = facts.filter((fact) => plain(fact.value) === plain(party.value));
    const [first] = known;
    // The label of a known fact may be only a short name of the party (`Acme: Acme Trading Ltd`). If the text
    // defines no role for the party, the label becomes `party`.
    if (first === undefined) facts.push(party);
    else if (party.name === nameOf('party') && !known.some(({ name }) => isPartyName(name)))
      facts[facts.indexOf(first)] = party;
  }
  for (const { kind, name, value, refs } of [...terms, ...(alone === undefined ? [] : [alone])]) {
    const same = kind === 'amount' ? undefined : SAME[kind];
    const isSame = (fact: DraftFact): boolean =>
      same?.test(fact.name) === true || (/期|term|period/iu.test(fact.name) && fact.value.includes(value));
    const isKnown = kind === 'amount' ? hasValue(value) : facts.some(isSame);
    if (!isKnown) facts.push({ name: kind === 'amount' ? name : nameOf(kind), value, quote: value, refs });
  }
  return facts.slice(0, MOST_FACTS);
}

function plain(value: string): string {
  return value.replace(/[\s,，]/gu, '').toLowerCase();
}
