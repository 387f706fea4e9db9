import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causesOf, RemoteError } from '../../src/causes';
import { Cancelled, Failure } from '../../src/failure';
import { Log, logTrouble } from '../../src/log';

/** Text that must never be in a log: a key, a file's name, and words of a document. */
const secrets = ['sk-live-9fQ2xT7', 'Merger 2026 (secret).pdf', 'The buyer pays 4,200,000', '并购协议'];

const blob = 'blob:app://obsidian.md/0b6f2f4e-8a3c-4d54-9d5e-1d2f3a4b5c6d';

/** Makes an error like those of a JavaScript engine, with the secret in every field that can contain text. */
function leaky(secret: string): Error {
  const error = new TypeError(`cannot read ${secret}`);
  error.name = secret;
  error.stack = [
    `TypeError: cannot read ${secret}`,
    `    at ${secret} (plugin:pdf-inbox:12:345)`,
    `    at x (${blob}:1:9876)`,
    `    at ${secret} (app://obsidian.md/${secret}:3:4)`,
  ].join('\n');
  return Object.assign(error, { code: secret, status: secret, words: secret, path: secret });
}

function logged(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  return {
    log: new Log(
      (line) => lines.push(line),
      () => 1_000,
    ),
    lines,
  };
}

describe('a log', () => {
  it('the log contains the kind, numbers, reason, causes and script positions of a failure', () => {
    const { log, lines } = logged();
    const stack = `RangeError: text\n    at f (plugin:pdf-inbox:12:345)\n    at g (${blob}:1:9876)\n    at h (plugin:pdf-inbox/later:1:2)`;
    const cause = Object.assign(new RangeError('text'), { code: 'ENOENT', stack });
    const details = { status: 503, reason: 'empty-body', host: 'example.com' };
    const failure = new Failure('llm-server', { details, cause });
    failure.stack = 'Failure: llm-server';
    log.failure(failure);
    const parts = ['llm-server (passing)', 'status=503', 'reason=empty-body', 'Failure'];
    expect(lines).toEqual([
      [...parts, 'RangeError ENOENT at main 12:345, worker 1:9876, later 1:2'].join('; '),
    ]);
    expect(log.failures).toEqual([
      {
        at: 1_000,
        kind: 'llm-server',
        passing: true,
        details: { status: 503, reason: 'empty-body' },
        causes: [
          { name: 'Failure', at: [] },
          { name: 'RangeError', code: 'ENOENT', at: ['main 12:345', 'worker 1:9876', 'later 1:2'] },
        ],
      },
    ]);
  });

  it('the log contains each failure only once and ignores cancellations', () => {
    const { log, lines } = logged();
    const failure = new Failure('vault-write');
    expect(log.failure(failure)).toBe(failure);
    log.failure(failure);
    log.failure(new Cancelled());
    expect(lines).toHaveLength(1);
    expect(log.failure(new TypeError('no')).kind).toBe('unexpected');
    expect(lines).toHaveLength(2);
  });

  it('the log keeps the last twenty failures', () => {
    const { log } = logged();
    for (let pages = 1; pages <= 25; pages += 1) {
      log.failure(new Failure('pdf-no-text', { details: { pages } }));
    }
    const kept = log.failures.map(({ details }) => details['pages']);
    expect(kept).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  });

  it('the log contains the failure of a watched promise, and the promise still rejects', async () => {
    const { log, lines } = logged();
    const failure = new Failure('llm-timeout');
    await expect(log.watching(Promise.reject(failure))).rejects.toBe(failure);
    await expect(log.watching(Promise.reject(new Cancelled()))).rejects.toBeInstanceOf(Cancelled);
    await expect(log.watching(Promise.resolve(1))).resolves.toBe(1);
    expect(lines).toHaveLength(1);
  });
});

describe('private text', () => {
  it.each(secrets)(
    'the log leaves out the private text %j from all fields of failures and causes',
    (secret) => {
      const { log, lines } = logged();
      const inner = leaky(secret);
      const outer = Object.assign(leaky(secret), { cause: inner });
      const names = ['host', 'path', 'model', 'code', 'reason', 'placeholder'];
      const named = Object.fromEntries(names.map((name) => [name, secret]));
      const details = { ...named, status: 400 };
      log.failure(new Failure('llm-bad-request', { details, cause: outer }));
      log.failure(outer);
      log.failure(secret);
      log.failure(new Failure('unexpected', { cause: new RemoteError(secret, causesOf(outer)) }));
      logTrouble('page-unreadable', outer, { page: 7 }, (line) => lines.push(line));
      expect(lines).toHaveLength(5);
      expect(lines[0]).toContain('status=400');
      expect(lines.at(-1)).toContain('page=7');
      const everything = JSON.stringify([lines, log.failures]);
      const words = secret.split(/[\s(),.]+/).filter((word) => word.length > 3);
      for (const part of [secret, ...words]) expect(everything).not.toContain(part);
    },
  );

  it('causesOf leaves out an error message even if the message imitates a stack frame', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const error = new Error(`§${text}§`);
        error.stack = `Error: §${text}§\n    at §${text}§ (plugin:pdf-inbox:1:2)`;
        for (const { name, at } of causesOf(error)) {
          expect(name).toBe('Error');
          for (const place of at) expect(place).toMatch(/^(main|worker) \d+:\d+$/);
        }
      }),
    );
  });
});

describe('the causes of an error', () => {
  it('the list of causes is finite even if the causes form a cycle', () => {
    const error: Error & { cause?: unknown } = new Error('one');
    error.cause = error;
    expect(causesOf(error)).toHaveLength(5);
  });

  it('causesOf returns only the type of a thrown value that is not an error', () => {
    expect(causesOf('text')).toEqual([{ name: 'string', at: [] }]);
    expect(causesOf(null)).toEqual([{ name: 'null', at: [] }]);
  });

  it('causesOf returns the causes that a worker sent for its error', () => {
    const causes = [{ name: 'FormatError', at: ['worker 1:2'] }];
    expect(causesOf(new RemoteError('text', causes))).toEqual(causes);
  });
});
