import { describe, expect, it } from 'vitest';
import { digestDocument, type DigestPlan } from '../../../src/digest/digest-document';
import type { OnProgress } from '../../../src/digest/parts/progress';
import type { DigestResult } from '../../../src/digest/digest';
import { Cancelled, Failure } from '../../../src/failure';
import type { Draft } from '../../../src/llm/draft';
import type { DraftAnswer, DraftRequest, LanguageModel } from '../../../src/llm/model';
import { actionDraft, documentOf, emptyDraft } from './document';

/** Thirty pages of about 1,000 characters. Each has one task. */
const pages = Array.from({ length: 30 }, (_, index) => [
  `The Client shall deliver report ${String(index + 1)} by March ${String((index % 28) + 1)}, 2026.`,
  `${'This page holds nothing else of note. '.repeat(26)}`,
]);
const long = {
  sentences: documentOf(...pages),
  pageCount: 30,
  notRead: [{ reason: 'scan' as const, pages: [31] }],
};
const options = {
  signal: new AbortController().signal,
  instructions: 'Be brief.',
  outputLanguage: 'auto',
  estimateTokens: (text: string) => text.length,
};

function modelOf(
  answer: (request: DraftRequest) => Promise<DraftAnswer> | DraftAnswer,
): LanguageModel & { readonly requests: DraftRequest[] } {
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

/** Answers with one action for each task in the prompt, and with one summary sentence. */
function honest(request: DraftRequest): DraftAnswer {
  const tasks = Array.from(request.lines.matchAll(/^\[(\d+)\] (The Client shall deliver .*)$/gmu));
  const actions = tasks.map(([, number = '', text = '']) =>
    actionDraft({ text, quote: text, owner: 'Client', refs: [Number(number)] }),
  );
  const first = Number(/^\[(\d+)\]/mu.exec(request.lines)?.[1] ?? '1');
  const draft: Draft = {
    ...emptyDraft,
    title: 'Reports',
    doc_type: 'contract',
    tags: ['reports'],
    actions,
    summary: [{ text: 'Reports are due.', refs: [first] }],
  };
  return { draft, tokens: 100 };
}

/** Answers with twelve points for each part, so that there are statements to merge. */
function talkative(request: DraftRequest): DraftAnswer {
  const answer = honest(request);
  const points = Array.from({ length: 12 }, (_, index) => ({
    text: `Point ${'x'.repeat(index)}.`,
    refs: [1],
  }));
  return { ...answer, draft: { ...answer.draft, points } };
}

describe('digestDocument', () => {
  it('digestDocument sends one request if the whole document fits into it', async () => {
    const model = modelOf(honest);
    const document = { sentences: documentOf(...pages.slice(0, 3)), pageCount: 3, notRead: [] };
    const { digest, tokens, model: name } = await digestDocument(document, model, options);
    expect(model.requests).toHaveLength(1);
    expect(model.requests[0]).toMatchObject({ instructions: 'Be brief.', outputLanguage: 'auto' });
    expect(model.requests[0]).not.toHaveProperty('part');
    expect([name, tokens, digest.actions.length, digest.documentType]).toEqual([
      'test-model',
      100,
      3,
      'contract',
    ]);
  });

  it('the token ratio of the model changes the estimated tokens, but not the number of parts', async () => {
    const plans: DigestPlan[] = [];
    for (const tokenRatio of [undefined, 0.5, 2]) {
      const model = { ...modelOf(honest), tokenRatio };
      const approve = (plan: DigestPlan): Promise<void> => {
        expect(model.requests).toEqual([]);
        plans.push(plan);
        return Promise.resolve();
      };
      await digestDocument(long, model, { ...options, approve });
      expect(model.requests.filter(({ part }) => part !== undefined)).toHaveLength(plans.at(-1)?.parts ?? 0);
    }
    const [plain, half, twice] = plans.map(({ tokens }) => tokens);
    expect(new Set(plans.map(({ parts }) => parts)).size).toBe(1);
    expect((half ?? 0) / (plain ?? 1)).toBeCloseTo(0.5, 1);
    expect((twice ?? 0) / (plain ?? 1)).toBeGreaterThan(1.5);
  });

  it('the merged digest of a long document keeps each task once and in order', async () => {
    const model = modelOf(honest);
    const progress: string[] = [];
    const onProgress: OnProgress = ({ part, of }) => void progress.push(`${String(part)}/${String(of)}`);
    const { digest, notRead, tokens } = await digestDocument(long, model, { ...options, onProgress });
    expect(digest.actions.map((action) => action.citations[0]?.page)).toEqual(
      pages.map((_, index) => index + 1),
    );
    expect(digest.unverified).toEqual([]);
    expect(notRead).toEqual([{ reason: 'scan', pages: [31] }]);
    // The progress is reported at the start, and after each part.
    const parts = String(progress.length - 1);
    expect([progress.at(0), progress.at(-1)]).toEqual([`1/${parts}`, `${parts}/${parts}`]);
    expect(tokens).toBe(model.requests.length * 100);
  });

  it('the progress contains the number of words in all answers so far', async () => {
    const seen: number[] = [];
    const model: LanguageModel = {
      ...modelOf(honest),
      draft: async (request, _signal, onWords) => {
        for (const words of [1, 2, 3]) onWords?.(words);
        return Promise.resolve(honest(request));
      },
    };
    await digestDocument(long, model, { ...options, onProgress: ({ words }) => void seen.push(words) });
    expect(Math.max(...seen)).toBeGreaterThanOrEqual(9);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  it('digestDocument starts no further requests after the endpoint rejects the key', async () => {
    const model = modelOf((request) => {
      if (request.part?.number === 2) throw new Failure('llm-key-wrong');
      return honest(request);
    });
    const much = { ...long, sentences: documentOf(...Array.from({ length: 8 }, () => pages).flat()) };
    await expect(digestDocument(much, model, options)).rejects.toMatchObject({ kind: 'llm-key-wrong' });
    // Requests that began before the failure still run to their end.
    expect(model.requests.length).toBeLessThan(20);
  });

  it('each statement stays in the digest if the parts cannot be merged', async () => {
    const model = modelOf((request) => {
      if (request.part === undefined) throw new Failure('llm-bad-answer');
      return talkative(request);
    });
    const { digest } = await digestDocument(long, model, options);
    const texts = [...digest.unverified, ...digest.points, ...digest.summary].map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('Point'))).toHaveLength(12);
    expect(digest.actions).toHaveLength(30);
  });

  it.each(['llm-rate-limit', 'llm-server', 'llm-no-balance'] as const)(
    'digestDocument fails if the request to merge the parts fails with %s',
    async (kind) => {
      const model = modelOf((request) => {
        if (request.part === undefined) throw new Failure(kind);
        return talkative(request);
      });
      await expect(digestDocument(long, model, options)).rejects.toMatchObject({ kind });
    },
  );

  it('after a cancellation, digestDocument throws Cancelled and sends no further request', async () => {
    const controller = new AbortController();
    const model = modelOf((request) => {
      controller.abort();
      return honest(request);
    });
    const run: Promise<DigestResult> = digestDocument(long, model, { ...options, signal: controller.signal });
    await expect(run).rejects.toBeInstanceOf(Cancelled);
    expect(model.requests).toHaveLength(1);
  });

  it('digestDocument returns no token count if the endpoint reports none', async () => {
    const model = modelOf((request) => ({ draft: honest(request).draft }));
    expect(await digestDocument(long, model, options)).not.toHaveProperty('tokens');
  });
});
