import { describe, expect, it } from 'vitest';
import { ground } from '../../../../src/digest/grounding/ground';
import { Source } from '../../../../src/digest/grounding/source';
import { actionDraft, documentOf, emptyDraft } from '../document';
import type { Told } from './told';
import { documents } from './told-documents';
import * as contracts from './told-in-contracts';
import * as elsewhere from './told-elsewhere';

/** Whether a statement with the right reference, and for a task with the right quote, is taken for true. */
function isVerified([name, cited, text, owner]: Told): boolean {
  const sentences = documentOf(documents[name]);
  const sentence = sentences.find((each) => each.text.includes(cited));
  if (sentence === undefined) throw new Error(`${name} has no ${cited}`);
  const refs = [sentence.number];
  const draft = owner === undefined ? { ...emptyDraft, points: [{ text, refs }] } : { ...emptyDraft, actions: [actionDraft({ text, owner, quote: sentence.text, refs })] };
  return ground(draft, new Source(sentences)).unverified.length === 0;
}

describe('what a model says of a passage that it cites rightly', () => {
  it('is verified when it says the same in other words', () => {
    expect([...contracts.truths, ...elsewhere.truths].filter((told) => !isVerified(told))).toEqual([]);
  });

  it('is not verified when it says something else', () => {
    expect([...contracts.lies, ...elsewhere.lies].filter(isVerified)).toEqual([]);
  });
});
