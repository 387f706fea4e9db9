import type { Page, Paragraph, SourceRun } from '../pdf/document';
import { sentenceBreaks } from './sentence-breaks';
import type { Sentence } from './sentence';

/**
 * The document's sentences, numbered from 1 in reading order. Headings and table rows stay whole; other
 * paragraphs are cut at full stops. A sentence's text is the verbatim slice of its paragraph without the
 * white space around it (but for tabs that a row begins with), and its runs are the paragraph's runs cut to
 * that slice.
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
    // A row may begin with empty cells: their tabs keep the others in their columns.
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
 * The parts of the runs that lie in `start … end`, with `at` counted from `start`; what is written otherwise
 * as a whole only.
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
