import { describe, expect, it } from 'vitest';
import { checkTwice, type CheckedDigest, type Reader } from '../../../../src/digest/check-twice';
import type { DigestProgress } from '../../../../src/digest/parts/progress';
import { Source } from '../../../../src/digest/passages/source';
import { Cancelled, Failure } from '../../../../src/failure';
import type { Draft } from '../../../../src/llm/draft';
import type { CorrectionRequest, ReadingRequest, Verdict } from '../../../../src/llm/model';
import { actionDraft, documentOf, emptyDraft, factDraft } from '../document';

const lines = [
  'The Provider shall deliver the report within 30 days of signing.',
  'The annual fee is USD 4,000.',
  'The Client may terminate this Agreement at any time.',
  'Notices are sent by e-mail.',
];
const source = new Source(documentOf(lines));
const draft: Draft = {
  ...emptyDraft,
  summary: [
    { text: 'A report is due within 30 days.', refs: [1] },
    { text: 'Each year costs USD 4,000.', refs: [2] },
  ],
  actions: [
    actionDraft({
      text: 'Hand over the report',
      owner: 'Client',
      refs: [1],
      due: { kind: 'relative', text: 'within 45 days', date: '' },
    }),
  ],
  points: [
    { text: 'The Client must terminate this Agreement.', refs: [3] },
    { text: 'Notices are sent by e-mail.', refs: [4] },
  ],
  facts: [factDraft({ name: 'Fee', value: 'USD 4,000', quote: 'USD 4,000', refs: [2] })],
};

type Judge = (statement: string) => Verdict['supported'];

/** Returns the numbered statements of a request, with the lines below each. */
function statementsIn({ text }: ReadingRequest): string[] {
  return text.split(/\n(?=\d+\. )|\n\n/u).filter((part) => /^\d+\. /u.test(part));
}

function readerOf(
  judge: Judge,
): Reader & { readonly requests: ReadingRequest[]; readonly corrections: CorrectionRequest[] } {
  const requests: ReadingRequest[] = [];
  const corrections: CorrectionRequest[] = [];
  return {
    requests,
    corrections,
    read: async (request) => {
      requests.push(request);
      const verdicts = statementsIn(request).map((statement, index) => {
        const supported = judge(statement);
        return { n: index + 1, supported, why: supported === 'yes' ? '' : 'it says otherwise' };
      });
      return { verdicts, tokens: 100 };
    },
    correct: async (request) => {
      corrections.push(request);
      return { corrections: [], tokens: 10 };
    },
  };
}

function check(
  reader: Reader,
  more: { signal?: AbortSignal; onProgress?: (progress: DigestProgress) => void } = {},
): Promise<CheckedDigest> {
  return checkTwice(draft, source, reader, {
    estimateTokens: (text) => Math.ceil(text.length / 4),
    budget: 4_000,
    concurrency: 2,
    outputLanguage: 'auto',
    signal: new AbortController().signal,
    ...more,
  });
}

const truthful: Judge = (statement) => (/45 days|must terminate/u.test(statement) ? 'no' : 'yes');

/**
 * In a second reading, a model (the reader) compares each statement with its passage, which is the text that
 * the statement cites.
 */
describe('second readings', () => {
  it('a statement copied from its passage is not sent; any other is sent once, with its passage', async () => {
    const reader = readerOf(() => 'yes');
    const { digest, tokens } = await check(reader);
    const read = reader.requests.flatMap(statementsIn);
    expect(read).toHaveLength(5);
    expect(read.join('\n')).not.toContain('Notices are sent');
    expect(reader.requests[0]?.text).toContain('[1] The Provider shall deliver');
    expect(digest.unverified).toEqual([]);
    expect(digest.checking).toEqual({ level: 'twice' });
    expect(tokens).toBe(100 * reader.requests.length);
  });

  it('a to-do is sent with owner and deadline, and a number that differs from the document is marked', async () => {
    const reader = readerOf(() => 'yes');
    await check(reader);
    const text = reader.requests.map((request) => request.text).join('\n');
    expect(text).toContain(
      '(to-do) Hand over the report — who: Client — by: within 45 days\n! 45 days ≠ 30 days',
    );
    expect(text).toContain('(fact) Fee: USD 4,000');
  });

  it('a statement that fails a check is accepted if the reader confirms the statement', async () => {
    const { digest } = await check(readerOf(() => 'yes'));
    expect(digest.actions).toHaveLength(1);
  });

  it('a rejected statement and the reason for its rejection are listed under "To be verified"', async () => {
    const { digest } = await check(readerOf(truthful));
    expect(digest.unverified.map(({ doubt }) => doubt)).toEqual([
      { kind: 'differs', fact: 'number', stated: '45 days', found: '30 days' },
      { kind: 'not-supported', why: 'it says otherwise' },
    ]);
    expect(digest.points.map(({ text }) => text)).toEqual(['Notices are sent by e-mail.']);
  });

  it('a statement is listed under "To be verified" if the reader is unsure', async () => {
    const { digest } = await check(
      readerOf((statement) => (statement.includes('Each year') ? 'unsure' : 'yes')),
    );
    expect(digest.unverified).toMatchObject([{ section: 'summary', doubt: { kind: 'cannot-tell' } }]);
    expect(digest.checking.thinSummary).toBeUndefined();
  });

  it('a summary is called thin if less than half of its sentences are confirmed', async () => {
    const { digest } = await check(readerOf((statement) => (/\d\. (?!\()/u.test(statement) ? 'no' : 'yes')));
    expect(digest.checking.thinSummary).toBe(true);
  });

  it('the second reading reports its progress', async () => {
    const reports: DigestProgress[] = [];
    await check(
      readerOf(() => 'yes'),
      { onProgress: (progress) => reports.push(progress) },
    );
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.every(({ stage, part, of }) => stage === 'reading' && part >= 1 && part <= of)).toBe(true);
  });
});

