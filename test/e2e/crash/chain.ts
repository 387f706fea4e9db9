import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { questionOf } from '../../endpoint/question-of';
import { startEndpoint, type RunningEndpoint } from '../../endpoint/server';
import { openHost, type Host } from '../../host/index';
import { properties } from '../world';
import { contractInParts } from './document';
import { keptPoint } from './instrument';
import type { Followed, PointServer } from './point-server';

/**
 * `streamed`: the endpoint allows a browser to stream its responses. `through the app`: only the app's
 * request function can reach the endpoint.
 */
export type Way = 'streamed' | 'through the app';

/**
 * Maximum time, in ms, to wait until every PDF has its note and the app passes no more places where a test
 * can kill it. Such a place in the plugin's code is called a point. The test arms the point at which it kills
 * the app.
 */
const pointTimeoutMs = 180_000;

/** Maximum time, in ms, to wait for the armed point after the last note was written. */
const afterTheNote = 10_000;

/**
 * A request to the endpoint. `kept`: the device has stored the answer. `lost`: the app was killed before the
 * device stored the answer.
 */
interface SentRequest {
  readonly question: string;
  kept: boolean;
  lost: boolean;
}

/** The result of a chain. */
export interface ChainResult {
  readonly pdfs: number;
  readonly kills: number;
  /** Points where the app was not killed, because it did not reach them again. */
  readonly missed: readonly string[];
  /** Text of every note, by vault path. */
  readonly notes: Readonly<Record<string, string>>;
  /** Files in the inbox that are neither PDF nor note. */
  readonly strays: readonly string[];
  /** Number of requests that were sent again although the device had stored their answer. */
  readonly paidTwice: number;
  /** Number of requests whose answer the device has stored. */
  readonly kept: number;
  readonly pageErrors: readonly string[];
}

