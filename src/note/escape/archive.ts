import { cleanText } from '../../text/clean';

/** Lines of a code fence that nothing in the text can close, begin and end included. */
export function fencedLines(text: string): string[] {
  const lines = splitTemplates(cleanText(text)).split('\n');
  const longest = Math.max(2, ...lines.map(longestBacktickRun));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
}

/**
 * Lines of a `<pre>` block: characters that mean something to HTML, to the app or to plugins as references, and no
 * blank line, because the app ends an HTML block there.
 */
export function preformattedLines(text: string): string[] {
  return escapeHtml(cleanText(text))
    .split('\n')
    .map((line) => (line.trim() === '' ? '&#32;' : line));
}

/** Text as the content of an HTML element. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"'[\]`#$]/g, reference)
    .replace(/%(?=%)|:(?=:)|=(?==)/g, reference);
}

function reference(character: string): string {
  return `&#${String(character.charCodeAt(0))};`;
}

/** Templater runs `<%` wherever it stands in a new note, in code as well. */
function splitTemplates(text: string): string {
  return text.replace(/<(?=%)/g, '< ');
}

function longestBacktickRun(line: string): number {
  return (line.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
