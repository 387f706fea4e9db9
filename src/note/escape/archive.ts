import { cleanText } from '../../text/clean';

/** Encloses text in a code fence that no line of the text can close. Returns all lines, with both fences. */
export function fencedLines(text: string): string[] {
  const lines = splitTemplates(cleanText(text)).split('\n');
  const longest = Math.max(2, ...lines.map(longestBacktickRun));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
}

/**
 * Returns the lines of a `<pre>` block. Characters with a meaning in HTML, the app or plugins become
 * character references. No line is blank, because the app ends an HTML block at a blank line.
 */
export function preformattedLines(text: string): string[] {
  return escapeHtml(cleanText(text))
    .split('\n')
    .map((line) => (line.trim() === '' ? '&#32;' : line));
}

/** Escapes text for the content of an HTML element. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'[\]`#$]/g, reference).replace(/%(?=%)|:(?=:)|=(?==)/g, reference);
}

function reference(character: string): string {
  return `&#${String(character.charCodeAt(0))};`;
}

/** Breaks up `<%`, which Templater runs anywhere in a new note, even in code. */
function splitTemplates(text: string): string {
  return text.replace(/<(?=%)/g, '< ');
}

function longestBacktickRun(line: string): number {
  return (line.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
