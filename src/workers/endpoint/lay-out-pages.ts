import { recognisedParagraphs } from '../../pdf/recognised-paragraphs';
import type { LaidOutReading, PageReader } from '../../llm/page-reader';

/**
 * Returns a reader that splits the text of each page into paragraphs. The worker uses it to keep the main
 * thread free.
 */
export function layingOutPages(reader: PageReader): PageReader<LaidOutReading> {
  return {
    ...reader,
    read: async (page, signal) => {
      const answer = await reader.read(page, signal);
      const { reading } = answer;
      if (reading.kind !== 'text') return { ...answer, reading };
      return { ...answer, reading: { kind: 'text', paragraphs: recognisedParagraphs(reading.text) } };
    },
  };
}