describe('corrections', () => {
  const corrected = (text: string, more: Partial<{ owner: string; due: string }> = {}): Reader => ({
    ...readerOf(truthful),
    correct: ({ text: prompt }) => {
      const statements = prompt.split('\n').filter((line) => /^\d+\. /u.test(line));
      const n = statements.findIndex((line) => line.includes('Hand over')) + 1;
      return Promise.resolve({
        corrections: n === 0 ? [] : [{ n, text, owner: 'Provider', due: '', refs: [1], ...more }],
        tokens: 10,
      });
    },
  });

  it('a correction replaces a doubtful statement if checks and reader accept the correction', async () => {
    const { digest, tokens } = await check(
      corrected('Deliver the report', { due: 'within 30 days of signing' }),
    );
    expect(digest.actions).toMatchObject([
      {
        text: 'Deliver the report',
        owner: 'Provider',
        due: { kind: 'relative', text: 'within 30 days of signing' },
      },
    ]);
    expect(digest.unverified.map(({ section }) => section)).toEqual(['points']);
    expect(tokens).toBeGreaterThan(100);
  });

  it.each([
    [
      'the document contradicts the deadline of the correction',
      'Deliver the report',
      { due: 'within 60 days' },
    ],
    ['the reader does not confirm it', 'The report must terminate this Agreement', {}],
    ['it has no text', ' ', {}],
  ])('a correction changes nothing if %s', async (_, text, more) => {
    const { digest } = await check(corrected(text, more));
    expect(digest.actions).toEqual([]);
    expect(digest.unverified).toHaveLength(2);
  });

  it('one request for corrections contains all doubts; without doubts, no such request is sent', async () => {
    const reader = readerOf(truthful);
    await check(reader);
    expect(reader.corrections).toHaveLength(1);
    expect(reader.corrections[0]?.text).toContain('! "45 days" ≠ "30 days"');
    expect(reader.corrections[0]?.text).toContain('! it says otherwise');
    const content = readerOf(() => 'yes');
    await check(content);
    expect(content.corrections).toEqual([]);
  });

  it('the doubts stay unchanged if the request for corrections fails', async () => {
    const reader = {
      ...readerOf(truthful),
      correct: () => Promise.reject(new Failure('llm-server', { passing: true })),
    };
    const { digest } = await check(reader);
    expect(digest.unverified).toHaveLength(2);
    expect(digest.checking).toEqual({ level: 'twice' });
  });
});

describe('failed second readings', () => {
  it('if the second reading fails, the digest states the failure and keeps the doubts of the checks', async () => {
    const failing = {
      ...readerOf(() => 'yes'),
      read: () => Promise.reject(new Failure('llm-rate-limit', { passing: true })),
    };
    const { digest } = await check(failing);
    expect(digest.checking).toEqual({
      level: 'facts',
      notRead: { statements: 5, failure: { kind: 'llm-rate-limit', details: {} } },
    });
    // The deadline of 45 days fails the check of numbers.
    expect(digest.unverified.map(({ section }) => section)).toEqual(['actions']);
  });

  it('a refused request is halved until only one statement is refused', async () => {
    const honest = readerOf(() => 'yes');
    const refusing = {
      ...honest,
      read: (request: ReadingRequest, signal: AbortSignal) =>
        request.text.includes('must terminate')
          ? Promise.reject(new Failure('llm-content-filter'))
          : honest.read(request, signal),
    };
    const { digest } = await check(refusing);
    const { level, notRead } = digest.checking;
    expect([level, notRead]).toEqual([
      'twice',
      { statements: 1, failure: { kind: 'llm-content-filter', details: {} } },
    ]);
    expect(digest.points).toHaveLength(2);
  });

  it('missing verdicts are requested again until each statement has a verdict', async () => {
    const counts: number[] = [];
    const omittingReader = {
      ...readerOf(() => 'yes'),
      read: ({ count }: ReadingRequest): ReturnType<Reader['read']> => {
        counts.push(count);
        const half = Array.from({ length: Math.ceil(count / 2) }, (_, index) => index + 1);
        return Promise.resolve({ verdicts: half.map((n) => ({ n, supported: 'yes', why: '' })) });
      },
    };
    const { digest } = await check(omittingReader);
    expect(digest.checking).toEqual({ level: 'twice' });
    expect(counts.at(-1)).toBe(1);
  });

  it('after an answer without verdicts, no statement is sent again', async () => {
    let calls = 0;
    const silent = {
      ...readerOf(() => 'yes'),
      read: (): ReturnType<Reader['read']> => {
        calls += 1;
        return Promise.resolve({ verdicts: [] });
      },
    };
    const { digest } = await check(silent);
    expect(calls).toBe(1);
    expect(digest.checking).toEqual({ level: 'facts', notRead: { statements: 5 } });
  });

  it('checkTwice throws Cancelled if the caller cancels', async () => {
    const cancelling = new AbortController();
    const reader = {
      ...readerOf(() => 'yes'),
      read: () => {
        cancelling.abort();
        return Promise.reject(new Cancelled());
      },
    };
    await expect(check(reader, { signal: cancelling.signal })).rejects.toBeInstanceOf(Cancelled);
  });
});
