import { recognisedParagraphs } from '../../pdf/recognised-paragraphs';
import type { LaidOutReading, PageReader } from '../../llm/page-reader';

/**
 * Wraps a reader so that its pages have paragraphs. The worker makes the paragraphs, so that the main thread
 * stays free.
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
