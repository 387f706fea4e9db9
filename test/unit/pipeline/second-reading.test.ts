import { describe, expect, it } from 'vitest';
import type { Checking } from '../../../src/digest/digest';
import type { DigestEngine } from '../../../src/digest/engine';
import { Failure } from '../../../src/failure';
import { sha256 } from '../../../src/hash';
import type { Step } from '../../../src/inbox/queue';
import type { LanguageModel } from '../../../src/llm/model';
import type { LaidOutReading, PageReader } from '../../../src/llm/page-reader';
import type { NoteState } from '../../../src/note/content';
import type { NoteFile, NoteUpdater } from '../../../src/note/writer';
import { MemoryNotes } from '../inbox/memory-vault';
import { contractDigest } from '../note/sample';
import { fileOf, pagesOf, processWith, type Circumstances, type Processed } from './rig';

const pages = [...pagesOf([['The buyer pays 30 days after delivery.']]), { ...scan(), number: 2 }];
const hashOfFile = await sha256(new TextEncoder().encode(fileOf(pages)).buffer);
const later: Checking = {
  level: 'facts',
  notRead: { statements: 4, failure: { kind: 'llm-server', details: { status: 503 } } },
};
const refused: Checking = {
  level: 'facts',
  notRead: { statements: 4, failure: { kind: 'llm-content-filter', details: {} } },
};
const withoutVerdict: Checking = { level: 'facts', notRead: { statements: 1 } };

function scan(): ReturnType<typeof pagesOf>[number] {
  return { number: 1, kind: 'scan', width: 595, height: 842, paragraphs: [] };
}

/**
 * Creates an engine. If `made` is a failure, the engine throws it. Otherwise, it makes a digest whose
 * `checking` is `made`.
 */
function engine(made: Checking | Failure): { readonly engine: DigestEngine; readonly called: number[] } {
  const called: number[] = [];
  const digest: DigestEngine['digest'] = ({ notRead, pageCount }, model, { onProgress }) => {
    called.push(pageCount);
    if (made instanceof Failure) return Promise.reject(made);
    onProgress?.({ part: 1, of: 1, words: 20 });
    onProgress?.({ part: 1, of: 2, words: 0, stage: 'reading' });
    const { name = 'offline' } = model ?? {};
    return Promise.resolve({ digest: { ...contractDigest, checking: made }, model: name, notRead });
  };
  return { engine: { digest }, called };
}

interface Ran extends Processed {
  /** The caches that were released: `answers` or `pages`. */
  readonly released: readonly string[];
}

async function run(made: Checking | Failure, more: Circumstances = {}): Promise<Ran> {
  const released: string[] = [];
  const releaseOf = (what: string) => (): Promise<void> => {
    released.push(what);
    return Promise.resolve();
  };
  const model: LanguageModel = {
    name: 'm',
    limits: { contextTokens: 8_000, maxOutputTokens: 1_000, concurrency: 1 },
    draft: () => Promise.reject(new Error('The engine called the model.')),
    release: releaseOf('answers'),
  };
  const reader: PageReader<LaidOutReading> = {
    name: 'eye',
    concurrency: 1,
    read: () => Promise.resolve({ reading: { kind: 'no-text' } }),
    release: releaseOf('pages'),
  };
  const ports = { engine: engine(made).engine, reader: () => reader, ...more.ports };
  return { ...(await processWith(model, pages, 0, { ...more, ports })), released };
}

describe('an incomplete second reading', () => {
  it.each([
    ['is temporary', later, { kind: 'llm-server', passing: true, details: { status: 503 } }],
    ['concerns only this document', refused, { kind: 'llm-content-filter', passing: false }],
  ] as const)(
    'the note is written and cached answers stay if the failure of the second reading %s',
    async (_, checking, failure) => {
      const { outcome, notes, released } = await run(checking);
      expect(outcome).toMatchObject({ kind: 'written', state: 'complete', notReadTwice: { failure } });
      expect(outcome).not.toHaveProperty('failure');
      expect(notes[0]?.en).toContain('4 statements were not read a second time');
      expect(notes[0]?.en).toContain('pdf_checked: facts');
      expect(released).toEqual([]);
    },
  );

  it('the note is written and cached answers are deleted if a statement gets no verdict', async () => {
    // With the cache, a retry would get the same answers.
    const { outcome, released } = await run(withoutVerdict);
    expect(outcome).toMatchObject({ kind: 'written', notReadTwice: {} });
    expect(released).toEqual(['answers', 'pages']);
  });
});

