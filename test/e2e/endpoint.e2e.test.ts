import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type FaultName, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { sampled } from '../runs';
import { openWorld, pdf, properties, sharedBrowser, type World } from './world';

const key = 'sk-e2e-0123456789abcdef';

/** Faults after which the note has no digest. The regular expression matches the reason in the note. */
const failing: readonly [string, FaultName, RegExp][] = [
  ['a wrong key (401)', 'wrong-key', /key/i],
  ['an empty balance', 'no-balance', /balance/i],
  ['an unknown model (404)', 'unknown-model', /model/i],
  ['the status 500', 'server-error', /./],
  ['an HTML page', 'html', /./],
  ['prose instead of JSON', 'prose', /answer/i],
  ['an incomplete answer', 'cut-off', /./],
];

describe('an endpoint', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint | undefined;

  const open = async (
    fault: FaultName,
    baseUrl?: string,
    more: Record<string, unknown> = {},
  ): Promise<void> => {
    endpoint = await startEndpoint({ fault });
    const settings = { provider: 'custom', baseUrl: baseUrl ?? endpoint.url, model: 'test-model', ...more };
    world = await openWorld({
      browser: browser(),
      prepare: { settings, secrets: { 'pdf-inbox-api-key': key } },
    });
  };

  afterEach(async () => {
    const { consoleLines, pageErrors } = world.host;
    const data = JSON.stringify(await world.host.data());
    const notes = await Promise.all((await world.notes()).map((path) => world.read(path)));
    const notices = await world.host.notices();
    await world.close();
    await endpoint?.close();
    expect(pageErrors).toEqual([]);
    // The key is only in the Authorization header.
    expect([data, ...notes, ...consoleLines, ...notices].join('\n')).not.toContain(key);
  });

  it('the note is complete after a good answer of the endpoint', async () => {
    await open('good');
    await world.write('Inbox/合同.pdf', await pdf('contract-zh-plain'));
    const note = await world.waitForNote('Inbox/合同.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'complete', pdf_model: 'test-model' });
    expect(properties(note)['pdf_tokens']).toBeGreaterThan(0);
    expect(note).toMatch(/- \[ \] .*合同\.pdf#page=\d/);
    expect(endpoint?.requests[0]?.headers['authorization']).toBe(`Bearer ${key}`);
  });

  it.each(sampled(failing, 4))(
    'after %s, the note has the text of the PDF and the reason for the failure',
    async (_, fault, words) => {
      await open(fault);
      await world.write('Inbox/a.pdf', contractLike('a'));
      const pending = await world.waitForNote('Inbox/a.md');
      expect(properties(pending)).toMatchObject({ pdf_state: 'pending' });
      expect(pending).toContain('The customer shall pay 1,200.00 USD within 30 days');
      expect(pending).toMatch(words);
      expect(pending).not.toMatch(/\bat .*\.js|Error:/);
      endpoint?.setFault('good');
      await world.write('Inbox/b.pdf', contractLike('b'));
      expect(properties(await world.waitForNote('Inbox/b.md'))).toMatchObject({ pdf_state: 'complete' });
    },
  );

  it.each<[string, FaultName]>([
    ['JSON in a fence', 'fence'],
    ['<think> before JSON', 'think'],
  ])('the plugin accepts an answer with %s', async (_, fault) => {
    await open(fault);
    await world.write('Inbox/a.pdf', contractLike('a'));
    expect(properties(await world.waitForNote('Inbox/a.md'))).toMatchObject({ pdf_state: 'complete' });
  });

  it('the plugin repeats a request after a response with 429 and Retry-After', async () => {
    await open('rate-limit-2s');
    endpoint?.setFault((request) => (request === 1 ? 'rate-limit-2s' : 'good'));
    await world.write('Inbox/a.pdf', contractLike('a'));
    expect(properties(await world.waitForNote('Inbox/a.md'))).toMatchObject({
      pdf_state: 'complete',
    });
    expect(endpoint?.requests.map(({ requestKind }) => requestKind)).toEqual(['digest', 'digest', 'reading']);
  });

  it('after a timeout, the note is pending and the request is not repeated', async () => {
    await open('slow', undefined, { silenceSeconds: 2 });
    await world.write('Inbox/a.pdf', contractLike('a'));
    expect(properties(await world.waitForNote('Inbox/a.md'))).toMatchObject({ pdf_state: 'pending' });
    expect(endpoint?.requests).toHaveLength(1);
  });

  it('the note is pending if the endpoint refuses the connection', async () => {
    await open('good', 'http://127.0.0.1:9/v1');
    await world.write('Inbox/a.pdf', contractLike('a'));
    const note = await world.waitForNote('Inbox/a.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'pending' });
    expect(endpoint?.requests).toHaveLength(0);
  });

  it('the plugin sends nothing if a required key is missing', async () => {
    endpoint = await startEndpoint();
    world = await openWorld({
      browser: browser(),
      prepare: { settings: { provider: 'dashscope', baseUrl: endpoint.url } },
    });
    await world.write('Inbox/a.pdf', contractLike('a'));
    const note = await world.waitForNote('Inbox/a.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'pending' });
    expect(endpoint.requests).toHaveLength(0);
  });

  it('the plugin writes no note if the user cancels before the endpoint responds', async () => {
    await open('slow');
    await world.write('Inbox/a.pdf', contractLike('a'));
    const end = Date.now() + 120_000;
    while (endpoint?.requests.length === 0 && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await world.host.runCommand('cancel-all');
    await world.quiet();
    expect(await world.notes()).toEqual([]);
    endpoint?.setFault('good');
    await world.write('Inbox/b.pdf', contractLike('b'));
    await world.waitForNote('Inbox/b.md');
  });
});
