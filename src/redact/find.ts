import { fitsIban } from './check-digits';
import { isRedactKind, matchesOf, REDACT_KINDS, type Finding, type RedactKind } from './finding';
import { fold } from './folded';
import { labelBefore } from './labels';
import { numbersIn } from './numbers';

/**
 * Patterns of identity numbers that are recognised by their form, without a label: the numbers of Hong Kong,
 * Macau, Taiwan, the UK, Singapore and Spain, and those of Chinese passports.
 */
const LETTERED = [
  /(?:^|[^a-z\d])([a-z]{1,2}\d{6} ?\([\da]\))/gi,
  /(?:^|\D)([157]\d{6} ?\(\d\))/g,
  /(?:^|[^a-z\d])([a-z][1289]\d{8})(?!\d)/gi,
  /(?:^|[^a-z\d])([a-ceghj-prstw-z][a-z][ \n]?\d\d[ \n]?\d\d[ \n]?\d\d[ \n]?[a-z])(?![a-z\d])/gi,
  /(?:^|[^a-z\d])([stfgm]\d{7}[a-z])(?![a-z\d])/gi,
  /(?:^|[^a-z\d])((?:[xyz]\d{7}|\d{8})-?[a-hj-np-tv-z])(?![a-z\d])/gi,
  // Passports and travel permits of China. Passports of other countries are recognised by their label.
  /(?:^|[^a-z\d])([degps][a-hj-np-z]?\d{7,8}|[chm]\d{8}(?:\d\d)?)(?![a-z\d])/gi,
];

/** Matches a code of letters and digits. Spaces and hyphens may be between them. */
const CODE = /(?:^|[^a-z\d])(?=(?:[ -]?[a-z]){0,6}[ -]?\d)([a-z\d](?:[ -]?[a-z\d]){5,24})(?![a-z\d])/gi;
/** Matches words without digits at the start of a match of `CODE`. One of them may be a label. */
const LETTERS_BEFORE = /^(?:[a-z]+ )*/i;
/**
 * A match of `CODE` may also contain words before and after the number, as in `number 533928174 was issued`.
 * These two patterns match the words.
 */
const WORDS_BEFORE = /^(?:[a-z]{4,} )+/i;
const WORDS_BEHIND = /(?: [a-z]+)* [a-z]{2,}$/i;
const IBAN = /(?:^|[^a-z\d])([a-z]{2}\d\d(?:[ \n\t-]?[a-z\d]){11,31})(?![a-z\d])/gi;

const PIECE = String.raw`[\p{Script=Latin}\d%+'!#$&*/=?^{}~-]{1,64}`;
/**
 * The part of an e-mail address before `@`. If it contains a line break, a lower-case letter or a digit must
 * follow the line break.
 */
const LOCAL = String.raw`${PIECE}(?:(?:[._]{1,2}|[._] ?[ \n](?=[a-z\d])|[ ][._][ ])${PIECE}){0,5}_?`;
const SIGN = String.raw`(?:[ \n\t]{0,2}@[ \n\t]{0,2}|[ ]?[([{<][ ]?(?:at|AT|@)[ ]?[)\]}>][ ]?)`;
const LABEL = String.raw`[\p{Script=Latin}\d_-]{1,63}`;
const DOT = String.raw`(?:\.|[ ]?[([{<][ ]?(?:dot|DOT|\.)[ ]?[)\]}>][ ]?)`;
const DOMAIN =
  String.raw`(?:${LABEL}(?:${DOT}${LABEL})+|${LABEL}(?:[ \n]{0,2}\.[ \n]{0,2}${LABEL})+|` +
  String.raw`${LABEL}[ \n]${LABEL}(?:\.${LABEL})+|[\p{L}\d-]+\.\n?\p{L}{2,8})`;

const SYNTAX = /[.*+?^${}()|[\]\\/]/g;
/** Matches a Chinese, Japanese or Korean character. */
export const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Finds the values that must not be sent, in their order in the text and without overlaps.
 * @param text a folded text (see `folded.ts`)
 * @param patterns kinds of values and the user's own words
 */
export function findIn(text: string, patterns: readonly string[]): readonly Finding[] {
  const kinds = REDACT_KINDS.filter((kind) => patterns.includes(kind));
  const words = patterns.filter((pattern) => !isRedactKind(pattern));
  return united([
    ...(kinds.includes('email') ? matchesOf(text, new RegExp(LOCAL + SIGN + DOMAIN, 'gu'), 'email') : []),
    ...(kinds.includes('idCard') ? identityCodes(text) : []),
    ...(kinds.includes('bankCard') ? ibans(text) : []),
    ...numbersIn(text, kinds),
    ...words.flatMap((word) => matchesOf(text, wordPattern(word), 'word')),
  ]);
}

