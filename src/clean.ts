/**
 * Cleans untrusted text: removes characters that readers do not see, and characters that other plugins act
 * on.
 */
import { lazily } from './lazily';

/**
 * Matches the signs in the emoji format of the Tasks plugin: signs for dates, recurrence, priority, identity,
 * and the action when a task is done. Older forms, which Tasks still accepts, are included. Also matches the
 * alarm sign of the Reminder plugin.
 */
const taskSigns = lazily(() => {
  const dates = String.raw`\u{1F4C5}\u{1F4C6}\u{1F5D3}\u23F3\u231B\u{1F6EB}\u2795\u2705\u274C`;
  const others = String.raw`\u{1F501}\u{1F3C1}\u{1F194}\u26D4\u{1F53A}\u23EB\u{1F53C}\u{1F53D}\u23EC\u23F0`;
  return new RegExp(String.raw`[${dates}${others}]\uFE0F?`, 'gu');
});

/**
 * Matches an emoji or a sequence of joined emojis. Joiners and variation selectors are kept only inside such
 * a match.
 */
const emoji =
  String.raw`\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?` +
  String.raw`(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*`;

/**
 * Matches format characters that are visible: the signs for numbers and verses in Arabic and Indic scripts.
 */
const seen = String.raw`[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]`;

/**
 * Matches joiners, fillers and selectors. They are invisible, but Unicode does not class them as format
 * characters.
 */
const shapeless = [
  String.raw`\u034F|[\u115F-\u1160]|[\u17B4-\u17B5]|[\u180B-\u180F]|\u2065|\u3164`,
  String.raw`[\uFE00-\uFE0F]|\uFFA0|[\u{E0000}-\u{E0FFF}]`,
].join('|');

/**
 * Matches invisible characters: format characters (bidi, zero-width, tags), those of {@link shapeless}, and
 * control characters except tab and line feed.
 */
const hidden = String.raw`(?![\t\n])\p{Cc}|(?!${seen})\p{Cf}|${shapeless}`;

const emojiOrHidden = lazily(() => new RegExp(`(${emoji})|${hidden}`, 'gu'));

/** Maximum number of combining marks on one letter. Every writing system needs fewer. */
const mostMarks = 8;
/** Maximum number of blanks in a row. */
const mostBlanks = 200;
/** Maximum number of lines without text in a row. */
const mostBlankLines = 20;

const longRuns = lazily(
  () =>
    [
      [new RegExp(String.raw`(\p{M}{${String(mostMarks)}})\p{M}+`, 'gu'), '$1'],
      [new RegExp(String.raw`([^\S\n]{${String(mostBlanks)}})[^\S\n]+`, 'g'), '$1'],
      [new RegExp(String.raw`((?:\n[^\S\n]*){${String(mostBlankLines)}})(?:\n[^\S\n]*)+(?=\n)`, 'g'), '$1'],
    ] as const,
);

/**
 * Cleans a text of any number of lines. Invisible and control characters are removed, tabs stay, and line
 * breaks become `\n`. Long runs of blanks, of empty lines and of combining marks are cut. A lone half of a
 * surrogate pair becomes U+FFFD. The result is in NFC.
 */
export function cleanText(text: string): string {
  const plain = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(emojiOrHidden(), (_, joined?: string) => joined ?? '')
    .replace(/\u2800/g, ' ')
    .normalize('NFC');
  return longRuns().reduce((kept, [run, start]) => kept.replace(run, start), plain);
}

/**
 * Cleans a text as {@link cleanText} does, removes the signs of tasks, and joins the lines to one line. A
 * text longer than `maxLength` UTF-16 units is cut and ends with `…`. A run of white space becomes one space,
 * but up to four ideographic spaces in a row stay. Combining marks at the start are removed.
 */
export function cleanLine(text: string, maxLength: number): string {
  // Only the beginning is normalised, because normalising a long text takes long.
  const cut = text.length > maxLength * 4;
  const line = cleanText(withoutTaskSigns(cut ? withoutHalf(text.slice(0, maxLength * 4)) : text))
    .replace(/[^\S\u3000]+/g, ' ')
    .replace(/([ \u3000]{4})[ \u3000]+/g, '$1')
    .replace(/^[\p{M}\s]+/u, '')
    .trimEnd();
  if (line.length <= maxLength && !cut) return line;
  return `${withoutHalf(line.slice(0, maxLength - 1)).trimEnd()}…`;
}

/** Removes what a cut may leave at the end of a text: half a surrogate pair, a joiner. */
function withoutHalf(text: string): string {
  return text.replace(/\u200D?[\uD800-\uDBFF]?$/, '');
}

/** Removes the signs that the Tasks and Reminder plugins read. */
export function withoutTaskSigns(text: string): string {
  return text.replace(taskSigns(), '');
}
