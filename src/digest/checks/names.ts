import { halfWidth } from '../../text/width';
import type { Source } from '../passages/source';
import type { Check } from './check';

/**
 * Patterns for the names of organisations. A Chinese name ends with its legal form (such as 有限公司) and starts
 * after a punctuation mark.
 */
const CHINESE =
  /[\p{Script=Han}（）()]{2,28}?(?:有限责任公司|股份有限公司|有限公司|集团公司|合伙企业|事务所|研究院|研究所)/gu;
const WORD = "\\p{Lu}[\\p{L}\\p{N}&.'’-]*";
const FORM = 'Ltd|Limited|Inc|LLC|LLP|Corp|Corporation|GmbH|PLC|AG|SAS|SARL|B\\.?V';
const LATIN = new RegExp(`${WORD}(?:,?\\s+(?:${WORD}|&|and|of|de))*,?\\s+(?:${FORM})\\b`, 'gu');
/**
 * Number of Han characters before the legal form that are compared. The pattern may also match characters
 * before the name, such as a verb.
 */
const TELLING = 4;
/** Maximum number of characters in which a misspelt name differs from the true one. */
const SLIP = 2;

const KNOWN = new WeakMap<Source, readonly string[]>();

/** Checks that the document contains each name of an organisation in a statement. */
export const names: Check = {
  name: 'names',
  rule: 'The document contains the name of a company or institute in exactly this spelling.',
  run: ({ source, words }) => {
    for (const name of namesIn(words)) {
      if (source.joined(plain).includes(plain(name))) continue;
      const all = source.found(namesIn, KNOWN);
      const found = all.find((other) => isSlip(plain(other), plain(name)));
      // A name in another script or in other words is a translation or an abbreviation, which only the second
      // reading judges.
      if (found !== undefined) return { fact: 'name', stated: name, found };
    }
    return undefined;
  },
};

function namesIn(original: string): string[] {
  const text = halfWidth(original);
  const chinese = Array.from(text.matchAll(CHINESE), ([name]) => telling(name));
  return [...chinese, ...Array.from(text.matchAll(LATIN), ([name]) => name)];
}

function telling(name: string): string {
  const form =
    /(?:有限责任公司|股份有限公司|有限公司|集团公司|合伙企业|事务所|研究院|研究所)$/u.exec(name)?.[0] ?? '';
  return name.slice(-form.length - TELLING);
}

function plain(text: string): string {
  return halfWidth(text)
    .replace(/[\s.,，（）()]/gu, '')
    .toLowerCase();
}

function isSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  const length = Math.max(one.length, other.length);
  let head = 0;
  while (head < length && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return length - head - tail <= SLIP && head + tail >= length / 2;
}
