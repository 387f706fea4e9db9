import { afterEach, describe, expect, it } from 'vitest';
import { startEndpoint, type FaultName, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { everywhere } from './everywhere';
import { openWorld, sharedBrowser, type World } from './world';

const key = 'sk-scan-Kq83Zt0Vb61Nw';

/** The key is only in the Authorization header and in the secret storage, whatever the endpoint does. */
describe('the API key', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (fault: FaultName, cors: boolean): Promise<void> => {
    endpoint = await startEndpoint({ as: 'openai', fault, cors });
    const settings = { provider: 'openai', baseUrl: endpoint.url, timeoutSeconds: 5 };
    world = await openWorld({
      browser: browser(),
      prepare: { settings, secrets: { 'pdf-inbox-api-key': key } },
    });
  };

  afterEach(async () => {
    await world.close();
    await endpoint.close();
  });

  it.each<[FaultName, boolean]>([
    ['good', true],
    ['good', false],
    ['echo-key', true],
    ['echo-key', false],
    ['key-in-answer', true],
    ['prose', false],
    ['html', true],
    ['slow', false],
  ])('%s (streaming: %s): is only in the header and the secret storage', async (fault, cors) => {
    await open(fault, cors);
    await world.write('Inbox/a.pdf', contractLike('a'));
    await world.waitForNote('Inbox/a.md', 60_000);
    expect(endpoint.requests.length).toBeGreaterThan(0);
    for (const { headers, path, body } of endpoint.requests) {
      const { authorization, ...others } = headers;
      expect(authorization).toBe(`Bearer ${key}`);
      expect(JSON.stringify([others, path, body])).not.toContain(key);
    }
    await world.host.openSettings();
    const places = await everywhere(world);
    expect(places['vault']).toContain('pdf_sha256');
    for (const [place, text] of Object.entries(places)) expect(text.includes(key), place).toBe(false);
  });

  it('is found by this search when a place contains it', async () => {
    await open('good', false);
    await world.write('note.md', `My key is ${key}.`);
    await world.host.page.evaluate((secret) => {
      console.warn(secret);
    }, key);
    const places = await everywhere(world);
    expect(places['vault']?.includes(key)).toBe(true);
    expect(places['console']?.includes(key)).toBe(true);
  });
});
