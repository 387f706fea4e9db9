/**
 * Breaks triggers with an invisible character, the joiner. A trigger is a text on which another plugin acts.
 * Escapes of Markdown are not enough: many plugins read the rendered text, which has no escapes, and many
 * search the source with regular expressions that ignore escapes.
 */
import { lazily } from '../../lazily';

/**
 * U+2060 WORD JOINER. It has no width and allows no line break. No pattern of a plugin contains it, and
 * neither `\s` nor `trim` matches it. Text of a document never contains it, because `cleanText` removes it.
 */
export const joiner = '\u2060';

/** Marks that plugins use in their syntax. Ordinary text rarely has two of them side by side. */
const mark = String.raw`[!#$%(*:<=>@[\]^\x60{|}~]`;

/**
 * Matches the places for joiners: between two marks (`<%`, `::`, `(@`, `[[`, `==`), after an opening mark
 * (`<b`, `{x`), between a name and a bracket (`INPUT[`), and between an emoji and a number (a date). These
 * patterns are so general because no list of plugins can be complete.
 */
const pairs = lazily(
  () =>
    new RegExp(
      [
        `${mark}(?=${mark})`,
        String.raw`<(?=[A-Za-z/?])`,
        String.raw`\{(?=\S)`,
        String.raw`[A-Za-z0-9](?=\[)`,
        String.raw`\p{Extended_Pictographic}\uFE0F?(?=\s?\d)`,
      ].join('|'),
      'gu',
    ),
);

/**
 * Matches a mark that stands before a word and makes the word a tag (`#`), a mention or date (`@`), or a
 * block's name (`^`). `#12` is not matched: a tag needs a character that is not a digit.
 */
const sigils = lazily(
  () => /(^|[^\p{L}\p{N}/])(#(?=\d*(?!\d)[\p{L}\p{N}\p{Extended_Pictographic}_/-])|[@^](?=[\p{L}\p{N}_]))/gu,
);

/**
 * Matches the start of a line that begins with a digit, a punctuation mark or an emoji, because syntax may
 * begin with these.
 */
const start = lazily(() => /^(\s*)(?=[!-/:-@[-`{-~\d]|\p{Extended_Pictographic})/u);

/**
 * Matches the marks on which a plugin acts even inside an address. A copied address with joiners does not
 * work, so an address gets joiners only at these marks.
 */
const inAddresses = /[(@{$](?=[@{])|\{(?=[-+~=>])|^button(?=-)/g;

/**
 * Breaks the triggers within a text of one or more lines.
 * @param before the text before this one on the same line
 * @param after the text after this one on the same line
 */
export function breakTriggers(text: string, before = '', after = ''): string {
  const [last, next] = [before.slice(-1), after.slice(0, 1)];
  const whole = (last + text + next)
    .replace(pairs(), `$&${joiner}`)
    .replace(sigils(), (_, ahead: string, sigil: string) => `${ahead}${sigil}${joiner}`);
  return whole.slice(last.length, whole.length - next.length);
}

/**
 * Breaks the triggers in a file name. It inserts spaces and not joiners, because file names should have no
 * hidden characters.
 */
export function spaceMarks(name: string): string {
  return name.replace(new RegExp(`${mark}(?=${mark})`, 'g'), '$& ');
}

/** Breaks the triggers in an address, which is shown as code. */
export function breakInAddress(address: string): string {
  return address.replace(inAddresses, `$&${joiner}`);
}

/** Breaks syntax that begins with the first character of a line. */
export function breakLineStart(line: string): string {
  return line.replace(start(), `$1${joiner}`);
}

/** Returns whether {@link breakTriggers} would change a text. */
export function hasTriggers(text: string): boolean {
  return breakTriggers(text) !== text;
}

/** Removes the joiners, for comparisons with other texts. */
export function withoutJoiners(text: string): string {
  return text.replace(/\u2060/g, '');
}
