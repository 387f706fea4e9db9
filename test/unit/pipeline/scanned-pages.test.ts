import { describe, expect, it, onTestFinished } from 'vitest';
import { Cancelled, Failure } from '../../../src/failure';
import { connectReader } from '../../../src/llm/connect-reader';
import type { Endpoint } from '../../../src/llm/endpoint';
import { layingOutPages } from '../../../src/workers/endpoint/lay-out-pages';
import type { Page, PageKind } from '../../../src/pdf/document';
import {
  leaveOut,
  readScannedPages,
  type ReadingResult,
  type PageImages,
} from '../../../src/pipeline/scanned-pages';
import { fastPorts } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import {
  startEndpoint,
  type EndpointOptions,
  type FaultName,
  type RecordedRequest,
  type RunningEndpoint,
} from '../../endpoint/server';
import { endpointOf } from '../llm/setup';

function pageOf(kind: PageKind, number: number): Page {
  const paragraphs =
    kind === 'text' ? [{ kind: 'text' as const, page: number, text: `Layer ${number}`, source: [] }] : [];
  return { number, kind, width: 595, height: 842, paragraphs };
}

function pagesOf(...kinds: readonly PageKind[]): readonly Page[] {
  return kinds.map((kind, index) => pageOf(kind, index + 1));
}

const scans = (count: number): readonly Page[] =>
  pagesOf(...Array.from({ length: count }, () => 'scan' as const));

/** Images whose content is their page number. */
function images(render?: (page: number) => Promise<void>): PageImages {
  return {
    pdf: { file: new Blob(['%PDF-1.7']), sha256: 'a1' },
    extractor: {
      renderPage: async (_pdf, page) => {
        await render?.(page);
        return { jpeg: new Blob([`page ${page}`], { type: 'image/jpeg' }), width: 10, height: 10 };
      },
    },
  };
}

function pageIn(image: string | undefined): number {
  return Number(/\d+/.exec(Buffer.from(image ?? '', 'base64').toString())?.[0]);
}

interface Run {
  readonly server: RunningEndpoint;
  readonly result: ReadingResult;
  readonly progress: readonly string[];
  readonly failures: readonly Failure[];
}

interface RunOptions extends Omit<EndpointOptions, 'fault'> {
  /** The fault with which the endpoint answers each page. */
  readonly faults?: (page: number) => FaultName;
  readonly endpoint?: Partial<Endpoint>;
  readonly images?: PageImages;
  readonly signal?: AbortSignal;
}

async function run(
  pages: readonly Page[],
  { faults, endpoint = {}, images: given, signal, ...options }: RunOptions = {},
): Promise<Run> {
  const server = await startEndpoint({
    pageText: (_, image) => `Read on page ${pageIn(image)}`,
    fault: (_, request: RecordedRequest) => faults?.(pageIn(request.images[0])) ?? 'good',
    ...options,
  });
  onTestFinished(() => server.close());
  const target = endpointOf('custom', server.url, { model: 'eye', concurrency: 3, ...endpoint });
  const reader = layingOutPages(connectReader(target, nodeHttp, fastPorts()));
  const progress: string[] = [];
  const onPage = (done: number, of: number): void => void progress.push(`${done}/${of}`);
  const failures: Failure[] = [];
  const result = await readScannedPages(pages, given ?? images(), reader, {
    signal: signal ?? new AbortController().signal,
    onPage,
    onFailure: (failure) => failures.push(failure),
  });
  return { server, result, progress, failures };
}

const texts = ({ pages }: ReadingResult): readonly string[] =>
  pages.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join('|'));

