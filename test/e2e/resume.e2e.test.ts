import { afterEach, describe, expect, it } from 'vitest';
import { questionOf } from '../endpoint/question-of';
import {
  startEndpoint,
  type FaultName,
  type RecordedRequest,
  type RunningEndpoint,
} from '../endpoint/server';
import { everywhere } from './everywhere';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

describe('a long document', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it('after a restart, no answer is paid for twice, and the stored answers are deleted at the end', async () => {
    const answered: string[] = [];
    let restarted = false;
    const fault = (_: number, request: RecordedRequest): FaultName => {
      if (!restarted && answered.length === 3) return 'slow';
      answered.push(questionOf(request));
      return 'good';
    };
    endpoint = await startEndpoint({ fault });
    const settings = {
      provider: 'custom',
      baseUrl: endpoint.url,
      model: 'm',
      concurrency: 1,
      confirmAboveTokens: 0,
    };
    world = await openWorld({ browser: browser(), prepare: { settings } });
    await world.write('Inbox/long.pdf', await pdf('long-zh-50'));
    await expect.poll(() => endpoint.requests.length).toBe(4);
    const kept = await everywhere(world);
    expect(kept['databases']).toContain('pdf-inbox-answers');
    expect(kept['databases']).toContain('summary');

    restarted = true;
    await world.host.reload();
    const note = await world.waitForNote('Inbox/long.md');
    expect(properties(note)).toMatchObject({ pdf_state: 'complete', pdf_pages: 50 });
    expect(new Set(answered).size).toBe(answered.length);
    // The number includes the tokens of the requests before the restart.
    expect(properties(note)['pdf_tokens']).toBeGreaterThan(answered.length * 5_000);
    await expect.poll(async () => (await everywhere(world))['databases']).not.toContain('summary');
  });
});
