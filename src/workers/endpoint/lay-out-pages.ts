import { recognisedParagraphs } from '../../pdf/recognised-paragraphs';
import type { LaidOutReading, PageReader } from '../../llm/page-reader';

/**
 * Wraps a reader so that it returns the paragraphs of the text. So the main thread does not have to compute
 * them.
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
