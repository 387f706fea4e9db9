import { allMessages, format, type NoteMessages } from '../../i18n/messages';
import { escapeHtml } from '../escape/archive';
import { withoutJoiners } from '../escape/triggers';

/**
 * Returns the text of each page in a note's archive (the section with the text of the PDF). Null when the
 * note has no archive, or its archive was cut. The white space can differ from that of the PDF.
 */
export function archivedPages(note: string): readonly string[] | null {
  const lines = withoutJoiners(note).split(/\r?\n/);
  for (const messages of allMessages()) {
    const found = calloutText(lines, messages) ?? detailsText(lines, messages);
    if (found !== null)
      return isWhole(lines.slice(0, found.from), messages)
        ? byPage(found.text, pagesOf(lines), messages)
        : null;
  }
  return null;
}

/**
 * The lines of the archived text. `from` is the line of the note at which the callout or HTML block around
 * this text begins.
 */
interface Archive {
  readonly from: number;
  readonly text: readonly string[];
}

function calloutText(lines: readonly string[], { note }: NoteMessages): Archive | null {
  const from = lines.indexOf(`> [!quote]- ${note.showArchive}`);
  const fence = /^> (`{3,})text$/.exec(lines[from + 1] ?? '')?.[1];
  if (from < 0 || fence === undefined) return null;
  const end = lines.indexOf(`> ${fence}`, from);
  return end < 0 ? null : { from, text: lines.slice(from + 2, end).map((line) => line.replace(/^> ?/, '')) };
}

function detailsText(lines: readonly string[], { note }: NoteMessages): Archive | null {
  const from = lines.indexOf(`<summary>${escapeHtml(note.showArchive)}</summary>`);
  const end = lines.indexOf('</pre>', from);
  if (from < 0 || end < 0 || lines[from + 1] !== '<pre>') return null;
  const plain = (line: string): string =>
    line.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return { from, text: lines.slice(from + 2, end).map(plain) };
}

/** Returns false when the note says above the archive that the text was cut. */
function isWhole(above: readonly string[], { note }: NoteMessages): boolean {
  const [begins = ''] = note.truncated.split('{');
  const last = above.filter((line) => line !== '' && line !== '<details>').at(-1);
  return last?.startsWith(`*${begins}`) !== true;
}

/** Returns the page count in the note's properties; 1 when the user removed it. */
function pagesOf(lines: readonly string[]): number {
  const end = lines.indexOf('---', 1);
  const property = lines.slice(0, Math.max(0, end)).find((line) => line.startsWith('pdf_pages: '));
  return Math.max(1, Math.trunc(Number(property?.slice('pdf_pages: '.length))) || 1);
}

/**
 * Splits the text at its page marks, and removes hidden text. If the number in a page mark is out of order,
 * the line is text of the document.
 */
function byPage(
  archived: readonly string[],
  count: number,
  { note }: NoteMessages,
): readonly string[] | null {
  const text = archived.filter((line) => !line.startsWith(`${note.hiddenMark} `));
  if (count === 1) return [text.join('\n')];
  const [before = '', after = ''] = format(note.pageMark, { page: '\n' }).split('\n');
  const pages = Array.from({ length: count }, () => '');
  let page = 0;
  for (const line of text) {
    const number =
      line.startsWith(before) && line.endsWith(after)
        ? Number(line.slice(before.length, line.length - after.length))
        : NaN;
    if (number > page && number <= count && Number.isInteger(number)) page = number;
    else if (page > 0) pages[page - 1] += `${line}\n`;
  }
  return page === 0 ? null : pages;
}
