import { Failure } from '../../failure';
import type { Draft } from '../draft';
import { hasLists } from './draft-names';
import { readDraft } from './read-draft';
import { objectsIn } from './json-in-text';

/** Longest accepted answer, in characters. It is longer than the context of any model. */
const MAX_ANSWER = 4_000_000;

/** Thrown for an answer that is not valid. `answer` is the model's untrusted text, for error reports. */
export class BadAnswer extends Failure {
  readonly answer: string;

  constructor(problem: string, answer: string) {
    super('llm-bad-answer', { cause: new Error(problem) });
    this.name = 'BadAnswer';
    this.answer = answer;
  }
}

export type ReadAnswer = { readonly draft: Draft } | { readonly problem: string };

/**
 * Parses a model's answer.
 * @returns the draft, or one sentence that states why there is none. The function never throws.
 */
export function readAnswer(content: string): ReadAnswer {
  if (content.trim() === '') return { problem: 'the answer was empty' };
  if (content.length > MAX_ANSWER) return { problem: 'the answer was far too long' };
  const isObject = content.trimStart().startsWith('{') && content.trimEnd().endsWith('}');
  let problem: string | undefined;
  for (const object of objectsIn(content)) {
    const read = readDraft(object);
    if ('draft' in read) return read;
    // If the answer has text around an object, and the object has none of the digest's lists, the object may
    // be an example or a fragment of a truncated answer. The problems of such an object would not help the
    // model to correct the answer.
    if (isObject || hasLists(object)) problem ??= read.problem;
  }
  return { problem: problem ?? 'the answer held no complete JSON object' };
}
