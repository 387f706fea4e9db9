import { halfWidth } from '../../text/width';
import type { Check } from './check';

/** Spaces and punctuation, which are ignored when identifiers are compared. */
const SIGNS = /[\s\-–—_/.·]/gu;
/**
 * An identifier has letters and digits, or is a long number: contract and account numbers, IBANs, versions.
 */
const FORMS = [
  // An IBAN in groups of four (ISO 13616).
  '[A-Z]{2}\\d{2}(?: ?[A-Z\\d]{4}){2,7}(?: ?[A-Z\\d]{1,3})?',
  '[A-Z]{1,12}[-_/.]?[A-Z\\d][A-Z\\d\\-_/.]{3,}',
  '\\d[\\d-]{3,}[A-Z][A-Z\\d-]*',
  '\\d(?:[\\d-]| (?=\\d{4})){7,}\\d',
];
/** Matches an identifier and the character before it. The first group is the identifier. */
const IDENTIFIER = new RegExp(
  `(?:^|[^A-Za-z\\d])(?=[A-Z\\d\\-_/.]*\\d)(${FORMS.join('|')})(?![A-Za-z\\d])`,
  'gu',
);
/** Matches a date, a range of years or an amount in the form of an identifier. Other checks handle these. */
const OTHER_KINDS = [
  '\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}',
  '\\d{1,2}([-/.])\\d{1,2}\\2\\d{4}',
  '(?:19|20)\\d{2}[-/](?:19|20)\\d{2}',
  '\\d+\\.\\d{2}',
];
const OTHER_KIND = new RegExp(`^(?:${OTHER_KINDS.join('|')})$`, 'u');
/** Maximum number of characters in which a misspelt identifier differs from the true one. */
const SLIP = 3;

/**
 * Checks that the document contains each identifier of a statement, apart from spaces, punctuation and case.
 */
export const identifiers: Check = {
  name: 'identifiers',
  rule: 'The document contains the same identifier, such as a contract number or an IBAN.',
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

/**
 * True when the lengths are nearly equal and almost all characters are at the same or a neighbouring index.
 */
function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > SLIP - 1) return false;
  const same = Array.from(one).filter((character, at) =>
    [-1, 0, 1].some((off) => other[at + off] === character),
  ).length;
  return same >= Math.min(one.length, other.length) - SLIP;
}
