import type { Draft } from '../../src/llm/draft';
import type { Correction, Verdict } from '../../src/llm/model';
import { asRecord } from '../../src/llm/record';
import { digestOf, numberedLines, type NumberedLine } from './digest-of';
import { wordsOf } from './page-images';
import { allDropped, allSupported, statementsIn, type ShownStatement } from './statements';

/** What a request asks for. */
export type Asked = 'page' | 'reading' | 'correction' | 'digest';

/** What a model answers that does as it is told. */
export interface Answers {
  readonly digest: (lines: readonly NumberedLine[]) => Draft;
  readonly reader: (statements: readonly ShownStatement[]) => readonly Verdict[];
  readonly corrector: (statements: readonly ShownStatement[]) => readonly Correction[];
}

/** An honest digest, all statements supported, all that were flagged dropped. */
export const HONEST: Answers = { digest: digestOf, reader: allSupported, corrector: allDropped };

/** What the messages ask for, by the form of answer they describe. */
export function askedBy(body: unknown, images: readonly string[]): Asked {
  if (images.length > 0) return 'page';
  const messages: unknown = asRecord(body)?.['messages'];
  const said: readonly unknown[] = Array.isArray(messages) ? messages : [];
  const instructions = wordsOf(asRecord(said[0])?.['content']);
  if (instructions.includes('{ "verdicts": [')) return 'reading';
  return instructions.includes('{ "corrections": [') ? 'correction' : 'digest';
}

/** The answer as JSON to what the user said. */
export function answerTo(asked: Exclude<Asked, 'page'>, prompt: string, answers: Answers): string {
  if (asked === 'reading') return JSON.stringify({ verdicts: answers.reader(statementsIn(prompt)) });
  if (asked === 'correction') return JSON.stringify({ corrections: answers.corrector(statementsIn(prompt)) });
  const lines = numberedLines(prompt);
  return JSON.stringify(lines.length === 0 ? { ok: true } : answers.digest(lines));
}
