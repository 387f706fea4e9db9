/**
 * Processes a document of 500 pages with the built plugin in the test host, and measures the time and the
 * tokens. The statements in the answers of the test server are not word for word in the document. So the
 * plugin requests a second reading, in which the model compares the statements with the document. In a second
 * run, the app is killed when 30 % of the parts are answered, and started again.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { estimateTokens } from '../../src/text/tokens';
import type { Draft } from '../../src/llm/draft';
import { digestOf, numberedLines, type NumberedLine } from '../endpoint/digest-of';
import type { RecordedRequest } from '../endpoint/exchange';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { long } from '../fixtures/documents/long';
import { launchBrowser } from '../host/browser';
import { openHost, type Host } from '../host/index';

const PAGES = 500;
const LATENCY = 1_000;
const CONCURRENCY = 4;
/** Maximum of the elapsed time, as a multiple of the shortest possible time. */
const TIME_TARGET = 1.25;
/** Maximum of the tokens sent for the digest, as a multiple of the tokens of the document. */
const TOKEN_TARGET = 1.15;
/** Maximum of the tokens sent for the second reading, as a share of those sent for the digest. */
const READING_TARGET = 0.06;
/**
 * Number of actions in the model's answer for each part. It is small, because the document is a manual: most
 * duties in it are permanent rules, not actions.
 */
const ACTIONS = 2;
const KILL_AT = 0.3;
const TIMEOUT_MS = 10 * 60_000;

interface Run {
  readonly note: string;
  /** The messages of each digest request, oldest first. */
  readonly prompts: readonly string[];
  /** The messages of each second-reading request, oldest first. */
  readonly readings: readonly string[];
  /** Time from the first request to the finished note, in ms. */
  readonly wall: number;
  /** Number of answered parts that the app sent again. */
  readonly answeredTwice: number;
  /** Number of requests without a response when the app was killed. */
  readonly cutOff: number;
}

function promptOf({ body }: RecordedRequest): string {
  const messages =
    typeof body === 'object' && body !== null && 'messages' in body && Array.isArray(body.messages)
      ? (body.messages as unknown[])
      : [];
  return messages
    .map((message) =>
      typeof message === 'object' && message !== null && 'content' in message ? String(message.content) : '',
    )
    .join('\n');
}

/** Returns the document's lines in a prompt. Requests for the same part have the same lines. */
function linesOf(prompt: string): string {
  return numberedLines(prompt)
    .map(({ number, text }) => `[${String(number)}] ${text}`)
    .join('\n');
}

