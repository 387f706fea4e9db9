import { Failure } from '../../failure';
import type { Draft } from '../draft';
import { hasLists } from './draft-names';
import { readDraft } from './draft-schema';
import { objectsIn } from './json-in-text';

/** Longest answer that is read, in characters; the context of no model gives more than a part of it. */
const MAX_ANSWER = 4_000_000;

/** An answer that could not be used. `answer` is what the model said, for an error report; it is text of strangers. */
export class BadAnswer extends Failure {
  readonly answer: string;

  constructor(problem: string, answer: string) {
    super('llm-bad-answer', { cause: new Error(problem) });
    this.name = 'BadAnswer';
    this.answer = answer;
  }
}

export type ReadAnswer = { readonly draft: Draft } | { readonly problem: string };

/** Reads what a model answered: the draft, or in one sentence why there is none. Never throws. */
export function readAnswer(content: string): ReadAnswer {
  if (content.trim() === '') return { problem: 'the answer was empty' };
  if (content.length > MAX_ANSWER) return { problem: 'the answer was far too long' };
  const isObject = content.trimStart().startsWith('{') && content.trimEnd().endsWith('}');
  let problem: string | undefined;
  for (const object of objectsIn(content)) {
    const read = readDraft(object);
    if ('draft' in read) return read;
    // What is wrong with an object that was only mentioned, or is a part of one that was cut off, says nothing.
    if (isObject || hasLists(object)) problem ??= read.problem;
  }
  return { problem: problem ?? 'the answer held no complete JSON object' };
}
