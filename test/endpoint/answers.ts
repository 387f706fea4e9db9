import type { Draft } from '../../src/llm/draft';
import type { Correction, Verdict } from '../../src/llm/model';
import { asRecord } from '../../src/llm/record';
import { digestOf, numberedLines, type NumberedLine } from './digest-of';
import { wordsOf } from './page-images';
import { allDropped, allSupported, statementsIn, type ShownStatement } from './statements';

/**
 * The kind of a request: `page` asks for the text of a page image, `digest` for a digest. In the second
 * reading, `reading` asks for verdicts on statements, and `correction` asks for corrected statements.
 */
export type RequestKind = 'page' | 'reading' | 'correction' | 'digest';

/** How a model answers each kind of request. */
export interface Answers {
  readonly digest: (lines: readonly NumberedLine[]) => Draft;
  readonly reader: (statements: readonly ShownStatement[]) => readonly Verdict[];
  readonly corrector: (statements: readonly ShownStatement[]) => readonly Correction[];
}

/**
 * The digest has no mistake. The second reading supports every statement, and a correction drops every
 * statement.
 */
export const HONEST: Answers = { digest: digestOf, reader: allSupported, corrector: allDropped };

/**
 * Returns the kind of a request. If it has no images, the system message shows the kind, because each kind
 * asks for its own form of answer.
 */
export function requestKindOf(body: unknown, images: readonly string[]): RequestKind {
  if (images.length > 0) return 'page';
  const record = asRecord(body);
  const messages: unknown = record?.['messages'];
  const messageList: readonly unknown[] = Array.isArray(messages) ? messages : [];
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