function identityCodes(text: string): Finding[] {
  const label = labelBefore('idCard');
  const labelled = matchesOf(text, CODE, 'idCard').flatMap((finding) => {
    const code = text.slice(finding.start, finding.end);
    if ((code.match(/\d/g)?.length ?? 0) <= 3) return [];
    // A label without a colon, as in `DNI 48372916Y`, looks like the first part of the code.
    const first = LETTERS_BEFORE.exec(code)?.[0] ?? '';
    const starts = [...first.matchAll(/ /g)].map(({ index }) => finding.start + index + 1);
    const isLabelled = (at: number): boolean => label?.test(text.slice(Math.max(0, at - 40), at)) === true;
    const from = [finding.start, ...starts].filter(isLabelled).at(-1);
    if (from === undefined) return [];
    const [before, behind] = [WORDS_BEFORE.exec(text.slice(from, finding.end)), WORDS_BEHIND.exec(code)];
    const start = from + (before?.[0].length ?? 0);
    return [{ ...finding, start, end: finding.end - (behind?.[0].length ?? 0) }];
  });
  return [...LETTERED.flatMap((pattern) => matchesOf(text, pattern, 'idCard')), ...labelled];
}

/**
 * Finds IBANs. The pattern also matches words after an IBAN. So only the beginning of the match is used: the
 * longest one with correct check digits. If no beginning has correct check digits, the whole match is used,
 * but only if the label "IBAN" is before the match.
 */
function ibans(text: string): Finding[] {
  return matchesOf(text, IBAN, 'bankCard').flatMap((finding) => {
    const written = text.slice(finding.start, finding.end);
    for (let length = written.length; length >= 15; length -= 1) {
      const bare = written.slice(0, length).replace(/[^a-z\d]/gi, '');
      if (bare.length >= 15 && !/[a-z\d]/i.test(written.charAt(length)) && fitsIban(bare))
        return [{ ...finding, end: finding.start + length }];
    }
    return /iban\W{0,4}$/i.test(text.slice(Math.max(0, finding.start - 12), finding.start)) ? [finding] : [];
  });
}

/**
 * Makes a pattern that finds one of the user's own words in folded text. Case makes no difference. A space in
 * the word also matches hyphens, underscores or nothing, as in the tag `#new-york`. In the text, spaces may
 * be between Chinese characters. A word of Latin letters or digits is not found inside a longer one: `Anne`
 * is not found in `Annex`.
 */
function wordPattern(word: string): RegExp {
  const characters = [...fold(word.trim()).text];
  const body = characters
    .map((character, index) => {
      if (/\s/.test(character)) return '[ \\t\\n_-]*';
      const before = characters[index - 1] ?? '';
      return (HAN.test(before) && HAN.test(character) ? '[ \\n]*' : '') + character.replace(SYNTAX, '\\$&');
    })
    .join('');
  const edge = '[\\p{Script=Latin}\\d]';
  const isPlain = (character = ''): boolean => /[\p{Script=Latin}\d]/u.test(character);
  const start = isPlain(characters[0]) ? `(?:^|[^\\p{Script=Latin}\\d])` : '';
  const end = isPlain(characters.at(-1)) ? `(?!${edge})` : '';
  return new RegExp(`${start}(${body})${end}`, 'giu');
}

/** Sorts findings and joins those that overlap, so that no part of a value remains in the text. */
export function united(findings: readonly Finding[]): readonly Finding[] {
  const joined: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last === undefined || finding.start >= last.end) joined.push(finding);
    else if (finding.end > last.end) joined.splice(-1, 1, { ...last, end: finding.end });
  }
  return joined;
}

/** Returns the same text for all forms of a value, such as `1234 5678` and `1234-5678`. */
export function bareValue(written: string, kind: RedactKind | 'word'): string {
  if (kind === 'word') return written.replace(/[\s_-]/g, '').toLowerCase();
  if (kind === 'email')
    return written
      .replace(/[([{<] ?at ?[)\]}>]/i, '@')
      .replace(/[([{<] ?dot ?[)\]}>]/gi, '.')
      .replace(/\s/g, '')
      .toLowerCase();
  const bare = written.replace(/[^a-z\d]/gi, '').toUpperCase();
  return kind === 'phone' ? bare.replace(/^(?:00)?86(?=1\d{10})/, '') : bare;
}
