import { cleanText } from '../../clean';
import { breakLineStart, breakTriggers, joiner, withoutJoiners } from './triggers';

/** Encloses text in a code fence that no line of the text can close. Returns all lines, with both fences. */
export function fencedLines(text: string): string[] {
  const lines = archiveLines(text);
  // Joiners split the runs of backticks. The fence is longer than the longest run even if a program removes
  // the joiners.
  const longest = lines
    .map(withoutJoiners)
    .map(longestBacktickRun)
    .reduce((one, other) => Math.max(one, other), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
}

/**
 * Returns the lines of a `<pre>` block. Characters with a meaning in HTML, the app or plugins become
 * character references. No line is blank, because the app ends an HTML block at a blank line.
 */
export function preformattedLines(text: string): string[] {
  return archiveLines(text).map((line) => (line.trim() === '' ? '&#32;' : escapeHtml(line)));
}

/** Escapes text for the content of an HTML element. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"'[\]`#$]/g, reference)
    .replace(/%(?=\u2060?%)|:(?=\u2060?:)|=(?=\u2060?=)/g, reference);
}

function reference(character: string): string {
  return `&#${String(character.charCodeAt(0))};`;
}

/**
 * Returns the cleaned lines of a text with broken triggers. A Latin letter at the start of the text gets a
 * joiner before it, so that the first word is no trigger either.
 */
function archiveLines(text: string): string[] {
  const lines = breakTriggers(cleanText(text)).split('\n').map(breakLineStart);
  const [first = '', ...rest] = lines;
  return [first.replace(/^[A-Za-z]/, `${joiner}$&`), ...rest];
}

function longestBacktickRun(line: string): number {
  return (line.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