/** Returns a short digest of a part, with the sentences reworded. */
function inOwnWords(lines: readonly NumberedLine[]): Draft {
  const draft = digestOf(lines);
  const reword = (text: string): string =>
    /\p{Script=Han}/u.test(text)
      ? `文件写明，${text}`
      : `The document says that ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  return {
    ...draft,
    summary: draft.summary.slice(0, 2).map((each) => ({ ...each, text: reword(each.text) })),
    actions: draft.actions.slice(0, ACTIONS).map((each) => ({ ...each, text: reword(each.text) })),
    points: draft.points.slice(0, 3).map((each) => ({ ...each, text: reword(each.text) })),
  };
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + TIMEOUT_MS;
  while (!(await what())) {
    if (Date.now() > end) throw new Error('The condition did not become true in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function run(browser: Browser, pdf: Uint8Array, partsToKillAt: number | null): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-inbox-long-'));
  const vault = join(folder, 'vault');
  await mkdir(join(vault, 'Inbox'), { recursive: true });
  const answered: string[] = [];
  let firstAt = 0;
  let killed = partsToKillAt === null;
  let heldBack = 0;
  const server = await startEndpoint({
    latencyMs: LATENCY,
    digest: inOwnWords,
    fault: (_, request) => {
      if (firstAt === 0) firstAt = Date.now() - LATENCY;
      if (!killed && answered.length >= (partsToKillAt ?? 0)) {
        heldBack += 1;
        return 'slow';
      }
      answered.push(linesOf(promptOf(request)));
      return 'good';
    },
  });
  const settings = {
    provider: 'custom',
    baseUrl: server.url,
    model: 'bench',
    concurrency: CONCURRENCY,
    contextTokens: 128_000,
    confirmAboveTokens: 0,
  };
  const host = await openHost({ vault, browser, device: join(folder, 'device'), prepare: { settings } });
  try {
    await writeFile(join(vault, 'Inbox/long.pdf'), pdf);
    if (partsToKillAt !== null) {
      // The app sends at most `CONCURRENCY` requests at a time. So no further request comes when the server
      // holds back the answers to that many requests.
      await until(() => heldBack === CONCURRENCY);
      killed = true;
      await host.reload();
    }
    const path = join(vault, 'Inbox/long.md');
    await until(() => existsSync(path));
    const wall = Date.now() - firstAt;
    return await result(path, server, host, {
      wall,
      answeredTwice: answered.length - new Set(answered).size,
      cutOff: heldBack,
    });
  } finally {
    await host.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function result(
  path: string,
  server: RunningEndpoint,
  host: Host,
  counted: Pick<Run, 'wall' | 'answeredTwice' | 'cutOff'>,
): Promise<Run> {
  if (host.pageErrors.length > 0) throw new Error(host.pageErrors.join('\n'));
  const note = (await readFile(path, 'utf8')).replace(/^created: .*$/m, '');
  const of = (kind: RecordedRequest['requestKind']): string[] =>
    server.requests.filter((request) => request.requestKind === kind).map(promptOf);
  return { note, prompts: of('digest'), readings: of('reading'), ...counted };
}

/**
 * Returns the shortest possible time in ms. First the parts are digested, then the drafts are merged, then
 * the second reading follows, always with {@link CONCURRENCY} requests at a time.
 */
function idealTime({ prompts, readings }: Run): {
  readonly parts: number;
  readonly merges: number;
  readonly ideal: number;
} {
  const parts = prompts.filter((prompt) => /This is part \d+ of \d+|第 \d+ 部分/.test(prompt)).length;
  const merges = prompts.length - parts;
  // The last merging request merges the results of the other merging requests, so it cannot run beside them.
  const levels = merges <= 1 ? merges : 1 + Math.ceil((merges - 1) / CONCURRENCY);
  const rounds = Math.ceil(parts / CONCURRENCY) + levels + Math.ceil(readings.length / CONCURRENCY);
  return { parts, merges, ideal: rounds * LATENCY };
}

function report(what: string, value: number, target: number): void {
  console.warn(`${what.padEnd(58)} ${value.toFixed(3)}  (at most ${String(target)})`);
  if (!(value <= target)) process.exitCode = 1;
}

async function main(): Promise<void> {
  const browser = await launchBrowser();
  try {
    for (const language of ['en', 'zh'] as const) {
      const pdf = long(PAGES, language);
      const whole = await run(browser, pdf, null);
      const { parts, merges, ideal } = idealTime(whole);
      const lines = new Map(
        whole.prompts
          .flatMap((prompt) => (/This is part|部分，共/.test(prompt) ? numberedLines(prompt) : []))
          .map(({ number, text }) => [number, text]),
      );
      const own = estimateTokens(
        [...lines].map(([number, text]) => `[${String(number)}] ${text}`).join('\n'),
      );
      const sent = whole.prompts.reduce((sum, prompt) => sum + estimateTokens(prompt), 0);
      const read = whole.readings.reduce((sum, prompt) => sum + estimateTokens(prompt), 0);
      console.warn(
        `\n${language}: ${String(PAGES)} pages, ${String(parts)} parts, ${String(merges)} merging calls, ${String(CONCURRENCY)} at once, ${String(own)} tokens, ${String(whole.readings.length)} readings`,
      );
      report('elapsed time / shortest possible time', whole.wall / ideal, TIME_TARGET);
      report("tokens sent / the document's own", sent / own, TOKEN_TARGET);
      report('tokens of the second reading / all others', read / sent, READING_TARGET);
      const resumed = await run(browser, pdf, Math.floor(parts * KILL_AT));
      console.warn(
        `killed after ${String(Math.floor(parts * KILL_AT))} answers, ${String(resumed.cutOff)} requests under way`,
      );
      report('answered parts that were sent again', resumed.answeredTwice, 0);
      report('the digest of the second run differs (0: no, 1: yes)', resumed.note === whole.note ? 0 : 1, 0);
    }
  } finally {
    await browser.close();
  }
}

await main();
