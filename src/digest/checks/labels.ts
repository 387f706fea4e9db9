import { halfWidth } from '../../text/width';
import { comparable } from '../passages/quotes';
import type { Source } from '../passages/source';
import type { Check } from './check';
import type { HardFact } from '../digest';

/** A value with its label in the document: `付款到期日：2026年4月7日`, or a table row of two cells. */
interface Labelled {
  readonly label: string;
  readonly value: string;
}

const COLON = /(?<label>[\p{L}\p{M}（）()#.’'/ -]{2,40}?)\s*[:：]\s*/gu;
const CLAUSE_NUMBER = /^\s*(?:第[^条\s]{1,8}条|\d+(?:\.\d+)*\.?\s)\s*/u;
const KNOWN = new WeakMap<Source, readonly Labelled[]>();

/**
 * If the name of a fact is a label in the document, the fact must have the value of this label. A different
 * value contradicts the document only if it is the value of another label; otherwise it may be a rewording.
 */
export const labels: Check = {
  name: 'labels',
  rule: 'A fact whose name is a label of the document has the value of that label.',
  run: ({ source, fact }) => {
    if (fact === undefined) return undefined;
    const wanted = nameOf(fact.name);
    const value = comparable(fact.value).toLowerCase();
    if (wanted === '' || value === '') return undefined;
    const all = source.found(labelledIn, KNOWN);
    // `label` may begin with other words of its line, so it only has to end with the name of the fact.
    const same = all.filter(({ label }) => label.endsWith(wanted));
    const isHeld = ({ value: read }: Labelled): boolean => overlaps(comparable(read).toLowerCase(), value);
    if (same.length === 0 || same.some(isHeld) || wanted === value) return undefined;
    const belongsToOther = all.some(
      (other) => !other.label.endsWith(wanted) && comparable(other.value).toLowerCase() === value,
    );
    const found = same[0]?.value.trim();
    return belongsToOther && found !== undefined && found !== ''
      ? { fact: kindOf(found), stated: fact.value, found }
      : undefined;
  },
};

/** Returns the labels of a sentence with their values. A value that contains a label is left out. */
function labelledIn(original: string): Labelled[] {
  return pairsIn(original).filter(({ value }) => comparable(value) !== '' && !/[:：]/u.test(value));
}

function pairsIn(original: string): Labelled[] {
  const text = halfWidth(original).replace(CLAUSE_NUMBER, '');
  const cells = text.split('\t').map((cell) => cell.trim());
  const [first, second] = cells;
  if (cells.length === 2 && first !== undefined && second !== undefined && !/[:：]./u.test(first)) {
    return [{ label: nameOf(first.replace(/[:：]$/u, '')), value: second }];
  }
  return cells.flatMap((cell) => {
    const found = Array.from(cell.matchAll(COLON), ({ index, 0: { length }, groups }) => ({
      label: nameOf(groups?.['label'] ?? ''),
      from: index + length,
      at: index,
    }));
    return found.map(({ label, from }, index) => ({
      label,
      value: cell.slice(from, found[index + 1]?.at ?? cell.length),
    }));
  });
}

/** Normalises a label, and removes the text in brackets. */
function nameOf(name: string): string {
  return comparable(name.replace(/[(（][^)）]*[)）]/gu, '')).toLowerCase();
}

function overlaps(one: string, other: string): boolean {
  return one === '' || one.includes(other) || other.includes(one);
}

function kindOf(value: string): HardFact {
  return /\d/u.test(value) ? 'identifier' : 'party';
}
