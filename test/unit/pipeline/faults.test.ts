import { describe, expect, it } from 'vitest';
import type { Failure, FailureKind } from '../../../src/failure';
import { failureText, messagesFor } from '../../../src/i18n/messages';
import { escapeInline } from '../../../src/note/escape/inline';
import { pauseFor } from '../../../src/pipeline/hold-up';
import { ANSWER_FAULTS } from '../../endpoint/faults-answer';
import { CONNECTION_FAULTS } from '../../endpoint/faults-connection';
import { STATUS_FAULTS } from '../../endpoint/faults-status';
import { STREAM_FAULTS } from '../../endpoint/faults-stream';
import { failed, survived } from '../../endpoint/outcomes';
import type { FaultName, RecordedRequest } from '../../endpoint/server';
import { start } from '../llm/setup';
import { pagesOf, processWith } from './rig';

/** Four pages of ten sentences: enough text for the test of a server that cuts long prompts. */
const TEXTS = Array.from({ length: 4 }, (_, page) =>
  Array.from(
    { length: 10 },
    (__, line) =>
      `On page ${String(page + 1)} the supplier shall deliver part ${String(line)} by 15 March 2026 at the latest.`,
  ),
);
const PAGES = pagesOf(TEXTS);

/**
 * The number of requests for some faults. After these faults, the plugin splits the document into smaller and
 * smaller parts, to find a refused passage or to send less at once.
 */
const SEARCHED: Readonly<Partial<Record<FaultName, number>>> = {
  'content-filter': 12,
  'filtered-answer': 12,
  'sensitive-answer': 12,
  refusal: 12,
  'filter-with-detail': 12,
  'refusal-as-reason': 12,
  'too-long': 12,
  'request-too-large': 12,
  'stream-error': 12,
  'cut-off': 3,
  'cut-by-another-name': 3,
};

/** The faults that end the digest of a document, with the kind of failure and the number of requests. */
const faults: readonly (readonly [FaultName, FailureKind, number])[] = [
  ...failed.map(([fault, kind, , requests]) => [fault, kind, SEARCHED[fault] ?? requests] as const),
  ['slow', 'llm-timeout', 1],
  ['slow-drip', 'llm-timeout', 1],
];

function losesNothing(note: string): void {
  for (const text of TEXTS.flat()) expect(note).toContain(text);
}

/** Returns the sentence and the advice that a note contains about a failure. */
function sentencesIn(language: string, failure: Failure): string[] {
  const { sentence, wayOn } = failureText(messagesFor(language), failure);
  return [escapeInline(sentence), escapeInline(wayOn)];
}

describe('a failing endpoint', () => {
  it.each(faults)(
    'the fault `%s` causes the failure %s after request %i, and the note has the whole text',
    async (fault, kind, requests) => {
      const { server, model, endpoint } = await start(
        { fault },
        kind === 'llm-timeout' ? { silenceSeconds: 20 } : {},
      );
      const { outcome, notes } = await processWith(model, PAGES);
      const failure = outcome.kind === 'written' ? outcome.failure : undefined;
      expect(outcome).toMatchObject({ kind: 'written', state: 'pending', failure: { kind } });
      expect(server.requests).toHaveLength(requests);
      expect(notes).toHaveLength(1);
      const [note] = notes;
      if (note === undefined || failure === undefined)
        throw new Error('The pipeline wrote no note, or reported no failure.');
      for (const words of sentencesIn('en', failure)) expect(note.en).toContain(words);
      for (const words of sentencesIn('zh', failure)) expect(note.zh).toContain(words);
      losesNothing(note.en);
      losesNothing(note.zh);
      expect(note.en).not.toMatch(/\[object|undefined|\n\s+at |Error:/);
      expect(note.en + note.zh).not.toContain(endpoint.apiKey ?? 'no key');
    },
  );

  it.each(faults.filter(([, kind]) => kind !== 'llm-timeout'))(
    'the fault `%s` pauses the queue only if other PDFs would fail for the same reason',
    async (fault, kind) => {
      const { model } = await start({ fault });
      const { outcome, notes } = await processWith(model, PAGES, 7);
      const failure =
        outcome.kind === 'held-up'
          ? outcome.pause.failure
          : outcome.kind === 'written'
            ? outcome.failure
            : undefined;
      expect(failure?.kind).toBe(kind);
      const isShared = failure !== undefined && pauseFor(failure, 0) !== null;
      expect([outcome.kind, notes.length]).toEqual(isShared ? ['held-up', 0] : ['written', 1]);
    },
  );
});

describe('an unusual but usable answer', () => {
  it.each(survived)('the answer `%s` leads to a digest after request %i', async (fault, requests) => {
    const { server, model } = await start({ fault });
    const { outcome, notes } = await processWith(model, PAGES);
    expect(outcome).toMatchObject({ kind: 'written', state: 'complete' });
    expect(server.requests).toHaveLength(requests);
    losesNothing(notes[0]?.en ?? '');
  });
});

describe('the content filter of the endpoint', () => {
  const long = Array.from({ length: 60 }, (_, page) =>
    Array.from(
      { length: 30 },
      (__, line) =>
        `On page ${String(page + 1)} the supplier shall deliver part ${String(line)} by 15 March 2026 at the latest.`,
    ),
  );

  it('the note names the page that the content filter refuses, and keeps the whole text', async () => {
    const filter = (request: RecordedRequest): FaultName =>
      JSON.stringify(request.body).includes('On page 33 the supplier shall deliver part 4 ')
        ? 'content-filter'
        : 'good';
    const { model, server } = await start({ fault: (_, request) => filter(request) });
    const { outcome, notes } = await processWith(model, pagesOf(long));
    expect(outcome).toMatchObject({ kind: 'written', state: 'complete' });
    expect(notes[0]?.en).toContain("Page 33: refused by the endpoint's content filter.");
    expect(notes[0]?.zh).toMatch(/33.*内容/);
    for (const text of long.flat()) expect(notes[0]?.en).toContain(text);
    expect(server.requests.length).toBeLessThan(20);
  });
});

describe('cut prompts', () => {
  it('the plugin sends shorter parts if the server silently cuts long prompts', async () => {
    const cuts = (request: RecordedRequest): boolean => JSON.stringify(request.body).length > 6_000;
    const { model, server } = await start({ fault: (_, request) => (cuts(request) ? 'prompt-cut' : 'good') });
    const { outcome, notes } = await processWith(model, PAGES);
    expect(outcome).toMatchObject({ kind: 'written', state: 'complete' });
    expect(server.requests.length).toBeGreaterThan(1);
    expect(notes[0]?.en).not.toContain('Not everything was read');
    for (const page of [1, 2, 3, 4])
      expect(notes[0]?.en).toMatch(new RegExp(`- \\[ \\] On page ${String(page)} `));
  });
});

describe('the list of faults', () => {
  it('each fault of the test server is tested above or is an exception listed here', () => {
    const all = [STATUS_FAULTS, ANSWER_FAULTS, CONNECTION_FAULTS, STREAM_FAULTS].flatMap((group) =>
      Object.keys(group),
    );
    // `obedient` and `lying` are faults of the model, not of the endpoint.
    const seen = new Set<string>([
      'prompt-cut',
      'obedient',
      'lying',
      // `loading` is not tested here, because a request to a server that never finishes loading ends only at
      // the time limit.
      'loading',
      ...faults.map(([fault]) => fault),
      ...survived.map(([fault]) => fault),
    ]);
    expect(all.filter((fault) => !seen.has(fault))).toEqual([]);
    expect(seen.size).toBeGreaterThanOrEqual(40);
  });
});
