import { encodePath } from './link';
import { readSource } from './source';

/** The renaming of a PDF. */
export interface PdfMove {
  /** Vault path before the renaming. */
  readonly from: string;
  /** Vault path after the renaming. */
  readonly to: string;
  /** The app's text for a wikilink to the renamed PDF. */
  readonly linktext: string;
}

/**
 * Updates a note after its PDF was renamed. The app updates the links that it recognises. This function
 * updates what the plugin writes for a path that cannot be part of a wikilink: the plain path in the property
 * `source_file`, and percent-encoded links.
 * @param source the property `source_file` before the renaming
 */
export function afterPdfMoved(text: string, source: unknown, { from, to, linktext }: PdfMove): string {
  const read = readSource(source);
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) : -1;
  const head = text.slice(0, Math.max(end, 0));
  const isPlain = read !== null && 'path' in read && read.path === from;
  const link = `source_file: ${JSON.stringify(`[[${linktext}]]`)}`;
  const newHead = isPlain ? head.replace(/^source_file:[^\n]*$/m, () => link) : head;
  const [old, now] = [encodePath(from), encodePath(to)];
  const body = ['#', ')'].reduce(
    (rest, after) => rest.replaceAll(`](${old}${after}`, `](${now}${after}`),
    text.slice(head.length),
  );
  return newHead + body;
}
