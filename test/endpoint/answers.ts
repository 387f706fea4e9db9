import type { Draft } from '../../src/llm/draft';
import type { Correction, Verdict } from '../../src/llm/model';
import { asRecord } from '../../src/llm/record';
import { digestOf, numberedLines, type NumberedLine } from './digest-of';
import { wordsOf } from './page-images';
import { allDropped, allSupported, statementsIn, type ShownStatement } from './statements';

/** The kind of a request. */
export type RequestKind = 'page' | 'reading' | 'correction' | 'digest';

/** Functions that make a model's valid answers, by kind of request. */
export interface Answers {
  readonly digest: (lines: readonly NumberedLine[]) => Draft;
  readonly reader: (statements: readonly ShownStatement[]) => readonly Verdict[];
  readonly corrector: (statements: readonly ShownStatement[]) => readonly Correction[];
}

/**
 * Correct answers. The digest is honest, and the second reading supports every statement. A request for a
 * correction is answered by dropping every statement.
 */
export const HONEST: Answers = { digest: digestOf, reader: allSupported, corrector: allDropped };

/** Finds the kind of a request from the form of answer that its system message describes. */
export function requestKindOf(body: unknown, images: readonly string[]): RequestKind {
  if (images.length > 0) return 'page';
  const record = asRecord(body);
  const messages: unknown = record?.['messages'];
  const messageList: readonly unknown[] = Array.isArray(messages) ? messages : [];
  // Anthropic's API has the system message outside of the list.
  const instructions = wordsOf(record?.['system'] ?? asRecord(messageList[0])?.['content']);
  if (instructions.includes('{ "verdicts": [')) return 'reading';
  return instructions.includes('{ "corrections": [') ? 'correction' : 'digest';
}

/** Returns the answer to a user message, as JSON. */
export function answerTo(
  requestKind: Exclude<RequestKind, 'page'>,
  prompt: string,
  answers: Answers,
): string {
  if (requestKind === 'reading') return JSON.stringify({ verdicts: answers.reader(statementsIn(prompt)) });
  if (requestKind === 'correction')
    return JSON.stringify({ corrections: answers.corrector(statementsIn(prompt)) });
  const lines = numberedLines(prompt);
  return JSON.stringify(lines.length === 0 ? { ok: true } : answers.digest(lines));
}
