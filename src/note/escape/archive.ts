import { cleanText } from '../../clean';
import { breakLineStart, breakTriggers, joiner, withoutJoiners } from './triggers';

/** Encloses text in a code fence that the text cannot close. Returns all lines, with both fences. */
export function fencedLines(text: string): string[] {
  const lines = archiveLines(text);
  // Backticks are counted without joiners (invisible characters), because a program may remove joiners.
  const longest = lines
    .map(withoutJoiners)
    .map(longestBacktickRun)
    .reduce((one, other) => Math.max(one, other), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
}

/**
 * Returns the lines of a `<pre>` block. Characters with a meaning in HTML, the app or plugins become
 * character references. The app would end the block at a blank line, so no line is blank.
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
 * Returns the cleaned lines of a text. Joiners break each trigger (a text that makes another plugin act). A
 * Latin letter at the start of the text gets a joiner before it, because the first word can be a trigger too.
 */
function archiveLines(text: string): string[] {
  const lines = breakTriggers(cleanText(text)).split('\n').map(breakLineStart);
  const [first = '', ...rest] = lines;
  return [first.replace(/^[A-Za-z]/, `${joiner}$&`), ...rest];
}

function longestBacktickRun(line: string): number {
  return (line.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
