/**
 * Converts texts to a canonical form for comparisons. Formatters and other plugins wrap and align lines, add
 * spaces and escapes, and replace signs by others with the same meaning. None of these changes alters the
 * canonical form. A change of words, numbers, symbols, or marks such as `**` does alter it, because only a
 * user makes such a change.
 */
import { markdownLink, wikiLink } from './page-link';

/** Signs that formatters exchange, and the sign that replaces them in the canonical form. */
const exchanged: readonly (readonly [RegExp, string])[] = [
  [/\u3002|\uFF61/g, '.'],
  [/\u3001|\uFF64/g, ','],
  [/[\u201C-\u201F\u2033\u300C-\u300F\u301D-\u301F\uFF62\uFF63\u00AB\u00BB]/g, '"'],
  [/[\u2018-\u201B\u2032]/g, "'"],
  [/[\u2010-\u2015\u2212\u2500]/g, '-'],
  [/[\u2022\u2027\u2219\u22C5\u30FB\uFF65]/g, '\u00B7'],
  [/\u301C/g, '~'],
  [/\u2236/g, ':'],
  [/\uFFE5/g, '\u00A5'],
  [/\u2026|\u22EF/g, '...'],
  [/_/g, '*'],
];

/**
 * Formatters change how often these signs are repeated: dashes, the dots of an ellipsis, the marks of code.
 */
const runs: readonly (readonly [RegExp, string])[] = [
  [/-{2,}/g, '-'],
  [/\.{3,}/g, '...'],
  [/`{2,}|~{3,}/g, '`'],
];

/** White space, soft hyphens, joiners and variation selectors. */
const blanks = /\s|[\u200B-\u200D]|[\uFE0E\uFE0F]|\u00AD|\u2060/g;

/** A line break that a formatter has written as `<br>` or as a backslash at the end of a line. */
const hardBreak = /(?:<br ?\/?>|\\)[ \t]*$/gim;

/** Removes spaces and a hard break at the end of a line. */
export function withoutBreak(line: string): string {
  return line.replace(hardBreak, '').trimEnd();
}

const references = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6}));/g;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Returns the canonical form of a text. Links to pages lose the file name, because it may change. */
export function canonical(text: string): string {
  const plain = text
    .replace(hardBreak, '')
    .replace(references, decoded)
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(blanks, '')
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .normalize('NFC');
  const linked = plain
    .replace(wikiLink, (_, page: string, passage: string, alias = '') => linkTo(page, passage, String(alias)))
    .replace(markdownLink, (_, alias: string, page: string, passage: string) => linkTo(page, passage, alias));
  return [...exchanged, ...runs].reduce((kept, [signs, sign]) => kept.replace(signs, sign), linked);
}

function linkTo(page: string, passage: string, alias: string): string {
  return `\u27E6${page}${passage}|${alias}\u27E7`;
}

function decoded(reference: string, name?: string, decimal?: string, hexadecimal?: string): string {
  if (name !== undefined) return named[name] ?? reference;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}
