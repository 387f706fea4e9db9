import { beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../../../src/digest/digest';
import { ground } from '../../../../src/digest/grounding/ground';
import { Source } from '../../../../src/digest/grounding/source';
import { fixture } from '../../../fixtures/catalogue';
import { withPdf } from '../../fixtures/open-with-pdfjs';
import { actionDraft, emptyDraft, factDraft } from '../document';
import { readSentences } from '../round-trip';
import type { Stated } from './stated';
import * as chinese from './stated-in-chinese';
import * as english from './stated-in-english';

const truths = [...chinese.truths, ...english.truths];
const lies = [...chinese.lies, ...english.lies];
const sources = new Map<string, Source>();

function digestOf([document, refs, text, more = {}]: Stated): Digest {
  const source = sources.get(document);
  const sentence = source?.sentence(more.quoted ?? refs[0] ?? 0);
  if (source === undefined || sentence === undefined) throw new Error(`${document} has no such sentence`);
  const quote = more.quote ?? sentence.text;
  if (more.kind === 'fact') return ground({ ...emptyDraft, facts: [factDraft({ name: more.name ?? '', value: text, quote, refs })] }, source);
  if (more.kind === 'action') return ground({ ...emptyDraft, actions: [actionDraft({ text, owner: more.owner ?? '', quote, refs, ...(more.due === undefined ? {} : { due: more.due }) })] }, source);
  return ground({ ...emptyDraft, points: [{ text, refs }] }, source);
}

function isVerified(stated: Stated): boolean {
  return digestOf(stated).unverified.length === 0;
}

/** A task may be true and its deadline another's: then it has none, or its own. */
function isBelieved(stated: Stated): boolean {
  const due = stated[3]?.due;
  if (!isVerified(stated) || due === undefined) return isVerified(stated);
  const [action] = digestOf(stated).actions;
  return due.date === '' ? action?.due.kind === due.kind : action?.due.kind === 'absolute' && action.due.date === due.date;
}

describe('what a model says of the documents', () => {
  beforeAll(async () => {
    for (const name of new Set([...truths, ...lies].map(([document]) => document))) {
      const { sentences } = await withPdf(new Uint8Array(await fixture(name).make()), undefined, readSentences);
      sources.set(name, new Source(sentences));
    }
  }, 120_000);

  it('is verified when they say so', { timeout: 60_000 }, () => {
    expect(truths.filter((stated) => !isVerified(stated))).toEqual([]);
  });

  it('is not verified, or not with that deadline, when they say something else', { timeout: 60_000 }, () => {
    expect(lies.filter(isBelieved)).toEqual([]);
  });
});
