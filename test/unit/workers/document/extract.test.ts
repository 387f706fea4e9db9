import { describe, expect, it } from 'vitest';
import { Cancelled } from '../../../../src/failure';
import { createDocumentWorker, type WorkerLimits } from '../../../../src/workers/document/client';
import type { Page, PdfText } from '../../../../src/pdf/document';
import type { ExtractProgress, ExtractRequest } from '../../../../src/workers/document/protocol';
import { failed, ScriptedPorts, settled, type Script } from './scripted-worker';

const limits: WorkerLimits = { silence: 20, idle: 60, size: 1_000 };
const notAborted = new AbortController().signal;

function pageOf(number: number, kind: Page['kind']): Page {
  return { number, kind, width: 100, height: 100, paragraphs: [] };
}

/** A script that reads `pageCount` pages. On each page in `bad`, the worker hangs or crashes. */
function reader(pageCount: number, bad: readonly number[], wrong: 'hangs' | 'dies'): Script {
  return (work, sendToApp, die) => {
    const { skip } = work as unknown as ExtractRequest;
    const report = (progress: ExtractProgress): void => sendToApp({ type: 'report', progress });
    report({ type: 'opened', pageCount });
    for (let page = 1; page <= pageCount; page += 1) {
      report({ type: 'reading', page });
      if (skip.includes(page) || !bad.includes(page)) continue;
      if (wrong === 'dies') die();
      return;
    }
    report({ type: 'assembling' });
    const pages = Array.from({ length: pageCount }, (_, at) =>
      pageOf(at + 1, skip.includes(at + 1) ? 'unreadable' : 'text'),
    );
    report({ type: 'pages', pages: pages.slice(0, 2) });
    report({ type: 'pages', pages: pages.slice(2) });
    sendToApp({ type: 'result', result: { title: 'A title' } });
  };
}

/** Advances the clock until the work has ended. */
async function finish(ports: ScriptedPorts, work: Promise<PdfText>): Promise<PdfText> {
  let ended = false;
  const watched = work.finally(() => {
    ended = true;
  });
  watched.catch(() => undefined);
  await settled();
  while (!ended) await ports.pass(limits.silence);
  return watched;
}

function kinds(text: PdfText): string {
  return text.pages.map((page) => (page.kind === 'text' ? 't' : 'u')).join('');
}

describe('an extracted document', () => {
  it('the extractor returns all pages in order and reports progress after each page', async () => {
    const ports = new ScriptedPorts(reader(5, [], 'dies'));
    const progress: number[] = [];
    const onPage = (done: number): void => void progress.push(done);
    const text = await createDocumentWorker(ports, limits).extractor.extract(new ArrayBuffer(8), {
      signal: notAborted,
      onPage,
    });
    expect(text).toMatchObject({ pageCount: 5, title: 'A title' });
    expect(text.pages.map((page) => page.number)).toEqual([1, 2, 3, 4, 5]);
    expect(progress).toEqual([1, 2, 3, 4, 5]);
  });
});

describe.each(['dies', 'hangs'] as const)('a worker', (wrong) => {
  it(`a page gets the kind "unreadable" if the worker ${wrong} on this page`, async () => {
    const ports = new ScriptedPorts(reader(6, [4], wrong));
    const text = await finish(
      ports,
      createDocumentWorker(ports, limits).extractor.extract(new ArrayBuffer(8), { signal: notAborted }),
    );
    expect(kinds(text)).toBe('tttutt');
    expect(ports).toMatchObject({ started: 2, running: 1 });
  });

  it(`the client starts at most four workers if the worker ${wrong} on several pages`, async () => {
    const ports = new ScriptedPorts(reader(9, [2, 4, 6, 8], wrong));
    const text = await finish(
      ports,
      createDocumentWorker(ports, limits).extractor.extract(new ArrayBuffer(8), { signal: notAborted }),
    );
    expect(kinds(text)).toBe('tututuuuu');
    expect(ports.started).toBe(4);
  });

  it(`the call fails with pdf-corrupt if the worker ${wrong} before the first page`, async () => {
    const ports = new ScriptedPorts((_work, _say, die) => {
      if (wrong === 'dies') die();
    });
    const work = finish(
      ports,
      createDocumentWorker(ports, limits).extractor.extract(new ArrayBuffer(8), { signal: notAborted }),
    );
    await expect(work).rejects.toMatchObject({ kind: 'pdf-corrupt' });
    expect(ports).toMatchObject({ running: 0, timersSet: 0 });
  });
});

