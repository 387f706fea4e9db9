import { lazily } from '../../lazily';
import { cleanLine } from '../../text/clean';

/** UTF-16 units of a statement; longer ones are cut. A paragraph of a contract is rarely over 1,000. */
export const maxStatement = 2000;

/**
 * What programs turn into links by themselves: `scheme://…`, `www.…`, an e-mail address; also a `www` that a
 * full stop of ours may follow. A backslash does not stop them, a code span does. What could end the span, be
 * read as a comment or a field within it, or close an emphasis around it (older parsers look into code for
 * that) ends the match.
 */
const linkLike = lazily(
  () =>
    new RegExp(
      [
        String.raw`(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|[Ww]{3}(?:\.|$))(?:(?!%%|::)[!#-)+-;=?-Z\\^_a-{}~])*`,
        String.raw`[A-Za-z0-9._+-]+@[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+`,
      ].join('|'),
      'gu',
    ),
);

/** Text in the middle of a line of ours: cleaned, on one line, and without any meaning to Markdown or to plugins. */
export function escapeInline(text: string, maxLength = maxStatement): string {
  return escapeLine(cleanLine(text, maxLength));
}

/** Text that stands first in a paragraph or list item: also no list, heading, rule, quote or check box of its own. */
export function escapeLineStart(text: string, maxLength = maxStatement): string {
  return escapeOpener(escapeInline(text, maxLength));
}

function escapeLine(line: string): string {
  let escaped = '';
  let from = 0;
  for (const match of line.matchAll(linkLike())) {
    const link = match[0].replace(/[.,;:!?)'"\\]+$/, '');
    escaped += escapeMarks(line.slice(from, match.index)) + codeSpan(link);
    from = match.index + link.length;
  }
  return escaped + escapeMarks(line.slice(from));
}

/** `text` holds no backtick and no space, so that one backtick on each side is enough. */
function codeSpan(text: string): string {
  return `\`${text}\``;
}

/**
 * Backslashes where every generation of Markdown knows them, character references where only some do: a note must
 * mean the same to the app, to its editor, and to the plugins that read it with expressions of their own.
 */
function escapeMarks(text: string): string {
  return text
    .replace(/[\\`*_[\]#~|$]/g, '\\$&')
    .replace(/&(?=#|[A-Za-z][A-Za-z0-9])/g, '&amp;')
    .replace(/<(?!\s)/g, '&lt;')
    .replace(/%(?=%)/g, '&#37;')
    .replace(/:(?=:)/g, '&#58;')
    .replace(/=(?==)/g, '&#61;')
    .replace(/(^|\s)\^/g, '$1&#94;')
    .replace(/\^(?=\\\[)/g, '&#94;');
}

function escapeOpener(line: string): string {
  return line
    .replace(/^[-+>]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
