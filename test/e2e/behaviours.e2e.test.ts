import { afterEach, describe, expect, it } from 'vitest';
import type { FailureKind } from '../../src/failure';
import { failuresEn } from '../../src/i18n/failures/en';
import { BEHAVIOURS, type BehaviourName } from '../endpoint/behaviours/behaviours';
import { REPORTED_ERRORS, type ReportedFault } from '../endpoint/reported-errors';
import { startEndpoint, type FaultName, type RunningEndpoint } from '../endpoint/server';
import { contractLike } from '../fixtures/small';
import { sampled } from '../runs';
import { closeQuietly, openWorld, properties, sharedBrowser, type World } from './world';

const errors = [
  'kimi-cycle',
  'ark-overdue',
  'xai-credits',
  'new-api-deduction',
  'litellm-budget',
  'minimax-balance-500',
  'one-api-no-channel',
] as const satisfies readonly ReportedFault[];

/** Unusual answers, each with the number of requests that a digest takes. */
const answers = [
  ['no-finish-reason', 1],
  ['blanks-after-answer', 1],
  ['blank-loop', 2],
  ['joined-chunks', 1],
] as const satisfies readonly (readonly [FaultName, number])[];

const exchanges = [
  'cached-tokens-left-out',
  'origin-refused-with-401',
  'origin-refused-with-403',
  'context-below-limit-in-settings',
  'damaged-event-in-browser',
  'closed-after-work-in-browser',
  'comments-before-answer',
  'stream-options-refused',
  'citations-in-text',
] as const satisfies readonly BehaviourName[];

/** Each test is named after a behaviour that users of an endpoint have reported. */
describe('reported behaviours', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;

  const open = async (
    options: Parameters<typeof startEndpoint>[0],
    more: Record<string, unknown> = {},
  ): Promise<string> => {
    endpoint = await startEndpoint(options);
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'test-model', secondReading: false };
    world = await openWorld({ browser: browser(), prepare: { settings: { ...settings, ...more } } });
    await world.write('Inbox/a.pdf', contractLike('a'));
    return world.waitForNote('Inbox/a.md');
  };

  const expectReason = (note: string, kind: FailureKind): void => {
    expect(properties(note)).toMatchObject({ pdf_state: 'pending' });
    expect(note).toContain(failuresEn[kind].sentence.split('[')[0]);
  };

  afterEach(async () => {
    await closeQuietly(world, endpoint);
  });

  it.each(sampled(errors, 3))(
    'after no more requests than expected, the note explains the error %s',
    async (fault) => {
      expectReason(await open({ fault }), REPORTED_ERRORS[fault].kind);
      expect(endpoint.requests.length).toBeLessThanOrEqual(REPORTED_ERRORS[fault].requests ?? 1);
    },
  );

  it.each(sampled(answers, 2))(
    'despite the fault %s, the number of requests for a complete digest is %i',
    async (fault, requests) => {
      expect(properties(await open({ fault, cors: true }))).toMatchObject({ pdf_state: 'complete' });
      expect(endpoint.requests).toHaveLength(requests);
    },
  );

  it.each(sampled(exchanges, 6))(
    'the exchange %s has the expected outcome after no more requests than expected',
    async (name) => {
      const { play, settings = {}, outcome, most } = BEHAVIOURS[name];
      const note = await open({ play, cors: true }, { ...settings });
      if (outcome === 'answer') expect(properties(note)).toMatchObject({ pdf_state: 'complete' });
      else for (const kind of [outcome].flat()) expectReason(note, kind);
      // When a reused connection is closed, Chromium itself repeats the request once.
      const repeated = name === 'closed-after-work-in-browser' ? 1 : 0;
      expect(endpoint.requests.length).toBeLessThanOrEqual(most + repeated);
      expect(note).not.toMatch(/【\d+】/);
    },
  );
});
