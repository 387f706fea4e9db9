import { lazily } from '../../lazily';
import { cleanLine } from '../../clean';
import { breakInAddress, breakLineStart, breakTriggers, joiner } from './triggers';

/**
 * Maximum length of a statement in UTF-16 units; the rest is cut. Even paragraphs of contracts are rarely
 * longer than 1,000.
 */
export const maxStatement = 2000;

/**
 * Matches text that programs convert to links: `scheme://…`, `www.…`, an e-mail address. Only a code span
 * prevents the conversion. A final `www` is matched too, because the plugin may add a full stop after it.
 *
 * A match ends before characters that could end the code span, start a comment or field, or close emphasis.
 * Older parsers look for such characters even inside code.
 */
const linkLike = lazily(
  () =>
    new RegExp(
      [
        String.raw`(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|[Ww]{3}(?:\.|$))(?:(?!%%|::|==)[!#-)+-;=?-Z\\^_a-{}~])*`,
        String.raw`[A-Za-z0-9._+-]+@[\p{L}\p{M}\p{N}._-]*\.[\p{L}\p{M}\p{N}_-]+`,
      ].join('|'),
      'gu',
    ),
);

/**
 * Escapes text for the middle of a line. The result is one line without a special meaning in Markdown or for
 * plugins.
 */
export function escapeInline(text: string, maxLength = maxStatement): string {
  // The text may stand after a colon and begin with another colon, and `::` makes other plugins act. So the
  // text is escaped as if a colon stood before it.
  return escapeLine(cleanLine(text, maxLength), ':');
}

/**
 * Escapes text as {@link escapeInline} does, but for the start of a paragraph or list item: the result cannot
 * start a list, heading, rule, quote or check box either.
 */
export function escapeLineStart(text: string, maxLength = maxStatement): string {
  const line = cleanLine(text, maxLength);
  const escaped = escapeOpener(escapeLine(line));
  return breakLineStart(line) === line ? escaped : joiner + escaped;
}

/**
 * Replaces braces by full-width braces, because the plugin Markdown Attributes acts on all text between two
 * braces of a line, except in code.
 */
function withoutBraces(line: string): string {
  return line.replace(/\{/g, '\uFF5B').replace(/\}/g, '\uFF5D');
}

/** @param before the text that stands before `line` in the note; only its last character matters */
function escapeLine(line: string, before = ''): string {
  let escaped = '';
  let from = 0;
  let ahead = before;
  for (const match of line.matchAll(linkLike())) {
    const link = match[0].replace(/[.,;:!?)'"\\]+$/, '');
    const between = line.slice(from, match.index);
    escaped +=
      escapeMarks(breakTriggers(withoutBraces(between), ahead, link)) + codeSpan(breakInAddress(link));
    from = match.index + link.length;
    ahead = link;
  }
  return escaped + escapeMarks(breakTriggers(withoutBraces(line.slice(from)), ahead));
}

/** The text must not contain a backtick or a space. */
function codeSpan(text: string): string {
  return `\`${text}\``;
}

/**
 * If every Markdown version supports a backslash before a character, writes the backslash, otherwise a
 * character reference.
 */
function escapeMarks(text: string): string {
  return text
    .replace(/[\\`*_[\]#~|$]/g, '\\$&')
    .replace(/&(?=#|[A-Za-z][A-Za-z0-9])/g, '&amp;')
    .replace(/<(?!\s)/g, '&lt;')
    .replace(/%(?=\u2060?%)/g, '&#37;')
    .replace(/:(?=\u2060?:)/g, '&#58;')
    .replace(/=(?=\u2060?=)/g, '&#61;')
    .replace(/(^\u2060?|\s)\^/g, '$1&#94;')
    .replace(/\^(?=\u2060?\\\[)/g, '&#94;');
}

function escapeOpener(line: string): string {
  return line.replace(/^[-+>]/, '\\$&').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
