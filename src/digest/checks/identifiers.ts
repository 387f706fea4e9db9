import { editDistance } from '../../edit-distance';
import { halfWidth } from '../../text/width';
import type { Check } from './check';

/** Spaces and punctuation, which are ignored when identifiers are compared. */
const SIGNS = /[\s\-–—_/.·]/gu;
/** An identifier, such as a contract number, has letters and digits, or is a long number. */
const FORMS = [
  // An IBAN in groups of four (ISO 13616).
  '[A-Z]{2}\\d{2}(?: ?[A-Z\\d]{4}){2,7}(?: ?[A-Z\\d]{1,3})?',
  '[A-Z]{1,12}[-_/.]?[A-Z\\d][A-Z\\d\\-_/.]{3,}',
  '\\d[\\d-]{3,}[A-Z][A-Z\\d-]*',
  '(?:\\d{4} ){3,}\\d{1,4}',
  '\\d(?:[\\d-]| (?=\\d{4})){7,}\\d',
];
/** Matches an identifier (the first group) and the character before it. */
const IDENTIFIER = new RegExp(
  `(?:^|[^A-Za-z\\d])(?=[A-Z\\d\\-_/.]*\\d)(${FORMS.join('|')})(?![A-Za-z\\d])`,
  'gu',
);
/** Matches a date with the same separator twice. */
const DATES = '\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\2\\d{4}';
/** Matches a date, a range of years or an amount that looks like an identifier. Other checks handle these. */
const OTHER_KIND = new RegExp(`^(?:${DATES}|(?:19|20)\\d{2}[-/](?:19|20)\\d{2}|\\d+\\.\\d{2})$`, 'u');
/** Maximum number of edits between a misspelt identifier and the true one. */
const SLIP = 3;

/**
 * Checks that the document contains each identifier of a statement. Spaces, punctuation and case are ignored.
 */
export const identifiers: Check = {
  name: 'identifiers',
  rule: 'The document contains the same identifier, such as a contract number or an IBAN.',
  run: ({ source, words, passage }) => {
    for (const identifier of identifiersIn(words)) {
      const wanted = plain(identifier);
      if (source.contains(identifier) || source.joined(plain).includes(wanted)) continue;
      const found = passage
        .flatMap(({ text }) => identifiersIn(text))
        .find((other) => editDistance(plain(other), wanted, SLIP) <= SLIP);
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
