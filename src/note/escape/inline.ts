import { lazily } from '../../lazily';
import { cleanLine } from '../../clean';
import { breakInAddress, breakLineStart, breakTriggers, joiner } from './triggers';

/**
 * Maximum length of a statement in UTF-16 units; the rest is cut. A paragraph of a contract rarely has more
 * than 1,000.
 */
export const maxStatement = 2000;

/**
 * Matches text that programs convert to links: `scheme://…`, `www.…`, an e-mail address. A final `www` is
 * matched too, because the plugin may add a full stop after it. A backslash does not prevent the conversion,
 * but a code span does. A match ends before any character that could end the code span, start a comment or
 * field, or close emphasis around the span. Older parsers look for such characters even inside code.
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
 * Escapes text for the middle of a line. The result is clean, on one line, and has no special meaning in
 * Markdown or for plugins.
 */
export function escapeInline(text: string, maxLength = maxStatement): string {
  // The words before this text may end with a mark, so the text is escaped as if a mark came before it.
  return escapeLine(cleanLine(text, maxLength), ':');
}

/**
 * Escapes text for the start of a paragraph or list item. In addition, it cannot start a list, heading, rule,
 * quote or check box.
 */
export function escapeLineStart(text: string, maxLength = maxStatement): string {
  const line = cleanLine(text, maxLength);
  const escaped = escapeOpener(escapeLine(line));
  return breakLineStart(line) === line ? escaped : joiner + escaped;
}

/**
 * Replaces braces by full-width braces. The plugin Markdown Attributes interprets everything between two
 * braces of a line, except in code, and no character between the braces prevents this.
 */
function withoutBraces(line: string): string {
  return line.replace(/\{/g, '\uFF5B').replace(/\}/g, '\uFF5D');
}

/** @param before the text that comes before the line in the note, if its last character is known */
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

/**
 * Puts `text` into a code span. The text must not contain a backtick or a space, so one backtick on each side
 * is enough.
 */
function codeSpan(text: string): string {
  return `\`${text}\``;
}

/**
 * Uses backslashes if every Markdown version supports them for a character, and character references
 * otherwise. A note must have the same meaning for the app, its editor, and plugins that parse it with
 * regular expressions.
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
