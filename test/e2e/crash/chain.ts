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

/** Whether the endpoint lets a browser stream its answers, or is reached through the app. */
export type Way = 'streamed' | 'through the app';

/** How long an app may take to come to a point that it passes, in ms. */
const patience = 30_000;

/** How long after the last note it may come to a point, in ms. */
const afterTheNote = 10_000;

/** What was asked of the endpoint, and whether a kill took the answer before the device had kept it. */
interface Asked {
  readonly question: string;
  kept: boolean;
  lost: boolean;
}

/** What became of the documents of a chain. */
export interface ChainResult {
  readonly pdfs: number;
  readonly kills: number;
  /** Points that were not passed any more. */
  readonly missed: readonly string[];
  /** Text of every note, by vault path. */
  readonly notes: Readonly<Record<string, string>>;
  /** Files in the inbox that are neither PDF nor note. */
  readonly strays: readonly string[];
  /** Parts of documents that were asked for again although their answer had been kept. */
  readonly paidTwice: number;
  /** Parts whose answer was kept. */
  readonly kept: number;
  readonly pageErrors: readonly string[];
}

/**
 * One vault and one device on which the app is started, killed at a point, and started again, time after
 * time.
 */
export class Chain {
  readonly #followed: Followed = {
    onPoint: (point) => this.#passed(point),
    armed: null,
    onStopped: () => undefined,
  };
  readonly #asked: Asked[] = [];
  readonly #points = new Set<string>();
  readonly #missed: string[] = [];
  #lastPointAt = 0;
  #nextLook = 0;
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
      prepare: { settings },
    });
    const chain = new Chain(host, endpoint);
    server.follow(new URL(host.page.url()).origin, chain.#followed);
    return chain;
  }

  /** A start with one document and a start with nothing to do: the points they pass, in order. */
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
   * Starts the app and kills it where it comes to the point, with a new document if what was left does not
   * lead there.
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
    const work = async (): Promise<void> => {
      await this.host.start();
      await this.#untilDone(() => stopped);
      if (!stopped) await this.#addPdf();
      await this.#untilDone(() => stopped);
      // Some points come right after the note.
      const end = Date.now() + afterTheNote;
      while (!stopped && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    // Where it stops while it starts, the start fails when its page is closed.
    const working = work().catch((thrown: unknown) => {
      if (!stopped) throw thrown;
    });
    await Promise.race([stopping, working]);
    if (stopped) this.#kills += 1;
    else this.#missed.push(point);
  }

  /** Lets the app do what is left to do, and says what there is then. */
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
      kept: this.#asked.filter((asked) => asked.kept).length,
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
    // One request at a time, so that what has just been kept is the answer to the last one.
    const last = this.#asked.at(-1);
    if (last !== undefined && keptPoint.test(point)) last.kept = true;
  }

  #takeRequests(): void {
    for (const request of this.endpoint.requests.slice(this.#asked.length)) {
      this.#asked.push({ question: questionOf(request), kept: false, lost: false });
    }
  }

  async #kill(): Promise<void> {
    await this.host.kill();
    this.#takeRequests();
    for (const asked of this.#asked) asked.lost ||= !asked.kept;
  }

  #paidTwice(): number {
    const isAskedLater = ({ question }: Asked, index: number): boolean =>
      this.#asked.slice(index + 1).some((later) => later.question === question);
    return this.#asked.filter((asked, index) => !asked.lost && isAskedLater(asked, index)).length;
  }

  /** As a user does with a PDF during which the app was killed, which is not begun again by itself. */
  async #readOn(): Promise<void> {
    if (Date.now() < this.#nextLook) return;
    this.#nextLook = Date.now() + 500;
    const button = this.host.page.getByRole('button', { name: 'Read it now' }).first();
    try {
      if ((await button.count()) > 0) await button.click({ timeout: 500 });
    } catch (thrown) {
      // The page is being replaced, or the notice has just gone.
      if (!(thrown instanceof Error)) throw thrown;
    }
  }

  /** While a point is armed, none is told that could tell of quiet. */
  #isQuiet(): boolean {
    return this.#followed.armed !== null || Date.now() - this.#lastPointAt > 700;
  }

  /** Until every PDF has its note and nothing moves any more. */
  async #untilDone(isOver = () => false): Promise<void> {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      if (isOver()) return;
      await this.#readOn();
      const names = await readdir(join(this.host.vault, 'Inbox'));
      const notes = names.filter((name) => name.endsWith('.md')).length;
      if (notes >= this.#pdfs && this.#isQuiet()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(
      `Of ${String(this.#pdfs)} PDFs not all have notes. ${[...this.host.pageErrors, ...this.host.consoleLines].slice(-10).join('\n')}`,
    );
  }
}

/** The hash of each note's PDF. @throws when a note is not whole. */
export function hashesOfWhole(notes: Readonly<Record<string, string>>): readonly unknown[] {
  return Object.entries(notes).map(([path, text]) => {
    const { pdf_state: state, pdf_sha256: hash } = properties(text);
    if (state !== 'complete' || !/\*Made by PDF Inbox \(m\)\*\n$/.test(text))
      throw new Error(`${path} is not whole:\n${text}`);
    return hash;
  });
}