it('a digest is complete if no statement still needs a second reading', async () => {
  for (const level of ['twice', 'facts'] as const) {
    const { outcome, released } = await run({ level });
    expect(outcome).not.toHaveProperty('notReadTwice');
    expect(released).toEqual(['answers', 'pages']);
  }
});

describe('a missing second reading', () => {
  class Notes extends MemoryNotes {
    constructor(
      private readonly state: NoteState,
      private readonly known: boolean,
    ) {
      super();
    }

    override hashOf(): string {
      return this.known ? hashOfFile : 'of other bytes';
    }

    override byHash(): string | null {
      return this.known ? 'Inbox/a.md' : null;
    }

    override stateOf(): NoteState {
      return this.state;
    }

    override lacksSecondReading(): boolean {
      return this.state === 'complete';
    }
  }

  interface Rerun {
    readonly made: Checking | Failure;
    readonly origin?: 'asked' | 'found';
    readonly readsTwice?: boolean;
    /** True when the note was made from the current bytes of the PDF. */
    readonly known?: boolean;
  }

  async function again(rerun: Rerun): Promise<Ran & { readonly updates: number }> {
    const { made, origin = 'found', readsTwice = true, known = true } = rerun;
    let updates = 0;
    const update: NoteUpdater['update'] = (note) => {
      updates += 1;
      return Promise.resolve({ note, before: '', after: '', conflicts: [] });
    };
    const write = (): Promise<NoteFile> => Promise.reject(new Error('The note exists already.'));
    const notes = new Notes('complete', known);
    const ports = { notes, writer: { write, update }, readsTwice: () => readsTwice };
    const ran = await run(made, { ports, entry: { origin, note: { path: 'Inbox/a.md' } } });
    return { ...ran, updates };
  }

  it('an automatic second reading updates the note and creates no other note', async () => {
    const { outcome, updates, released } = await again({ made: { level: 'twice' } });
    expect(outcome).toMatchObject({ kind: 'written', state: 'complete' });
    expect([updates, released]).toEqual([1, ['answers', 'pages']]);
  });

  it('a note is not updated automatically if the second reading is off or the PDF changed', async () => {
    const off = await again({ made: { level: 'twice' }, readsTwice: false });
    expect(off.outcome).toEqual({ kind: 'known', notePath: 'Inbox/a.md' });
    const changed = await again({ made: { level: 'twice' }, known: false });
    expect(changed.outcome).toEqual({ kind: 'changed', notePath: 'Inbox/a.md' });
    expect([off.updates, changed.updates]).toEqual([0, 0]);
  });

  it.each(['asked', 'found'] as const)(
    'if no digest can be made for the second reading, the pipeline throws the failure (origin `%s`)',
    async (origin) => {
      const failed = again({ made: new Failure('llm-no-balance'), origin });
      await expect(failed).rejects.toMatchObject({ kind: 'llm-no-balance' });
    },
  );

  it('a note is updated even if the second reading fails again, and cached answers stay', async () => {
    const { outcome, updates, released } = await again({ made: later, origin: 'asked' });
    expect(updates).toBe(1);
    expect(outcome).toMatchObject({ kind: 'written', notReadTwice: { failure: { kind: 'llm-server' } } });
    expect(released).toEqual([]);
  });
});

it('the pipeline reports a step for the second reading', async () => {
  const steps: Step[] = [];
  await run({ level: 'twice' }, { onStep: (step) => void steps.push(step) });
  expect(steps.filter(({ kind }) => kind === 'digesting')).toEqual([
    { kind: 'digesting', part: 1, of: 1, model: 'm', words: 20 },
    { kind: 'digesting', part: 1, of: 2, model: 'm', words: 0, stage: 'reading' },
  ]);
});
