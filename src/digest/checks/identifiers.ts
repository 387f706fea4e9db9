import { halfWidth } from '../../text/width';
import type { Check } from './check';

/** Signs that an identifier is written with or without. */
const SIGNS = /[\s\-–—_/.·]/gu;
/**
 * An identifier has letters and digits, or is a long number: contract and account numbers, IBANs, versions.
 */
const FORMS = [
  '[A-Z]{1,12}[-_/.]?[A-Z\\d][A-Z\\d\\-_/.]{3,}',
  '\\d[\\d-]{3,}[A-Z][A-Z\\d-]*',
  '\\d(?:[\\d-]| (?=\\d{4})){7,}\\d',
];
/** Behind a character that does not belong to it; its first group is the identifier. */
const IDENTIFIER = new RegExp(
  `(?:^|[^A-Za-z\\d])(?=[A-Z\\d\\-_/.]*\\d)(${FORMS.join('|')})(?![A-Za-z\\d])`,
  'gu',
);
/** A number of that shape that is a date, a time or an amount belongs to another check. */
const OTHER_KIND =
  /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}|(?:19|20)\d{2}[-/](?:19|20)\d{2}|\d+\.\d{2})$/u;
/** Characters by which an identifier may differ from the one it stands for. */
const SLIP = 3;

/** An identifier of a statement stands in the document, to the letter. */
export const identifiers: Check = {
  name: 'identifiers',
  rule: 'An identifier, such as a contract number or an IBAN, stands in the document to the letter.',
  run: ({ source, words, passage }) => {
    for (const identifier of identifiersIn(words)) {
      const wanted = plain(identifier);
      if (source.joined(plain).includes(wanted)) continue;
      const found = passage
        .flatMap(({ text }) => identifiersIn(text))
        .find((other) => isSlip(plain(other), wanted));
      return { fact: 'identifier', stated: identifier, ...(found === undefined ? {} : { found }) };
    }
    return undefined;
  },
};

function identifiersIn(text: string): string[] {
  return Array.from(halfWidth(text).matchAll(IDENTIFIER), ([, identifier = '']) =>
    identifier.replace(/[-_/.]+$/u, ''),
  ).filter((identifier) => !OTHER_KIND.test(identifier) && plain(identifier).length > 4);
}

function plain(text: string): string {
  return halfWidth(text).replace(SIGNS, '').toUpperCase();
}

/** Nearly the same length, and all but a few characters in their place or one place off. */
function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > SLIP - 1) return false;
  const same = Array.from(one).filter((character, at) =>
    [-1, 0, 1].some((off) => other[at + off] === character),
  ).length;
  return same >= Math.min(one.length, other.length) - SLIP;
}
