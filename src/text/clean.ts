/** Takes out of untrusted text what a reader cannot see but a program acts on. Everything else stays. */
import { lazily } from '../lazily';

/**
 * Signs the Tasks community plugin reads as metadata: dates, recurrence, priority, identity, what to do when
 * done. Source: its emoji format, with the older forms it still accepts; and the sign of an alarm in the
 * Reminder plugin.
 */
const taskSigns =
  /[\u{1F4C5}\u{1F4C6}\u{1F5D3}\u23F3\u231B\u{1F6EB}\u2795\u2705\u274C\u{1F501}\u{1F3C1}\u{1F194}\u26D4\u{1F53A}\u23EB\u{1F53C}\u{1F53D}\u23EC\u23F0]\uFE0F?/gu;

/** An emoji, joined ones among them: the only place where a joiner or a variation selector belongs. */
const emoji =
  String.raw`\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?` +
  String.raw`(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*`;

/** Format characters that are seen: Arabic and Indic number and verse signs. */
const seen = String.raw`[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]`;

/**
 * Characters without a shape that Unicode does not count as format characters: joiners, fillers, selectors.
 */
const shapeless = String.raw`\u034F|[\u115F-\u1160]|[\u17B4-\u17B5]|[\u180B-\u180F]|\u2065|\u3164|[\uFE00-\uFE0F]|\uFFA0|[\u{E0000}-\u{E0FFF}]`;

/** Controls (but tab and line feed), format characters (bidi, zero-width, tags), and what has no shape. */
const hidden = String.raw`(?![\t\n])\p{Cc}|(?!${seen})\p{Cf}|${shapeless}`;

const emojiOrHidden = lazily(() => new RegExp(`(${emoji})|${hidden}`, 'gu'));

/**
 * The most of what looks like nothing, or covers other lines: marks on one letter (no writing system needs
 * more), blanks in a row, and lines without text in a row.
 */
const mostMarks = 8;
const mostBlanks = 200;
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
 * Text of many lines: NFC, line breaks as `\n`, tabs kept; invisible and control characters gone, long runs
 * of blanks and of combining marks cut, a lone half of a surrogate pair replaced by U+FFFD.
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
 * One line of text without signs of tasks, of at most `maxLength` UTF-16 units; what is longer ends with `…`.
 * A run of white space becomes one space; of ideographic spaces, at most four in a row stay. A combining mark
 * at the start has no letter and is removed.
 */
export function cleanLine(text: string, maxLength: number): string {
  // What is cut off anyway is not looked at, so that a line of a megabyte costs no more than a long one.
  const cut = text.length > maxLength * 4;
  const line = cleanText(withoutTaskSigns(cut ? withoutHalf(text.slice(0, maxLength * 4)) : text))
    .replace(/[^\S\u3000]+/g, ' ')
    .replace(/([ \u3000]{4})[ \u3000]+/g, '$1')
    .replace(/^[\p{M}\s]+/u, '')
    .trimEnd();
  if (line.length <= maxLength && !cut) return line;
  return `${withoutHalf(line.slice(0, maxLength - 1)).trimEnd()}…`;
}

/** Without what a cut may have left at the end: half of a surrogate pair, a joiner that joins nothing. */
function withoutHalf(text: string): string {
  return text.replace(/\u200D?[\uD800-\uDBFF]?$/, '');
}

/** Removes the signs that the Tasks and Reminder plugins read. */
export function withoutTaskSigns(text: string): string {
  return text.replace(taskSigns, '');
}
