import { describe, expect, it } from 'vitest';
import { digestDocument } from '../../../src/digest/digest-document';
import type { DigestResult } from '../../../src/digest/digest';
import { Cancelled, Failure } from '../../../src/failure';
import type { Draft } from '../../../src/llm/draft';
import type { DraftAnswer, DraftRequest, LanguageModel } from '../../../src/llm/model';
import { actionDraft, documentOf, emptyDraft } from './document';

/** Thirty pages of about 1,000 characters, each with one task of its own. */
const pages = Array.from({ length: 30 }, (_, index) => [
  `The Client shall deliver report ${String(index + 1)} by March ${String((index % 28) + 1)}, 2026.`,
  `${'This page holds nothing else of note. '.repeat(26)}`,
]);
const long = { sentences: documentOf(...pages), pageCount: 30, notRead: [{ reason: 'scan' as const, pages: [31] }] };
const options = { signal: new AbortController().signal, instructions: 'Be brief.', outputLanguage: 'auto', estimateTokens: (text: string) => text.length };

function modelOf(answer: (request: DraftRequest) => Promise<DraftAnswer> | DraftAnswer): LanguageModel & { readonly requests: DraftRequest[] } {
  const requests: DraftRequest[] = [];
  return {
    name: 'test-model',
    limits: { contextTokens: 20_000, maxOutputTokens: 4000, concurrency: 3 },
    requests,
    draft: async (request) => {
      requests.push(request);
      return answer(request);
    },
  };
}

/** An honest model: one action for each task it is shown, one summary sentence. */
function honest(request: DraftRequest): DraftAnswer {
  const tasks = Array.from(request.lines.matchAll(/^\[(\d+)\] (The Client shall deliver .*)$/gmu));
  const actions = tasks.map(([, number = '', text = '']) => actionDraft({ text, quote: text, owner: 'Client', refs: [Number(number)] }));
  const first = Number(/^\[(\d+)\]/mu.exec(request.lines)?.[1] ?? '1');
  const draft: Draft = { ...emptyDraft, title: 'Reports', doc_type: 'contract', tags: ['reports'], actions, summary: [{ text: 'Reports are due.', refs: [first] }] };
  return { draft, tokens: 100 };
}

describe('digestDocument', () => {
  it('asks once when the document fits', async () => {
    const model = modelOf(honest);
    const document = { sentences: documentOf(...pages.slice(0, 3)), pageCount: 3, notRead: [] };
    const { digest, tokens, model: name } = await digestDocument(document, model, options);
    expect(model.requests).toHaveLength(1);
    expect(model.requests[0]).toMatchObject({ instructions: 'Be brief.', outputLanguage: 'auto' });
    expect(model.requests[0]).not.toHaveProperty('part');
    expect([name, tokens, digest.actions.length, digest.documentType]).toEqual(['test-model', 100, 3, 'contract']);
  });

  it('unites the parts of a long one: each task once, in order, and says what was not read', async () => {
    const model = modelOf(honest);
    const progress: string[] = [];
    const onProgress = ({ part, of }: { part: number; of: number }): void => void progress.push(`${String(part)}/${String(of)}`);
    const { digest, notRead, tokens } = await digestDocument(long, model, { ...options, onProgress });
    expect(digest.actions.map((action) => action.citations[0]?.page)).toEqual(pages.map((_, index) => index + 1));
    expect(digest.unverified).toEqual([]);
    expect(notRead).toEqual([{ reason: 'scan', pages: [31] }]);
    expect(progress.at(-1)).toBe(`${String(progress.length)}/${String(progress.length)}`);
    expect(tokens).toBe(model.requests.length * 100);
  });

  it('goes on without the part a content filter refuses, and names its pages', async () => {
    const model = modelOf((request) => {
      if (request.lines.includes('--- page 12 ---')) throw new Failure('llm-content-filter');
      return honest(request);
    });
    const { digest, notRead } = await digestDocument(long, model, options);
    const refused = notRead.find((entry) => entry.reason === 'content-filter')?.pages ?? [];
    expect(refused).toContain(12);
    const read = digest.actions.map((action) => action.citations[0]?.page ?? 0);
    expect([...read, ...refused].sort((a, b) => a - b)).toEqual(pages.map((_, index) => index + 1));
  });

  it('fails as the endpoint failed when every part is refused', async () => {
    const model = modelOf(() => { throw new Failure('llm-too-long'); });
    await expect(digestDocument(long, model, options)).rejects.toMatchObject({ kind: 'llm-too-long' });
  });

  it('stops sending when a part fails for another reason', async () => {
    const model = modelOf((request) => {
      if (request.part?.number === 2) throw new Failure('llm-key-wrong');
      return honest(request);
    });
    await expect(digestDocument(long, model, options)).rejects.toMatchObject({ kind: 'llm-key-wrong' });
    // Those under way end; of the rest only what began before the failure was known.
    expect(model.requests.length).toBeLessThan(model.requests[0]?.part?.of ?? 0);
  });

  it('keeps the statements of the parts when merging them fails', async () => {
    const model = modelOf((request) => {
      if (request.part === undefined) throw new Failure('llm-server');
      return { ...honest(request), draft: { ...honest(request).draft, points: Array.from({ length: 6 }, (_, index) => ({ text: `Point ${'x'.repeat(index)}.`, refs: [1] })) } };
    });
    const { digest } = await digestDocument(long, model, options);
    expect(digest.summary.length).toBeGreaterThan(0);
    expect(digest.actions).toHaveLength(30);
  });

  it('ends with Cancelled and sends nothing more', async () => {
    const controller = new AbortController();
    const model = modelOf((request) => {
      controller.abort();
      return honest(request);
    });
    const run: Promise<DigestResult> = digestDocument(long, model, { ...options, signal: controller.signal });
    await expect(run).rejects.toBeInstanceOf(Cancelled);
    expect(model.requests).toHaveLength(1);
  });

  it('leaves the tokens out when the endpoint reports none', async () => {
    const model = modelOf((request) => ({ draft: honest(request).draft }));
    expect(await digestDocument(long, model, options)).not.toHaveProperty('tokens');
  });
});
