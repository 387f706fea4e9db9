import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type EndpointOptions, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, properties, sharedBrowser, type World } from './world';

/** A browser can stream a response only if the endpoint allows this by CORS. */
describe('streamed responses', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (options: EndpointOptions): Promise<void> => {
    endpoint = await startEndpoint(options);
    const settings = { provider: options.as ?? 'custom', baseUrl: endpoint.url, model: 'test-model' };
    world = await openWorld({ browser: browser(), prepare: { settings } });
  };

  const streamed = (): boolean[] =>
    endpoint.requests.map(({ body }) => JSON.stringify(body).includes('"stream":true'));

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it.each(['custom', 'ollama'] as const)(
    'if CORS allows streaming, the status bar shows how many words the provider %s has sent',
    async (as) => {
      await open({ as, fault: 'slow-stream', cors: true });
      await world.write('Inbox/a.pdf', contractLike('a'));
      await expect
        .poll(() => world.host.statusBar(), { timeout: 60_000, interval: 50 })
        .toMatch(/Asking test-model: \d+ words so far/);
      expect(properties(await world.waitForNote('Inbox/a.md'))).toMatchObject({ pdf_state: 'complete' });
      // One request for the digest, one for the second reading.
      expect(streamed()).toEqual([true, true]);
    },
  );

  it('the connection to the endpoint ends if the user cancels the digest', async () => {
    await open({ fault: 'slow-stream', cors: true });
    await world.write('Inbox/a.pdf', contractLike('a'));
    await expect
      .poll(() => world.host.statusBar(), { timeout: 60_000, interval: 50 })
      .toContain('words so far');
    await world.host.runCommand('cancel-all');
    await expect.poll(() => endpoint.abandoned).toBe(1);
    await world.quiet();
    expect(await world.notes()).toEqual([]);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('if CORS forbade streaming, the plugin remembers this and uses no `fetch` after a restart', async () => {
    await open({});
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md');
    await world.host.reload();
    await world.write('Inbox/b.pdf', contractLike('b'));
    expect(properties(await world.waitForNote('Inbox/b.md'))).toMatchObject({ pdf_state: 'complete' });
    // The app's request function cannot stream, but its requests still ask for a stream. A proxy cuts a
    // connection on which nothing arrives, and a stream sends its first bytes early.
    expect(streamed()).toEqual([true, true, true, true]);
    expect(endpoint.preflights).toBe(1);
  });

  it('the plugin follows no redirect, and the note mentions the redirect', async () => {
    await open({ fault: 'redirect', cors: true });
    await world.write('Inbox/a.pdf', contractLike('a'));
    const note = await world.waitForNote('Inbox/a.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'pending' });
    expect(note).toContain('redirects requests to another address');
    // The app's request function follows redirects silently, so it must not be used after a redirect.
    expect([streamed(), endpoint.lookUps]).toEqual([[true], 0]);
  });
});
