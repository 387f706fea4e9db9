import type { Page, Paragraph, SourceRun } from '../pdf/document';
import { sentenceBreaks } from './sentence-breaks';
import type { Sentence } from './sentence';

/**
 * Returns the sentences of a document, numbered from 1 in reading order. Headings and table rows stay whole,
 * and other paragraphs are cut at full stops. White space around a sentence is removed, except the tabs at
 * the beginning of a row.
 */
export function toSentences(pages: readonly Page[]): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const page of pages) {
    for (const source of page.paragraphs) {
      for (const [start, end] of spans(source)) {
        const number = sentences.length + 1;
        sentences.push(sentenceOf(source, start, end, number, paragraph));
      }
      paragraph += 1;
    }
  }
  return sentences;
}

function spans(paragraph: Paragraph): [number, number][] {
  const whole = paragraph.kind === 'heading' || paragraph.kind === 'row';
  const breaks = whole ? [paragraph.text.length] : sentenceBreaks(paragraph.text);
  const found: [number, number][] = [];
  let from = 0;
  for (const to of breaks) {
    const slice = paragraph.text.slice(from, to);
    // A row may begin with empty cells. Their tabs keep the other cells in their columns.
    const lead = paragraph.kind === 'row' ? slice.replace(/^[^\S\t]+/u, '') : slice.trimStart();
    const start = from + (slice.length - lead.length);
    const end = from + slice.trimEnd().length;
    if (end > start) found.push([start, end]);
    from = to;
  }
  return found;
}

function sentenceOf(
  source: Paragraph,
  start: number,
  end: number,
  number: number,
  paragraph: number,
): Sentence {
  const runs = cutRuns(source.source, start, end);
  return {
    number,
    page: runs[0]?.page ?? source.page,
    text: source.text.slice(start, end),
    kind: source.kind,
    paragraph,
    source: runs,
  };
}

/**
 * Returns the parts of the runs between `start` and `end`, with `at` relative to `start`. A run with
 * corrected text (`original`) cannot be cut, so it is kept only when it is completely between the two
 * offsets.
 */
function cutRuns(runs: readonly SourceRun[], start: number, end: number): SourceRun[] {
  const cut: SourceRun[] = [];
  for (const run of runs) {
    const from = Math.max(run.at, start);
    const to = Math.min(run.at + run.length, end);
    if (to <= from || (run.original !== undefined && to - from < run.length)) continue;
    cut.push({ ...run, at: from - start, length: to - from, from: run.from + from - run.at });
  }
  return cut;
}
