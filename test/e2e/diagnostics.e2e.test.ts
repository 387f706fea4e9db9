import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, sharedBrowser, type World } from './world';

const key = 'sk-scan-Kq83Zt0Vb61Nw';

/** An endpoint refuses the key. The tests follow this failure from the log to the copied diagnostics. */
describe('a failure', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  beforeAll(async () => {
    endpoint = await startEndpoint({ as: 'openai', key: 'another' });
    const settings = {
      provider: 'openai',
      baseUrl: `${endpoint.url}/secret-path`,
      prompt: 'Watch for Nightingale',
      noteFolder: 'Acme notes',
    };
    world = await openWorld({
      browser: browser(),
      prepare: { settings, secrets: { 'pdf-inbox-api-key': key } },
    });
    await world.write('Inbox/Merger.pdf', contractLike('a'));
    await world.waitForNote('Acme notes/Merger.md');
  });

  afterAll(async () => {
    await closeQuietly(world);
    await endpoint.close();
  });

  it('a failure is logged once, with its kind and status', async () => {
    const logged = (): readonly string[] =>
      world.host.consoleLines.filter((line) => line.includes('PDF Inbox: llm-'));
    await expect.poll(() => logged().length).toBe(1);
    expect(logged()[0]).toMatch(/PDF Inbox: llm-key-wrong; status=401; Failure/);
  });

  it('the copied diagnostics contain the failure, but nothing private', async () => {
    const { host } = world;
    await host.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await host.runCommand('copy-diagnostics');
    await expect
      .poll(async () => (await host.notices()).join('\n'))
      .toContain('The diagnostics were copied to the clipboard.');
    const report = await host.page.evaluate(() => navigator.clipboard.readText());
    const lines = report.split('\n');
    expect(lines[0]).toMatch(/^PDF Inbox \d+\.\d+\.\d+$/);
    expect(lines[1]).toMatch(/^App \d+\.\d+\.\d+, desktop, Linux, language en$/);
    expect(lines).toContain('  provider: openai');
    expect(lines).toContain(`  baseUrl: ${new URL(endpoint.url).origin}`);
    expect(lines).toContain('  noteFolder: set');
    expect(lines).toContain('  API key: set');
    expect(lines.at(-1)).toMatch(/^ {2}\d{4}-\d\d-\d\dT[\d:.]+Z llm-key-wrong; status=401; Failure/);
    const everything = [report, ...host.consoleLines].join('\n');
    for (const secret of [key, 'Merger', 'Acme', 'Nightingale', 'secret-path']) {
      expect(everything.includes(secret), secret).toBe(false);
    }
  });
});
