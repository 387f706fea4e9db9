/**
 * Breaks triggers, which are texts that other plugins act on. The escapes of Markdown are not sufficient,
 * because many plugins read the rendered text, which has no escapes, or search the source with patterns that
 * ignore escapes. So a trigger is broken by a character that is a part of the text.
 */
import { lazily } from '../../lazily';

/**
 * U+2060 WORD JOINER. It has no width and allows no line break, and no pattern of a plugin contains it.
 * JavaScript does not treat it as white space, so neither `\s` nor `trim` removes it. Text of a document
 * never contains it, because `cleanText` removes it.
 */
export const joiner = '\u2060';

/** Marks that plugins use in their syntax. Ordinary text rarely has two of them side by side. */
const mark = String.raw`[!#$%(*:<=>@[\]^\x60{|}~]`;

/**
 * Matches the places after which a joiner is written. This is one rule instead of a list of plugins. The
 * places are between two marks (`<%`, `::`, `(@`, `[[`, `==`), after a mark right before the text that it
 * opens (`<b`, `{x`), between a name and a bracket (`INPUT[`), and between a sign and a number (an emoji and
 * a date).
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
 * Matches a mark at the start of a word that makes the word a tag, a mention, a date or a block's name. A tag
 * may have emoji and digits of any script. With only ASCII digits it is not a tag, so `#12` stays unchanged.
 */
const sigils = lazily(
  () => /(^|[^\p{L}\p{N}/])(#(?=\d*(?!\d)[\p{L}\p{N}\p{Extended_Pictographic}_/-])|[@^](?=[\p{L}\p{N}_]))/gu,
);

/** Matches the start of a line that could be a list item, a time, a separator, a rule or a sign. */
const start = lazily(() => /^(\s*)(?=[!-/:-@[-`{-~\d]|\p{Extended_Pictographic})/u);

/**
 * Matches the only marks that are broken in an address. The other marks have no effect in an address, and an
 * address with a joiner would be useless when a user copies it.
 */
const inAddresses = /[(@{$](?=[@{])|\{(?=[-+~=>])|^button(?=-)/g;

/**
 * Breaks the triggers within a text of one or more lines.
 * @param before the text right before this one on the same line
 * @param after the text right after this one on the same line
 */
export function breakTriggers(text: string, before = '', after = ''): string {
  const [last, next] = [before.slice(-1), after.slice(0, 1)];
  const whole = (last + text + next)
    .replace(pairs(), `$&${joiner}`)
    .replace(sigils(), (_, ahead: string, sigil: string) => `${ahead}${sigil}${joiner}`);
  return whole.slice(last.length, whole.length - next.length);
}

/** Breaks the triggers within a name of a file with spaces, because a name must have no hidden characters. */
export function spaceMarks(name: string): string {
  return name.replace(new RegExp(`${mark}(?=${mark})`, 'g'), '$& ');
}

/** Breaks the triggers within an address, which is shown as code. */
export function breakInAddress(address: string): string {
  return address.replace(inAddresses, `$&${joiner}`);
}

/**
 * Breaks the syntax that begins with the first character of a line. {@link breakTriggers} handles the rest of
 * the line.
 */
export function breakLineStart(line: string): string {
  return line.replace(start(), `$1${joiner}`);
}

/** Returns true when a text contains anything that {@link breakTriggers} would break. */
export function hasTriggers(text: string): boolean {
  return breakTriggers(text) !== text;
}

/** Removes the joiners, for comparisons with notes of earlier versions and with the document. */
export function withoutJoiners(text: string): string {
  return text.replace(/\u2060/g, '');
}