/** One vault and one device. The app is started, killed at a point and started again, many times. */
export class Chain {
  readonly #followed: Followed = {
    onPoint: (point) => this.#passed(point),
    armed: null,
    onStopped: () => undefined,
  };
  readonly #sent: SentRequest[] = [];
  readonly #points = new Set<string>();
  readonly #missed: string[] = [];
  #lastPointAt = 0;
  #nextCheck = 0;
  #pdfs = 0;
  #kills = 0;

  private constructor(
    private readonly host: Host,
    private readonly endpoint: RunningEndpoint,
  ) {}

  static async open(
    folder: string,
    plugin: string,
    browser: Browser,
    way: Way,
    server: PointServer,
  ): Promise<Chain> {
    const vault = join(folder, 'vault');
    await mkdir(join(vault, 'Inbox'), { recursive: true });
    const endpoint = await startEndpoint({ cors: way === 'streamed' });
    const settings = {
      provider: 'custom',
      baseUrl: endpoint.url,
      model: 'm',
      concurrency: 1,
      contextTokens: 1_500,
      maxOutputTokens: 700,
    };
    const host = await openHost({
      vault,
      plugin,
      browser,
      device: join(folder, 'device'),
      pauseShare: 0.2,
      prepare: { settings },
    });
    const chain = new Chain(host, endpoint);
    server.follow(new URL(host.page.url()).origin, chain.#followed);
    return chain;
  }

  /**
   * Starts the app with one new document, and then again without new documents. Returns all points that the
   * app passes, in order.
   */
  async points(): Promise<readonly string[]> {
    await this.#addPdf();
    for (let start = 0; start < 2; start += 1) {
      await this.#kill();
      await this.host.start();
      await this.#untilDone();
    }
    return [...this.#points];
  }

  /**
   * Starts the app and kills it at the point. If the app does not reach the point, it gets a new document
   * while it runs. If the app still does not reach the point, the next new document is added while the app is
   * closed, because a PDF that is there at the start takes another way through the code.
   */
  async killAt(point: string): Promise<void> {
    await this.#kill();
    let stopped = false;
    const stopping = new Promise<void>((resolve) => {
      this.#followed.onStopped = () => {
        stopped = true;
        resolve();
      };
    });
    this.#followed.armed = point;
    const isStopped = (): boolean => stopped;
    const work = async (): Promise<void> => {
      await this.host.start();
      await this.#untilDone(isStopped);
      if (isStopped()) return;
      await this.#addPdf();
      await this.#untilLongDone(isStopped);
      if (isStopped()) return;
      // While no point is armed, the app does not stop at any point. So it cannot stop between the check
      // above and the kill below.
      this.#followed.armed = null;
      await this.#kill();
      await this.#addPdf();
      this.#followed.armed = point;
      await this.host.start();
      await this.#untilLongDone(isStopped);
    };
    // If the app is killed during its start, `host.start` fails.
    const working = work().catch((thrown: unknown) => {
      if (!stopped) throw thrown;
    });
    await Promise.race([stopping, working]);
    if (stopped) this.#kills += 1;
    else this.#missed.push(point);
  }

  async finish(): Promise<ChainResult> {
    this.#followed.armed = null;
    await this.#kill();
    await this.host.start();
    await this.#untilDone();
    const folder = join(this.host.vault, 'Inbox');
    const files = await readdir(folder, { recursive: true });
    const notes = await Promise.all(
      files
        .filter((name) => name.endsWith('.md'))
        .map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
    );
    return {
      pdfs: this.#pdfs,
      kills: this.#kills,
      missed: this.#missed,
      notes: Object.fromEntries(notes),
      strays: files.filter((name) => !/\.(md|pdf)$/.test(name)),
      paidTwice: this.#paidTwice(),
      kept: this.#sent.filter((request) => request.kept).length,
      pageErrors: this.host.pageErrors,
    };
  }

  async close(): Promise<void> {
    await this.host.close();
    await this.endpoint.close();
  }

  async #addPdf(): Promise<void> {
    this.#pdfs += 1;
    const name = `contract ${String(this.#pdfs)}`;
    await writeFile(join(this.host.vault, 'Inbox', `${name}.pdf`), contractInParts(name));
  }

  #passed(point: string): void {
    if (this.#followed.armed === null) this.#points.add(point);
    this.#lastPointAt = Date.now();
    this.#takeRequests();
    // Requests are sent one after another, so the stored answer is that of the last request.
    const last = this.#sent.at(-1);
    if (last !== undefined && keptPoint.test(point)) last.kept = true;
  }

  #takeRequests(): void {
    for (const request of this.endpoint.requests.slice(this.#sent.length)) {
      this.#sent.push({ question: questionOf(request), kept: false, lost: false });
    }
  }

  async #kill(): Promise<void> {
    await this.host.kill();
    this.#takeRequests();
    for (const request of this.#sent) request.lost ||= !request.kept;
  }

  #paidTwice(): number {
    const isRequestedLater = ({ question }: SentRequest, index: number): boolean =>
      this.#sent.slice(index + 1).some((later) => later.question === question);
    return this.#sent.filter((request, index) => !request.lost && isRequestedLater(request, index)).length;
  }

  /**
   * Clicks *Read it now*. If the app was killed while it read a PDF, it does not read this PDF again
   * automatically.
   */
  async #resumeReading(): Promise<void> {
    if (Date.now() < this.#nextCheck) return;
    this.#nextCheck = Date.now() + 500;
    const button = this.host.page.getByRole('button', { name: 'Read it now' }).first();
    try {
      if ((await button.count()) > 0) await button.click({ timeout: 5_000 });
    } catch (thrown) {
      // The click fails if the page was closed or the notice has disappeared.
      if (!(thrown instanceof Error)) throw thrown;
    }
  }

  /**
   * Returns whether the app has passed no point for a while. While a point is armed, the app reports no other
   * point, so the result is true.
   */
  #isQuiet(): boolean {
    return this.#followed.armed !== null || Date.now() - this.#lastPointAt > 700;
  }

  /**
   * Waits like `#untilDone`, and then longer, because the app reaches some points only after the last note.
   */
  async #untilLongDone(isOver: () => boolean): Promise<void> {
    await this.#untilDone(isOver);
    const end = Date.now() + afterTheNote;
    while (!isOver() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** Waits until every PDF has its note and no more points are reported. */
  async #untilDone(isOver = () => false): Promise<void> {
    const end = Date.now() + pointTimeoutMs;
    while (Date.now() < end) {
      if (isOver()) return;
      await this.#resumeReading();
      const names = await readdir(join(this.host.vault, 'Inbox'));
      const notes = names.filter((name) => name.endsWith('.md')).length;
      if (notes >= this.#pdfs && this.#isQuiet()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(
      `The app has not finished ${String(this.#pdfs)} PDFs in time. ${[...this.host.pageErrors, ...this.host.consoleLines].slice(-10).join('\n')}`,
    );
  }
}

/**
 * Returns the hash of each note's PDF.
 * @throws Error when a note is incomplete
 */
export function hashesOfWhole(notes: Readonly<Record<string, string>>): readonly unknown[] {
  return Object.entries(notes).map(([path, text]) => {
    const { pdf_state: state, pdf_sha256: hash } = properties(text);
    if (state !== 'complete' || !/\*Made by PDF Inbox \(m\)\*\n$/.test(text))
      throw new Error(`${path} is incomplete:\n${text}`);
    return hash;
  });
}
