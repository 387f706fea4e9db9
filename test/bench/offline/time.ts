import { digestOffline } from '../../../src/digest/offline/digest-offline';
import { toSentences } from '../../../src/text/segment';
import { documentsOf, type Half } from './data';
import type { Figure } from './report';
import type { Page } from '../../../src/pdf/document';

const SENTENCES = 10_000;
const ROUNDS = 9;

/**
 * Returns the time of a digest of 10,000 sentences, divided by the time to split their pages into sentences.
 * A slow machine slows both, so the quotient hardly changes. The result is the median of all rounds.
 */
export async function timeFigures(folder: string, half: Half): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const file of ['scisumm', 'chinaxiv']) {
    const pages = pagesOf(
      (await documentsOf(folder, file, half)).flatMap(({ blocks }) => blocks.map(({ text }) => text)),
    );
    const sentences = toSentences(pages).slice(0, SENTENCES);
    const read = pages.slice(0, sentences.at(-1)?.page);
    const [split, digest] = [[] as number[], [] as number[]];
    for (let round = 0; round < ROUNDS; round += 1) {
      split.push(timeOf(() => toSentences(read)));
      digest.push(timeOf(() => digestOffline({ sentences, pageCount: 1, notRead: [] })));
    }
    const ratios = digest.map((own, round) => own / (split[round] ?? own));
    const beside = `medians: digest ${medianOf(digest).toFixed(0)} ms, sentences ${medianOf(split).toFixed(0)} ms`;
    const what = `time of 10,000 sentences (${file}), x splitting`;
    figures.push({ what, items: sentences.length, value: medianOf(ratios), target: 3, isMost: true, beside });
  }
  return figures;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function pagesOf(texts: readonly string[]): Page[] {
  return texts.map((text, index) => ({
    number: index + 1,
    kind: 'text',
    width: 595,
    height: 842,
    paragraphs: [{ kind: 'text', page: index + 1, text, source: [] }],
  }));
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
