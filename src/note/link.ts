import { cleanLine } from '../clean';
import type { LinkPorts } from './content';
import { hasTriggers } from './escape/triggers';

/**
 * Matches characters that a link target must not contain. `# ^ [ ] |` end or split a wikilink. The app or a
 * plugin reads the other characters as code, math, HTML, comments, fields or templates.
 */
const forbiddenInLink = /[#^[\]|\\`$<>*~]|%%|::|==|!\[/;

/** Matches two underscores at the edge of a word: bold text may begin or end there. */
const strong = /(?:^|[^\p{L}\p{N}_])__|__(?:$|[^\p{L}\p{N}_])/u;

/**
 * Returns a link to the PDF in the vault's link format. If the name cannot be part of a wikilink (`a#b
 * [1].pdf`), the result is a Markdown link with the name percent-encoded.
 */
export function pdfLink(ports: LinkPorts, pdfName: string, subpath: string, alias?: string): string {
  const path = ports.pdfPath ?? pdfName;
  const link = isAwkward(path) ? undefined : ports.link(subpath, alias);
  if (link !== undefined && (link.startsWith('[[') || !/[()%]/.test(path))) return link;
  return `[${alias ?? 'PDF'}](${encodePath(path)}${subpath})`;
}

function isAwkward(path: string): boolean {
  return (
    forbiddenInLink.test(path) ||
    strong.test(path) ||
    /[{}]/.test(path) ||
    hasTriggers(path) ||
    /[^\S ]/.test(path) ||
    cleanLine(path, path.length) !== path.normalize('NFC').replace(/ +/g, ' ').trim()
  );
}

/**
 * Percent-encodes a path. `/`, `.`, `_`, `-`, and the letters and digits of all languages stay as they are.
 */
export function encodePath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[^\p{L}\p{N}\p{M}._/-]/gu, (character) =>
      character.length === 1 && character < '\u0080'
        ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
        : encodeURIComponent(character),
    );
}
