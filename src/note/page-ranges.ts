import { format, type NoteMessages } from '../i18n/messages';

/**
 * Writes page numbers as `2, 5–7`: sorted and without duplicates. If there are more than `most` ranges,
 * `…` replaces the last ones.
 */
export function pageRanges(
  pages: readonly number[],
  words: Pick<NoteMessages['note'], 'pageRange' | 'pageSeparator'>,
  most = Infinity,
): string {
  const found: [number, number][] = [];
  for (const page of [...new Set(pages)].sort((left, right) => left - right)) {
    const last = found.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else found.push([page, page]);
  }
  const shown = found
    .slice(0, most)
    .map(([first, last]) => (first === last ? String(first) : format(words.pageRange, { first, last })));
  return [...shown, ...(found.length > most ? ['…'] : [])].join(words.pageSeparator);
}
