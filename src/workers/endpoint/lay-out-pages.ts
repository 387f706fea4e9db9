import { recognisedParagraphs } from '../../pdf/recognised-paragraphs';
import type { LaidOutReading, PageReader } from '../../llm/page-reader';

/** A reader that gives the paragraphs of the text that was read: the app's thread does not make them. */
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