describe('a failed job', () => {
  it('after a job fails because the password is missing, the next job uses the same worker', async () => {
    const needed = failed('pdf-password-needed', { message: 'No password given' });
    const ports = new ScriptedPorts((_work, sendToApp) => sendToApp(needed));
    const { extractor } = createDocumentWorker(ports, limits);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const work = extractor.extract(new ArrayBuffer(8), { signal: notAborted });
      await expect(work).rejects.toMatchObject({ kind: 'pdf-password-needed', passing: false });
    }
    expect(ports).toMatchObject({ started: 1, running: 1, timersSet: 1 });
    await ports.pass(limits.idle);
    expect(ports).toMatchObject({ running: 0, timersSet: 0 });
  });

  it('the worker ends if `onPage` throws an error', async () => {
    const ports = new ScriptedPorts(reader(3, [], 'dies'));
    const onPage = (): void => {
      throw new Error('a defect elsewhere');
    };
    const work = createDocumentWorker(ports, limits).extractor.extract(new ArrayBuffer(8), {
      signal: notAborted,
      onPage,
    });
    await expect(work).rejects.toThrow('a defect elsewhere');
    expect(ports).toMatchObject({ running: 0, timersSet: 0 });
  });
});

describe('cancelling', () => {
  it('a cancelled call ends at once if it is running, and never starts if it is waiting', async () => {
    const ports = new ScriptedPorts(reader(3, [2], 'hangs'));
    const { extractor } = createDocumentWorker(ports, limits);
    const [first, second] = [new AbortController(), new AbortController()];
    const works = [first, second].map(({ signal }) => extractor.extract(new ArrayBuffer(8), { signal }));
    const outcomes = Promise.allSettled(works);
    await settled();
    second.abort();
    first.abort();
    expect(
      (await outcomes).map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof Cancelled),
    ).toEqual([true, true]);
    await settled();
    expect(ports.given).toHaveLength(1);
    expect(ports).toMatchObject({ running: 0, timersSet: 0 });
  });

  it('no worker starts for a call that is already cancelled', async () => {
    const ports = new ScriptedPorts(reader(3, [], 'dies'));
    const work = createDocumentWorker(ports, limits).extractor.extract(new ArrayBuffer(8), {
      signal: AbortSignal.abort(),
    });
    await expect(work).rejects.toBeInstanceOf(Cancelled);
    expect(ports.started).toBe(0);
  });

  it('every call after `dispose` is cancelled', async () => {
    const ports = new ScriptedPorts(reader(3, [], 'dies'));
    const worker = createDocumentWorker(ports, limits);
    worker.dispose();
    await expect(worker.extractor.extract(new ArrayBuffer(8), { signal: notAborted })).rejects.toBeInstanceOf(
      Cancelled,
    );
    expect(ports.started).toBe(0);
  });
});

describe('page images', () => {
  it('requests for page images of the same file have the same file id', async () => {
    const ports = new ScriptedPorts((_work, sendToApp) =>
      sendToApp({ type: 'result', result: { jpeg: new Blob(['x']), width: 3, height: 4 } }),
    );
    const { extractor } = createDocumentWorker(ports, limits);
    const [file, other] = [new Blob(['a']), new Blob(['a'])];
    await extractor.renderPage(file, 1, { signal: notAborted });
    await extractor.renderPage(file, 2, { signal: notAborted, maxPixels: 9 });
    await extractor.renderPage(other, 1, { signal: notAborted });
    expect(ports.given.map((work) => ('pdf' in work ? work.pdf.id : null))).toEqual([1, 1, 2]);
    expect(ports.given[1]).toMatchObject({ type: 'render', page: 2, dpi: 150, maxPixels: 9, quality: 0.7 });
  });
});
