import type { Citation } from '../digest/digest';
import { format, type NoteMessages } from '../i18n/messages';
import type { LinkPorts } from './content';
import { pdfLink } from './link';
import { pdfSubpath } from './selection';

/** The data for links to passages, which are parts of the text of a page. */
export interface LinkContext {
  readonly pdfName: string;
  readonly messages: NoteMessages;
  readonly ports: LinkPorts;
}

/**
 * Writes one link for each cited passage. If several links open the same page, all except the first have a
 * number: `p. 2, p. 2 (2)`. A page on which passages cannot be marked gets only one link.
 */
export function citationLinks(
  citations: readonly Citation[],
  { pdfName, messages, ports }: LinkContext,
): string {
  const pages = new Map<string, number>();
  for (const { page, passage } of citations) {
    pages.set(pdfSubpath(page, ports.marks?.(page) === true ? passage : undefined), page);
  }
  const seen = new Map<number, number>();
  const links = Array.from(pages, ([subpath, page]) => {
    const count = (seen.get(page) ?? 0) + 1;
    seen.set(page, count);
    const words = count === 1 ? messages.note.pageLink : messages.note.pageLinkAgain;
    return pdfLink(ports, pdfName, subpath, format(words, { page, count }));
  });
  return links.join(messages.note.pageLinkSeparator);
}