describe('pages without usable text', () => {
  it('only pages without usable text are read from images, and all pages keep their order', async () => {
    const { server, result, progress } = await run(
      pagesOf('text', 'scan', 'blank', 'garbage', 'drawing', 'unreadable', 'scan'),
    );
    expect(texts(result)).toEqual([
      'Layer 1',
      'Read on page 2',
      '',
      'Read on page 4',
      'Read on page 5',
      '',
      'Read on page 7',
    ]);
    expect(server.requests.map(({ images: [image] }) => pageIn(image)).sort()).toEqual([2, 4, 5, 7]);
    expect(result.notRead).toEqual([{ reason: 'unreadable', pages: [6] }]);
    expect(result.tokens).toBeGreaterThan(0);
    expect(result.pages.filter(({ recognised }) => recognised === true).map(({ number }) => number)).toEqual([
      2, 4, 5, 7,
    ]);
    expect(progress).toEqual(['0/4', '1/4', '2/4', '3/4', '4/4']);
  });

  it('the `concurrency` of the endpoint limits how many pages are rendered and sent at once', async () => {
    let held = 0;
    let most = 0;
    const rendering = images(async () => {
      held += 1;
      most = Math.max(most, held);
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    await run(scans(9), { images: rendering, pageText: () => ((held -= 1), 'text'), latencyMs: 5 });
    expect(most).toBe(3);
  });

  it('unread pages are listed with their reasons if no image is sent', () => {
    expect(leaveOut(pagesOf('text', 'scan', 'blank', 'scan', 'drawing', 'garbage')).notRead).toEqual([
      { reason: 'scan', pages: [2, 4] },
      { reason: 'drawing', pages: [5] },
      { reason: 'garbage', pages: [6] },
    ]);
  });
});

describe('a failed page', () => {
  it.each<[FaultName, string]>([
    ['content-filter', 'content-filter'],
    ['page-excuse', 'content-filter'],
    ['page-loop', 'not-recognised'],
    ['cut-off', 'not-recognised'],
    ['bad-request', 'not-recognised'],
    ['too-long', 'too-long'],
    ['page-nothing', 'no-text-found'],
  ])('a page with the fault %s is listed as %s, and the other pages are read', async (fault, reason) => {
    const { result } = await run(scans(5), { faults: (page) => (page === 2 ? fault : 'good') });
    expect(result.notRead).toEqual([{ reason, pages: [2] }]);
    expect(texts(result)).toEqual([
      'Read on page 1',
      '',
      'Read on page 3',
      'Read on page 4',
      'Read on page 5',
    ]);
  });

  it('a page is listed as unreadable if it cannot be rendered', async () => {
    const broken = images(async (page) => {
      if (page === 2) throw new Failure('pdf-corrupt');
      return Promise.resolve();
    });
    const { result, server, failures } = await run(scans(3), { images: broken });
    expect(result.notRead).toEqual([{ reason: 'unreadable', pages: [2] }]);
    expect(failures.map(({ kind }) => kind)).toEqual(['pdf-corrupt']);
    expect(server.images).toBe(2);
  });
});

describe('a failing endpoint', () => {
  it.each<[FaultName, string]>([
    ['wrong-key', 'llm-key-wrong'],
    ['no-balance', 'llm-no-balance'],
    ['no-vision', 'llm-no-vision'],
    ['server-error', 'llm-server'],
    ['html', 'llm-not-an-api'],
  ])(
    'the fault %s of the endpoint ends the reading, but earlier pages keep their text',
    async (fault, kind) => {
      const { result, server } = await run(scans(12), {
        endpoint: { concurrency: 1 },
        faults: (page) => (page < 3 ? 'good' : fault),
      });
      expect(texts(result).slice(0, 3)).toEqual(['Read on page 1', 'Read on page 2', '']);
      expect(result.notRead).toMatchObject([
        { reason: 'vision-failed', pages: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12], failure: { kind } },
      ]);
      expect(result.failure?.kind).toBe(kind);
      expect(server.requests.length).toBeLessThanOrEqual(6);
    },
  );

  it('five failed pages in a row end the reading', async () => {
    const { result, server } = await run(scans(20), {
      endpoint: { concurrency: 1 },
      faults: () => 'page-excuse',
    });
    expect(server.images).toBe(5);
    expect(result.notRead).toMatchObject([
      { reason: 'content-filter', pages: [1, 2, 3, 4, 5] },
      { reason: 'vision-failed', failure: { kind: 'llm-refused' } },
    ]);
  });
});

it('if the user cancels, readScannedPages throws `Cancelled` and sends no more requests', async () => {
  const controller = new AbortController();
  const faults = (page: number): FaultName => {
    if (page < 4) return 'good';
    controller.abort();
    return 'slow';
  };
  const seen: number[] = [];
  const work = run(scans(30), {
    signal: controller.signal,
    faults,
    pageText: (number) => (seen.push(number), 'text'),
  });
  await expect(work).rejects.toBeInstanceOf(Cancelled);
  expect(seen.length).toBeLessThanOrEqual(7);
});
